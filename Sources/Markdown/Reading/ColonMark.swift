import Core

/// Two or more colons of either width with a word behind them: a container's mark, or what was
/// meant as one.
struct ColonMark {
    /// How many colons.
    let count: Int
    /// Only `:` of ASCII.
    let isNarrow: Bool
    /// The word behind the colons: ASCII letters, digits, `-` and `_`, full-width ones folded.
    let name: String
    /// Something blank stands between the colons and the word.
    let hasGap: Bool
    /// The colons and the word.
    let range: Range<Int>
    /// Only blanks, and marks of quotes, lists, headings and cells, stand before it in its line.
    let isFirst: Bool

    /// The next mark in `rest` of `line`; marks without a word are passed over.
    static func next(in rest: Range<Int>, of line: Range<Int>, _ bytes: [UInt8]) -> ColonMark? {
        var start = rest.lowerBound
        while start < rest.upperBound {
            guard bytes.colon(at: start, before: rest.upperBound) > 0 else {
                start += 1
                continue
            }
            var (at, count) = (start, 0)
            while case let length = bytes.colon(at: at, before: rest.upperBound), length > 0 {
                (at, count) = (at + length, count + 1)
            }
            if count >= 2,
                let mark = ColonMark(start..<at, count: count, line: line, bytes: bytes)
            {
                return mark
            }
            start = at
        }
        return nil
    }

    private init?(_ colons: Range<Int>, count: Int, line: Range<Int>, bytes: [UInt8]) {
        var at = colons.upperBound
        while case let length = bytes.blank(at: at, before: line.upperBound), length > 0 {
            at += length
        }
        hasGap = at > colons.upperBound
        var word: [UInt8] = []
        while let letter = bytes.nameLetter(at: at, before: line.upperBound) {
            word.append(letter.byte)
            at += letter.length
        }
        guard !word.isEmpty else { return nil }
        self.count = count
        isNarrow = colons.count == count
        name = String(decoding: word, as: UTF8.self)
        range = colons.lowerBound..<at
        isFirst = bytes.isLineStart(line.lowerBound..<colons.lowerBound)
    }

    /// Whether it stands free in its line: `std::label` does not, nor does an escaped one.
    func standsFree(in line: Range<Int>, _ bytes: [UInt8]) -> Bool {
        guard range.lowerBound > line.lowerBound else { return true }
        let before = bytes[range.lowerBound - 1]
        if before == 0x5C { return false }
        if before.isBlank || before == 0x7C { return true }
        if before < 0x80 {
            return (count > 2 || !isNarrow)
                && !(before.isLetter || before.isDigit || before == 0x5F)
        }
        if count > 2 || !isNarrow { return true }
        let three = max(line.lowerBound, range.lowerBound - 3)
        let two = max(line.lowerBound, range.lowerBound - 2)
        return bytes.blank(at: three, before: range.lowerBound) == 3
            || bytes.blank(at: two, before: range.lowerBound) == 2
    }

    /// Whether the word ends as a name ends: before something blank or a character of another
    /// script.
    func endsAsName(in line: Range<Int>, _ bytes: [UInt8]) -> Bool {
        guard range.upperBound < line.upperBound else { return true }
        let after = bytes[range.upperBound]
        return after.isBlank || after == 0x0D || after >= 0x80
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether two colons, of either width, follow one another somewhere.
    var mayHoldMarks: Bool {
        var next = 0
        while let index = index(of: 0x3A, from: next) {
            next = index + 1
            if next < count, self[next] == 0x3A || isWideColon(at: next) { return true }
            if isWideColon(at: index - 3) { return true }
        }
        return contains("：：", rarest: 2)
    }

    private func isWideColon(at index: Int) -> Bool {
        index >= 0 && index + 2 < count && self[index] == 0xEF && self[index + 1] == 0xBC
            && self[index + 2] == 0x9A
    }
}

extension [UInt8] {
    /// The bytes of a colon of either width; 0 where there is none.
    fileprivate func colon(at index: Int, before end: Int) -> Int {
        guard index < end else { return 0 }
        if self[index] == 0x3A { return 1 }
        guard self[index] == 0xEF, index + 2 < end else { return 0 }
        return self[index + 1] == 0xBC && self[index + 2] == 0x9A ? 3 : 0
    }

    /// The bytes of something that a reader does not see: a space of any width or none.
    fileprivate func blank(at index: Int, before end: Int) -> Int {
        guard index < end else { return 0 }
        if self[index] < 0x80 { return self[index].isBlank ? 1 : 0 }
        guard index + 1 < end else { return 0 }
        // U+00A0, U+00AD
        if self[index] == 0xC2 { return [0xA0, 0xAD].contains(self[index + 1]) ? 2 : 0 }
        guard index + 2 < end else { return 0 }
        switch (self[index], self[index + 1], self[index + 2]) {
        case (0xE3, 0x80, 0x80), (0xE2, 0x81, 0xA0), (0xEF, 0xBB, 0xBF): return 3
        case (0xE2, 0x80, 0x80...0x8F): return 3
        default: return 0
        }
    }

    /// A letter of a name and its width in bytes.
    fileprivate func nameLetter(
        at index: Int, before end: Int
    ) -> (byte: UInt8, length: Int)? {
        guard index < end else { return nil }
        var byte = self[index]
        var length = 1
        if byte == 0xEF, index + 2 < end {
            // U+FF01 to U+FF5E stand for the 94 signs of ASCII.
            switch (self[index + 1], self[index + 2]) {
            case (0xBC, 0x81...0xBF): byte = self[index + 2] - 0x60
            case (0xBD, 0x80...0x9E): byte = self[index + 2] - 0x20
            default: return nil
            }
            length = 3
        }
        guard byte.isLetter || byte.isDigit || byte == 0x2D || byte == 0x5F else { return nil }
        return (byte, length)
    }

    /// Whether nothing in `range` is text.
    fileprivate func isLineStart(_ range: Range<Int>) -> Bool {
        var at = range.lowerBound
        var last: UInt8 = 0x20
        while at < range.upperBound {
            let length = blank(at: at, before: range.upperBound)
            last = length > 0 ? 0x20 : self[at]
            let isMark = [0x3E, 0x2D, 0x2A, 0x2B, 0x23, 0x7C, 0x2E, 0x29].contains(last)
            guard length > 0 || isMark || last.isDigit else { return false }
            at += Swift.max(length, 1)
        }
        return !last.isDigit
    }
}
