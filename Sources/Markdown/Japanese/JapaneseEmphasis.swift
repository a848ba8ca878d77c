import CCMarkGFM
import Core

/// Makes the emphasis that Japanese punctuation kept the C library from seeing.
///
/// Within a leaf, or a link's text, where Japanese neighbours change what a run of delimiters
/// may do, the emphasis is taken apart and made anew by the same rules with the Japanese
/// exception. Everything else stays as the library made it.
struct JapaneseEmphasis {
    private let content: UnsafeBufferPointer<UInt8>
    /// Also takes apart what needs no exception; it must come out as it was.
    private let isForced: Bool

    /// A piece of a leaf while its emphasis is taken apart.
    private enum Item {
        case node(Node)
        case text([UInt8])
        /// The run at this index.
        case run(Int)
    }

    /// The items of one leaf or link.
    private struct Line {
        var items: [Item] = []
        var runs: [DelimiterRun] = []
    }

    /// - Returns: nil where no run of delimiters in `content` needs the exception.
    init?(_ content: UnsafeBufferPointer<UInt8>) {
        self.init(forcing: content, isForced: false)
        var index = 0
        while index < content.count {
            let byte = content[index]
            guard byte == 0x2A || byte == 0x7E else {
                index += 1
                continue
            }
            var end = index
            while end < content.count, content[end] == byte { end += 1 }
            var run = DelimiterRun(byte, start: index, length: end - index)
            run.judge(in: content)
            if run.isRelaxed { return }
            index = end
        }
        return nil
    }

    init(forcing content: UnsafeBufferPointer<UInt8>, isForced: Bool = true) {
        self.content = content
        self.isForced = isForced
    }

    /// Repairs the inlines of `leaf`.
    func repair(_ leaf: Node) {
        var cursor = InlineCursor(content)
        repair(leaf, cursor: &cursor)
    }

    private func repair(_ parent: Node, cursor: inout InlineCursor) {
        var line = Line()
        collect(parent, into: &line, cursor: &cursor)
        for index in line.runs.indices { line.runs[index].judge(in: content) }
        guard !cursor.isLost, isForced || line.runs.contains(where: \.isRelaxed) else { return }
        line.runs = DelimiterPairs(line.runs).runs
        rebuild(parent, from: line)
    }

    private func collect(_ parent: Node, into line: inout Line, cursor: inout InlineCursor) {
        var child = parent.firstChild
        while let node = child, !cursor.isLost {
            switch NodeKind(node) {
            case .text: collect(text: node, into: &line, cursor: &cursor)
            case .emphasis: collect(node, width: 1, into: &line, cursor: &cursor)
            case .strong: collect(node, width: 2, into: &line, cursor: &cursor)
            case .strikethrough:
                collect(node, width: cursor.run == 2 ? 2 : 1, into: &line, cursor: &cursor)
            default:
                skip(node, cursor: &cursor)
                line.items.append(.node(node))
            }
            child = node.next
        }
    }

    private func collect(
        _ node: Node, width: Int, into line: inout Line, cursor: inout InlineCursor
    ) {
        append(cursor.peek(), at: cursor.at, count: width, to: &line)
        cursor.skip(width)
        collect(node, into: &line, cursor: &cursor)
        append(cursor.peek(), at: cursor.at, count: width, to: &line)
        cursor.skip(width)
    }

    private func collect(text node: Node, into line: inout Line, cursor: inout InlineCursor) {
        guard let literal = node.literal?.buffer else { return }
        let origins = cursor.origins(of: literal)
        guard origins.count == literal.count else { return cursor.lose() }
        var plain: [UInt8] = []
        for (byte, origin) in zip(literal, origins) {
            let isDelimiter = byte == 0x2A || byte == 0x5F || byte == 0x7E
            // An escaped character comes from its backslash.
            guard isDelimiter, content[origin] == byte else {
                plain.append(byte)
                continue
            }
            if !plain.isEmpty { line.items.append(.text(plain)) }
            plain = []
            append(byte, at: origin, count: 1, to: &line)
        }
        if !plain.isEmpty { line.items.append(.text(plain)) }
    }

    private func append(_ character: UInt8, at start: Int, count: Int, to line: inout Line) {
        if case .run(let index)? = line.items.last, line.runs[index].character == character,
            line.runs[index].end == start
        {
            line.runs[index].extend(by: count)
            return
        }
        line.items.append(.run(line.runs.count))
        line.runs.append(DelimiterRun(character, start: start, length: count))
    }

    private func skip(_ node: Node, cursor: inout InlineCursor) {
        switch NodeKind(node) {
        case .softBreak, .lineBreak: cursor.skipBreak()
        case .code: cursor.skipCode()
        case .htmlInline: cursor.skip(node.literal?.count ?? 0)
        case .footnoteReference: cursor.skipFootnoteReference()
        case .link, .image:
            switch cursor.enterLink(isImage: NodeKind(node) == .image) {
            case .bracketed:
                repair(node, cursor: &cursor)
                _ = cursor.leaveLink()
            case .pointed: _ = cursor.skipPointed()
            case .bare: cursor.skipBareLink(node)
            }
        default: cursor.lose()
        }
    }

    private func rebuild(_ parent: Node, from line: Line) {
        var old: [Node] = []
        while let child = parent.firstChild {
            cmark_node_unlink(child)
            old.append(child)
        }
        var open = [parent]
        for item in line.items {
            switch item {
            case .node(let node): cmark_node_append_child(open[open.count - 1], node)
            case .text(let bytes): append(bytes, to: open[open.count - 1])
            case .run(let index):
                let run = line.runs[index]
                open.removeLast(min(run.closes, open.count - 1))
                let rest = [UInt8](repeating: run.character, count: run.remaining)
                append(rest, to: open[open.count - 1])
                for emphasis in run.opens.reversed() {
                    open.append(makeNode(emphasis, in: open[open.count - 1]))
                }
            }
        }
        for node in old where cmark_node_parent(node) == nil { cmark_node_free(node) }
    }

    private func append(_ bytes: [UInt8], to parent: Node) {
        guard !bytes.isEmpty else { return }
        // Text next to text is one node, as the library has it.
        if let last = cmark_node_last_child(parent), NodeKind(last) == .text,
            let literal = last.literal
        {
            cmark_node_set_literal(
                last, String(decoding: Array(literal.buffer) + bytes, as: UTF8.self))
            return
        }
        let node = cmark_node_new(CMARK_NODE_TEXT)
        cmark_node_set_literal(node, String(decoding: bytes, as: UTF8.self))
        cmark_node_append_child(parent, node)
    }

    private func makeNode(_ emphasis: DelimiterRun.Emphasis, in parent: Node) -> Node {
        let library = CMarkLibrary.registered
        let node =
            switch emphasis {
            case .emphasis: cmark_node_new(CMARK_NODE_EMPH)
            case .strong: cmark_node_new(CMARK_NODE_STRONG)
            case .strikethrough:
                cmark_node_new_with_ext(
                    cmark_node_type(rawValue: hakusho_strikethrough_type()),
                    library.strikethrough.pointer)
            }
        guard let node else { preconditionFailure("libcmark-gfm made no node") }
        cmark_node_append_child(parent, node)
        return node
    }
}
