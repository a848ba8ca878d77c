import CCMarkGFM
import Core

extension Survey {
    /// Reads the inlines of a paragraph, heading or cell.
    ///
    /// - Parameter cell: A table cell's bytes in the file.
    mutating func readLeaf(_ node: Node, kind: NodeKind, cell: Range<Int>? = nil) {
        guard let content = node.inlineContent else { return }
        if contains.definitions { cover(node, kind: kind, cell: cell, content: content.buffer) }
        let marks = LeafMarks(content.buffer)
        count(marks.markup, at: node)
        if kind == .paragraph, !dialect.specificationOutput {
            checkLines(of: node, content: content.buffer)
        }
        let needsWalk = marks.needsWalk || contains.marks && content.buffer.mayHoldMarks
        guard needsWalk || marks.markup >= dialect.limits.nesting || marks.mayNeedRepair
        else { return }
        if marks.mayNeedRepair { JapaneseEmphasis(content.buffer)?.repair(node) }
        var leaf = Leaf(node: node, kind: kind, cell: cell, content: content.buffer)
        leaf.notesBrackets = marks.hasPairs || marks.hasSpacedTarget || contains.definitions
        let outer = enterElements()
        readInlines(of: node, leaf: &leaf, depth: 1)
        leaveElements(outer)
        if !leaf.brackets.pairs.isEmpty {
            noteBrackets(of: &leaf)
            if marks.hasSpacedTarget { reportSpacedTargets(of: &leaf) }
        }
        if !dialect.specificationOutput { checkPlainText(leaf.texts, of: &leaf) }
    }

    /// Reads a heading and takes `{#id}` off its end.
    mutating func readHeading(_ node: Node) {
        guard let content = node.inlineContent else { return }
        readLeaf(node, kind: .heading)
        guard content.buffer.last(where: { !$0.isBlank && $0 != 0x0A }) == 0x7D else { return }
        readFixedAnchor(of: node, content: content.buffer)
    }

    private mutating func readFixedAnchor(
        of heading: Node, content: UnsafeBufferPointer<UInt8>
    ) {
        guard let close = content.lastIndex(of: 0x7D),
            let open = content[..<close].lastIndex(of: 0x7B),
            open + 1 < close, content[open + 1] == 0x23,
            open == 0 || content[open - 1] != 0x5C,
            let last = cmark_node_last_child(heading), NodeKind(last) == .text,
            let literal = last.literal, last.mark == 0
        else { return }
        let written = content[open...close]
        guard literal.buffer.reversed().starts(with: written.reversed()) else { return }
        var leaf = Leaf(node: heading, kind: .heading, cell: nil, content: content)
        let span = leaf.span(open..<close + 1, in: self)
        let anchor = String(decoding: written.dropFirst(2).dropLast(), as: UTF8.self)
            .normalizedToNFC
        var rest = literal.buffer.dropLast(written.count)
        while rest.last?.isBlank == true { rest = rest.dropLast() }
        let text = String(decoding: rest, as: UTF8.self)
        cmark_node_set_literal(last, text)
        guard anchor.isAnchor else {
            diagnostics.append(.badAnchor(anchor, at: span))
            return
        }
        notes.fixedAnchors.append(anchor)
        heading.mark = notes.fixedAnchors.count
        addAuthorID(anchor, at: span)
    }

    /// Notes an id that the author gave; one that is taken is an error.
    mutating func addAuthorID(_ id: String, at span: SourceSpan) {
        notes.authorIDs.append((id, portion, span))
    }

    /// Reports ids that occur twice.
    mutating func checkAuthorIDs() {
        guard notes.authorIDs.count > 1 else { return }
        var first: [String: SourceSpan] = [:]
        for entry in notes.authorIDs where !isOverLimit {
            if let taken = first[entry.id] {
                diagnostics.append(.duplicateAnchor(entry.id, at: entry.span, first: taken))
            } else {
                first[entry.id] = entry.span
            }
        }
    }
}

/// What in a leaf's content is worth a walk over its inlines.
private struct LeafMarks {
    /// Links, images, raw HTML, facts or footnotes may be there.
    private(set) var needsWalk = false
    /// Characters that may be markup: at most half as many nodes can come of them.
    private(set) var markup = 1
    /// `][` is there.
    private(set) var hasPairs = false
    /// `](` is there, with a blank before the next parenthesis.
    private(set) var hasSpacedTarget = false
    /// An asterisk or a tilde next to a character that is not ASCII.
    private(set) var mayNeedRepair = false

    /// Whether a byte may be a mark, by the byte: a table, since most are none.
    private static let mayMatter: [Bool] = {
        var table = [Bool](repeating: false, count: 256)
        for byte in "[()\t\n <@{*~_`&:.".utf8 { table[Int(byte)] = true }
        table[0xEF] = true
        return table
    }()

    init(_ content: UnsafeBufferPointer<UInt8>) {
        self = Self.mayMatter.withUnsafeBufferPointer { Self(content, mayMatter: $0) }
    }

    private init(_ content: UnsafeBufferPointer<UInt8>, mayMatter: UnsafeBufferPointer<Bool>) {
        var isInTarget = false
        for index in 0..<content.count where mayMatter[Int(content[index])] {
            let byte = content[index]
            switch byte {
            case 0x5B:
                (needsWalk, markup) = (true, markup + 1)
                if index > 0, content[index - 1] == 0x5D { hasPairs = true }
            case 0x28 where index > 0 && content[index - 1] == 0x5D: isInTarget = true
            case 0x29: isInTarget = false
            case 0x20 where isInTarget, 0x09 where isInTarget: hasSpacedTarget = true
            case 0x3C, 0x40, 0x7B: (needsWalk, markup) = (true, markup + 1)
            case 0xEF where content[index...].mayBeWideMark: needsWalk = true
            case 0x2A, 0x7E:
                markup += 1
                if byte == 0x2A, index > 0, content[index - 1] == 0x2A { needsWalk = true }
                if index > 0 && content[index - 1] >= 0x80
                    || index + 1 < content.count && content[index + 1] >= 0x80
                {
                    mayNeedRepair = true
                }
            case 0x0A: (isInTarget, markup) = (false, markup + 1)
            case 0x5F, 0x60, 0x26: markup += 1
            case 0x3A where index + 1 < content.count && content[index + 1] == 0x2F,
                0x2E where index > 1 && content[index - 1] == 0x77 && content[index - 2] == 0x77:
                (needsWalk, markup) = (true, markup + 1)
            default: break
            }
        }
    }
}

extension Slice<UnsafeBufferPointer<UInt8>> {
    /// Whether it begins with `＊`, `［`, `］` or `｛`.
    fileprivate var mayBeWideMark: Bool {
        guard count > 2 else { return false }
        return switch (self[startIndex + 1], self[startIndex + 2]) {
        case (0xBC, 0x8A), (0xBC, 0xBB), (0xBC, 0xBD), (0xBD, 0x9B): true
        default: false
        }
    }
}

extension Diagnostic {
    fileprivate static func badAnchor(_ anchor: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "markdown.bad-anchor", at: span,
            en: "'\(anchor)' cannot be an anchor",
            ja: "「\(anchor)」は見出しの ID に使えません",
            fix: .advice(
                en: "use letters, digits, '-', '_' and '.' only",
                ja: "文字・数字と「-」「_」「.」だけを使ってください"))
    }

    fileprivate static func duplicateAnchor(
        _ anchor: String, at span: SourceSpan, first: SourceSpan
    ) -> Diagnostic {
        Diagnostic(
            .error, "markdown.duplicate-anchor", at: span,
            en: "the id '\(anchor)' is used twice on this page",
            ja: "ID「\(anchor)」がこのページで二度使われています",
            notes: [
                .init(at: first, en: "it is used first here", ja: "最初に使われているのはここです")
            ],
            fix: .advice(en: "give one of them another id", ja: "どちらかの ID を変えてください"))
    }
}
