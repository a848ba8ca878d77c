import CCMarkGFM
import Core

/// Walks over a surveyed tree and gathers its running text.
struct TextBlockReading {
    private(set) var blocks: [MarkdownTextBlock] = []
    private let document: MarkdownDocument
    /// Only lends the lines of the source to the leaves.
    private let survey: Survey
    /// The characters of the leaf that is being read.
    private var scalars: [MarkdownTextBlock.Scalar] = []
    /// Texts of images in that leaf.
    private var alternatives: [MarkdownTextBlock] = []

    /// A line break that may turn out to be none: U+2028 LINE SEPARATOR.
    private static let softBreak: Unicode.Scalar = "\u{2028}"

    init(document: MarkdownDocument) {
        self.document = document
        let source = document.source
        survey = Survey(
            source: source, body: source.body.clamped(to: 0..<source.bytes.count),
            dialect: document.dialect)
    }

    /// Reads the blocks below `parent`; code and raw HTML have no running text.
    mutating func read(blocksOf parent: Node) {
        var child = parent.firstChild
        while let node = child {
            switch NodeKind(node) {
            case .paragraph: read(node, .paragraph, .paragraph)
            case .heading: read(node, .heading, .heading)
            case .table: readTable(node)
            case .codeBlock, .htmlBlock, .thematicBreak: break
            default: read(blocksOf: node)
            }
            child = node.next
        }
    }

    private mutating func readTable(_ table: Node) {
        var place = TablePlace(table, lines: survey.lines, bytes: document.source.bytes)
        var row = table.firstChild
        while let current = row {
            place.enterRow(current)
            var cell = current.firstChild
            while let node = cell {
                read(node, .tableCell, .tableCell, cell: place.nextCell())
                cell = node.next
            }
            row = current.next
        }
    }

    private mutating func read(
        _ node: Node, _ kind: NodeKind, _ blockKind: MarkdownTextBlock.Kind,
        cell: Range<Int>? = nil
    ) {
        guard let content = node.inlineContent else { return }
        var leaf = Leaf(node: node, kind: kind, cell: cell, content: content.buffer)
        (scalars, alternatives) = ([], [])
        read(inlinesOf: node, leaf: &leaf, depth: 0)
        if leaf.cursor.isLost { return }
        let follows = kind == .paragraph && node.previous.map { NodeKind($0) } == .paragraph
        if let block = block(blockKind, follows: follows) { blocks.append(block) }
        blocks += alternatives
    }

    /// The block of the characters gathered, with line breaks in Japanese taken out.
    private func block(_ kind: MarkdownTextBlock.Kind, follows: Bool) -> MarkdownTextBlock? {
        var joined: [MarkdownTextBlock.Scalar] = []
        joined.reserveCapacity(scalars.count)
        for (index, scalar) in scalars.enumerated() {
            guard scalar.value == Self.softBreak else {
                joined.append(scalar)
                let before = index > 0 ? scalars[index - 1].value : " "
                joined[joined.count - 1].isAfterBreak = before == Self.softBreak
                continue
            }
            let next = index + 1 < scalars.count ? scalars[index + 1].value : " "
            if let last = joined.last?.value, last.joinsLines, next.joinsLines { continue }
            joined.append(
                .init(value: " ", range: scalar.range, depth: scalar.depth, isVerbatim: false))
        }
        guard let first = joined.first, let last = joined.last else { return nil }
        let range = first.range.lowerBound..<max(first.range.upperBound, last.range.upperBound)
        return MarkdownTextBlock(
            kind: kind, scalars: joined, followsParagraph: follows,
            span: SourceSpan(file: document.source.file, range: range))
    }

    private mutating func read(inlinesOf parent: Node, leaf: inout Leaf, depth: Int) {
        var child = parent.firstChild
        while let node = child, !leaf.cursor.isLost {
            let start = leaf.cursor.at
            switch NodeKind(node) {
            case .text: read(text: node, leaf: &leaf, depth: depth)
            case .softBreak, .lineBreak:
                leaf.cursor.skipBreak()
                let value = NodeKind(node) == .softBreak ? Self.softBreak : "\n"
                append(value, start..<leaf.cursor.at, leaf: &leaf, depth: depth)
            case .code:
                leaf.cursor.skipCode()
                appendObject(from: start, leaf: &leaf, depth: depth)
            case .htmlInline:
                leaf.cursor.skip(node.literal?.count ?? 0)
                if node.literal?.buffer.starts(with: "<br".utf8) == true {
                    append("\n", start..<leaf.cursor.at, leaf: &leaf, depth: depth)
                }
            case .emphasis: read(delimited: node, width: 1, leaf: &leaf, depth: depth)
            case .strong: read(delimited: node, width: 2, leaf: &leaf, depth: depth)
            case .strikethrough:
                let width = leaf.cursor.run == 2 ? 2 : 1
                read(delimited: node, width: width, leaf: &leaf, depth: depth)
            case .link, .image: read(link: node, leaf: &leaf, depth: depth)
            case .footnoteReference:
                leaf.cursor.skipFootnoteReference()
                appendObject(from: start, leaf: &leaf, depth: depth)
            default: leaf.cursor.lose()
            }
            child = node.next
        }
    }

    private mutating func read(
        delimited node: Node, width: Int, leaf: inout Leaf, depth: Int
    ) {
        leaf.cursor.skip(width)
        read(inlinesOf: node, leaf: &leaf, depth: depth + 1)
        leaf.cursor.skip(width)
    }

    /// A link's text is part of the running text; an image's is a block of its own.
    private mutating func read(link node: Node, leaf: inout Leaf, depth: Int) {
        let start = leaf.cursor.at
        let isImage = NodeKind(node) == .image
        switch leaf.cursor.enterLink(isImage: isImage) {
        case .pointed: _ = leaf.cursor.skipPointed()
        case .bare: leaf.cursor.skipBareLink(node)
        case .bracketed where isImage:
            let outer = scalars
            scalars = []
            read(inlinesOf: node, leaf: &leaf, depth: 0)
            if let block = block(.alternative, follows: false) { alternatives.append(block) }
            scalars = outer
            _ = leaf.cursor.leaveLink()
        case .bracketed:
            read(inlinesOf: node, leaf: &leaf, depth: depth + 1)
            _ = leaf.cursor.leaveLink()
            return
        }
        appendObject(from: start, leaf: &leaf, depth: depth)
    }
}

extension TextBlockReading {
    private mutating func read(text node: Node, leaf: inout Leaf, depth: Int) {
        guard let literal = node.literal else { return }
        let origins = leaf.cursor.origins(of: literal.buffer) + [leaf.cursor.at]
        guard origins.count == literal.count + 1 else { return leaf.cursor.lose() }
        let pieces = node.mark > 0 ? document.notes.factTexts[node.mark - 1] : []
        for piece in pieces.isEmpty ? [.text(0..<literal.count)] : pieces {
            switch piece {
            case .fact(_, let written):
                append(
                    MarkdownTextBlock.object,
                    origins[written.lowerBound]..<origins[written.upperBound],
                    leaf: &leaf, depth: depth)
            case .text(let range):
                append(range, of: literal.buffer, origins, leaf: &leaf, depth: depth)
            }
        }
    }

    private mutating func append(
        _ range: Range<Int>, of literal: UnsafeBufferPointer<UInt8>, _ origins: [Int],
        leaf: inout Leaf, depth: Int
    ) {
        var at = range.lowerBound
        while at < range.upperBound, let scalar = literal.scalar(at: at) {
            let end = min(at + max(1, scalar.utf8.count), range.upperBound)
            let place = origins[at]..<max(origins[at], origins[end])
            let isVerbatim = leaf.content[place].elementsEqual(literal[at..<end])
            append(scalar, place, leaf: &leaf, depth: depth, isVerbatim: isVerbatim)
            at = end
        }
    }

    private mutating func appendObject(from start: Int, leaf: inout Leaf, depth: Int) {
        append(
            MarkdownTextBlock.object, start..<max(start, leaf.cursor.at), leaf: &leaf,
            depth: depth)
    }

    /// - Parameter place: In the leaf's content.
    private mutating func append(
        _ value: Unicode.Scalar, _ place: Range<Int>, leaf: inout Leaf, depth: Int,
        isVerbatim: Bool = false
    ) {
        guard !leaf.cursor.isLost, let range = leaf.map(in: survey).exact(place) else {
            return leaf.cursor.lose()
        }
        scalars.append(
            .init(value: value, range: range, depth: depth, isVerbatim: isVerbatim))
    }
}
