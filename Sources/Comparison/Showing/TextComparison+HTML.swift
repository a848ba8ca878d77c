package import Core

extension TextComparison {
    /// Appends the difference as HTML that a reader of either text can follow, also by ear.
    ///
    /// Classes are `comparison-…`; a theme hides `comparison-hidden` from the eye alone. Nothing
    /// of the texts is live but links to `http` and `https`.
    ///
    /// - Parameters:
    ///   - words: The words that stand beside the texts.
    ///   - context: Unchanged blocks that are shown beside each change; nil shows all.
    ///   - idPrefix: Put before every id, so that several comparisons share one page.
    package func html(
        _ words: ComparisonWords, context: Int? = 1, idPrefix: String = "comparison-",
        into writer: inout ByteWriter
    ) {
        if isEqual, context != nil {
            writer.append("<p class=\"comparison-note\">" as StaticString)
            writer.appendEscaped(words.nothing)
            writer.append("</p>\n" as StaticString)
            return
        }
        var html = ComparisonHTML(words, idPrefix: idPrefix, into: ByteWriter())
        swap(&html.out, &writer)
        html.write(changes, context: context)
        swap(&html.out, &writer)
    }
}
