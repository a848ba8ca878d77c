import Content
import Core
import Labels
import Whitepapers

extension BuildPlan {
    /// The feeds of whitepapers' editions in one output.
    func revisionFeeds(of output: Int) -> [(path: String, bytes: [UInt8])] {
        whitepapers.flatMap { paper -> [(path: String, bytes: [UInt8])] in
            guard let site = paper.sites[output] else { return [] }
            let context = ExportContext(site, url: project.site.url, zone: project.site.zone)
            let label = project.exportLabel(paper.label(ofRevisions: site))
            return PlannedWhitepaper.feedLanguages(of: site).flatMap { language in
                let feed = RevisionFeed(of: context, language: language, label: label)
                return (feed?.files() ?? []).map {
                    (String(((feed?.folder ?? "/") + $0.name).dropFirst()), $0.bytes)
                }
            }
        }
    }
}

extension PlannedWhitepaper {
    /// The label of the revision history: of all editions and of the items that it names.
    fileprivate func label(ofRevisions site: WhitepaperSite) -> Label {
        var label = Label.lowest
        for edition in site.editions where !edition.isDraft {
            label = label.joined(with: clearance.editions[edition.version]?.label ?? .lowest)
            for change in edition.declaration.changes {
                guard let item = site.item(named: change.id.value, in: edition) else { continue }
                label = label.joined(with: clearance.label(of: item, in: edition) ?? .lowest)
            }
        }
        return label
    }
}
