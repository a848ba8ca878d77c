/// Finds the cells of a table in its source, row by row.
struct TablePlace {
    private let lines: LineTable
    private let bytes: [UInt8]
    /// The line of the header row.
    private let headerLine: Int
    /// Where the header row begins in its line.
    private let column: Int
    private var isHeader = true
    private var line = 0
    private var at = 0
    private var end = 0

    init(_ table: Node, lines: LineTable, bytes: [UInt8]) {
        self.lines = lines
        self.bytes = bytes
        column = table.startColumn
        headerLine = table.startLine + Self.linesBefore(table)
    }

    /// Lines of the paragraph that the library split off when it found that only its last line
    /// is a table's header. Such a paragraph has no place of its own.
    private static func linesBefore(_ table: Node) -> Int {
        guard let before = table.previous, NodeKind(before) == .paragraph, before.startLine == 0
        else { return 0 }
        return (before.content?.buffer.count { $0 == 0x0A } ?? 0) + 1
    }

    /// The lines of the paragraph that was split off before `table`.
    static func lines(before table: Node) -> ClosedRange<Int> {
        table.startLine...(table.startLine + linesBefore(table) - 1)
    }

    mutating func enterRow(_ row: Node) {
        line = isHeader ? headerLine : row.startLine
        guard let range = lines[line] else {
            (at, end) = (0, 0)
            return
        }
        at = range.lowerBound
        end = range.upperBound
        if isHeader, headerLine == row.startLine {
            at = min(at + column - 1, end)
        } else {
            while at < end, bytes[at].isBlank || bytes[at] == 0x3E { at += 1 }
        }
        isHeader = false
        if at < end, bytes[at] == 0x7C { at += 1 }
    }

    /// What stands in the row behind the cells that were read; nil for nothing but empty cells.
    var rest: Range<Int>? {
        guard let first = bytes[at..<end].firstIndex(where: { !$0.isBlank }),
            bytes[first..<end].contains(where: { !$0.isBlank && $0 != 0x7C })
        else { return nil }
        var last = end
        while last > first, bytes[last - 1].isBlank { last -= 1 }
        if last > first + 1, bytes[last - 1] == 0x7C { last -= 1 }
        while last > first, bytes[last - 1].isBlank { last -= 1 }
        return first..<last
    }

    /// The bytes of the row's next cell, without the blanks around it.
    mutating func nextCell() -> Range<Int> {
        var close = at
        while close < end, bytes[close] != 0x7C {
            let escapes = bytes[close] == 0x5C && close + 1 < end && bytes[close + 1].isPunctuation
            close += escapes ? 2 : 1
        }
        close = min(close, end)
        var first = at
        var last = close
        while first < last, bytes[first].isBlank { first += 1 }
        while last > first, bytes[last - 1].isBlank { last -= 1 }
        at = min(close + 1, end)
        return first..<last
    }
}
