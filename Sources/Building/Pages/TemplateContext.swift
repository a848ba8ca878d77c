import Content
import Core
import Labels
import Links
import Theming

/// What all pages of one output in one language tell their templates alike.
///
/// A class because every job of a language and an output uses the same; immutable.
final class TemplateContext: Sendable {
    /// Names and values in the order in which templates get them.
    typealias Members = [(name: String, value: TemplateValue)]

    let project: Project
    let clearances: Clearances
    let site: LanguageSite
    let routes: RouteTable
    /// By tag: its name and URL.
    let tagLinks: [String: TemplateValue]
    /// By level: its id, name and whether it is the lowest; empty where there are no labels.
    let levels: [TemplateValue]
    private let shared: Members
    private let menus: [(name: String, entries: [MenuEntry])]

    private struct MenuEntry: Sendable {
        let title: String
        let url: String
        /// Nil for another site.
        let route: String?
    }

    init(_ project: Project, _ clearances: Clearances, _ routes: SiteRoutes, _ site: LanguageSite) {
        self.project = project
        self.clearances = clearances
        self.site = site
        self.routes = routes.table
        tagLinks = Dictionary(
            uniqueKeysWithValues: site.tags.map { tag in
                let url = TemplateValue.text(project.url(tag.route))
                return (tag.name, .object([("name", .text(tag.name)), ("url", url)]))
            })
        levels = (project.scheme?.levels ?? []).enumerated().map { rank, level in
            .object([
                ("id", .text(level.id)), ("name", .text(level.name.text(in: site.language))),
                ("is_lowest", .bool(rank == 0)),
            ])
        }
        let configuration = project.site
        let language = site.language
        let home = LanguageSite.root(of: language, in: configuration)
        var about: Members = [("title", .text(configuration.title.text(in: language)))]
        if let text = configuration.description?.text(in: language) {
            about.append(("description", .text(text)))
        }
        about += [
            ("url", .text(configuration.url)), ("home_url", .text(project.url(home))),
        ]
        if let name = configuration.organization?.text(in: language) {
            about.append(("organization", .text(name)))
        }
        about.append(("language", .text(language)))
        let style = project.url("/assets/" + project.theme.stylesheetPath)
        shared = [
            ("site", .object(about)),
            ("output", .text(configuration.outputs[site.output].id)),
            ("language", .text(language)), ("text", project.theme.text(in: language)),
            ("assets", .object([("style", .text(style))])),
            ("feeds", Self.feeds(project, site)),
        ]
        menus = [
            ("navigation", configuration.navigation),
            ("footer_navigation", configuration.footerNavigation),
        ].map { name, entries in
            (name, entries.compactMap { Self.entry($0, project, clearances, routes, site) })
        }
    }

    /// Everything but the template's own part.
    ///
    /// - Parameters:
    ///   - route: The page's route, for the menus' marks.
    ///   - page: The value of `page`.
    ///   - feed: The page's own, besides those of the site.
    func value(
        route: String, page: Members, more: Members = [], feed: TemplateValue? = nil
    ) -> TemplateValue {
        var members = shared
        if let feed, let place = members.firstIndex(where: { $0.name == "feeds" }),
            case .list(let feeds) = members[place].value
        {
            members[place].value = .list([feed] + feeds)
        }
        members.reserveCapacity(shared.count + menus.count + 1 + more.count)
        for menu in menus {
            let entries = menu.entries.map { entry in
                let isWithin =
                    entry.route.map { $0 != "/" && route.hasPrefix($0) || $0 == route } ?? false
                return TemplateValue.object([
                    ("title", .text(entry.title)), ("url", .text(entry.url)),
                    ("is_current", .bool(entry.route == route)), ("is_within", .bool(isWithin)),
                ])
            }
            members.append((menu.name, .list(entries)))
        }
        members.append(("page", .object(page)))
        return .object(members + more)
    }

    private static func feeds(_ project: Project, _ site: LanguageSite) -> TemplateValue {
        let feeds = Feeds.all(in: project).filter { feed in
            feed.isShown(in: site)
        }
        return .list(
            feeds.map { feed in
                .object([
                    ("title", .text(feed.title(in: project))),
                    ("url", .text(project.url(feed.route))),
                ])
            })
    }

    /// A menu's entry as this output's readers see it; nil for a page that it does not hold.
    private static func entry(
        _ entry: SiteConfiguration.NavigationEntry, _ project: Project,
        _ clearances: Clearances, _ routes: SiteRoutes, _ site: LanguageSite
    ) -> MenuEntry? {
        let title = entry.title?.text(in: site.language)
        switch entry.target {
        case .url(let url):
            let isPath = url.value.hasPrefix("/") && !url.value.hasPrefix("//")
            return MenuEntry(
                title: title ?? url.value, url: isPath ? project.url(url.value) : url.value,
                route: nil)
        case .page(let key):
            guard
                let index = routes.table.index(
                    ofPage: key.value, language: site.language,
                    languages: project.site.languages, outputs: 1 << OutputSet(site.output)),
                case .page(let page) = routes.table.routes[index].kind,
                clearances.outputs[page] & (1 << OutputSet(site.output)) != 0
            else { return nil }
            let route = project.tree.pages[page].route
            let own = project.tree.pages[page].frontMatter.title?.value ?? ""
            return MenuEntry(title: title ?? own, url: project.url(route), route: route)
        }
    }
}
