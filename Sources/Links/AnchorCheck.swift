package import Core
import Markdown

/// An anchor and the outputs whose page has it.
package struct Anchor: Sendable {
    /// Without `#`, as the HTML has it.
    package let name: String
    /// An anchor within a labelled portion is in fewer outputs than its page.
    package var outputs: OutputSet
    /// What it is the place of.
    package let kind: Kind
    /// Kinds of places that differ in what is promised of them.
    package enum Kind: Hashable, Sendable {
        /// A heading, an item of a whitepaper, an element of raw HTML: readers may cite it.
        case place
        /// A footnote or the way back from it; they are numbered, and nobody cites them.
        case footnote
        /// What was here has moved (below the site's root, or an address); nil: it is gone.
        case former(leadsTo: String?)
    }

    /// The opening line of the labelled portion that it stands in; nil outside of one.
    package let portion: SourceSpan?
    /// What the heading's anchor would be, had its author not fixed another one; else nil.
    package let natural: String?

    /// Takes names without `#`.
    package init(
        name: String, outputs: OutputSet, kind: Kind = .place, portion: SourceSpan? = nil,
        natural: String? = nil
    ) {
        self.name = name
        self.outputs = outputs
        self.kind = kind
        self.portion = portion
        self.natural = natural
    }
}

/// Checks links to anchors, once the anchors of all pages are known.
///
/// - Parameters:
///   - anchors: By route; a route that is absent has none.
///   - common: Anchors that the theme gives its pages.
///   - basePath: The path of the site's root.
/// - Returns: An error for each link whose page, in some output that shows the link, lacks the
///   anchor, or has it in a portion that is hidden there.
package func checkAnchors(
    _ links: [NotedLink], in table: RouteTable, anchors: [Int: [Anchor]],
    common: Set<String> = [], basePath: String = "/"
) -> [Diagnostic] {
    var check = AnchorCheck(table: table, anchors: anchors, common: common, basePath: basePath)
    return links.compactMap { check.finding(for: $0) }
}

/// The anchors of the site, and what was made of them to look links up.
private struct AnchorCheck {
    let table: RouteTable
    let anchors: [Int: [Anchor]]
    let common: Set<String>
    let basePath: String
    /// By route and name: places among the route's anchors.
    private var sets: [Int: [String: [Int]]] = [:]
    private var repairs: [Int: AnchorRepairs] = [:]

    init(
        table: RouteTable, anchors: [Int: [Anchor]], common: Set<String>, basePath: String
    ) {
        self.table = table
        self.anchors = anchors
        self.common = common
        self.basePath = basePath
    }

    mutating func finding(for link: NotedLink) -> Diagnostic? {
        let route = table.routes[link.target]
        guard link.outputs & route.outputs != 0 else { return nil }
        let (found, former) = outputs(of: link.fragment, on: link.target)
        if link.outputs & route.outputs & ~found == 0 {
            if let former { return finding(for: link, to: former) }
            // Strings are equal whatever their form; a browser compares code points.
            return link.fragment.isNFC
                ? nil : .notNFC(link.link, right: link.link.with(fragment: link.fragment.nfc))
        }
        if common.contains(link.fragment) { return nil }
        if found != 0, let portion = portion(of: link.fragment, on: link.target) {
            return .hiddenAnchor(link, portion: portion)
        }
        if repairs[link.target] == nil {
            repairs[link.target] = AnchorRepairs(anchors[link.target] ?? [])
        }
        return repairs[link.target]?.finding(for: link, on: route)
    }

    /// The labelled portion that the anchor stands in.
    private func portion(of name: String, on target: Int) -> SourceSpan? {
        anchors[target]?.first { $0.name == name }?.portion
    }

    /// What is said of a link to an anchor that has moved or is gone.
    private func finding(for link: NotedLink, to former: Anchor) -> Diagnostic? {
        guard case .former(let leadsTo) = former.kind else { return nil }
        guard let leadsTo else { return .toGoneAnchor(link) }
        guard leadsTo.hasPrefix(basePath) else {
            return .toRedirect(link.link, to: leadsTo, right: leadsTo)
        }
        let path = "/" + leadsTo.dropFirst(basePath.count)
        // Where the link has the site's address, an autolink above all, it keeps it.
        let right = origin(of: link.link.destination).map { $0 + leadsTo } ?? path
        return .toRedirect(link.link, to: path, right: right)
    }

    /// Scheme and host as a full address has them: `https://www.example.jp`; nil for a path.
    private func origin(of destination: String) -> Substring? {
        guard let slashes = destination.firstRange(of: "//"),
            !destination[..<slashes.lowerBound].contains("/")
        else { return nil }
        return destination[
            ..<(destination[slashes.upperBound...].firstIndex(of: "/")
                ?? destination.endIndex)]
    }

    /// The outputs whose page has the anchor, and the anchor if it is a former one.
    private mutating func outputs(
        of name: String, on target: Int
    ) -> (outputs: OutputSet, former: Anchor?) {
        let known = anchors[target] ?? []
        var outputs: OutputSet = 0
        var former: Anchor?
        let take = { (anchor: Anchor) in
            outputs |= anchor.outputs
            if anchor.kind.isFormer { former = anchor }
        }
        // Few links lead to one page, so a dictionary pays only for pages with many anchors.
        if known.count < 16 {
            for anchor in known where anchor.name == name { take(anchor) }
        } else {
            if sets[target] == nil {
                sets[target] = Dictionary(grouping: known.indices) { known[$0].name }
            }
            for place in sets[target]?[name] ?? [] { take(known[place]) }
        }
        return (outputs, former)
    }
}

extension Anchor.Kind {
    fileprivate var isFormer: Bool { if case .former = self { true } else { false } }
}

/// The anchors of one page, by what a wrong link may have written in their place.
private struct AnchorRepairs {
    private let names: Set<String>
    private let byFoldedName: [String: String]
    private let byHeading: [String: String]
    private let near: NameIndex

    init(_ anchors: [Anchor]) {
        names = Set(anchors.map(\.name))
        byFoldedName = Dictionary(
            anchors.map { ($0.name.folded, $0.name) }, uniquingKeysWith: { first, _ in first })
        byHeading = Dictionary(
            anchors.compactMap { anchor in anchor.natural.map { ($0, anchor.name) } },
            uniquingKeysWith: { first, _ in first })
        near = NameIndex(anchors.lazy.map(\.name))
    }

    /// What is wrong with a link to an anchor that the page lacks.
    func finding(for link: NotedLink, on route: Route) -> Diagnostic {
        let fragment = link.fragment.nfc
        if names.contains(fragment) { return .missingAnchor(link, route: route, repair: .none) }
        if let name = byFoldedName[fragment.folded] {
            return .wrongCase(
                link.link, is: "#" + name, right: link.link.with(fragment: name))
        }
        if let decoded = PercentEncoding.decode(fragment)?.nfc, names.contains(decoded) {
            return .encodedTwice(link.link, right: link.link.with(fragment: decoded))
        }
        let natural = anchorName(of: fragment)
        if let name = byHeading[natural] ?? (names.contains(natural) ? natural : nil) {
            return .missingAnchor(link, route: route, repair: .heading(name))
        }
        let nearest = near.nearest(to: fragment)
        return .missingAnchor(link, route: route, repair: nearest.map { .near($0) } ?? .none)
    }
}

/// What a link to a missing anchor most likely meant.
enum AnchorRepair {
    case none
    /// The heading of this text has that anchor.
    case heading(String)
    /// A name that is spelt nearly so.
    case near(String)
}

extension String {
    fileprivate var nfc: String { normalizedToNFC }
}
