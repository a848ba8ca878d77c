import Content
import Core
import Labels
import Links
import Markdown
import Theming
import Whitepapers

extension JobRenderer {
    /// Renders the comparison of two editions for all outputs that have it.
    func render(
        _ comparison: PlannedWhitepaper.Comparison, of paper: PlannedWhitepaper
    ) throws(FileError) -> JobResult {
        var anchors: [String: OutputSet] = [:]
        for (output, site) in paper.sites.enumerated() {
            let bit: OutputSet = 1 << OutputSet(output)
            guard comparison.outputs & bit != 0, let site else { continue }
            var label = [comparison.old, comparison.new].reduce(Label.lowest) { label, edition in
                label.joined(with: paper.clearance.editions[edition.version]?.label ?? .lowest)
            }
            let found = EditionComparison(
                from: site.shown(comparison.old), to: site.shown(comparison.new),
                language: comparison.language
            ) { item, isOld in
                let edition = isOld ? comparison.old : comparison.new
                let (record, own) = self.record(
                    item, in: edition, comparison.language, paper, output)
                label = label.joined(with: own)
                return record
            } difference: {
                statements.difference(from: $0, to: $1, in: output)
            }
            for item in found.items { anchors[item.latest.item.anchor, default: 0] |= bit }
            try write(found, label, comparison, paper, output)
        }
        var result = JobResult()
        result.note(anchors, at: comparison.path, in: plan)
        return result
    }

    private func write(
        _ found: EditionComparison, _ label: Label, _ comparison: PlannedWhitepaper.Comparison,
        _ paper: PlannedWhitepaper, _ output: Int
    ) throws(FileError) {
        guard sink != nil,
            let context = plan.context(output: output, language: comparison.language)
        else { return }
        let place = RecordPlace(paper: paper, output: output, path: comparison.path)
        let versions = paper.comparisons.filter {
            $0.old.version == comparison.old.version && $0.new.version == comparison.new.version
                && $0.outputs & (1 << OutputSet(output)) != 0
        }
        let page = context.members(
            of: place, title: context.title(of: comparison), label: label,
            versions: versions.map { ($0.language, $0.path) })
        let value = context.value(of: found, comparison, at: place)
        try write(
            "comparison",
            context.value(
                route: comparison.path, page: page, more: [("comparison", value)],
                feed: context.feed(of: paper)),
            comparison.path, context)
    }

    /// An item as an edition shows it in one output, and the label of that.
    func record(
        _ item: EditionItem, in edition: Edition, _ language: String, _ paper: PlannedWhitepaper,
        _ output: Int
    ) -> (record: ItemRecord, label: Label) {
        let shown = item.text(in: language).flatMap {
            self.shown($0, of: item, in: edition, paper, output)
        }
        let own = paper.clearance.label(of: item, in: edition) ?? .lowest
        return (
            ItemRecord(item, language: language, label: own, blocks: shown?.blocks ?? []),
            own.joined(with: shown?.label ?? .lowest)
        )
    }
}

/// Where a page of several editions stands.
struct RecordPlace {
    let paper: PlannedWhitepaper
    let output: Int
    let path: String
}

extension JobResult {
    /// Notes the anchors of a page of several editions.
    mutating func note(_ names: [String: OutputSet], at path: String, in plan: BuildPlan) {
        guard let route = plan.routes.table.index(ofPath: path.normalizedToNFC) else { return }
        let known = names.sortedByBytes { $0.key }
        anchors.append((route, known.map { Anchor(name: $0.key, outputs: $0.value) }))
    }
}
