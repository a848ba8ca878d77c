/// A name, a value or a text of a document that is being read, in UTF-8.
///
/// The bytes last only until the event that they came with has been taken: whoever keeps them
/// makes a `String` or an array of them. Nothing is allocated to compare them, as a hostile
/// document has a million.
struct XMLBytes {
    /// Where they stand in the parser's memory.
    let buffer: UnsafeBufferPointer<UInt8>

    init(_ buffer: UnsafeBufferPointer<UInt8>) { self.buffer = buffer }

    /// The bytes before a NUL, as C hands them over.
    init(_ start: UnsafePointer<CChar>) {
        var count = 0
        while start[count] != 0 { count += 1 }
        let bytes = UnsafeRawPointer(start).assumingMemoryBound(to: UInt8.self)
        buffer = UnsafeBufferPointer(start: bytes, count: count)
    }

    var count: Int { buffer.count }
    var isEmpty: Bool { buffer.isEmpty }

    /// A copy that lasts.
    var text: String { String(decoding: buffer, as: UTF8.self) }

    static func == (bytes: XMLBytes, word: StaticString) -> Bool {
        bytes.count == word.utf8CodeUnitCount && bytes.holds(word, at: 0)
    }

    static func ~= (word: StaticString, bytes: XMLBytes) -> Bool { bytes == word }

    static func == (one: XMLBytes, other: XMLBytes) -> Bool {
        guard one.count == other.count else { return false }
        return one.buffer.baseAddress == other.buffer.baseAddress
            || one.buffer.elementsEqual(other.buffer)
    }

    func hasPrefix(_ word: StaticString) -> Bool {
        count >= word.utf8CodeUnitCount && holds(word, at: 0)
    }

    func hasSuffix(_ word: StaticString) -> Bool {
        count >= word.utf8CodeUnitCount && holds(word, at: count - word.utf8CodeUnitCount)
    }

    /// Whether the bytes begin with `word`, given in lower case, in any case of ASCII letters.
    func hasPrefix(ignoringCase word: StaticString) -> Bool {
        guard count >= word.utf8CodeUnitCount else { return false }
        for index in 0..<word.utf8CodeUnitCount
        where buffer[index].asciiLowercased != word.utf8Start[index] {
            return false
        }
        return true
    }

    /// Whether the bytes are `word`, given in lower case, in any case of ASCII letters.
    func equals(ignoringCase word: StaticString) -> Bool {
        count == word.utf8CodeUnitCount && hasPrefix(ignoringCase: word)
    }

    /// Whether `word` stands somewhere in the bytes.
    func contains(_ word: StaticString) -> Bool { place(of: word) != nil }

    /// Where `word` stands first.
    func place(of word: StaticString) -> Int? {
        guard count >= word.utf8CodeUnitCount else { return nil }
        for start in 0...count - word.utf8CodeUnitCount where holds(word, at: start) {
            return start
        }
        return nil
    }

    /// What follows the first so many bytes.
    func dropFirst(_ length: Int) -> XMLBytes {
        XMLBytes(UnsafeBufferPointer(rebasing: buffer.dropFirst(length)))
    }

    private func holds(_ word: StaticString, at start: Int) -> Bool {
        for index in 0..<word.utf8CodeUnitCount
        where buffer[start + index] != word.utf8Start[index] {
            return false
        }
        return true
    }
}
