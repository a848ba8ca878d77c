package import Core

/// What a document needs from its site to become HTML for one output.
package struct MarkdownRendering {
    /// The URL to write for the reference at this index of `MarkdownDocument.references`;
    /// nil writes the destination as the author did.
    package var destination: (Int) -> String? = { _ in nil }
    /// What the image at this index of `MarkdownDocument.references` shows, or the link there says,
    /// where its author left that empty.
    package var alternative: (Int) -> String? = { _ in nil }
    /// The title of the image or link at this index, where its author gave none.
    package var title: (Int) -> String? = { _ in nil }
    /// The terms under which the file at this index may be used, shown behind the image or link.
    package var licence: (Int) -> String? = { _ in nil }
    /// The text that stands for the fact at this index of `MarkdownDocument.facts`;
    /// nil leaves the `{{fact:…}}` as written.
    package var fact: (Int) -> String? = { _ in nil }
    /// Whether the output may see the portion at this index of `MarkdownDocument.portions`.
    /// One that it may not see leaves no trace: no heading, anchor, footnote or blank box.
    package var shows: (Int) -> Bool = { _ in true }
    /// Levels added to each heading (a whitepaper's statement stands below its control's heading).
    package var headingShift = 0
    /// Put before every anchor and footnote id, so that several documents share one page.
    package var idPrefix = ""
    /// The page's language: decides the words that Hakusho adds itself (注記/Note, 脚注/Footnotes).
    package var language = "ja"

    /// Everything as written and everything shown, until a site says otherwise.
    package init() {}
}

/// What became of one document in one output, besides its HTML.
package struct RenderedMarkdown: Sendable {
    /// The headings in order, for the table of contents.
    package var headings: [Heading] = []
    /// Every id in the HTML that a link may lead to (headings, footnotes, raw HTML), in order.
    package var anchors: [String] = []
    /// Those among `anchors` that belong to footnotes.
    package var footnoteAnchors: Set<String> = []
    /// Which of `anchors` stand in which portion, inner portions before outer ones. Footnotes'
    /// own are not among them.
    package var portions: [(anchors: Range<Int>, portion: Int)] = []
    /// Anchors that authors gave headings (`{#id}`), and what each would be without.
    package var fixedAnchors: [(anchor: String, natural: String)] = []
    /// Headings that gave way to an id of the author's.
    package var diagnostics: [Diagnostic] = []

    /// One heading.
    package struct Heading: Sendable {
        /// 1 to 6, shift included.
        package let level: Int
        /// The anchor, without `#`: Unicode letters in NFC.
        package let anchor: String
        /// The heading's text without markup.
        package let text: String

        /// Takes an anchor without `#` and text without markup.
        package init(level: Int, anchor: String, text: String) {
            self.level = level
            self.anchor = anchor
            self.text = text
        }
    }

    /// No headings and no anchors yet.
    package init() {}
}
