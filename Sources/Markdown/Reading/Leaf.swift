import Core

/// A block whose content is inlines, while the survey walks over them.
struct Leaf {
    let node: Node
    let kind: NodeKind
    /// A table cell's bytes in the file.
    let cell: Range<Int>?
    let content: UnsafeBufferPointer<UInt8>
    var cursor: InlineCursor
    /// Whether brackets that are plain text are worth noting.
    var notesBrackets = false
    /// Brackets that are plain text.
    var brackets = PlainBrackets()
    /// The parts of the content that are plain text, joined where they touch.
    private(set) var texts: [Range<Int>] = []
    private var made: SourceMap?

    init(node: Node, kind: NodeKind, cell: Range<Int>?, content: UnsafeBufferPointer<UInt8>) {
        self.node = node
        self.kind = kind
        self.cell = cell
        self.content = content
        cursor = InlineCursor(content)
    }

    /// Notes a part of the content that is plain text.
    mutating func note(text: Range<Int>) {
        if let last = texts.last, last.upperBound == text.lowerBound {
            texts[texts.count - 1] = last.lowerBound..<text.upperBound
        } else {
            texts.append(text)
        }
    }

    /// The place in the file of `range` of the content; the leaf's lines where the cursor is
    /// lost.
    mutating func span(_ range: Range<Int>, in survey: Survey) -> SourceSpan {
        let map = map(in: survey)
        return survey.span(cursor.isLost ? map.whole : map.source(range))
    }

    /// The bytes of `range` in the file; nil where they are not known for sure.
    mutating func bytes(of range: Range<Int>, in survey: Survey) -> Range<Int>? {
        cursor.isLost ? nil : map(in: survey).exact(range)
    }

    /// Where the content's bytes stand in the file.
    mutating func map(in survey: Survey) -> SourceMap {
        if let made { return made }
        let map = makeMap(survey.lines, bytes: survey.source.bytes)
        made = map
        return map
    }

    private func makeMap(_ lines: LineTable, bytes: [UInt8]) -> SourceMap {
        if let cell {
            var map = SourceMap(whole: cell)
            _ = map.alignLeft(content, bytes: bytes, range: cell)
            return map
        }
        if node.startLine == 0, let table = node.next, NodeKind(table) == .table {
            let own = TablePlace.lines(before: table)
            var map = SourceMap(whole: lines.range(of: own))
            _ = map.alignLines(content, bytes: bytes, lines: lines, firstLine: own.lowerBound)
            return map
        }
        let own = node.startLine...max(node.startLine, node.endLine)
        var map = SourceMap(whole: lines.range(of: own))
        if kind == .heading, let line = lines[node.startLine] {
            var at = min(line.lowerBound + node.startColumn - 1, line.upperBound)
            if at < line.upperBound, bytes[at] == 0x23 {
                while at < line.upperBound, bytes[at] == 0x23 { at += 1 }
                while at < line.upperBound, bytes[at].isBlank { at += 1 }
                if map.alignLeft(content, bytes: bytes, range: at..<line.upperBound) { return map }
            }
        }
        // The end is sure; before the first line of the content there may be link definitions.
        let count = content.reduce(content.last == 0x0A ? 0 : 1) { $1 == 0x0A ? $0 + 1 : $0 }
        for last in [own.upperBound, own.upperBound - 1, own.upperBound + 1] {
            let first = last - count + 1
            if first >= 1,
                map.alignRight(content, bytes: bytes, lines: lines, firstLine: first)
            {
                return map
            }
        }
        return map
    }
}
