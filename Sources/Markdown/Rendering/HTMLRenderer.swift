import CCMarkGFM
import Core

/// Writes one document as HTML for one output, walking the tree.
///
/// What it writes is what libcmark-gfm writes, and besides: ids of headings, containers, facts,
/// rewritten destinations, filtered HTML, and lines of Japanese joined without a space.
struct HTMLRenderer {
    let document: MarkdownDocument
    let notes: SurveyNotes
    let rendering: MarkdownRendering
    /// `MarkdownDialect.specificationOutput`.
    let isSpecification: Bool
    let isJapanese: Bool
    var out = ByteWriter()
    var result = RenderedMarkdown()
    var anchors = AnchorNames()
    var footnotes = FootnoteOrder()
    /// The ids that the author gave, as far as the output sees them, and where.
    private(set) var authorIDs: [String: SourceSpan] = [:]
    /// Asked for where a heading gave way to such an id, which is rare.
    private(set) lazy var lines = LineTable(
        bytes: document.source.bytes, body: document.source.body)
    /// Where in `out` this document begins.
    private var start = 0

    init(document: MarkdownDocument, rendering: MarkdownRendering) {
        self.document = document
        self.rendering = rendering
        notes = document.notes
        isSpecification = document.dialect.specificationOutput
        isJapanese = rendering.language.hasPrefix("ja")
    }

    mutating func renderDocument() {
        start = out.count
        for entry in notes.authorIDs where isShown(entry.portion) {
            anchors.reserve(entry.id)
            if authorIDs[entry.id] == nil { authorIDs[entry.id] = entry.span }
        }
        if !notes.footnotes.isEmpty { numberFootnotes() }
        renderBlocks(of: document.root, isTight: false)
        if !footnotes.order.isEmpty { renderFootnotes() }
    }

    /// Whether the output sees what stands in `portion`.
    func isShown(_ portion: Int?) -> Bool {
        var portion = portion
        while let index = portion {
            if !rendering.shows(index) { return false }
            portion = notes.portions[index].parent
        }
        return true
    }

    /// Begins a line, unless one has just begun.
    @inline(__always)
    mutating func beginLine() {
        if out.count > start, out.bytes[out.count - 1] != 0x0A { out.append(0x0A as UInt8) }
    }

    /// Writes the children of a block that holds blocks.
    ///
    /// - Parameter isTight: Whether paragraphs go without `<p>`.
    mutating func renderBlocks(of parent: Node, isTight: Bool) {
        var child = parent.firstChild
        while let node = child {
            renderBlock(node, isTight: isTight)
            child = node.next
        }
    }

    mutating func renderBlock(_ node: Node, isTight: Bool) {
        switch NodeKind(node) {
        case .paragraph: renderParagraph(node, isTight: isTight)
        case .heading: renderHeading(node)
        case .list: renderList(node)
        case .codeBlock: renderCode(node)
        case .table: renderTable(node)
        case .htmlBlock:
            if node.mark == 0, document.dialect.rawHTML == .filtered { break }
            beginLine()
            renderRawHTML(node)
            beginLine()
        case .thematicBreak:
            beginLine()
            out.append("<hr />\n" as StaticString)
        case .blockQuote:
            beginLine()
            out.append("<blockquote>\n" as StaticString)
            renderBlocks(of: node, isTight: false)
            beginLine()
            out.append("</blockquote>\n" as StaticString)
        case .customBlock: renderContainer(node)
        default: break
        }
    }

    private mutating func renderParagraph(_ node: Node, isTight: Bool) {
        if isTight { return renderInlines(of: node) }
        beginLine()
        out.append("<p>" as StaticString)
        renderInlines(of: node)
        out.append("</p>\n" as StaticString)
    }

    private mutating func renderCode(_ node: Node) {
        beginLine()
        let info = NodeText(cmark_node_get_fence_info(node))
        let length = info?.buffer.prefix { !$0.isSpace }.count ?? 0
        if let info, info.count > 0 {
            out.append("<pre><code class=\"language-" as StaticString)
            out.appendEscaped(from: info.start, count: length)
            out.append("\">" as StaticString)
        } else {
            out.append("<pre><code>" as StaticString)
        }
        if let literal = node.literal { out.appendEscaped(literal) }
        out.append("</code></pre>\n" as StaticString)
    }
}

extension UInt8 {
    /// What C's `isspace` takes for a space.
    var isSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
