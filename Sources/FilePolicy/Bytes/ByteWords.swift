/// A set of words that bytes are compared with, without making strings of them.
struct ByteWords: Sendable {
    /// The words by their length.
    private var words: [[[UInt8]]] = []

    /// - Parameter list: The words, divided by blanks or line ends.
    init(_ list: String) {
        for word in list.utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }) {
            while words.count <= word.count { words.append([]) }
            words[word.count].append(Array(word))
        }
    }

    func contains(_ bytes: XMLBytes) -> Bool {
        guard bytes.count < words.count else { return false }
        return words[bytes.count].contains { $0.elementsEqual(bytes.buffer) }
    }

    /// Whether one of the words, all in lower case, is there in any case of ASCII letters.
    func contains(ignoringCase bytes: XMLBytes) -> Bool {
        guard bytes.count < words.count else { return false }
        return words[bytes.count].contains { word in
            word.elementsEqual(bytes.buffer) { $0 == $1.asciiLowercased }
        }
    }
}
