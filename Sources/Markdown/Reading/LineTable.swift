import Core

/// Where the lines of a text begin and end, as the C library counts them.
struct LineTable {
    /// Byte offsets in the file, one a line, and one past the last.
    private let starts: [Int]
    private let bytes: [UInt8]

    /// - Parameter body: The part of `bytes` that was parsed.
    init(bytes: [UInt8], body: Range<Int>) {
        self.bytes = bytes
        var starts = [body.lowerBound]
        starts.reserveCapacity(body.count / 32 + 2)
        bytes.withUnsafeBufferPointer { bytes in
            let text = UnsafeBufferPointer(rebasing: bytes[..<body.upperBound])
            var ends = LineEnds(in: text, from: body.lowerBound)
            while let (_, next) = ends.next(from: starts[starts.count - 1]) { starts.append(next) }
        }
        if starts.last != body.upperBound { starts.append(body.upperBound) }
        self.starts = starts
    }

    /// How many lines there are.
    var count: Int { starts.count - 1 }

    /// The bytes of the 1-based `line`, without its end; nil for a line that is not there.
    subscript(line: Int) -> Range<Int>? {
        guard line >= 1, line < starts.count else { return nil }
        let start = starts[line - 1]
        var end = starts[line]
        if end > start, bytes[end - 1] == 0x0A { end -= 1 }
        if end > start, bytes[end - 1] == 0x0D { end -= 1 }
        return start..<end
    }

    /// The bytes from the first of `lines` to the last, as far as they are there.
    func range(of lines: ClosedRange<Int>) -> Range<Int> {
        let last = max(count, 1)
        let first = self[min(max(lines.lowerBound, 1), last)] ?? starts[0]..<starts[0]
        let end = self[min(max(lines.upperBound, 1), last)] ?? first
        return first.lowerBound..<max(first.upperBound, end.upperBound)
    }

    /// The byte after the end of the 1-based `line`, its line feed included.
    func end(of line: Int) -> Int { starts[min(max(line, 0), count)] }

    /// The 1-based line that holds the byte at `offset`.
    func line(at offset: Int) -> Int {
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= offset { low = middle } else { high = middle }
        }
        return low + 1
    }
}
