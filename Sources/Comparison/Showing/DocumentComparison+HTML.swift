package import Core
import Markdown

extension DocumentComparison {
    /// Appends each item that changed or moved: its title with what became of it, and the
    /// difference of its text.
    ///
    /// - Parameters:
    ///   - level: The level of the titles' headings.
    ///   - context: As for `TextComparison`; nil also shows items that did not change.
    ///   - idPrefix: Put before every id.
    package func html(
        _ words: ComparisonWords, level: Int = 2, context: Int? = 1,
        idPrefix: String = "comparison-", into writer: inout ByteWriter
    ) {
        for (index, item) in items.enumerated() {
            guard context == nil || item.isChanged || item.isMoved else { continue }
            writer.append("<section class=\"comparison-item\">\n<h\(level)>")
            item.writeTitle(words, into: &writer)
            writer.append("</h\(level)>\n")
            if context == nil || item.state != .unchanged {
                item.text.html(
                    words, context: context, idPrefix: "\(idPrefix)\(index + 1)-", into: &writer)
            }
            writer.append("</section>\n" as StaticString)
        }
    }
}

extension DocumentComparison.Item {
    fileprivate func writeTitle(_ words: ComparisonWords, into writer: inout ByteWriter) {
        var html = ComparisonHTML(words, idPrefix: "", into: ByteWriter())
        for piece in titlePieces { html.write(piece, of: .paragraph) }
        html.writeNote("comparison-state", words.openBracket + states(words) + words.closeBracket)
        writer.append(html.out.bytes)
    }

    /// How the title changed.
    var titlePieces: [TextEdit.Piece] {
        let runs = { (title: String?) in title.map { [TextRun($0)].coalesced } ?? [] }
        return TextEdit.Piece.pieces(from: runs(titles.old), to: runs(titles.new))
    }

    /// What became of the item, in words.
    func states(_ words: ComparisonWords) -> String {
        var states = state == .unchanged && (isRenamed || isMoved) ? [] : [words.state(state)]
        if isRenamed { states.append(words.renamed) }
        if isMoved { states.append(words.moved) }
        return states.joined(separator: words.comma)
    }
}
