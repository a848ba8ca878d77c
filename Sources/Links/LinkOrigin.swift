package import Core

/// Where a link stands.
package struct LinkOrigin: Sendable {
    /// The folder of the file below pages/, without slashes at its ends; whitepapers use "".
    package let folder: String
    /// The code of the page's language; a link to a page prefers its translation.
    package let language: String
    /// The route of the page that shows the link.
    package let route: Int
    /// The outputs that show it.
    package let outputs: OutputSet

    /// Takes a folder below pages/ and the index of a route in the table.
    package init(folder: String, language: String, route: Int, outputs: OutputSet) {
        self.folder = folder
        self.language = language
        self.route = route
        self.outputs = outputs
    }
}

/// A link to an anchor, to be checked when all anchors are known.
package struct NotedLink: Sendable {
    /// The index of the route that should have the anchor.
    package let target: Int
    /// Decoded, without `#` and without what follows `:~:`; in the form in which it is written.
    package let fragment: String
    /// Where the link stands, and how it is written.
    package let link: WrittenLink
    /// The outputs that show the link.
    package let outputs: OutputSet

    /// Where the link stands.
    package var span: SourceSpan { link.span }

    init(target: Int, fragment: String, link: WrittenLink, outputs: OutputSet) {
        self.target = target
        self.fragment = fragment
        self.link = link
        self.outputs = outputs
    }

    /// The same link to the anchor of another route.
    package func moved(to route: Int) -> NotedLink {
        NotedLink(target: route, fragment: fragment, link: link, outputs: outputs)
    }

    /// Takes the index of a route, and a fragment that is decoded and in NFC.
    package init(target: Int, fragment: String, span: SourceSpan, outputs: OutputSet) {
        let link = WrittenLink("#" + fragment, at: span)
        self.init(target: target, fragment: fragment, link: link, outputs: outputs)
    }
}
