import Content
import Core
import Labels
import Theming
import Whitepapers

extension TemplateContext {
    /// What an edition's page tells its template as every page does.
    ///
    /// - Parameters:
    ///   - path: The permalink, or the current edition's path.
    ///   - versions: The edition's pages in all languages that this output holds.
    func members(
        of view: EditionPage, at path: String, label: Label,
        versions: [PlannedWhitepaper.Page]
    ) -> Members {
        let isPermalink = path == view.permalink
        let edition = site.language == "ja" ? "第\(view.edition.version)版" : view.edition.version
        var members = basics(
            title: isPermalink ? view.title + " " + edition : view.title, description: nil,
            route: path)
        if view.isCurrent, isPermalink {
            members.removeAll { $0.name == "canonical" }
            members.append(("canonical", .text(project.absolute(view.currentURL))))
        }
        members += marking(label)
        members.append(("content", .html([])))
        members.append(("breadcrumbs", trail(to: view, isPermalink: isPermalink)))
        if versions.count > 1 {
            let alternates = versions.map { version in
                let target = isPermalink ? version.permalink : version.currentPath
                return TemplateValue.object([
                    ("language", .text(version.language)),
                    ("name", .text(languageName(version.language))),
                    ("url", .text(project.url(target))),
                    ("is_current", .bool(version.language == site.language)),
                ])
            }
            members.append(("alternates", .list(alternates)))
        }
        if view.lacksTranslations { members.append(("translation_missing", .bool(true))) }
        return members
    }

    /// The way to the whitepaper through the folders that its path lies in.
    private func trail(to view: EditionPage, isPermalink: Bool) -> TemplateValue {
        trail(to: view.currentURL, named: isPermalink ? view.title : nil)
    }

    /// The way to a route through the folders that it lies in.
    ///
    /// - Parameter title: Of the route itself; nil leaves it out.
    func trail(to route: String, named title: String?) -> TemplateValue {
        let above = site.folders.filter { folder in
            route.hasPrefix(folder.value.route) && folder.value.route != route
        }
        let downwards = above.sorted { $0.value.route.utf8.count < $1.value.route.utf8.count }
        var trail = downwards.compactMap { crumb($0.key) }
        if let title { trail.append(link(title, route)) }
        return .list(trail)
    }

    func link(_ title: String, _ route: String) -> TemplateValue {
        .object([("title", .text(title)), ("url", .text(project.url(route)))])
    }
}

extension TemplateContext {
    /// The members of `whitepaper`.
    ///
    /// - Parameter label: Of all that the page shows.
    func value(of parts: EditionParts, label: Label) -> Members {
        let view = parts.view
        var members: Members = [
            ("title", .text(view.title)), ("product", .text(view.product)),
            ("standard", .text(view.standard)),
        ]
        if let scheme = project.scheme {
            let words = scheme.words(for: label, language: site.language)
            members.append(("label_name", .text(words)))
        }
        let texts = [
            ("owner", view.owner), ("contact", view.contact), ("approver", view.approver),
        ]
        for case (let name, let text?) in texts { members.append((name, .text(text))) }
        if let date = view.reviewBy { members.append(("review_by", date.value(in: site.language))) }
        members += [
            ("is_current", .bool(view.isCurrent)), ("is_draft", .bool(view.edition.isDraft)),
            ("current_url", .text(project.url(view.currentURL))),
            ("version", .text(view.edition.version)), ("date", date(view.edition.date)),
            ("editions", .list(view.editions.map(value))),
            ("history", .list(view.history.map(value))),
            ("contents", .list(view.sections.map(contentsEntry))),
            ("sections", .list(view.sections.map { value(of: $0, on: parts) })),
        ]
        members += lists(of: view)
        members += responsibilities(of: view) + comparisons(of: parts)
        return members
    }

    /// The matrix and what stands beside it, as far as there is something in them.
    private func lists(of view: EditionPage) -> Members {
        let matrix = view.sections.compactMap { section in
            section.control.map { control in
                var members: Members = [
                    ("id", .text(section.item.id)), ("title", .text(section.title)),
                    ("url", .text("#" + section.item.anchor)),
                    ("responsibility", named(control.responsibility)),
                ]
                if let number = control.iso27002In2022 {
                    members.append(("iso27002_2022", .text(number)))
                }
                return TemplateValue.object(members)
            }
        }
        let notCovered = view.notCovered.map { entry in
            TemplateValue.object([
                ("id", .text(entry.id)), ("title", .text(entry.title)),
                ("reason", .text(entry.reason)),
            ])
        }
        let facts = view.facts.map { fact in
            TemplateValue.object([("key", .text(fact.key)), ("value", .text(fact.value))])
        }
        let lists = [("matrix", matrix), ("not_covered", notCovered), ("facts", facts)]
        return lists.filter { !$0.1.isEmpty }.map { ($0.0, .list($0.1)) }
    }

    private func value(_ link: EditionLink) -> TemplateValue {
        var members: Members = [
            ("version", .text(link.version)), ("date", date(link.date)),
            ("url", .text(project.url(link.url))), ("is_current", .bool(link.isCurrent)),
            ("is_this", .bool(link.isThis)),
        ]
        if let summary = link.summary { members.append(("summary", .text(summary))) }
        return .object(members)
    }

    private func value(_ entry: HistoryEntry) -> TemplateValue {
        var members: Members = [("version", .text(entry.version)), ("date", date(entry.date))]
        if let approver = entry.approver { members.append(("approver", .text(approver))) }
        if let summary = entry.summary { members.append(("summary", .text(summary))) }
        let changes = entry.changes.map { change in
            var members: Members = [("id", .text(change.id)), ("title", .text(change.title))]
            if let url = change.url { members.append(("url", .text(project.url(url)))) }
            if let summary = change.summary { members.append(("summary", .text(summary))) }
            return TemplateValue.object(members)
        }
        if !changes.isEmpty { members.append(("changes", .list(changes))) }
        return .object(members)
    }

    func named(_ responsibility: Responsibility) -> TemplateValue {
        .object([
            ("id", .text(responsibility.rawValue)),
            ("name", .text(responsibility.name(in: site.language))),
        ])
    }

    /// An edition's day; a draft, which only a preview shows, has none yet.
    func date(_ date: CalendarDate?) -> TemplateValue {
        date?.value(in: site.language)
            ?? .object([
                ("iso", .text("")), ("text", .text(site.language == "ja" ? "未定" : "not yet")),
            ])
    }
}
