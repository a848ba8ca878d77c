import Core
import Markdown

extension TextComparison {
    /// The difference for a terminal, as `git diff --word-diff` shows one: `[-old-]{+new+}`.
    ///
    /// A block is a line; `~` begins one that changed, `-` and `+` those in one text only, `<` and
    /// `>` those that moved away and here. Control characters of the texts become U+FFFD.
    ///
    /// - Parameters:
    ///   - isColoured: Whether changes are red and green, by ANSI escape sequences.
    ///   - words: For what is not the text's own.
    ///   - context: Unchanged blocks that are shown beside each change; nil shows all.
    package func text(
        isColoured: Bool, words: ComparisonWords = ComparisonWords(.ja), context: Int? = 1
    ) -> String {
        var writer = ComparisonText(words: words, isColoured: isColoured)
        for (index, change) in changes.enumerated() {
            if case .same(let blocks) = change {
                let shown = CollapsedRun(
                    count: blocks.count, context: context, isFirst: index == 0,
                    isLast: index + 1 == changes.count)
                for block in blocks[..<shown.head] { writer.write(block, " ", .same) }
                if shown.hidden > 0 { writer.lines.append("  " + words.unchanged(shown.hidden)) }
                for block in blocks[(shown.head + shown.hidden)...] {
                    writer.write(block, " ", .same)
                }
            } else {
                writer.write(change)
            }
        }
        return writer.lines.map { $0 + "\n" }.joined()
    }
}
