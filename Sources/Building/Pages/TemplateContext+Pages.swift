import Content
import Core
import Labels
import Links
import Markdown
import Theming

extension TemplateContext {
    /// What every page tells its template, whoever made it.
    func basics(title: String, description: String?, route: String) -> Members {
        var members: Members = [("title", .text(title))]
        if let description { members.append(("description", .text(description))) }
        let home = LanguageSite.root(of: site.language, in: project.site)
        members += [
            ("url", .text(project.url(route))), ("canonical", .text(project.absolute(route))),
            ("is_home", .bool(route == home)),
        ]
        if clearances.clearances[site.output] != .lowest {
            members.append(("noindex", .bool(true)))
        }
        return members
    }

    /// What a Markdown page tells its template.
    ///
    /// - Parameter alternates: The page's versions in all languages that this output holds.
    func members(
        of page: Int, label: Label, body: BodyResult.Body, alternates: [Int]
    ) -> Members {
        let source = project.tree.pages[page]
        let language = site.language
        var members = basics(
            title: source.frontMatter.title?.value ?? "",
            description: source.frontMatter.description,
            route: source.route)
        if let date = source.frontMatter.date {
            members.append(("date", date.value.date.value(in: language)))
        }
        if let date = source.frontMatter.updated {
            members.append(("updated", date.value.date.value(in: language)))
        }
        if let owner = source.frontMatter.owner { members.append(("owner", .text(owner))) }
        if let date = source.frontMatter.reviewBy {
            members.append(("review_by", date.value.value(in: language)))
        }
        members += marking(label)
        if let tags = tags(of: source) { members.append(("tags", tags)) }
        if source.frontMatter.showsContents,
            let contents = TableOfContents.html(body.rendered.headings)
        {
            members.append(("toc", .html(contents)))
        }
        members.append(("content", .html(body.html)))
        if let trail = breadcrumbs(folder: source.folder, includesItself: !source.isIndex) {
            members.append(("breadcrumbs", trail))
        }
        let (previous, next) = site.neighbours[page] ?? (nil, nil)
        if let previous { members.append(("previous", link(to: previous))) }
        if let next { members.append(("next", link(to: next))) }
        if let versions = self.alternates(alternates, current: page) {
            members.append(("alternates", versions))
        }
        if let fields = fields(of: source) { members.append(("fields", fields)) }
        return members
    }

    /// The label as values and in words.
    func marking(_ label: Label) -> Members {
        guard let scheme = project.scheme else { return [] }
        let language = site.language
        var members: Members = [("label", levels[label.level])]
        let marks = scheme.terms(of: label)
        if !marks.isEmpty {
            let values = marks.map { mark in
                TemplateValue.object([
                    ("id", .text(mark.id)), ("name", .text(mark.name.text(in: language))),
                ])
            }
            members.append(("handling", .list(values)))
        }
        members.append(("marking", .text(scheme.words(for: label, language: language))))
        let profiles = scheme.profiles.map { profile in
            let value = profile.value(for: label)
            var members: Members = [
                ("id", .text(profile.id)), ("text", .text(value.text(in: language))),
            ]
            if case .trafficLight(let light) = value {
                members.append(("tlp", .text(light.styleName)))
            }
            return TemplateValue.object(members)
        }
        if !profiles.isEmpty { members.append(("profiles", .list(profiles))) }
        return members
    }

    /// The way from the home page down to a folder; nil where there is nothing above.
    func breadcrumbs(folder: Int, includesItself: Bool) -> TemplateValue? {
        var trail: [TemplateValue] = []
        var next = includesItself ? folder : project.tree.folders[folder].parent
        while let index = next {
            if let crumb = crumb(index) { trail.append(crumb) }
            next = project.tree.folders[index].parent
        }
        return trail.isEmpty ? nil : .list(trail.reversed())
    }

    /// A folder in a trail; nil where it has no page here. A home page's title is a headline, so
    /// the way there is named after the site.
    func crumb(_ folder: Int) -> TemplateValue? {
        guard let list = site.folders[folder] else { return nil }
        let isHome = project.tree.folders[folder].parent == nil
        let title = isHome ? project.site.title.text(in: site.language) : list.title
        return .object([("title", .text(title)), ("url", .text(project.url(list.route)))])
    }

    /// One line of a list.
    func entry(_ entry: LanguageSite.ListEntry) -> TemplateValue {
        switch entry {
        case .page(let page):
            return value(ofEntry: page, isFolder: false)
        case .folder(let folder):
            guard let list = site.folders[folder] else { return .object([]) }
            if let index = list.index { return value(ofEntry: index, isFolder: true) }
            return .object([
                ("title", .text(list.title)), ("url", .text(project.url(list.route))),
                ("is_folder", .bool(true)),
            ])
        }
    }

    private func value(ofEntry page: Int, isFolder: Bool) -> TemplateValue {
        let source = project.tree.pages[page]
        var members: Members = [
            ("title", .text(source.frontMatter.title?.value ?? "")),
            ("url", .text(project.url(source.route))),
        ]
        if let text = source.frontMatter.description {
            members.append(("description", .text(text)))
        }
        if let date = source.frontMatter.date {
            members.append(("date", date.value.date.value(in: site.language)))
        }
        if !levels.isEmpty, let label = clearances.labels[page] {
            members.append(("label", levels[label.level]))
        }
        if let tags = tags(of: source) { members.append(("tags", tags)) }
        members.append(("is_folder", .bool(isFolder)))
        return .object(members)
    }

    private func tags(of page: Page) -> TemplateValue? {
        guard !page.frontMatter.tags.isEmpty, !tagLinks.isEmpty else { return nil }
        return .list(page.frontMatter.tags.compactMap { tagLinks[$0.value.normalizedToNFC] })
    }

    private func link(to page: Int) -> TemplateValue {
        let target = project.tree.pages[page]
        return .object([
            ("title", .text(target.frontMatter.title?.value ?? "")),
            ("url", .text(project.url(target.route))),
        ])
    }

    private func alternates(_ pages: [Int], current: Int) -> TemplateValue? {
        guard pages.count > 1 else { return nil }
        return .list(
            pages.map { page in
                let version = project.tree.pages[page]
                return .object([
                    ("language", .text(version.language)),
                    ("name", .text(languageName(version.language))),
                    ("url", .text(project.url(version.route))),
                    ("is_current", .bool(page == current)),
                ])
            })
    }

    private func fields(of page: Page) -> TemplateValue? {
        let fields = page.frontMatter.fields
        guard !fields.isEmpty else { return nil }
        return .list(
            fields.map { field in
                var members: Members = [("name", .text(fieldTitle(field.name)))]
                if case .reference(let path) = field.value, let target = target(of: path, on: page)
                {
                    members += [
                        ("value", .text(target.title)), ("url", .text(project.url(target.route))),
                    ]
                } else {
                    members.append(("value", .text(text(of: field.value))))
                }
                return .object(members)
            })
    }

    /// The page that a reference leads to.
    private func target(of path: String, on page: Page) -> (title: String, route: String)? {
        let folder = project.tree.folders[page.folder].path
        guard case .page(let key) = Destination(path, in: folder).place,
            let index = routes.index(
                ofPage: key, language: page.language, languages: project.site.languages,
                outputs: 1 << OutputSet(site.output)),
            case .page(let target) = routes.routes[index].kind,
            clearances.outputs[target] & (1 << OutputSet(site.output)) != 0
        else { return nil }
        let found = project.tree.pages[target]
        return (found.frontMatter.title?.value ?? "", found.route)
    }

    private func fieldTitle(_ name: String) -> String {
        let declared = project.site.collections.lazy.flatMap(\.fields).first { $0.name == name }
        return declared?.title?.text(in: site.language) ?? name
    }

    private func text(of value: FieldValue) -> String {
        switch value {
        case .text(let text), .reference(let text): text
        case .date(let date): date.text(in: site.language)
        case .int(let number): String(number)
        case .bool(let flag): flag ? "true" : "false"
        case .list(let items): items.joined(separator: site.language == "ja" ? "、" : ", ")
        }
    }
}
