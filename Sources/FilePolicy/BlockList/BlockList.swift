package import Core

/// Digests of files that are refused, in the form of ClamAV's `.hdb` and `.hsb` files.
///
/// A line is `HASH:SIZE:NAME`, perhaps with `:LEVEL` behind it: an MD5, SHA-1 or SHA-256 in
/// hexadecimal digits, the file's bytes or `*`, and what the file is called. Empty lines and lines
/// that begin with `#` are passed over.
///
/// - Source: ClamAV's documentation, "File hash signatures".
package struct BlockList: Sendable {
    /// The most problems that are kept.
    private static let keptProblems = 20

    /// Lines that are not read, from the first on, by their bytes in the file; at most 20.
    package private(set) var problems: [(range: Range<Int>, message: Message)] = []
    /// How many lines are not read.
    package private(set) var problemCount = 0
    private var tables = DigestKind.allCases.map { DigestTable($0) }

    /// Reads a list; what is wrong with it stands in `problems`.
    ///
    /// - Parameter bytes: The file's content. A million and a half lines take about 100 MB, which
    ///   hold nothing of `bytes` themselves.
    package init(_ bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { buffer in
            var start = 0
            while start < buffer.count {
                var end = start
                while end < buffer.count, buffer[end] != 0x0A { end += 1 }
                read(start..<end, of: buffer)
                start = end + 1
            }
        }
    }

    /// How many digests it holds, each once.
    package var count: Int { tables.reduce(0) { $0 + $1.count } }

    /// Whether a file with these bytes is on the list.
    package func holds(_ bytes: [UInt8]) -> Bool { name(of: bytes) != nil }

    /// What the list calls a file with these bytes; nil where it is not on the list.
    package func name(of bytes: [UInt8]) -> String? {
        for table in tables where table.count > 0 {
            if let name = table.name(of: bytes) { return name }
        }
        return nil
    }

    private mutating func read(_ range: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>) {
        let line = UnsafeBufferPointer(rebasing: bytes[range])
        let text = UnsafeBufferPointer(rebasing: line[..<Self.end(line)])
        guard let first = text.first, first != 0x23 else { return }
        do throws(BlockLineFault) {
            let entry = try BlockLine(text)
            let table = entry.kind.rawValue
            tables[table].reserve(forLines: bytes.count / (line.count + 1))
            try tables[table].insert(text, entry)
        } catch {
            problemCount += 1
            guard problems.count < Self.keptProblems else { return }
            let start = range.lowerBound
            problems.append((range: start..<start + text.count, message: error.message))
        }
    }

    /// The end of a line without the blanks at it, among them the carriage return of Windows.
    private static func end(_ line: UnsafeBufferPointer<UInt8>) -> Int {
        var end = line.count
        while end > 0, line[end - 1] <= 0x20 { end -= 1 }
        return end
    }
}
