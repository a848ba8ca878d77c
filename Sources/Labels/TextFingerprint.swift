import Core

/// What a text is known by when it is found in another place, or with small changes.
///
/// The digest says that two texts are the same but for blanks and line breaks. The sketch is the
/// least hash values of the text's sentences: since hash values are spread evenly, it is a random
/// sample of the sentences, so the share of it that another text holds tells how much of the
/// whole that text holds, also where more was added around it.
///
/// - Source: Broder, "On the resemblance and containment of documents", 1997.
package struct TextFingerprint: Sendable {
    /// 32 hexadecimal digits of the SHA-256 of all bytes but blanks and line breaks.
    package let digest: String
    /// The hash values of all sentences.
    let sentences: Set<UInt32>
    /// The least hash values of the sentences that are long enough to say something; of all
    /// where none is.
    package let sketch: [UInt32]
    /// How many bytes the text has without blanks.
    package let size: Int

    /// Values in a sketch: with eight, a text that kept half of its sentences is missed in one
    /// of three cases at worst, one that kept three quarters in one of forty.
    static let sketchLength = 8
    /// Bytes of the shortest sentence that says something: four letters of Japanese.
    static let shortestSentence = 12

    /// Takes the parts of a text, one after another.
    package init(of parts: [ArraySlice<UInt8>]) {
        var letters: [UInt8] = []
        letters.reserveCapacity(parts.reduce(0) { $0 + $1.count })
        var all = Set<UInt32>()
        var long = Set<UInt32>()
        for part in parts {
            var reader = SentenceReader(part)
            while let sentence = reader.next(into: &letters) {
                let hash = Self.hash(letters[sentence])
                all.insert(hash)
                if sentence.count >= Self.shortestSentence { long.insert(hash) }
            }
        }
        size = letters.count
        digest = String(SHA256Digest(of: letters).hex.prefix(32))
        sentences = all
        sketch = Array((long.isEmpty ? all : long).sorted().prefix(Self.sketchLength))
    }

    /// Takes the bytes of a file that is no text.
    package init(ofFile bytes: [UInt8]) {
        size = bytes.count
        digest = String(SHA256Digest(of: bytes).hex.prefix(32))
        sentences = []
        sketch = []
    }

    /// Whether at least half of the sentences that `sketch` stands for are in this text.
    func holds(_ sketch: [UInt32]) -> Bool {
        guard !sketch.isEmpty else { return false }
        return sketch.count { sentences.contains($0) } * 2 >= sketch.count
    }

    /// FNV-1a with 64 bits, folded; it need not resist anybody, since the text itself lies
    /// beside the lock.
    private static func hash(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        var value: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        value = (value ^ (value >> 29)) &* 0xBF58_476D_1CE4_E5B9
        return UInt32(truncatingIfNeeded: value ^ (value >> 32))
    }
}

/// Takes a text apart into sentences: at `。！？`, at `.!?` before a blank, at empty lines and
/// before lines that begin with a mark of a list, a heading or a table.
private struct SentenceReader {
    private let bytes: ArraySlice<UInt8>
    private var index: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        index = bytes.startIndex
    }

    /// Appends the next sentence to `letters`, without blanks and line breaks.
    ///
    /// - Returns: Its place there; nil at the end.
    mutating func next(into letters: inout [UInt8]) -> Range<Int>? {
        let start = letters.count
        while index < bytes.endIndex {
            let byte = bytes[index]
            index += 1
            if byte == 0x0A {
                if letters.count > start, endsAtLine { return start..<letters.count }
            } else if !Self.isBlank(byte) {
                letters.append(byte)
                if endsAtMark(letters, byte) { return start..<letters.count }
            }
        }
        return letters.count > start ? start..<letters.count : nil
    }

    /// Whether the line that begins at `index` begins a new sentence.
    private var endsAtLine: Bool {
        guard let first = bytes[index...].first(where: { $0 != 0x20 && $0 != 0x09 }) else {
            return true
        }
        return first == 0x0A || first == 0x0D || "-*+#|>:0123456789".utf8.contains(first)
    }

    private func endsAtMark(_ letters: [UInt8], _ last: UInt8) -> Bool {
        switch last {
        case 0x2E, 0x21, 0x3F:
            return index == bytes.endIndex || Self.isBlank(bytes[index]) || bytes[index] == 0x0A
        case 0x82: return letters.suffix(3).elementsEqual([0xE3, 0x80, 0x82])
        case 0x81, 0x9F: return letters.suffix(3).starts(with: [0xEF, 0xBC])
        default: return false
        }
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0D
    }
}
