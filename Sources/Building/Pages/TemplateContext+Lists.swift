import Content
import Core
import Theming

extension TemplateContext {
    /// The URL of the feed whose folder this is; nil where it has none, or nothing in it.
    func feedURL(folder: Int) -> String? {
        Feeds.all(in: project).first { feed in
            feed.folder == folder && feed.language == site.language
                && feed.isShown(in: site)
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

    /// The pages that `recent` shows.
    func recentEntries() -> [LanguageSite.ListEntry] {
        Feeds.all(in: project).filter { $0.language == site.language }.flatMap { feed in
            (site.folders[feed.folder]?.entries ?? [])
                .filter { if case .page = $0 { true } else { false } }.prefix(5)
        }
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

    /// The heading of a page that tells of one which is gone.
    var goneTitle: String {
        site.language == "ja" ? "このページは公開を終了しました" : "This page has been withdrawn"
    }

    /// What a page tells its template that leads to another.
    ///
    /// - Parameter to: Below the site's root, as in a link, or a full address.
    func redirect(at route: String, to: String) -> Members {
        guard to.hasPrefix("/") else {
            var members = basics(title: to, description: nil, route: route)
            members.removeAll { $0.name == "canonical" }
            return members + [("canonical", .text(to)), ("redirect_to", .text(to))]
        }
        let end = to.firstIndex { $0 == "#" || $0 == "?" } ?? to.endIndex
        let target = project.url(to)
        var members = basics(title: target, description: nil, route: route)
        members.removeAll { $0.name == "canonical" }
        let path = PercentEncoding.decode(to[..<end]) ?? String(to[..<end])
        return members + [
            ("canonical", .text(project.absolute(path) + to[end...])),
            ("redirect_to", .text(target)),
        ]
    }
}
