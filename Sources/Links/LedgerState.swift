package import Core

/// What the log of publications remembers of the ledger, so that lines that are lost show.
package struct LedgerState: Sendable, Equatable {
    /// Its lines; a ledger only grows.
    package let lines: Int
    /// Of all URLs and anchors in their order, each with a tab between and a line feed behind.
    package let digest: SHA256Digest

    /// Takes both as they were recorded.
    package init(lines: Int, digest: SHA256Digest) {
        self.lines = lines
        self.digest = digest
    }

    /// The state of a ledger.
    package init(_ ledger: Ledger) {
        var keys = ByteWriter(reservingCapacity: ledger.bytes.count)
        for line in ledger.lines {
            keys.append(ledger.bytes[line.url.lowerBound..<line.anchor.upperBound])
            keys.append("\n" as StaticString)
        }
        self.init(lines: ledger.lines.count, digest: SHA256Digest(of: keys.bytes))
    }

    /// Whether a ledger of this state has certainly lost lines of an earlier one. One that has
    /// grown may have lost some too, which cannot be told.
    package func hasLostLines(of earlier: LedgerState) -> Bool {
        lines < earlier.lines || lines == earlier.lines && digest != earlier.digest
    }
}
