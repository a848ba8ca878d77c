package import Core

/// Every URL of the site. Two things at one URL, also by case or normalization form, are an
/// error: many file systems and servers could not tell them apart.
package struct RouteTable: Sendable {
    /// In the order in which they were added; an index here names a route everywhere.
    package private(set) var routes: [Route] = []
    /// Pages by their file below pages/, for each language.
    private var pages: [String: [(language: String, route: Int)]] = [:]
    /// By route: of a page, the outputs that hold the page itself. Its route may be in more, where
    /// readers who must not see a folder's own page get a list in its place.
    private var ownOutputs: [OutputSet] = []
    private var byPath: [String: Int] = [:]
    private var byFoldedPath: [String: Int] = [:]

    /// A table without any URL.
    package init() {}

    /// Adds a route.
    ///
    /// - Returns: An error where the URL is taken already; then the first keeps it.
    package mutating func add(_ route: Route) -> Diagnostic? {
        let folded = Self.fold(route.path)
        if let taken = byFoldedPath[folded] { return .duplicateURL(route, taken: routes[taken]) }
        byFoldedPath[folded] = routes.count
        byPath[route.path] = routes.count
        routes.append(route)
        ownOutputs.append(0)
        return nil
    }

    /// Adds a page's route, and its file as a target of links.
    package mutating func addPage(_ route: Route, key: String, language: String) -> Diagnostic? {
        let clash = add(route)
        let index = clash == nil ? routes.count - 1 : byFoldedPath[Self.fold(route.path)]
        guard let index else { return clash }
        pages[key, default: []].removeAll { $0.language == language }
        pages[key, default: []].append((language, index))
        if clash == nil { ownOutputs[index] = route.outputs }
        return clash
    }

    /// Widens a route's outputs, once it is known who refers to it.
    package mutating func widen(_ index: Int, to outputs: OutputSet) {
        routes[index].outputs |= outputs
    }

    /// The route at exactly this path; the slash at a page's end may be missing.
    package func index(ofPath path: String) -> Int? {
        if let found = byPath[path] { return found }
        if path.hasSuffix("/index.html") { return byPath[String(path.dropLast(10))] }
        return path.hasSuffix("/") ? nil : byPath[path + "/"]
    }

    /// The route whose path differs only by case or normalization form.
    package func index(ofPathLike path: String) -> Int? {
        byFoldedPath[Self.fold(path)]
    }

    /// The route of a file that stands where `path` needs a folder: `/robots.txt` for
    /// `/robots.txt/old/`.
    package func file(above path: String) -> Route? {
        var parent = path.split(separator: "/").dropLast()
        while !parent.isEmpty {
            let folder = "/" + parent.joined(separator: "/")
            if let index = byFoldedPath[Self.fold(folder)], !routes[index].path.hasSuffix("/") {
                return routes[index]
            }
            parent.removeLast()
        }
        return nil
    }

    /// The page made from the file at `key`, in `language` or else in the default language.
    ///
    /// A version that `outputs` do not all hold is passed over for one that they do, so that a
    /// translation which is a draft, or ranks higher, changes no link.
    ///
    /// - Parameter key: Below pages/; may carry a language's suffix (`start.en.md`).
    package func index(
        ofPage key: String, language: String, languages: [String], outputs: OutputSet
    ) -> Int? {
        if let versions = pages[key] {
            if versions.count == 1 { return versions[0].route }
            let own = [language, languages[0]].compactMap { language in
                versions.first { $0.language == language }?.route
            }
            let known = own + versions.map(\.route).sorted()
            return known.first { outputs & ~ownOutputs[$0] == 0 } ?? known.first
        }
        let stem = key.dropLast(3)
        guard let dot = stem.lastIndex(of: ".") else { return nil }
        let suffix = String(stem[stem.index(after: dot)...])
        guard languages.contains(suffix) else { return nil }
        return pages[stem[..<dot] + ".md"]?.first { $0.language == suffix }?.route
    }

    /// The files below pages/ that are targets of links, in no order.
    var pageKeys: some Collection<String> { pages.keys }

    /// Where a former URL leads in the end.
    enum RedirectEnd: Equatable {
        case outside(String)
        /// A route that is no redirect, and the fragment that the redirect adds, as written.
        case route(Int, fragment: String?)
    }

    /// Follows the redirect at `index` to its end; nil where it has none.
    func end(ofRedirect index: Int) -> RedirectEnd? {
        var index = index
        var fragment: String?
        // A chain is a finding of its own; a loop has no end.
        for _ in 0..<16 {
            guard case .redirect(let to) = routes[index].kind else {
                return routes[index].kind == .gone ? nil : .route(index, fragment: fragment)
            }
            let destination = Destination(to, in: "")
            if destination.fragment != nil { fragment = destination.rawFragment }
            switch destination.place {
            case .external: return .outside(to)
            case .path(let path):
                guard let next = self.index(ofPath: path.normalizedToNFC) else { return nil }
                index = next
            case .samePage, .page, .invalid, .undecodable: return nil
            }
        }
        return nil
    }

    /// What two paths have in common that could not be told apart: also a page and a file, since
    /// a page is a folder on the disk.
    private static func fold(_ path: String) -> String { String(place(of: path.folded)) }

    /// A path without what does not tell two apart: the slash at its end, and `index.html`.
    fileprivate static func place(of path: String) -> Substring {
        let bare = path.hasSuffix("/") ? path.dropLast() : path[...]
        return bare.hasSuffix("/index.html") ? bare.dropLast(11) : bare
    }
}

extension Diagnostic {
    fileprivate static func duplicateURL(_ route: Route, taken: Route) -> Diagnostic {
        let owner = taken.source.map { $0.file } ?? "Hakusho"
        let same = RouteTable.place(of: route.path) == RouteTable.place(of: taken.path)
        let isFile = [route, taken].contains { if case .upload = $0.kind { true } else { false } }
        let note = Note(
            at: taken.source, en: "'\(taken.path)' belongs to \(owner)",
            ja: "「\(taken.path)」は \(owner) が使っています")
        return Diagnostic(
            .error, "content.duplicate-url", at: route.source ?? taken.source,
            en: same
                ? "two \(isFile ? "files" : "pages") would have the URL '\(route.path)'"
                : "the URLs '\(route.path)' and '\(taken.path)' differ only by case or Unicode form",
            ja: same
                ? "URL「\(route.path)」になるものが二つあります"
                : "URL「\(route.path)」と「\(taken.path)」は、大文字小文字または Unicode の正規化形だけが違います",
            notes: [note],
            fix: isFile
                ? .advice(en: "rename one of the two", ja: "どちらかの名前を変えてください")
                : .advice(en: "rename one, or give it a slug", ja: "どちらかの名前か slug を変えてください"))
    }
}
