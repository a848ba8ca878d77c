import CCMarkGFM
import Core

/// Walks a fresh tree once: pairs containers, repairs Japanese emphasis, collects references,
/// facts, footnotes and raw HTML, and notes what is wrong.
struct Survey {
    let source: MarkdownSource
    let dialect: MarkdownDialect
    let lines: LineTable
    /// What of the body is worth looking for at all.
    let contains: Contents
    var notes = SurveyNotes()
    var diagnostics: [Diagnostic] = [] { didSet { countErrors() } }
    /// A limit was passed; the walk has ended early.
    var isOverLimit = false
    private var errors = 0
    /// How many of the findings have been looked at for errors.
    private var countedFindings = 0
    /// The portion that the walk is in.
    var portion: Int?
    /// First and last line of each portion.
    var portionLines: [ClosedRange<Int>] = []
    /// By line: the innermost portion; empty where there is none at all.
    var portionOfLine: [Int?] = []
    /// First and last line of each block of code.
    var codeLines: [ClosedRange<Int>] = []
    /// Where marks of containers may stand as they are: code but for indented code, comments.
    var markFree: [Range<Int>] = []
    /// Lines of definitions that are reported already.
    var refusedDefinitions: Set<Int> = []
    /// Raw HTML elements that wait for their end.
    var openElements: [OpenElement] = []
    /// Names of elements that were refused.
    var refusedElements: Set<String> = []
    /// How many of them belong to the blocks around the one that is being read.
    var elementFloor = 0
    /// The walk is within a link's text.
    var isInLink = false
    /// The walk is within an image's alternative text.
    var isInImage = false
    /// Pieces of text that a reader can read, as far as the walk has come.
    var readableTexts = 0
    /// What is known of labels of links and their definitions.
    var labels = LinkLabels()
    private var nodes = 0

    /// Marks that are rare, and whether the body has them.
    struct Contents {
        let fences: Bool
        let facts: Bool
        /// `[label]:` may begin a line.
        let definitions: Bool
        /// Two colons follow one another.
        let marks: Bool
    }

    init(source: MarkdownSource, body: Range<Int>, dialect: MarkdownDialect) {
        self.source = source
        self.dialect = dialect
        lines = LineTable(bytes: source.bytes, body: body)
        contains = source.bytes.withUnsafeBufferPointer {
            let text = UnsafeBufferPointer(rebasing: $0[body])
            return Contents(
                fences: text.contains(":::"), facts: text.contains("{{fact:"),
                definitions: text.mayDefineLabels, marks: text.mayHoldMarks)
        }
        if contains.definitions { labels.lines = definitionLines() }
    }

    /// Reads the whole tree below `root`.
    mutating func read(_ root: Node) {
        readBlocks(of: root, depth: 1)
        guard !isOverLimit else { return }
        if contains.fences { checkPortions(root) }
        checkAuthorIDs()
        guard !dialect.specificationOutput else { return }
        if contains.marks { checkMarks() }
        checkLabels()
        checkEmptyReferences()
    }

    /// Reads the children of a block that holds blocks.
    mutating func readBlocks(of parent: Node, depth: Int) {
        guard depth <= dialect.limits.nesting else { return refuseNesting(parent) }
        if contains.fences { pairFences(in: parent) }
        let outer = enterElements()
        var child = parent.firstChild
        while let node = child, !isOverLimit {
            // A container's node is made anew, so its successor is asked for afterwards.
            readBlock(node, depth: depth)
            child = node.next
        }
        leaveElements(outer)
    }

    private mutating func readBlock(_ node: Node, depth: Int) {
        count(1, at: node)
        switch NodeKind(node) {
        case .paragraph: readLeaf(node, kind: .paragraph)
        case .heading: readHeading(node)
        case .table: readTable(node)
        case .htmlBlock: readHTMLBlock(node)
        case .codeBlock:
            noteCode(node)
            if contains.definitions { cover(lines.range(of: node.lines)) }
            if contains.fences {
                codeLines.append(node.startLine...max(node.startLine, node.endLine))
            }
        case .item:
            readTask(node)
            readBlocks(of: node, depth: depth + 1)
        case .footnoteDefinition: readFootnote(node, depth: depth)
        case .customBlock: readContainer(node, depth: depth)
        case .blockQuote, .list: readBlocks(of: node, depth: depth + 1)
        default: break
        }
    }

    private mutating func readTable(_ table: Node) {
        var place = TablePlace(table, lines: lines, bytes: source.bytes)
        var row = table.firstChild
        while let current = row, !isOverLimit {
            var cell = current.firstChild
            place.enterRow(current)
            while let node = cell, !isOverLimit {
                count(1, at: current)
                readLeaf(node, kind: .tableCell, cell: place.nextCell())
                cell = node.next
            }
            if let rest = place.rest, !dialect.specificationOutput {
                diagnostics.append(.rowTooLong(at: span(rest)))
            }
            row = current.next
        }
    }

    /// Notes whether a task is done. The library takes `[x]` anywhere in the line for a tick.
    private mutating func readTask(_ node: Node) {
        guard let kind = cmark_node_get_syntax_extension(node),
            kind == CMarkLibrary.registered.tasklist.pointer
        else { return }
        var isDone = cmark_gfm_extensions_get_tasklist_item_checked(node)
        if let line = lines[node.startLine],
            let box = source.bytes[line].dropFirst(node.startColumn - 1).firstIndex(of: 0x5B),
            box + 1 < line.upperBound
        {
            isDone = source.bytes[box + 1] | 0x20 == 0x78
        }
        node.mark = isDone ? 2 : 1
    }

    /// Counts nodes; past the limit the walk ends.
    mutating func count(_ more: Int, at node: Node) {
        nodes += more
        guard nodes > dialect.limits.nodes, !isOverLimit else { return }
        isOverLimit = true
        diagnostics.append(.tooManyNodes(at: span(of: node), limit: dialect.limits.nodes))
    }

    /// Ends the walk where there are more errors than anybody mends before the next run.
    private mutating func countErrors() {
        guard !isOverLimit, countedFindings < diagnostics.count else { return }
        for finding in diagnostics[countedFindings...] where finding.severity == .error {
            errors += 1
        }
        countedFindings = diagnostics.count
        guard errors > dialect.limits.errors, let last = diagnostics.last?.span else { return }
        isOverLimit = true
        diagnostics.append(.checkEnded(after: dialect.limits.errors, at: last))
    }

    mutating func refuseNesting(_ node: Node) {
        guard !isOverLimit else { return }
        isOverLimit = true
        diagnostics.append(.nestingTooDeep(at: span(of: node), limit: dialect.limits.nesting))
    }

    /// The lines of a block.
    func span(of node: Node) -> SourceSpan { span(lines.range(of: node.lines)) }

    func span(_ range: Range<Int>) -> SourceSpan { SourceSpan(file: source.file, range: range) }
}

extension Node {
    /// Its lines, as far as the library knows them.
    var lines: ClosedRange<Int> {
        let first = max(startLine, 1)
        return first...max(first, endLine)
    }
}

extension Diagnostic {
    fileprivate static func rowTooLong(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "markdown.table-row-too-long", at: span,
            en: "the row has more cells than the table's header, so this text would not be shown",
            ja: "表の見出し行よりセルが多いため、この部分は表示されません",
            fix: .advice(
                en: "add a column to the header and the line below it, or write '\\|' for a bar "
                    + "that is text",
                ja: "見出し行とその次の行に列を加えてください。文字としての「|」なら「\\|」と書きます"))
    }

    static func tooManyNodes(at span: SourceSpan, limit: Int) -> Diagnostic {
        Diagnostic(
            .error, "markdown.too-many-nodes", at: span,
            en: "the page has more than \(limit) pieces of text and markup",
            ja: "ページの要素が多すぎます（上限 \(limit) 個）",
            fix: .advice(
                en: "split it into several pages", ja: "ページを分けてください"))
    }

    static func nestingTooDeep(at span: SourceSpan, limit: Int) -> Diagnostic {
        Diagnostic(
            .error, "markdown.nesting-too-deep", at: span,
            en: "blocks or emphasis are nested more than \(limit) deep",
            ja: "引用・箇条書き・強調などの入れ子が深すぎます（上限 \(limit) 段）",
            fix: .advice(
                en: "remove some levels", ja: "入れ子の段数を減らしてください"))
    }
}
