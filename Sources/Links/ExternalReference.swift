package import Core

/// A link to another site, where it stands.
package struct ExternalReference: Sendable {
    /// As its author wrote it: `https://…`, `http://…` or `//…`.
    package let url: String
    /// The link in its file.
    package let span: SourceSpan
    /// The outputs that show it.
    package let outputs: OutputSet

    /// Takes a link that `leadsToAnotherSite` is true of.
    package init(_ url: String, at span: SourceSpan, outputs: OutputSet) {
        self.url = url
        self.span = span
        self.outputs = outputs
    }

    /// Whether a destination is one that the Web is asked about: `mailto:` and the like are not.
    package static func leadsToAnotherSite(_ destination: String) -> Bool {
        let bytes = destination.utf8.prefix(8)
        if bytes.starts(with: [0x2F, 0x2F]) { return true }
        // Case differs by one bit; the colon ends the scheme.
        let scheme = bytes.prefix { $0 != 0x3A }
        let isSecure = scheme.count == 5
        guard isSecure || scheme.count == 4, bytes.count > scheme.count else { return false }
        return zip(scheme, "https".utf8).allSatisfy { $0 | 0x20 == $1 }
    }
}
