extension InlineCursor {
    /// The character reference at the cursor, if `literal` begins with what it stands for.
    ///
    /// The library's table of 2,125 names is not needed: what a name stands for is seen in the
    /// literal, by where the text after it goes on.
    ///
    /// - Returns: Bytes of the content, and bytes of the literal.
    func entity(for literal: Slice<UnsafeBufferPointer<UInt8>>) -> (length: Int, width: Int)? {
        guard let length = lengthOfReference else { return nil }
        let written = text[at..<at + length]
        let isVerbatim = literal.starts(with: written)
        let isCommon = Self.commonNames.contains {
            written.dropFirst().dropLast().elementsEqual($0)
        }
        if isVerbatim, text[at + 1] != 0x23, !isCommon { return nil }
        var width = scalarWidth(literal, at: literal.startIndex)
        let follows = literal.startIndex + width
        // A few names stand for two code points.
        if text[at + 1] != 0x23, follows < literal.endIndex, at + length < text.count,
            literal[follows] >= 0x80, literal[follows] != text[at + length]
        {
            width += scalarWidth(literal, at: follows)
        }
        return (length, width)
    }

    private static let commonNames = ["amp", "lt", "gt", "quot", "nbsp"].map { Array($0.utf8) }

    private func scalarWidth(_ literal: Slice<UnsafeBufferPointer<UInt8>>, at index: Int) -> Int {
        let width =
            switch literal[index] {
            case 0xC0..<0xE0: 2
            case 0xE0..<0xF0: 3
            case 0xF0...0xFF: 4
            default: 1
            }
        return min(width, literal.endIndex - index)
    }

    /// The length of `&name;`, `&#123;` or `&#x1F;` at the cursor.
    private var lengthOfReference: Int? {
        var index = at + 1
        let isNumber = index < text.count && text[index] == 0x23
        if isNumber { index += 1 }
        let first = index
        while index < text.count, text[index].isLetter || text[index].isDigit, index - at < 34 {
            index += 1
        }
        guard index > first, index < text.count, text[index] == 0x3B else { return nil }
        return index + 1 - at
    }
}
