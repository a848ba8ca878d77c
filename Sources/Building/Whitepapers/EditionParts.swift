import Links
import Whitepapers

/// An edition's page of one output and what stands on it.
struct EditionParts {
    let view: EditionPage
    let bodies: [ItemKey: [BodyResult.Body]]
    let paper: PlannedWhitepaper
    let page: PlannedWhitepaper.Page
    let output: Int
    /// By what the edition changed: the path of the comparison that shows it.
    let changes: [ItemKey: String]
    var downloads: EditionDownloads?

    /// The statement of an item; nil where it has none that can be shown.
    func body(of item: EditionItem) -> BodyResult.Body? {
        bodies[item.key]?.first { $0.outputs & (1 << OutputSet(output)) != 0 }
    }
}

extension JobRenderer {
    /// What an edition's page leads from to the comparison with the edition before.
    func changes(
        on page: PlannedWhitepaper.Page, _ view: EditionPage, _ paper: PlannedWhitepaper,
        _ output: Int
    ) -> [ItemKey: String] {
        guard let site = paper.sites[output], let old = site.predecessor(of: page.edition),
            let path = paper.comparisonPath(
                from: old, to: page.edition, language: page.language, output: output)
        else { return [:] }
        var changes: [ItemKey: String] = [:]
        for section in view.sections where section.isChanged {
            let was = site.shown(section.item.key, in: old).map {
                record($0, in: old, page.language, paper, output).record
            }
            let now = record(section.item, in: page.edition, page.language, paper, output).record
            if was == nil || !statements.difference(from: was, to: now, in: output).isEmpty {
                changes[section.item.key] = path
            }
        }
        return changes
    }
}
