/// Numbers and words at offsets of some bytes, counted from their start; nil beyond their end.
///
/// Offsets and lengths may come from the file itself: no value of them traps.
struct ByteFields {
    /// All bytes.
    let bytes: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
    }

    /// How many there are.
    var count: Int { bytes.count }

    /// `length` bytes from `offset` on.
    func slice(at offset: Int, _ length: Int) -> ArraySlice<UInt8>? {
        guard offset >= 0, length >= 0, offset <= count, length <= count - offset else {
            return nil
        }
        let start = bytes.startIndex + offset
        return bytes[start..<start + length]
    }

    /// One byte.
    func byte(at offset: Int) -> UInt8? {
        guard offset >= 0, offset < count else { return nil }
        return bytes[bytes.startIndex + offset]
    }

    /// Two bytes, the low one first.
    func little16(at offset: Int) -> Int? { little(at: offset, 2) }

    /// Four bytes, the low one first.
    func little32(at offset: Int) -> Int? { little(at: offset, 4) }

    /// Four bytes, the high one first.
    func big32(at offset: Int) -> Int? {
        slice(at: offset, 4)?.reduce(0) { $0 << 8 | Int($1) }
    }

    /// Eight bytes, the high one first; nil also for what is beyond `Int`.
    func big64(at offset: Int) -> Int? {
        guard let eight = slice(at: offset, 8), eight[eight.startIndex] < 0x80 else { return nil }
        return eight.reduce(0) { $0 << 8 | Int($1) }
    }

    /// Whether exactly these bytes stand there.
    func has(_ word: [UInt8], at offset: Int = 0) -> Bool {
        slice(at: offset, word.count)?.elementsEqual(word) ?? false
    }

    /// Whether exactly this text stands there.
    func has(_ word: StaticString, at offset: Int = 0) -> Bool {
        let expected = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
        return slice(at: offset, expected.count)?.elementsEqual(expected) ?? false
    }

    /// Whether this text, given in lower case, stands there in any case of its ASCII letters.
    func hasIgnoringCase(_ word: StaticString, at offset: Int = 0) -> Bool {
        let expected = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
        guard let actual = slice(at: offset, expected.count) else { return false }
        return zip(actual, expected).allSatisfy { $0.asciiLowercased == $1 }
    }

    /// Where the word first stands from `start` on; the word is not empty.
    func offset(of word: [UInt8], from start: Int = 0) -> Int? {
        guard start >= 0, word.count <= count, start <= count - word.count else { return nil }
        return bytes.withUnsafeBufferPointer { all in
            let first = word[0]
            for place in start...(count - word.count) where all[place] == first {
                if (1..<word.count).allSatisfy({ all[place + $0] == word[$0] }) { return place }
            }
            return nil
        }
    }

    private func little(at offset: Int, _ length: Int) -> Int? {
        slice(at: offset, length)?.reversed().reduce(0) { $0 << 8 | Int($1) }
    }
}

extension UInt8 {
    /// The same letter in lower case, where this is an ASCII letter.
    var asciiLowercased: UInt8 {
        (0x41...0x5A).contains(self) ? self | 0x20 : self
    }
}
