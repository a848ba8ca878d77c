package import Core

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

    /// Takes a name without `#`.
    package init(
        name: String, outputs: OutputSet, kind: Kind = .place, portion: SourceSpan? = nil
    ) {
        self.name = name
        self.outputs = outputs
        self.kind = kind
        self.portion = portion
    }
}

/// Checks links to anchors, once the anchors of all pages are known.
///
/// - Parameter anchors: By route; a route that is absent has none.
/// - Returns: An error for each link whose page, in some output that shows the link, lacks the
///   anchor, or has it in a portion that is hidden there.
package func checkAnchors(
    _ links: [NotedLink], in table: RouteTable, anchors: [Int: [Anchor]]
) -> [Diagnostic] {
    var sets: [Int: [String: OutputSet]] = [:]
    var diagnostics: [Diagnostic] = []
    for link in links {
        let route = table.routes[link.target]
        guard link.outputs & route.outputs != 0 else { continue }
        let known = anchors[link.target] ?? []
        // Few links lead to one page, so a dictionary pays only for pages with many anchors.
        let found: OutputSet
        if known.count < 16 {
            found = known.reduce(0) { $1.name == link.fragment ? $0 | $1.outputs : $0 }
        } else {
            if sets[link.target] == nil {
                sets[link.target] = Dictionary(
                    known.map { ($0.name, $0.outputs) }, uniquingKeysWith: |)
            }
            found = sets[link.target]?[link.fragment] ?? 0
        }
        guard link.outputs & route.outputs & ~found != 0 else { continue }
        if found != 0,
            let portion = known.first(where: { $0.name == link.fragment })?.portion
        {
            diagnostics.append(.hiddenAnchor(link, portion: portion))
            continue
        }
        let nearest = nearestName(to: link.fragment, in: known.lazy.map(\.name))
        diagnostics.append(.missingAnchor(link, route: route, nearest: nearest))
    }
    return diagnostics
}
