/// The difference between two states of a text file, as diff(1) prints it with `-u`.
///
/// - Source: POSIX.1-2024, diff, "Diff -u or -U Output Format".
package enum UnifiedDiff {
    /// - Parameters:
    ///   - file: The path to name; a new file is shown as `/dev/null` before.
    ///   - context: Lines that are shown around each change.
    /// - Returns: Nothing where both are the same.
    package static func text(
        file: String, from old: [UInt8]?, to new: [UInt8], context: Int = 3
    ) -> [UInt8] {
        let before = lines(old ?? [])
        let after = lines(new)
        let changes = changes(before, after)
        guard !changes.isEmpty else { return [] }
        var out = ByteWriter()
        out.append("--- \(old == nil ? "/dev/null" : "a/" + file)\n+++ b/\(file)\n")
        var index = 0
        while index < changes.count {
            var last = index
            while last + 1 < changes.count,
                changes[last + 1].old.lowerBound - changes[last].old.upperBound <= 2 * context
            {
                last += 1
            }
            append(changes[index...last], before, after, context, to: &out)
            index = last + 1
        }
        return out.bytes
    }

    private struct Change {
        let old: Range<Int>
        let new: Range<Int>
    }

    private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
            lines.append(bytes[start..<end])
            start = end
        }
        return lines
    }

    /// Where the two differ: found greedily, since edits of links leave nearly all lines in place.
    private static func changes(
        _ before: [ArraySlice<UInt8>], _ after: [ArraySlice<UInt8>]
    ) -> [Change] {
        var changes: [Change] = []
        var (i, j) = (0, 0)
        while i < before.count || j < after.count {
            if i < before.count, j < after.count, before[i] == after[j] {
                (i, j) = (i + 1, j + 1)
                continue
            }
            let (k, l) = nextCommon(before, after, i, j)
            changes.append(Change(old: i..<k, new: j..<l))
            (i, j) = (k, l)
        }
        return changes
    }

    /// The nearest pair of equal lines from a place on, by the fewest lines passed over.
    private static func nextCommon(
        _ before: [ArraySlice<UInt8>], _ after: [ArraySlice<UInt8>], _ i: Int, _ j: Int
    ) -> (Int, Int) {
        let most = (before.count - i) + (after.count - j)
        for distance in 1...max(most, 1) {
            for skipped in 0...distance {
                let (k, l) = (i + skipped, j + distance - skipped)
                if k < before.count, l < after.count, before[k] == after[l] { return (k, l) }
            }
        }
        return (before.count, after.count)
    }

    private static func append(
        _ changes: ArraySlice<Change>, _ before: [ArraySlice<UInt8>],
        _ after: [ArraySlice<UInt8>], _ context: Int, to out: inout ByteWriter
    ) {
        guard let first = changes.first, let last = changes.last else { return }
        let lead = min(context, first.old.lowerBound)
        let tail = min(context, before.count - last.old.upperBound)
        let old = first.old.lowerBound - lead..<last.old.upperBound + tail
        let new = first.new.lowerBound - lead..<last.new.upperBound + tail
        out.append("@@ -\(place(old)) +\(place(new)) @@\n")
        var at = old.lowerBound
        for change in changes {
            for line in before[at..<change.old.lowerBound] { append(" ", line, to: &out) }
            for line in before[change.old] { append("-", line, to: &out) }
            for line in after[change.new] { append("+", line, to: &out) }
            at = change.old.upperBound
        }
        for line in before[at..<old.upperBound] { append(" ", line, to: &out) }
    }

    private static func place(_ range: Range<Int>) -> String {
        let start = range.isEmpty ? range.lowerBound : range.lowerBound + 1
        return range.count == 1 ? "\(start)" : "\(start),\(range.count)"
    }

    private static func append(
        _ mark: StaticString, _ line: ArraySlice<UInt8>, to out: inout ByteWriter
    ) {
        out.append(mark)
        out.append(line)
        if line.last != 0x0A { out.append("\n\\ No newline at end of file\n" as StaticString) }
    }
}
