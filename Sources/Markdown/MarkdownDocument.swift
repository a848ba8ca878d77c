package import Core

/// One parsed Markdown text: its tree, and the facts about it that checks need.
///
/// A class because it owns the C library's tree and frees it; never shared between threads.
package final class MarkdownDocument {
    /// Links, images and URLs in raw HTML, in the order of the source.
    package private(set) var references: [MarkdownReference] = []
    /// `:::label` portions, outer before inner.
    package private(set) var portions: [MarkdownPortion] = []
    /// `{{fact:KEY}}` in text.
    package private(set) var facts: [MarkdownFact] = []

    /// Parses `source`.
    ///
    /// - Returns: The document and what is wrong with it. A document is nil where a limit was
    ///   passed; then the diagnostics say which.
    package static func parse(
        _ source: MarkdownSource, dialect: MarkdownDialect
    ) -> (document: MarkdownDocument?, diagnostics: [Diagnostic]) {
        (MarkdownDocument(), [])
    }

    /// Appends the HTML for one output to `writer`; may be called once for each output.
    package func render(
        _ rendering: MarkdownRendering, into writer: inout ByteWriter
    ) -> RenderedMarkdown {
        RenderedMarkdown()
    }
}
