import Content
package import Core
import Links
import Markdown

extension PreparedBuild {
    /// The moves that somebody states: two paths below pages/, two URLs, or two folders.
    ///
    /// - Returns: Every page that moved, or why nothing can have moved so.
    package func moves(from old: String, to new: String) -> (moves: [PageMove], problem: Message?) {
        guard let project else { return ([], Self.unreadable) }
        let naming = PageNaming(project)
        let from = naming.path(old)
        let to = naming.path(new)
        if let key = naming.key(at: to) {
            let wanted = from.hasSuffix(".md") ? from : naming.key(of: from, like: key)
            if wanted == key { return ([], Self.same(old, new)) }
            if project.tree.pages.contains(where: { $0.key == wanted }) {
                return ([], Self.stillThere("Content/pages/" + wanted))
            }
            return ([PageMove(from: wanted, to: key)], nil)
        }
        guard project.tree.folders.contains(where: { $0.path == to }), !to.isEmpty else {
            return ([], Self.notThere(new))
        }
        guard !from.isEmpty, from != to, !from.hasSuffix(".md") else {
            return ([], Self.same(old, new))
        }
        let keys = Set(project.tree.pages.map(\.key).filter { $0.hasPrefix(to + "/") })
        let all = keys.sorted().map { PageMove(from: from + $0.dropFirst(to.count), to: $0) }
        let known = Set(project.tree.pages.map(\.key))
        let moves = all.filter { !known.contains($0.from) }
        return moves.isEmpty ? ([], Self.stillThere("Content/pages/" + from)) : (moves, nil)
    }

    private static let unreadable = Message(
        en: "the project cannot be read; 'hakusho check' says why",
        ja: "プロジェクトを読めません。理由は「hakusho check」で確かめてください")

    private static func same(_ old: String, _ new: String) -> Message {
        Message(en: "'\(old)' and '\(new)' are the same page", ja: "「\(old)」と「\(new)」は同じページです")
    }

    private static func stillThere(_ file: String) -> Message {
        Message(
            en: "\(file) is still there; move the file first, then run this",
            ja: "\(file) がまだあります。先にファイルを移してから実行してください")
    }

    private static func notThere(_ new: String) -> Message {
        Message(en: "there is no page '\(new)'", ja: "ページ「\(new)」がありません")
    }
}

/// How people name a page: by its file, from wherever they look at it, or by its URL.
struct PageNaming {
    let project: Project

    init(_ project: Project) { self.project = project }

    /// A path below pages/, or a URL without its first and last slash and its language.
    func path(_ text: String) -> String {
        var path = text.normalizedToNFC
        let root = project.site.url
        if path.hasPrefix(root) { path = "/" + path.dropFirst(root.count) }
        for prefix in ["./", "Content/pages/", "pages/"] where path.hasPrefix(prefix) {
            path = String(path.dropFirst(prefix.count))
        }
        if path.hasPrefix("/") {
            path = PercentEncoding.decode(path) ?? path
            for language in project.site.languages.dropFirst()
            where path.hasPrefix("/\(language)/") {
                path = String(path.dropFirst(language.count + 1))
            }
            if path == "/" { return "index.md" }
        }
        path = String(path.drop { $0 == "/" })
        while path.hasSuffix("/") { path.removeLast() }
        return withoutLanguage(path)
    }

    /// The key of the page at a path that `path(_:)` has made.
    func key(at path: String) -> String? {
        let pages = project.tree.pages
        if let page = pages.first(where: { $0.key == path }) { return page.key }
        let site = project.site
        let page = pages.first { page in
            let root = LanguageSite.root(of: page.language, in: site)
            return page.route == root + path + "/"
        }
        return page?.key
    }

    /// The file that made a URL: a folder's own page where the page is one now.
    func key(of path: String, like key: String) -> String {
        key == "index.md" || key.hasSuffix("/index.md") ? path + "/index.md" : path + ".md"
    }

    private func withoutLanguage(_ path: String) -> String {
        for language in project.site.languages where path.hasSuffix(".\(language).md") {
            return String(path.dropLast(language.count + 4)) + ".md"
        }
        return path
    }
}
