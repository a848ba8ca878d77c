import Content
import Core
import Theming
import Whitepapers

extension TemplateContext {
    /// The value of `comparison`.
    func value(
        of found: EditionComparison, _ comparison: PlannedWhitepaper.Comparison,
        at place: RecordPlace
    ) -> TemplateValue {
        var members: Members = [
            ("whitepaper", whitepaperLink(place)), ("old", value(of: comparison.old, at: place)),
            ("new", value(of: comparison.new, at: place)),
        ]
        let groups: [(name: String, isIn: (EditionComparison.Item) -> Bool)] = [
            ("changed", { $0.old != nil && $0.new != nil && $0.difference.isChanged }),
            ("added", { $0.old == nil }), ("removed", { $0.new == nil }),
            ("renamed", { $0.difference.isRenamed }), ("moved", { $0.isMoved }),
        ]
        for group in groups {
            let entries = found.items.filter(group.isIn).map { item in
                let record = item.latest
                return TemplateValue.object([
                    ("title", .text(record.item.id + " " + record.title)),
                    ("url", .text("#" + record.item.anchor)),
                ])
            }
            if !entries.isEmpty { members.append((group.name, .list(entries))) }
        }
        let items = found.items.map { item in
            let states = groups.map { ("is_" + $0.name, TemplateValue.bool($0.isIn(item))) }
            return TemplateValue.object(self.members(of: item, comparison, at: place) + states)
        }
        if !items.isEmpty { members.append(("items", .list(items))) }
        return .object(members)
    }

    private func members(
        of item: EditionComparison.Item, _ comparison: PlannedWhitepaper.Comparison,
        at place: RecordPlace
    ) -> Members {
        let record = item.latest
        var members: Members = [
            ("number", .text(record.item.id)), ("title", .text(record.title)),
            ("anchor", .text(record.item.anchor)), ("is_control", .bool(record.item.isControl)),
        ]
        let history = place.paper.historyPath(
            of: record.item.key, language: site.language, output: place.output)
        let urls = [
            ("old_url", item.old.flatMap { url(of: $0.item, in: comparison.old, at: place) }),
            ("new_url", item.new.flatMap { url(of: $0.item, in: comparison.new, at: place) }),
            ("history_url", history.map { project.url($0) }),
        ]
        for case (let name, let url?) in urls { members.append((name, .text(url))) }
        if let difference = value(of: item.difference, idPrefix: "_" + record.item.anchor + "-") {
            members.append(("difference", difference))
        }
        return members
    }
}
