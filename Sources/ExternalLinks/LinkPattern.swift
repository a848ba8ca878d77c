/// An entry of `exclude`: the beginning of an address, or a pattern for the whole of it in which
/// `*` stands for any text.
struct LinkPattern: Sendable {
    private let parts: [[UInt8]]

    init(_ text: String) {
        parts = text.utf8.split(separator: 0x2A, omittingEmptySubsequences: false).map(Array.init)
    }

    /// Whether an address, with its fragment, is meant.
    func matches(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.starts(with: parts[0]) else { return false }
        guard parts.count > 1, let last = parts.last else { return true }
        var rest = bytes[parts[0].count...]
        // What stands first is enough for each part but the last, which stands at the end.
        for part in parts.dropFirst().dropLast() {
            guard let found = rest.firstRange(of: part) else { return false }
            rest = rest[found.upperBound...]
        }
        return rest.count >= last.count && rest.suffix(last.count).elementsEqual(last)
    }
}
