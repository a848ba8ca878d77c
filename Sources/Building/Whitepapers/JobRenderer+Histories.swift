import Content
import Core
import Labels
import Links
import Theming
import Whitepapers

extension JobRenderer {
    /// Renders an item's history for all outputs that ever showed it.
    func render(
        _ history: PlannedWhitepaper.History, of paper: PlannedWhitepaper
    ) throws(FileError) -> JobResult {
        var anchors: [String: OutputSet] = [:]
        for (output, site) in paper.sites.enumerated() {
            let bit: OutputSet = 1 << OutputSet(output)
            guard history.outputs & bit != 0, let site else { continue }
            var label = Label.lowest
            let found = ItemHistory(of: history.key, in: site, language: history.language) {
                item, edition in
                let (record, own) = self.record(
                    item, in: edition, history.language, paper, output)
                label = label.joined(with: own)
                return record
            } difference: {
                statements.difference(from: $0, to: $1, in: output)
            }
            for entry in found.entries {
                let own = paper.clearance.editions[entry.edition.version]?.label ?? .lowest
                label = label.joined(with: own)
                anchors[entry.edition.version, default: 0] |= bit
            }
            try write(found, label, history, paper, output)
        }
        var result = JobResult()
        result.note(anchors, at: history.path, in: plan)
        return result
    }

    private func write(
        _ found: ItemHistory, _ label: Label, _ history: PlannedWhitepaper.History,
        _ paper: PlannedWhitepaper, _ output: Int
    ) throws(FileError) {
        guard sink != nil, let latest = found.entries.lazy.compactMap(\.latest).first,
            let context = plan.context(output: output, language: history.language)
        else { return }
        let place = RecordPlace(paper: paper, output: output, path: history.path)
        let versions = paper.histories.filter {
            $0.key == history.key && $0.outputs & (1 << OutputSet(output)) != 0
        }
        let page = context.members(
            of: place, title: context.title(ofHistory: latest), label: label,
            versions: versions.map { ($0.language, $0.path) })
        let value = context.value(of: found, latest, at: place) { entry in
            body(of: entry, history.language, paper, output)
        }
        try write(
            "control-history",
            context.value(
                route: history.path, page: page, more: [("item", value)],
                feed: context.feed(of: paper)),
            history.path, context)
    }

    /// The statement of an entry. Its links within the edition lead to the edition's page.
    private func body(
        of entry: ItemHistory.Entry, _ language: String, _ paper: PlannedWhitepaper, _ output: Int
    ) -> [UInt8]? {
        guard let item = entry.record?.item, let text = item.text(in: language),
            let site = paper.sites[output],
            var request = request(text, of: item, in: entry.edition, paper)
        else { return nil }
        request.idPrefix = entry.edition.version + "-"
        request.headingShift = 2
        request.page = project.url(site.url(of: entry.edition, language: language))
        return statements.body(request, with: plan.bodies).body(for: output)?.html
    }
}

extension ItemHistory.Entry {
    /// As the edition has it, else as the one before had it.
    var latest: ItemRecord? { record ?? previous }
}
