package import Core

/// A URL, or an anchor of a page, that readers may still have, and where it leads them now.
package struct FormerURL: Sendable {
    /// Where a former URL leads.
    package enum Target: Hashable, Sendable {
        /// A route of the site with a query (as written, with its `?`; mostly empty), and an
        /// anchor there (decoded, in NFC).
        case route(Int, query: String, anchor: String?)
        /// An address on another site.
        case address(String)
        /// Nowhere: it says that it is gone.
        case gone
    }

    /// Below the site's root, decoded, in NFC: `/old/`.
    package let path: String
    /// Decoded, in NFC, without `#`; nil where the URL as a whole is meant.
    package let anchor: String?
    /// Where it leads in the end, whatever lies between.
    package let target: Target
    /// The outputs that tell it.
    package var outputs: OutputSet
    /// Where it is declared.
    package let source: SourceSpan

    /// Takes a path below the site's root and what has become of it.
    package init(
        path: String, anchor: String?, target: Target, outputs: OutputSet, source: SourceSpan
    ) {
        self.path = path
        self.anchor = anchor
        self.target = target
        self.outputs = outputs
        self.source = source
    }
}

/// A redirect as a web server of one output answers it.
package struct ServerRedirect: Hashable, Sendable {
    /// What browsers ask for, decoded, with the path of the site's root: `/base/古い/`.
    package let path: String
    /// The value of `Location`, percent-encoded: `/base/new/#anchor`, or a full address; nil
    /// where the answer is 410.
    package let location: String?

    /// Takes a decoded path, and an encoded location or nil for what is gone.
    package init(path: String, location: String?) {
        self.path = path
        self.location = location
    }
}
