import Core
package import Markdown

/// A statement in one language as the output shows it: its facts filled in, and without portions
/// that the output must not show.
package struct StatementText: Sendable, Equatable {
    /// Without markup, code blocks and footnotes; paragraphs stand apart by spaces.
    package let plain: String
    /// As Markdown; its relative links start from the edition's page. Several blank lines become
    /// one, so that a portion that was taken out leaves no gap.
    package let markdown: String

    /// Takes both forms of the same text.
    package init(plain: String, markdown: String) {
        self.plain = plain
        self.markdown = markdown
    }

    /// Takes both forms from a document.
    ///
    /// - Parameters:
    ///   - document: All of it is shown: an output that must not see a portion has a document
    ///     that was parsed without.
    ///   - source: What the document was parsed from.
    ///   - destination: The full address for the reference at this index; nil leaves it as it
    ///     is written.
    ///   - fact: The text for the fact at this index; nil leaves it as it is written.
    package init(
        of document: MarkdownDocument, from source: MarkdownSource,
        destination: (Int) -> String?, fact: @escaping (Int) -> String?
    ) {
        var edits: [Int: (range: Range<Int>, text: String)] = [:]
        for (index, reference) in document.references.enumerated() {
            guard let range = reference.destinationRange, let url = destination(index) else {
                continue
            }
            edits[range.lowerBound] = (range, reference.form.written(url))
        }
        for (index, place) in document.facts.enumerated() {
            guard let range = place.span.range, let text = fact(index) else { continue }
            edits[range.lowerBound] = (range, text)
        }
        var bytes: [UInt8] = []
        var end = source.body.lowerBound
        for edit in edits.values.sorted(by: { $0.range.lowerBound < $1.range.lowerBound })
        where edit.range.lowerBound >= end && edit.range.upperBound <= source.body.upperBound {
            bytes += source.bytes[end..<edit.range.lowerBound]
            bytes += edit.text.utf8
            end = edit.range.upperBound
        }
        bytes += source.bytes[end..<source.body.upperBound]
        markdown = Self.withoutGaps(ItemText.trimmed(bytes[...]))
        var rendering = MarkdownRendering()
        rendering.fact = fact
        plain = document.plainText(limit: 1 << 32, rendering: rendering)
    }
    private static func withoutGaps(_ text: String) -> String {
        var lines: [Substring] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let isBlank = line.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 }
            if !isBlank || lines.last?.isEmpty == false { lines.append(isBlank ? "" : line) }
        }
        return lines.joined(separator: "\n")
    }
}
