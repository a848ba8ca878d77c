/// A change to one file that a tool can make by itself.
package struct TextEdit: Hashable, Sendable {
    /// Where the text goes.
    package enum Place: Hashable, Sendable {
        /// In place of these bytes; an empty range inserts.
        case bytes(Range<Int>)
        /// As a line of its own at the file's end; a file that is not there is made.
        case newLine
    }

    /// The file's path from the project's root, with `/` between its parts.
    package let file: String
    /// Where in the file.
    package let place: Place
    /// What is put there; for a new line, without its end.
    package let text: String

    /// Replaces a range of bytes.
    package init(file: String, range: Range<Int>, text: String) {
        self.file = file
        self.place = .bytes(range)
        self.text = text
    }

    /// Adds a line at the end of a file.
    package init(file: String, addingLine line: String) {
        self.file = file
        self.place = .newLine
        self.text = line
    }
}

/// Why a set of edits was not applied; then none of them was.
package enum TextEditError: Error, Equatable {
    /// Two edits want the same bytes, or to insert different texts at one place.
    case overlapping(Range<Int>, Range<Int>)
    /// The file ends before the edit's place: it has changed since it was read.
    case outside(Range<Int>, size: Int)
}

/// Applies all edits of one file at once, or none of them.
///
/// - Parameters:
///   - edits: In any order; an edit that is given twice is made once. Ranges count in `bytes`,
///     whatever the other edits are.
///   - bytes: The file; empty for one that is made.
/// - Returns: The changed file. New lines come in the order given, after the rest.
/// - Throws: `TextEditError`.
package func applying(
    _ edits: [TextEdit], to bytes: [UInt8]
) throws(TextEditError) -> [UInt8] {
    var replacements: [(range: Range<Int>, text: String)] = []
    var lines: [String] = []
    var seen = Set<TextEdit>()
    for edit in edits where seen.insert(edit).inserted {
        switch edit.place {
        case .bytes(let range): replacements.append((range, edit.text))
        case .newLine: lines.append(edit.text)
        }
    }
    replacements.sort {
        ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + edits.reduce(0) { $0 + $1.text.utf8.count + 1 })
    var last = 0..<0
    for (index, (range, text)) in replacements.enumerated() {
        guard range.lowerBound >= 0, range.upperBound <= bytes.count else {
            throw .outside(range, size: bytes.count)
        }
        let isTaken = range.lowerBound < last.upperBound || (index > 0 && range == last)
        guard !isTaken else { throw .overlapping(last, range) }
        result += bytes[last.upperBound..<range.lowerBound]
        result += text.utf8
        last = range
    }
    result += bytes[last.upperBound...]
    appendLines(lines, to: &result)
    return result
}

/// Adds lines with the line ends that the file has already.
private func appendLines(_ lines: [String], to bytes: inout [UInt8]) {
    guard !lines.isEmpty else { return }
    let end = lineEnd(of: bytes)
    if let last = bytes.last, last != 0x0A { bytes += end }
    for line in lines { bytes += Array(line.utf8) + end }
}

extension TextEdit {
    /// The edit as bytes that give way to a text, a new line too.
    func replacement(in bytes: [UInt8]) -> (range: Range<Int>, text: String) {
        guard case .bytes(let range) = place else {
            var changed = bytes
            appendLines([text], to: &changed)
            let added = String(decoding: changed[bytes.count...], as: UTF8.self)
            return (bytes.count..<bytes.count, added)
        }
        return (range, text)
    }
}

/// CR LF where the file's first line ends so, else LF.
private func lineEnd(of bytes: [UInt8]) -> [UInt8] {
    guard let feed = bytes.firstIndex(of: 0x0A), feed > 0, bytes[feed - 1] == 0x0D else {
        return [0x0A]
    }
    return [0x0D, 0x0A]
}
