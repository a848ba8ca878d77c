import Content
import Core
import Theming
import Whitepapers

extension TemplateContext {
    /// The value of `item`.
    ///
    /// - Parameters:
    ///   - latest: The item as the newest edition that has it.
    ///   - body: The statement of an entry as HTML.
    func value(
        of history: ItemHistory, _ latest: ItemRecord, at place: RecordPlace,
        body: (ItemHistory.Entry) -> [UInt8]?
    ) -> TemplateValue {
        let item = latest.item
        let own = place.paper.sites[place.output]
        var members: Members = [
            ("number", .text(item.id)), ("title", .text(latest.title)),
            ("is_control", .bool(item.isControl)), ("whitepaper", whitepaperLink(place)),
        ]
        let languages = place.paper.whitepaper.languages
        let other = languages.first { $0 != site.language }.map { item.title(in: $0) }
        let isCurrent = own?.current.flatMap { own?.shown(item.key, in: $0) } != nil
        let current = isCurrent ? own?.currentURL(language: site.language) : nil
        let texts = [
            ("title_other", other == latest.title || !item.isControl ? nil : other),
            ("iso27002_2022", item.control?.iso27002In2022),
            ("current_url", current.map { project.url($0) + "#" + item.anchor }),
        ]
        for case (let name, let text?) in texts { members.append((name, .text(text))) }
        let entries = history.entries.map { value(of: $0, at: place, body: body($0)) }
        members.append(("entries", .list(entries)))
        return .object(members)
    }

    private func value(
        of entry: ItemHistory.Entry, at place: RecordPlace, body: [UInt8]?
    ) -> TemplateValue {
        let edition = entry.edition
        var members: Members = [
            ("edition", value(ofEntry: entry, at: place)), ("anchor", .text(edition.version)),
            ("is_first", .bool(entry.previous == nil)),
            ("is_withdrawn", .bool(entry.record == nil)),
        ]
        let texts = [
            ("approver", edition.declaration.approver?.value.text(in: site.language)),
            ("summary", entry.summary),
            ("comparison_url", comparisonURL(of: entry, at: place)),
        ]
        for case (let name, let text?) in texts { members.append((name, .text(text))) }
        if let record = entry.record {
            if record.item.isControl, let responsibility = record.item.responsibility {
                members.append(("responsibility", named(responsibility)))
            }
            if let body, !body.isEmpty { members.append(("body", .html(body))) }
            for (name, list) in [
                ("customer_actions", record.customerActions), ("evidence", record.evidence),
            ] where !list.isEmpty {
                members.append((name, .list(list.map { .text($0) })))
            }
        }
        let isInBoth = entry.record != nil && entry.previous != nil
        if isInBoth,
            let difference = value(of: entry.difference, idPrefix: "_" + edition.version + "-")
        {
            members.append(("difference", difference))
        }
        return .object(members)
    }

    /// The entry's edition, with the item's place on its page.
    private func value(ofEntry entry: ItemHistory.Entry, at place: RecordPlace) -> TemplateValue {
        let edition = value(of: entry.edition, at: place)
        guard case .object(var members) = edition, let item = entry.record?.item,
            let url = url(of: item, in: entry.edition, at: place)
        else { return edition }
        members.removeAll { $0.name == "url" }
        return .object(members + [("url", .text(url))])
    }

    private func comparisonURL(
        of entry: ItemHistory.Entry, at place: RecordPlace
    ) -> String? {
        guard let old = place.paper.sites[place.output]?.predecessor(of: entry.edition),
            let item = entry.latest?.item, entry.previous != nil, !entry.difference.isEmpty,
            let path = place.paper.comparisonPath(
                from: old, to: entry.edition, language: site.language, output: place.output)
        else { return nil }
        return project.url(path) + "#" + item.anchor
    }
}
