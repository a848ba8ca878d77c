package import Markdown

/// One file of a document, as the editorial check reads it.
package struct EditorialText: Sendable {
    /// The file's language; the Japanese rules apply to `ja` alone.
    package let language: String
    /// The file; only its Markdown is read.
    package let source: MarkdownSource
    /// Whether the file may still be changed. One that may not counts for the majority and for
    /// definitions, and is never reported.
    package let mayChange: Bool

    /// Takes a file of a document.
    package init(language: String, source: MarkdownSource, mayChange: Bool = true) {
        self.language = language
        self.source = source
        self.mayChange = mayChange
    }
}
