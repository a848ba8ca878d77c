import Core
import Labels
import Markdown

/// A `:::label` portion as one text has it.
struct NotedPortion: Sendable {
    /// The file of the text.
    let file: String
    /// The opening line.
    let span: SourceSpan
    /// The level and the marks, as written.
    let words: String
    /// Joined with that of the text and of the portions around it; nil for a wrong one.
    let label: Label?
    /// Of its text without the portions within it.
    let print: TextFingerprint

    /// What it is called in labels.lock: its file, and the first digits of its digest.
    var path: String { file + "#" + print.digest.prefix(12) }

    /// The portions of a document that have any text.
    ///
    /// - Parameter labels: One for each of the document's portions.
    static func all(
        in document: MarkdownDocument, of source: MarkdownSource, labels: [Label?]
    ) -> [NotedPortion] {
        let within = Dictionary(grouping: document.portions, by: \.parent)
        return document.portions.indices.compactMap { index in
            let portion = document.portions[index]
            let inner = within[index, default: []].map(\.cut)
            let print = TextFingerprint(of: source.bytes.parts(of: portion.content, without: inner))
            if print.size == 0 { return nil }
            return NotedPortion(
                file: source.file, span: portion.span,
                words: portion.words.joined(separator: " "), label: labels[index], print: print)
        }
    }

    /// The text around the portions of a document.
    static func rest(of document: MarkdownDocument, _ source: MarkdownSource) -> TextFingerprint {
        let outer = document.portions.filter { $0.parent == nil }.map(\.cut)
        return TextFingerprint(of: source.bytes.parts(of: source.body, without: outer))
    }
}

extension [UInt8] {
    /// What remains of a range, in its order.
    ///
    /// - Parameter gaps: In their order, and apart from each other.
    fileprivate func parts(of range: Range<Int>, without gaps: [Range<Int>]) -> [ArraySlice<UInt8>]
    {
        var parts: [ArraySlice<UInt8>] = []
        var start = range.lowerBound
        for gap in gaps.map({ $0.clamped(to: range) }) where gap.lowerBound >= start {
            parts.append(self[start..<gap.lowerBound])
            start = gap.upperBound
        }
        parts.append(self[start..<range.upperBound])
        return parts
    }
}
