import Core

/// What the survey of a fresh tree found, for checks and for the renderer.
struct SurveyNotes {
    var references: [MarkdownReference] = []
    var portions: [MarkdownPortion] = []
    var facts: [MarkdownFact] = []
    /// Text nodes that hold facts: what each consists of.
    var factTexts: [[FactPiece]] = []
    var containers: [Container] = []
    /// Raw HTML as it may be written.
    var rawHTML: [[RawHTMLPiece]] = []
    /// `{#id}` of headings.
    var fixedAnchors: [String] = []
    /// Ids that the author gave, in headings and raw HTML, and the portion each stands in.
    var authorIDs: [(id: String, portion: Int?, span: SourceSpan)] = []
    var footnotes: [Footnote] = []
    /// Lines without text, where lists that hold portions need to know them.
    var blankLines: Set<Int> = []

    /// A footnote's definition.
    struct Footnote {
        let node: Node
        let label: String
        let portion: Int?
    }
}

/// A part of a text node: bytes of its literal, or a fact.
enum FactPiece {
    case text(Range<Int>)
    /// The fact's index, and the bytes that stand for it where nobody knows its value.
    case fact(Int, written: Range<Int>)
}

/// A part of raw HTML that has passed the filter.
enum RawHTMLPiece {
    /// Bytes to be written as they are.
    case html([UInt8])
    /// The destination of the reference at this index.
    case destination(Int)
    /// An id, or a reference to one, which takes the page's prefix.
    case id(String)
    /// The same for an id that a link may lead to.
    case anchor(String)

    /// Whether it is white space.
    var isBlank: Bool {
        if case .html(let bytes) = self { bytes.allSatisfy(\.isSpace) } else { false }
    }
}
