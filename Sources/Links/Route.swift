package import Core

/// A set of outputs, one bit for each, in the order of site.yml.
package typealias OutputSet = UInt64

/// One URL of the site and what is found there.
package struct Route: Sendable {
    /// What a route leads to.
    package enum Kind: Sendable, Equatable {
        /// A Markdown page: its index in the content tree.
        case page(Int)
        /// A list that Hakusho makes: a folder without index.md, a taxonomy.
        case list
        /// An edition of a whitepaper.
        case edition
        /// A page that Hakusho makes of several editions: an item's history, a comparison. Readers
        /// may cite it in these outputs; in the others it comes and goes with the editions.
        case record(promised: OutputSet)
        /// A file of Content/uploads: its index there.
        case upload(Int)
        /// A file of the theme, a feed, or one of the site's own (`robots.txt`).
        case file
        /// A former URL; leads to the route at this path.
        case redirect(to: String)
        /// A former URL that leads nowhere any more, and says so.
        case gone
    }

    /// Below the site's root, in NFC; a page's ends with a slash.
    package let path: String
    /// What readers find there.
    package let kind: Kind
    /// The outputs that hold it.
    package var outputs: OutputSet
    /// What made it; nil for what Hakusho makes itself.
    package let source: SourceSpan?

    /// Takes a path in NFC below the site's root, and what made it.
    package init(path: String, kind: Kind, outputs: OutputSet, source: SourceSpan?) {
        self.path = path
        self.kind = kind
        self.outputs = outputs
        self.source = source
    }
}
