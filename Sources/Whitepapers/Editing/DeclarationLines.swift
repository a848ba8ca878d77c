import Core

/// whitepaper.yml as its lines, for edits that leave all others as they are.
///
/// It knows the usual forms of YAML, not all; who edits reads the result again and compares.
struct DeclarationLines {
    /// Without their ends.
    private(set) var lines: [[UInt8]]
    private let lineEnd: [UInt8]
    private let endsWithLine: Bool

    init(_ bytes: [UInt8]) {
        let split = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        let isWindows = split.first?.last == 0x0D && split.count > 1
        lineEnd = isWindows ? [0x0D, 0x0A] : [0x0A]
        endsWithLine = split.last?.isEmpty ?? false
        lines = (endsWithLine ? split.dropLast() : split[...]).map { line in
            Array(isWindows && line.last == 0x0D ? line.dropLast() : line)
        }
    }

    /// The file.
    var bytes: [UInt8] {
        Array(lines.joined(separator: lineEnd)) + (endsWithLine ? lineEnd : [])
    }

    /// An entry of a list that is written with a dash for each.
    struct Entry {
        /// The column of its dash, from 0.
        let dash: Int
        /// The column of its keys.
        let keys: Int
        /// Its lines, without blank lines and comments at its end.
        let lines: Range<Int>
    }

    /// The number of the line at a byte of the file, from 0.
    func line(at offset: Int) -> Int {
        var start = 0
        for (number, line) in lines.enumerated() {
            start += line.count + lineEnd.count
            if offset < start { return number }
        }
        return max(0, lines.count - 1)
    }

    /// The entry of the innermost list that has a line; nil where no line begins with its dash.
    func entry(around line: Int) -> Entry? {
        var start = line
        var limit = Int.max
        while let indent = indent(of: start), !isDash(start) || indent >= limit {
            limit = min(limit, indent)
            start -= 1
            while start >= 0, isSilent(start) { start -= 1 }
            if start < 0 { return nil }
        }
        guard let dash = indent(of: start) else { return nil }
        let after = lines[start][(dash + 1)...]
        let keys = dash + 1 + after.prefix { $0 == 0x20 }.count
        return Entry(dash: dash, keys: keys, lines: start..<end(of: start, deeperThan: dash))
    }

    /// The end of what belongs to a line: all that is deeper than a column.
    func end(of line: Int, deeperThan column: Int) -> Int {
        var end = line + 1
        for next in end..<max(end, lines.count) where !isSilent(next) {
            guard let indent = indent(of: next), indent > column else { break }
            end = next + 1
        }
        return end
    }

    /// Puts lines before the line of that number.
    mutating func insert(_ texts: [String], at line: Int) {
        lines.insert(contentsOf: texts.map { Array($0.utf8) }, at: line)
    }

    /// Puts a text before the last `bracket` of some lines.
    ///
    /// - Parameter separated: Whether a comma comes first where the bracket closes what is not
    ///   empty.
    /// - Returns: False where there is no such bracket.
    mutating func insert(_ text: String, before bracket: UInt8, in range: Range<Int>) -> Bool {
        for line in range.reversed() {
            guard let place = lines[line].lastIndex(of: bracket) else { continue }
            let before = lines[line][..<place].last { $0 != 0x20 }
            let isFirst = before == 0x5B || before == 0x7B
            var start = place
            while start > 0, lines[line][start - 1] == 0x20 { start -= 1 }
            lines[line].insert(contentsOf: ((isFirst ? "" : ", ") + text).utf8, at: start)
            return true
        }
        return false
    }

    /// The column of a line's first character; nil for a blank line.
    func indent(of line: Int) -> Int? { lines[line].firstIndex { $0 != 0x20 && $0 != 0x09 } }

    /// What a line has behind its first colon, without comment and spaces.
    func value(of line: Int) -> String {
        let text = String(decoding: lines[line], as: UTF8.self)
        guard let colon = text.firstIndex(of: ":") else { return "" }
        let value = text[text.index(after: colon)...].drop { $0 == " " }
        return value.hasPrefix("#") ? "" : String(value)
    }

    /// Whether an entry's keys stand in braces.
    func isFlow(_ entry: Entry) -> Bool {
        let line = lines[entry.lines.lowerBound]
        return entry.keys < line.count && line[entry.keys] == 0x7B
    }

    private func isDash(_ line: Int) -> Bool {
        guard let start = indent(of: line), lines[line][start] == 0x2D else { return false }
        return start + 1 < lines[line].count && lines[line][start + 1] == 0x20
    }

    /// Whether a line is blank or a comment.
    private func isSilent(_ line: Int) -> Bool {
        guard let start = indent(of: line) else { return true }
        return lines[line][start] == 0x23
    }
}
