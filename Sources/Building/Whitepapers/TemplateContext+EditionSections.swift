import Content
import Core
import Theming
import Whitepapers

extension TemplateContext {
    /// A line of the contents.
    func contentsEntry(_ section: EditionSection) -> TemplateValue {
        var members: Members = [
            ("number", .text(section.item.id)), ("title", .text(section.title)),
            ("url", .text("#" + section.item.anchor)),
            ("is_control", .bool(section.item.isControl)),
        ]
        if section.isChanged { members.append(("changed", .bool(true))) }
        return .object(members)
    }

    /// A section or control of an edition's page.
    func value(of section: EditionSection, on parts: EditionParts) -> TemplateValue {
        let body = parts.body(of: section.item)?.html ?? []
        let permalink = project.absolute(parts.view.permalink) + "#" + section.item.anchor
        var members: Members = [
            ("number", .text(section.item.id)), ("title", .text(section.title)),
            ("anchor", .text(section.item.anchor)), ("is_control", .bool(section.item.isControl)),
            ("is_section", .bool(!section.item.isControl)), ("level", .text(String(section.level))),
            ("body", .html(body)), ("history", .bool(section.item.showsHistory)),
            ("permalink", .text(permalink)),
        ]
        let history = parts.paper.historyPath(
            of: section.item.key, language: site.language, output: parts.output)
        if let history { members.append(("history_url", .text(project.url(history)))) }
        if let change = change(of: section, on: parts) { members.append(("changed", change)) }
        if let outdated = section.outdated {
            members.append(("outdated_translation", value(of: outdated)))
        }
        if let control = section.control {
            members.append(("control", value(of: control, section)))
        }
        return .object(members)
    }

    private func value(of control: ControlFacts, _ section: EditionSection) -> TemplateValue {
        var members: Members = [
            ("id", .text(section.item.id)), ("title", .text(section.title)),
            ("responsibility", named(control.responsibility)),
        ]
        let texts = [
            ("title_other", control.otherTitle), ("iso27002_2022", control.iso27002In2022),
            ("changed_in", control.changedIn),
            ("current_url", control.currentURL.map { project.url($0) }),
        ]
        for case (let name, let text?) in texts { members.append((name, .text(text))) }
        for (name, list) in [
            ("customer_actions", control.customerActions), ("evidence", control.evidence),
        ] where !list.isEmpty {
            members.append((name, .list(list.map { .text($0) })))
        }
        return .object(members)
    }

    /// The edition that changed an item, where it is that of the page.
    private func change(of section: EditionSection, on parts: EditionParts) -> TemplateValue? {
        guard section.isChanged else { return nil }
        var members: Members = [("version", .text(parts.view.edition.version))]
        if let url = parts.changes[section.item.key] {
            members.append(("url", .text(project.url(url) + "#" + section.item.anchor)))
        }
        return .object(members)
    }

    private func value(of outdated: OutdatedTranslation) -> TemplateValue {
        .object([
            ("edition", .text(outdated.edition)), ("original_edition", .text(outdated.original)),
            ("original_url", .text(project.url(outdated.url))),
        ])
    }

    /// Who is responsible for how many controls, to filter the matrix by.
    func responsibilities(of view: EditionPage) -> Members {
        let known = view.sections.compactMap { $0.control?.responsibility }
        let choices = Responsibility.allCases.compactMap { choice -> TemplateValue? in
            let count = known.count { $0 == choice }
            guard count > 0, case .object(let members) = named(choice) else { return nil }
            return .object(members + [("count", .text(String(count)))])
        }
        return choices.count > 1 ? [("responsibilities", .list(choices))] : []
    }

    /// The comparisons that begin or end with an edition: with the one before, and between the
    /// current one and each older one.
    func comparisons(of parts: EditionParts) -> Members {
        guard let site = parts.paper.sites[parts.output], let current = site.current else {
            return []
        }
        let edition = parts.view.edition
        var pairs: [(old: Edition, new: Edition, isAdjacent: Bool)] = []
        let previous = site.predecessor(of: edition)
        if let previous { pairs.append((previous, edition, true)) }
        let older = site.editions.prefix { $0.version != current.version }
        if edition.version == current.version {
            pairs += older.reversed().dropFirst().map { ($0, edition, false) }
        } else if older.contains(where: { $0.version == edition.version }) {
            pairs.append((edition, current, false))
        }
        let values = pairs.compactMap { old, new, isAdjacent -> TemplateValue? in
            let path = parts.paper.comparisonPath(
                from: old, to: new, language: self.site.language, output: parts.output)
            return path.map { path in
                .object([
                    ("old", .text(old.version)), ("new", .text(new.version)),
                    ("url", .text(project.url(path))), ("with_previous", .bool(isAdjacent)),
                    ("with_current", .bool(new.version == current.version)),
                ])
            }
        }
        return values.isEmpty ? [] : [("comparisons", .list(values))]
    }
}
