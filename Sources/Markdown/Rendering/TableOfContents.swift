package import Core

/// A page's contents: nested lists of links to its headings.
package struct TableOfContents {
    private let entries: [RenderedMarkdown.Heading]

    /// - Parameter levels: Headings of other levels are left out.
    package init(_ headings: [RenderedMarkdown.Heading], levels: ClosedRange<Int> = 2...3) {
        entries = headings.filter { levels.contains($0.level) && !$0.text.isEmpty }
    }

    /// The contents as HTML.
    ///
    /// - Parameters:
    ///   - headings: Those of the page, in order.
    ///   - levels: The levels that are listed.
    /// - Returns: Nil where fewer than two headings would be listed.
    package static func html(
        _ headings: [RenderedMarkdown.Heading], levels: ClosedRange<Int> = 2...3
    ) -> [UInt8]? {
        let contents = TableOfContents(headings, levels: levels)
        guard !contents.isEmpty else { return nil }
        var writer = ByteWriter(reservingCapacity: contents.entries.count * 96)
        contents.write(into: &writer)
        return writer.bytes
    }

    /// Whether there is too little to be worth a list: fewer than two entries.
    package var isEmpty: Bool { entries.count < 2 }

    /// Appends `<ol>` with an `<li>` for each heading; nothing where `isEmpty`.
    package func write(into writer: inout ByteWriter) {
        guard !isEmpty else { return }
        var index = 0
        writeList(from: &index, above: 0, into: &writer)
    }

    /// Writes the entries from `index` on that are deeper than `level`.
    private func writeList(from index: inout Int, above level: Int, into writer: inout ByteWriter) {
        writer.append("<ol>\n" as StaticString)
        while index < entries.count, entries[index].level > level {
            let entry = entries[index]
            writer.append("<li><a href=\"#" as StaticString)
            writer.appendEscaped(entry.anchor)
            writer.append("\">" as StaticString)
            writer.appendEscaped(entry.text)
            writer.append("</a>" as StaticString)
            index += 1
            if index < entries.count, entries[index].level > entry.level {
                writer.append(0x0A as UInt8)
                writeList(from: &index, above: entry.level, into: &writer)
            }
            writer.append("</li>\n" as StaticString)
        }
        writer.append("</ol>\n" as StaticString)
    }
}
