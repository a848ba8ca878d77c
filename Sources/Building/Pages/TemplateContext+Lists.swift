import Content
import Core
import Theming

extension TemplateContext {
    /// The URL of the feed whose folder this is; nil where it has none, or nothing in it.
    func feedURL(folder: Int) -> String? {
        Feeds.all(in: project).first { feed in
            feed.folder == folder && feed.language == site.language
                && feed.atom(site, project) != nil
        }.map { project.url($0.route) }
    }

    /// The newest pages of each collection with a feed, for the home page.
    func recent() -> Members {
        let feeds = Feeds.all(in: project).filter { $0.language == site.language }
        let lists = feeds.compactMap { feed -> TemplateValue? in
            guard let list = site.folders[feed.folder] else { return nil }
            let pages = list.entries.filter { if case .page = $0 { true } else { false } }
            guard !pages.isEmpty else { return nil }
            var members: Members = [
                ("title", .text(list.title)), ("url", .text(project.url(list.route))),
            ]
            if let url = feedURL(folder: feed.folder) { members.append(("feed_url", .text(url))) }
            members.append(("entries", .list(pages.prefix(5).map(entry))))
            return .object(members)
        }
        return lists.isEmpty ? [] : [("recent", .list(lists))]
    }

    /// A page's members for a further page of its list: own URL, without text and contents.
    func continued(_ members: Members, route: String) -> Members {
        members.compactMap { member in
            switch member.name {
            case "url": ("url", .text(project.url(route)))
            case "canonical": ("canonical", .text(project.absolute(route)))
            case "content": ("content", .html([]))
            case "toc", "alternates", "previous", "next": nil
            default: member
            }
        }
    }

    /// The way to a tag's page: home, then all tags.
    func tagTrail() -> TemplateValue {
        let home = LanguageSite.root(of: site.language, in: project.site)
        return .list([
            .object([
                ("title", .text(project.site.title.text(in: site.language))),
                ("url", .text(project.url(home))),
            ]),
            .object([("title", .text(tagsTitle)), ("url", .text(project.url(home + "tags/")))]),
        ])
    }

    /// The heading of the list of all tags.
    var tagsTitle: String { site.language == "ja" ? "タグ" : "Tags" }

    /// The heading of the page for URLs that do not exist.
    var notFoundTitle: String {
        site.language == "ja" ? "ページが見つかりません" : "Page not found"
    }
}
