import Content
package import Core

extension Ledger {
    /// Reads published.tsv.
    ///
    /// - Returns: What can be read of it, and an error for each line that cannot, that is there
    ///   twice, or that a merge has left behind. Lines in another order are read as they are.
    package static func read(
        _ bytes: [UInt8], file: String
    ) -> (ledger: Ledger, diagnostics: [Diagnostic]) {
        var reading = LedgerReading(file: file)
        bytes.withUnsafeBufferPointer { reading.read($0) }
        var lines = reading.lines
        if !reading.isSorted {
            lines.sort { Self.precedes($0, $1, in: bytes) }
            for (line, next) in zip(lines, lines.dropFirst())
            where !Self.precedes(line, next, in: bytes) {
                let (first, second) =
                    line.range.lowerBound < next.range.lowerBound ? (line, next) : (next, line)
                reading.diagnostics.append(
                    .repeatedLine(second.range, first: first.range, file: file))
            }
        }
        return (
            Ledger(
                address: reading.address, bytes: bytes, lines: lines,
                outputSets: reading.outputSets), reading.diagnostics
        )
    }

    /// Whether one line's URL and anchor come before another's. A tab sorts before all that
    /// either may have, so this is the order of the lines' bytes.
    private static func precedes(_ a: Line, _ b: Line, in bytes: [UInt8]) -> Bool {
        bytes[a.url.lowerBound..<a.anchor.upperBound].lexicographicallyPrecedes(
            bytes[b.url.lowerBound..<b.anchor.upperBound])
    }
}
