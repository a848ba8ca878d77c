package import Core

/// A link, an image or a URL in raw HTML, as the author wrote it.
package struct MarkdownReference: Sendable {
    /// How the text refers to its target.
    package enum Kind: Sendable {
        /// `[text](destination)`, a reference link or an autolink.
        case link
        /// `![alternative](destination)`.
        case image
        /// An attribute of an element in raw HTML that leads elsewhere (`href`, `cite`).
        case htmlLink
        /// An attribute in raw HTML whose target becomes part of the page (`src`, `poster`).
        case htmlEmbed
    }

    /// Decides whether the target is led to or becomes part of the page.
    package let kind: Kind
    /// The destination after backslash and entity unescaping, before percent-encoding.
    package let destination: String
    /// The whole link in its file.
    package let span: SourceSpan
    /// The innermost portion it stands in: an index into `MarkdownDocument.portions`.
    package let portion: Int?
    /// Whether a reader gets nothing to read: empty link text, or an image without alternative.
    package var isEmpty: Bool
    /// The bytes of the destination in the file, which a repair may replace; for `[text][label]`
    /// those in the label's definition. Nil where they are not known for sure.
    package var destinationRange: Range<Int>?
    /// How those bytes are written.
    package var form = DestinationForm.markdown
}

/// `:::label LEVEL [HANDLING…]`: a part of a page with its own label.
package struct MarkdownPortion: Sendable {
    /// The words after `:::label`, as written.
    package let words: [String]
    /// The opening line.
    package let span: SourceSpan
    /// The portion around it: an index into `MarkdownDocument.portions`.
    package let parent: Int?
    /// The bytes of the file that have to go where the portion is not to be seen.
    package let cut: Range<Int>
    /// The bytes between the opening line and the closing one.
    package let content: Range<Int>
}

/// `{{fact:KEY}}` in text.
package struct MarkdownFact: Sendable {
    /// What stands behind `fact:`, as written.
    package let key: String
    /// The whole `{{fact:KEY}}` in its file.
    package let span: SourceSpan
    /// The innermost portion it stands in: an index into `MarkdownDocument.portions`.
    package let portion: Int?
}
