/// A range of bytes in one input file. Lines and columns are computed only when it is shown.
package struct SourceSpan: Hashable, Sendable {
    /// The file's path from the project's root, with `/` between its parts.
    package let file: String
    /// Byte offsets in the file; nil where the finding concerns the file as a whole.
    package let range: Range<Int>?

    /// Takes byte offsets; without them, the file as a whole.
    package init(file: String, range: Range<Int>? = nil) {
        self.file = file
        self.range = range
    }
}

extension SourceSpan: Comparable {
    /// By file, then by place; a whole file comes before its parts.
    package static func < (a: SourceSpan, b: SourceSpan) -> Bool {
        if a.file != b.file { return a.file.precedesByBytes(b.file) }
        let left = (a.range?.lowerBound ?? -1, a.range?.upperBound ?? -1)
        let right = (b.range?.lowerBound ?? -1, b.range?.upperBound ?? -1)
        return left < right
    }
}
