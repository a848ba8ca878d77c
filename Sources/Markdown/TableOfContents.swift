import Core

/// The table of contents of one page: nested ordered lists of links to its headings.
package enum TableOfContents {
    /// The contents as HTML.
    ///
    /// - Parameters:
    ///   - headings: Those of the page, in order.
    ///   - levels: The levels that are listed.
    /// - Returns: Nil where fewer than two headings would be listed.
    package static func html(
        _ headings: [RenderedMarkdown.Heading], levels: ClosedRange<Int> = 2...3
    ) -> [UInt8]? {
        let listed = headings.filter { levels.contains($0.level) }
        guard listed.count > 1 else { return nil }
        var html = ByteWriter(reservingCapacity: listed.count * 96)
        var open: [Int] = []
        for heading in listed {
            while let last = open.last, open.count > 1, last > heading.level {
                html.append("</li></ol>" as StaticString)
                open.removeLast()
            }
            if let last = open.last, last >= heading.level {
                html.append("</li>" as StaticString)
            } else {
                html.append("<ol>" as StaticString)
                open.append(heading.level)
            }
            html.append("<li><a href=\"#" as StaticString)
            html.appendEscaped(heading.anchor)
            html.append("\">" as StaticString)
            html.appendEscaped(heading.text)
            html.append("</a>" as StaticString)
        }
        for _ in open { html.append("</li></ol>" as StaticString) }
        return html.bytes
    }
}
