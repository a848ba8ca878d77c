import Core
import Markdown

extension DocumentComparison {
    /// The difference for a terminal: each item that changed or moved, its key, its title and
    /// what became of it, then the difference of its text as `TextComparison` gives it.
    ///
    /// - Parameter context: As for `TextComparison`; nil also shows items that did not change.
    package func text(
        isColoured: Bool, words: ComparisonWords = ComparisonWords(.ja), context: Int? = 1
    ) -> String {
        var text = ""
        let writer = ComparisonText(words: words, isColoured: isColoured)
        for item in items where context == nil || item.isChanged || item.isMoved {
            let title = item.titlePieces.map { writer.shown($0) }.joined()
            text += "# \(item.key) \(title)\(words.openBracket)\(item.states(words))"
            text += words.closeBracket + "\n"
            if context == nil || item.state != .unchanged {
                text += item.text.text(isColoured: isColoured, words: words, context: context)
            }
            text += "\n"
        }
        return text
    }
}
