import Core

/// The number of a section or a control, in the order in which a document gives them.
///
/// `2.10` comes after `2.9`, an annex `A.1` after the last chapter, and `CLD.12.1.5` where
/// 12.1.5 would stand, after a plain 12.1.5 if there is one.
struct ItemNumber: Hashable, Comparable, Sendable {
    /// What stands between two dots. Numbers come before letters.
    enum Part: Hashable, Comparable, Sendable {
        case number(Int)
        case letters(String)
    }

    /// What decides the order first.
    let parts: [Part]
    /// The letters before a control's number: `CLD`; empty for sections.
    let family: String

    /// Reads `2.2`, or `A.1` for an annex; nil for anything else.
    init?(section text: String) {
        guard let parts = Self.parts(of: text) else { return nil }
        self.parts = parts
        family = ""
    }

    /// Reads `12.3.1` or `CLD.12.4.5`; nil for anything else.
    init?(control text: String) {
        guard let parts = Self.parts(of: text) else { return nil }
        let letters = parts.prefix { if case .letters = $0 { true } else { false } }
        guard letters.count < parts.count else { return nil }
        self.parts = Array(parts.dropFirst(letters.count))
        family = text.split(separator: ".").prefix(letters.count).joined(separator: ".")
    }

    static func < (a: ItemNumber, b: ItemNumber) -> Bool {
        if a.parts != b.parts { return a.parts.lexicographicallyPrecedes(b.parts) }
        return a.family.precedesByBytes(b.family)
    }

    /// Whether `self` is the number of a part of what `other` numbers, as 2.2 of 2.
    func isWithin(_ other: ItemNumber) -> Bool {
        family == other.family && parts.count > other.parts.count
            && parts.starts(with: other.parts)
    }

    private static func parts(of text: String) -> [Part]? {
        let words = text.split(separator: ".", omittingEmptySubsequences: false)
        var parts: [Part] = []
        for word in words {
            let bytes = word.utf8
            if bytes.isEmpty || bytes.count > 9 { return nil }
            if bytes.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(word) {
                parts.append(.number(number))
            } else if bytes.allSatisfy({ (0x41...0x5A).contains($0 & 0xDF) }) {
                parts.append(.letters(String(word)))
            } else {
                return nil
            }
        }
        return parts
    }
}
