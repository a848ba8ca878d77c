import Content
import Core
import Links
import Uploads
import Whitepapers

/// A site whose pages have moved: what each old path and URL is called now.
struct MovedSite {
    let project: Project
    /// By former path below pages/, without a language's suffix.
    private(set) var keys: [String: String] = [:]
    /// By current path: the former one.
    private(set) var formerKeys: [String: String] = [:]
    /// By former URL, below the site's root and decoded.
    private(set) var urls: [String: String] = [:]
    /// Former URLs that readers may have, since what was there is published.
    private(set) var published: Set<String> = []
    /// URLs of pages whose former URLs lead to them by redirects.yml already.
    private(set) var settled: Set<String> = []
    /// What is there now: files, paths of pages without a language's suffix, and URLs.
    let files: Set<String>
    let pageKeys: Set<String>
    let urlsHere: Set<String>

    init(_ project: Project, _ moves: [PageMove]) {
        self.project = project
        files = Set(project.tree.pages.map(\.file))
        pageKeys = Set(project.tree.pages.map(\.key))
        var here = Set(project.tree.pages.map(\.route) + project.uploads.uploads.map(\.route))
        for language in project.site.languages {
            let root = LanguageSite.root(of: language, in: project.site)
            for folder in project.tree.folders { here.insert(root + folder.route.dropFirst()) }
        }
        urlsHere = here
        for move in moves {
            keys[move.from] = move.to
            formerKeys[move.to] = move.from
        }
        let declared = Dictionary(
            project.redirects.entries.map {
                (PercentEncoding.decode($0.from.value) ?? $0.from.value, $0.to?.value)
            }, uniquingKeysWith: { first, _ in first })
        for page in project.tree.pages {
            guard let former = formerKeys[page.key] else { continue }
            let url = Self.url(of: former, version: page, site: project.site)
            guard url != page.route else { continue }
            urls[url] = page.route
            if declared[url] == page.route { settled.insert(page.route) }
            if page.exclusion == nil { published.insert(url) }
        }
        for page in project.tree.pages where page.exclusion == nil {
            if let former = formerKeys[page.key] { addFolders(from: former, of: page) }
        }
    }

    /// The folder below pages/ in which a page's text was written, as its links count.
    func formerFolder(of page: Page) -> String {
        guard let former = formerKeys[page.key] else {
            return project.tree.folders[page.folder].path
        }
        return former.lastIndex(of: "/").map { String(former[..<$0]) } ?? ""
    }

    /// What a Markdown file is called now, with the suffix with which it was called.
    func current(_ key: String) -> String {
        if let moved = keys[key] { return moved }
        let stem = key.dropLast(3)
        guard let dot = stem.lastIndex(of: ".") else { return key }
        let suffix = stem[dot...]
        guard project.site.languages.contains(String(suffix.dropFirst())),
            let moved = keys[stem[..<dot] + ".md"]
        else { return key }
        return moved.dropLast(3) + suffix + ".md"
    }

    /// Where a URL is now; nil where nothing moved there.
    func current(url: String) -> String? {
        if let moved = urls[url] { return moved }
        if url.hasSuffix("/index.html") {
            return urls[String(url.dropLast(10))].map { $0 + "index.html" }
        }
        guard !url.hasSuffix("/") else { return nil }
        return urls[url + "/"].map { String($0.dropLast()) }
    }

    /// Lists that Hakusho makes move with the pages that they held, where nothing is left there.
    private mutating func addFolders(from former: String, of page: Page) {
        var old = former.split(separator: "/").dropLast().map(String.init)
        var new = page.key.split(separator: "/").dropLast().map(String.init)
        let root = LanguageSite.root(of: page.language, in: project.site)
        while !old.isEmpty, !hasPages(in: old.joined(separator: "/"), page.language) {
            let (from, to) = (Self.path(of: old), Self.path(of: new))
            if urls[root + from] == nil, from != to {
                urls[root + from] = root + to
                published.insert(root + from)
            }
            guard old.last == new.last else { return }
            old.removeLast()
            new.removeLast()
        }
    }

    private func hasPages(in folder: String, _ language: String) -> Bool {
        project.tree.pages.contains {
            $0.language == language && $0.exclusion == nil && $0.key.hasPrefix(folder + "/")
        }
    }

    private static func path(of folders: [String]) -> String {
        folders.map { (urlSegment($0) ?? $0) + "/" }.joined()
    }

    /// The URL that a page had at a former path, with the slug that it has.
    private static func url(of key: String, version: Page, site: SiteConfiguration) -> String {
        let parts = key.split(separator: "/").map(String.init)
        let base = LanguageSite.root(of: version.language, in: site) + path(of: parts.dropLast())
        if let slug = version.frontMatter.slug.flatMap({ urlSegment($0.value) }) {
            return base + slug + "/"
        }
        let stem = String((parts.last ?? "").dropLast(3))
        return stem == "index" ? base : base + (urlSegment(stem) ?? stem) + "/"
    }
}
