/// The part of a line that is shown with a finding: all of it, or of a long line what stands
/// around the finding, with `…` for the rest.
package struct SourceExcerpt {
    /// What is shown.
    package let text: String
    /// Characters of `text` before the finding.
    package let before: Int
    /// Characters of `text` in the finding.
    package let marked: Int

    /// Lines of more bytes are cut.
    private static let limit = 400
    /// Bytes that a cut line shows before the finding.
    private static let context = 100

    /// - Parameters:
    ///   - range: The finding, in bytes of the file.
    ///   - lines: The file.
    package init(of range: Range<Int>, in lines: LineIndex) {
        let line = lines.position(of: range.lowerBound).line
        self.init(of: range, inLine: lines.range(ofLine: line), lines.bytes)
    }

    /// - Parameters:
    ///   - range: The finding, which begins in the line and may end after it.
    ///   - line: The line without its end.
    ///   - bytes: The whole file.
    init(of range: Range<Int>, inLine line: Range<Int>, _ bytes: [UInt8]) {
        let start = min(max(range.lowerBound, line.lowerBound), line.upperBound)
        let end = min(max(range.upperBound, start), line.upperBound)
        var shown = line
        if line.count > Self.limit {
            var from = max(line.lowerBound, start - Self.context)
            var to = min(line.upperBound, from + Self.limit)
            while from < start, bytes[from] & 0xC0 == 0x80 { from += 1 }
            while to < line.upperBound, to > start, bytes[to] & 0xC0 == 0x80 { to -= 1 }
            shown = from..<to
        }
        let text = { (range: Range<Int>) in String(decoding: bytes[range], as: UTF8.self) }
        let isCut = shown.lowerBound > line.lowerBound
        let isOpen = shown.upperBound < line.upperBound
        self.text = (isCut ? "…" : "") + text(shown) + (isOpen ? "…" : "")
        before = text(shown.lowerBound..<start).count + (isCut ? 1 : 0)
        marked = text(start..<max(start, min(end, shown.upperBound))).count
    }
}
