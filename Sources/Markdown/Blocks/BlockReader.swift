import CCMarkGFM
import Core

/// Turns a document's tree into a flat list of blocks.
struct BlockReader {
    /// Knows what is shown and how lines are joined; writes nothing but raw HTML.
    var renderer: HTMLRenderer
    private(set) var blocks: [TextBlock] = []
    /// What stands around the block that is being read.
    var path: [TextBlock.Step] = []

    init(_ renderer: HTMLRenderer) { self.renderer = renderer }

    mutating func readDocument() {
        let notes = renderer.notes
        if !notes.footnotes.isEmpty { renderer.numberFootnotes() }
        readBlocks(of: renderer.document.root)
        path = [.footnote]
        for (index, entry) in renderer.footnotes.order.enumerated() {
            readBlocks(
                of: notes.footnotes[entry.definition].node, lead: .footnote(number: index + 1))
        }
    }

    mutating func append(_ kind: TextBlock.Kind, _ runs: [TextRun]) {
        blocks.append(TextBlock(.init(kind, path: path), runs))
    }

    /// Reads the children of a block that holds blocks.
    ///
    /// - Parameter lead: What the first paragraph is; where another block or none is first, an
    ///   empty one stands for it.
    private mutating func readBlocks(of parent: Node, lead: TextBlock.Kind? = nil) {
        var child = parent.firstChild
        if let lead, child.map({ NodeKind($0) != .paragraph }) ?? true { append(lead, []) }
        var lead = lead
        while let node = child {
            if NodeKind(node) == .paragraph {
                append(lead ?? .paragraph, inlines(of: node))
            } else {
                readBlock(node)
            }
            lead = nil
            child = node.next
        }
    }

    private mutating func readBlock(_ node: Node) {
        switch NodeKind(node) {
        case .heading:
            append(.heading(level: Int(cmark_node_get_heading_level(node))), inlines(of: node))
        case .list: readList(node)
        case .codeBlock: readCode(node)
        case .table: readTable(node)
        case .htmlBlock: readHTML(node)
        case .thematicBreak: append(.thematicBreak, [])
        case .blockQuote: within(.quote) { $0.readBlocks(of: node) }
        case .customBlock: readContainer(node)
        default: break
        }
    }

    private mutating func within(_ step: TextBlock.Step, read: (inout BlockReader) -> Void) {
        path.append(step)
        read(&self)
        path.removeLast()
    }

    private mutating func readList(_ list: Node) {
        let isNumbered = cmark_node_get_list_type(list) != CMARK_BULLET_LIST
        var number = Int(cmark_node_get_list_start(list))
        path.append(.list)
        var item = list.firstChild
        while let node = item {
            let marker = ListMarker(
                number: isNumbered ? number : nil, isDone: node.mark > 0 ? node.mark == 2 : nil)
            readBlocks(of: node, lead: .listItem(marker))
            number += 1
            item = node.next
        }
        path.removeLast()
    }

    private mutating func readCode(_ node: Node) {
        let info = NodeText(cmark_node_get_fence_info(node))?.buffer.prefix { !$0.isSpace }
        var code = node.literal?.string ?? ""
        if code.hasSuffix("\n") { code.removeLast() }
        append(
            .code(info: info.map { String(decoding: $0, as: UTF8.self) } ?? ""),
            [TextRun(code, style: TextStyle(.code))])
    }

    private mutating func readContainer(_ node: Node) {
        let container = renderer.notes.containers[node.mark - 1]
        var title = container.title
        let name: String
        switch container.kind {
        case .portion: return readBlocks(of: node)
        case .admonition(let kind):
            name = kind.rawValue
            if title.isEmpty { title = "\(kind.title(in: renderer.rendering.language))" }
        case .details:
            name = "details"
            if title.isEmpty { title = renderer.isJapanese ? "詳細" : "Details" }
        case .figure: (name, title) = ("figure", "")
        case .theme(let own): name = own
        }
        append(.container(name: name), [TextRun(title)])
        within(.container(name: name)) { $0.readBlocks(of: node) }
    }

    private mutating func readTable(_ table: Node) {
        let columns = Int(cmark_gfm_extensions_get_table_columns(table))
        let alignments = UnsafeBufferPointer(
            start: cmark_gfm_extensions_get_table_alignments(table), count: columns)
        var rows: [[TextTable.Cell]] = []
        var row = table.firstChild
        while let node = row {
            rows.append([])
            var cell = node.firstChild
            while let current = cell {
                rows[rows.count - 1].append(inlines(of: current))
                cell = current.next
            }
            row = node.next
        }
        let read = TextTable(
            alignments: alignments.map(TextTable.Alignment.init), header: rows.first ?? [],
            rows: Array(rows.dropFirst()))
        blocks.append(TextBlock(path: path, read))
    }
}

extension TextTable.Alignment {
    /// The alignment that the library writes as a letter.
    fileprivate init(_ letter: UInt8) {
        switch letter {
        case 0x6C: self = .left
        case 0x63: self = .center
        case 0x72: self = .right
        default: self = .none
        }
    }
}
