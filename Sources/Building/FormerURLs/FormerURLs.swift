import Content
import Core
import Labels
import Links

/// The former URLs and anchors of a site: aliases of pages, pages whose time is over, and what
/// redirects.yml says.
struct FormerURLs: Sendable {
    /// In the order in which they are declared: aliases, expired pages, redirects.yml.
    private(set) var all: [FormerURL] = []
    /// By path: whole URLs.
    private(set) var byPath: [String: Int] = [:]
    /// By route: its former anchors.
    private(set) var byRoute: [Int: [Int]] = [:]
    /// Former URLs, and anchors after `#`, that are declared and lead nowhere: each has an error.
    private(set) var unsound: Set<String> = []
    /// By entry of redirects.yml: its effective label; nil where it has none, or a wrong one.
    private(set) var labels: [Label?] = []

    /// Adds one that is sound.
    mutating func add(_ former: FormerURL, on route: Int?) {
        if let route, former.anchor != nil {
            byRoute[route, default: []].append(all.count)
        } else {
            byPath[former.path] = all.count
        }
        all.append(former)
    }

    /// Notes one that leads nowhere.
    mutating func addUnsound(_ former: DeclaredFormer) {
        let anchor = former.anchor.map { "#" + $0 } ?? ""
        unsound.insert(former.path + anchor)
        if anchor.isEmpty, former.path != "/" { unsound.insert(String(former.path.dropLast())) }
    }

    /// Takes the effective labels of the entries of redirects.yml.
    mutating func take(labels: [Label?]) { self.labels = labels }

    /// Takes the outputs that still hold an upload from the former URL that stands at its path.
    mutating func narrow(_ index: Int, to outputs: OutputSet) { all[index].outputs = outputs }

    /// The former URL at a path; the slash at its end may be missing.
    func index(ofPath path: String) -> Int? {
        byPath[path] ?? (path.hasSuffix("/") ? nil : byPath[path + "/"])
    }

    /// The former anchor of a route.
    func index(ofAnchor anchor: String, on route: Int) -> Int? {
        byRoute[route]?.first { all[$0].anchor == anchor }
    }
}

/// A former URL as its author declares it, before it is followed.
struct DeclaredFormer {
    /// Where a declaration leads.
    enum Goal {
        case route(Int)
        case written(Located<String>)
        case gone
    }

    let path: String
    let anchor: String?
    let from: Located<String>
    let goal: Goal
    /// The outputs whose readers may know of it, as far as its own label goes.
    let outputs: OutputSet
}

extension DeclaredFormer {
    /// Takes a former URL as it is written apart.
    ///
    /// - Returns: Nil for what is no path below the site's root that a file could have.
    init?(_ from: Located<String>, goal: Goal, outputs: OutputSet) {
        var url = from.value[...]
        var anchor: String?
        if let hash = url.firstIndex(of: "#") {
            let written = url[url.index(after: hash)...]
            guard let name = PercentEncoding.decode(written)?.normalizedToNFC, !name.isEmpty,
                !name.hasPrefix("_"), !name.contains(where: \.isWhitespace)
            else { return nil }
            anchor = name
            url = url[..<hash]
        }
        guard url.hasPrefix("/"), let path = PercentEncoding.decode(url)?.normalizedToNFC else {
            return nil
        }
        let segments = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
        let inner = segments.last == "" ? segments.dropLast() : segments
        guard inner.allSatisfy({ urlSegment(String($0)) != nil }) else { return nil }
        let isFile = path.hasSuffix("/") || path.hasSuffix(".html")
        self.path = isFile ? path : path + "/"
        self.anchor = anchor
        self.from = from
        self.goal = goal
        self.outputs = outputs
    }
}
