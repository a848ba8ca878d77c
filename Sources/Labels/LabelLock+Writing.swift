import Content
import Core

extension LabelLock {
    /// The first line that is no comment.
    static let header = ["labels.lock", "1"]

    /// The lock's bytes: the same for the same entries, whatever their order.
    package var bytes: [UInt8] {
        var output = ByteWriter(reservingCapacity: entries.count * 160 + 512)
        output.append(
            """
            # The label of each item of Content when it was last recorded. 'hakusho labels lock'
            # writes this file; commit it with your change, and do not edit it by hand. To lower
            # a label, say why under 'downgrade' in the item itself.

            """ as StaticString)
        output.appendLine(Self.header)
        output.appendLine(["levels", levels.map(\.value).joined(separator: " ")])
        output.appendLine(["handling", handling.map(\.value).joined(separator: " ")])
        let sorted = entries.sorted { a, b in
            if a.key.path != b.key.path {
                return a.key.path.precedesByBytes(b.key.path)
            }
            return a.key.kind.rawValue < b.key.kind.rawValue
        }
        for entry in sorted { output.appendLine(columns(of: entry)) }
        let history = downgrades.map { record in
            [record.path, record.from, record.to, record.on, record.by, record.reason]
        }
        for record in history.sorted(by: { precedes($0, $1) }) {
            output.appendLine(["downgrade"] + record.map(\.onOneLine))
        }
        return output.bytes
    }

    private func columns(of entry: Entry) -> [String] {
        let label = [levels[entry.level].value] + entry.marks.map { handling[$0].value }
        let sketch = entry.sketch.map { value in
            let digits = String(value, radix: 16)
            return String(repeating: "0", count: 8 - digits.count) + digits
        }
        return [
            entry.key.kind.rawValue, entry.key.path, label.joined(separator: " "), entry.digest,
            sketch.isEmpty ? "-" : sketch.joined(separator: ","),
        ] + (entry.isDeleted ? ["deleted"] : [])
    }

    /// By path, then by day: the order of a history.
    private func precedes(_ a: [String], _ b: [String]) -> Bool {
        let (left, right) = ([a[0], a[3]] + a, [b[0], b[3]] + b)
        guard let place = left.indices.first(where: { left[$0] != right[$0] }) else {
            return false
        }
        return left[place].precedesByBytes(right[place])
    }
}

extension ByteWriter {
    fileprivate mutating func appendLine(_ columns: [String]) {
        append(columns.joined(separator: "\t"))
        append("\n" as StaticString)
    }
}

extension String {
    /// With a space for each run of blanks, line breaks and control characters.
    var onOneLine: String {
        split { $0.isWhitespace || ($0.unicodeScalars.first?.value ?? 0) < 0x20 }
            .joined(separator: " ")
    }
}
