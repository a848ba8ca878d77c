import Core

/// Where each byte of a leaf's content stands in its file.
///
/// The C library strips prefixes (`> `, indentation), ends of lines and, in tables, the
/// backslash of `\|`; the columns that it reports do not allow for all of that. So the content
/// is laid over the lines it came from, byte by byte.
struct SourceMap {
    /// One offset for each byte of the content; empty where the content could not be found.
    private(set) var offsets: [Int] = []
    /// What to name where a byte has no offset: the leaf's lines.
    let whole: Range<Int>

    init(whole: Range<Int>) { self.whole = whole }

    /// The file's bytes for `range` of the content.
    func source(_ range: Range<Int>) -> Range<Int> {
        guard range.lowerBound >= 0, range.upperBound <= offsets.count, !range.isEmpty else {
            return whole
        }
        let start = offsets[range.lowerBound]
        let end = offsets[range.upperBound - 1] + 1
        return start < end ? start..<end : whole
    }

    /// The same, but nil where the bytes are not known; an empty range is the place before the
    /// byte that follows.
    func exact(_ range: Range<Int>) -> Range<Int>? {
        guard range.lowerBound >= 0, range.upperBound <= offsets.count else { return nil }
        if range.isEmpty {
            guard range.lowerBound < offsets.count else { return nil }
            return offsets[range.lowerBound]..<offsets[range.lowerBound]
        }
        let start = offsets[range.lowerBound]
        let end = offsets[range.upperBound - 1] + 1
        return start < end ? start..<end : nil
    }

    /// Maps content whose lines each reach to the end of their line in the file.
    ///
    /// - Parameter firstLine: The line of the content's first line.
    mutating func alignRight(
        _ content: UnsafeBufferPointer<UInt8>, bytes: [UInt8], lines: LineTable, firstLine: Int
    ) -> Bool {
        var map = [Int](repeating: 0, count: content.count)
        var line = firstLine
        var start = 0
        while start < content.count {
            let end = content[start...].firstIndex(of: 0x0A) ?? content.count
            guard let range = lines[line] else { return false }
            var at = range.upperBound
            if end < content.count { map[end] = min(range.upperBound, bytes.count - 1) }
            let text = UnsafeBufferPointer(rebasing: content[start..<end])
            let first = at - text.count
            if first >= range.lowerBound, bytes.holds(text, at: first) {
                for index in text.indices { map[start + index] = first + index }
                start = end + 1
                line += 1
                continue
            }
            for index in stride(from: end - 1, through: start, by: -1) {
                guard at > range.lowerBound else {
                    // The rest of a tab that was cut in two.
                    guard content[index] == 0x20 else { return false }
                    map[index] = at
                    continue
                }
                at -= 1
                guard bytes[at] == content[index] || bytes[at] == 0x09 && content[index] == 0x20
                else { return false }
                map[index] = at
            }
            start = end + 1
            line += 1
        }
        offsets = map
        return true
    }

    /// Maps content that begins at the first byte of `range`, on one line.
    mutating func alignLeft(
        _ content: UnsafeBufferPointer<UInt8>, bytes: [UInt8], range: Range<Int>
    ) -> Bool {
        var map: [Int] = []
        map.reserveCapacity(content.count)
        var at = range.lowerBound
        for byte in content {
            if byte == 0x7C, at + 1 < range.upperBound, bytes[at] == 0x5C, bytes[at + 1] == 0x7C {
                at += 1
            }
            guard at < range.upperBound, bytes[at] == byte else { return false }
            map.append(at)
            at += 1
        }
        offsets = map
        return true
    }

    /// Maps whole lines in which `\|` may have become `|`, without their indentation.
    mutating func alignLines(
        _ content: UnsafeBufferPointer<UInt8>, bytes: [UInt8], lines: LineTable, firstLine: Int
    ) -> Bool {
        var all: [Int] = []
        var line = firstLine
        var start = 0
        while start < content.count {
            let end = content[start...].firstIndex(of: 0x0A) ?? content.count
            guard var range = lines[line] else { return false }
            while range.count > 0, start < end, bytes[range.lowerBound] != content[start] {
                range = range.lowerBound + 1..<range.upperBound
            }
            let part = UnsafeBufferPointer(rebasing: content[start..<end])
            guard alignLeft(part, bytes: bytes, range: range) else {
                offsets = []
                return false
            }
            all += offsets
            if end < content.count { all.append(range.upperBound) }
            start = end + 1
            line += 1
        }
        offsets = all
        return true
    }
}
