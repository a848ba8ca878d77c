/// Where the lines of a file begin; made only for files that are shown in a report.
///
/// A position costs the same wherever it stands, also in a line of megabytes.
package struct LineIndex: Sendable {
    /// The whole file.
    package let bytes: [UInt8]
    private let starts: [Int]
    private let checkpoints: ColumnCheckpoints

    /// Lines end with LF, CR LF or CR.
    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var starts = [0]
        for (index, byte) in bytes.enumerated() {
            let isLoneReturn =
                byte == 0x0D && (index + 1 == bytes.count || bytes[index + 1] != 0x0A)
            if byte == 0x0A || isLoneReturn { starts.append(index + 1) }
        }
        self.starts = starts
        checkpoints = ColumnCheckpoints(bytes, lineStarts: starts)
    }

    /// Lines of the file; never none.
    package var count: Int { starts.count }

    /// A place as people name it.
    package struct Position: Equatable, Sendable {
        /// From 1.
        package let line: Int
        /// From 1, in the unit that was asked for.
        package let column: Int
    }

    /// What a column counts.
    package enum ColumnUnit: Sendable {
        /// Extended grapheme clusters, which are what people see as one character.
        case characters
        /// Unicode code points; a byte that is not UTF-8 counts as its replacement would.
        case scalars
    }

    /// The position of a byte offset; an offset past the end is the end.
    package func position(of offset: Int, in unit: ColumnUnit = .characters) -> Position {
        let offset = min(max(offset, 0), bytes.count)
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        var start = starts[low]
        if low == 0, beginsWithMark { start = min(3, offset) }
        var counted = 0
        if let nearest = checkpoints.last(from: start, through: offset) {
            start = nearest.offset
            counted = unit == .characters ? nearest.characters : nearest.scalars
        }
        let before = String(decoding: bytes[start..<max(offset, start)], as: UTF8.self)
        counted += unit == .characters ? before.count : before.unicodeScalars.count
        return Position(line: low + 1, column: counted + 1)
    }

    /// The bytes of a line (from 1), without its end and without a byte order mark.
    package func range(ofLine line: Int) -> Range<Int> {
        let start = starts[line - 1]
        var end = line < starts.count ? starts[line] : bytes.count
        while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
        return min(start + (line == 1 && beginsWithMark ? 3 : 0), end)..<end
    }

    /// The text of a line (from 1), without its end.
    package func text(ofLine line: Int) -> String {
        String(decoding: bytes[range(ofLine: line)], as: UTF8.self)
    }

    /// A byte order mark is no character that an editor counts.
    private var beginsWithMark: Bool { bytes.starts(with: [0xEF, 0xBB, 0xBF]) }
}

/// Reads the files that a report shows, each once.
package struct SourceLines {
    private let read: (String) -> [UInt8]?
    private var indices: [String: LineIndex?] = [:]

    /// - Parameter read: The bytes of a file by its path from the project's root; nil where it
    ///   cannot be read, and then only its name is shown.
    package init(read: @escaping (String) -> [UInt8]?) { self.read = read }

    /// The lines of `file`.
    package mutating func lines(of file: String) -> LineIndex? {
        if let known = indices[file] { return known }
        let made = read(file).map { LineIndex($0) }
        indices[file] = made
        return made
    }
}
