import Core
import Yams

/// Finds where a key is given again, of which Yams tells only the first place.
///
/// Whatever looks like the key behind that place may be it, or may stand in another mapping, in
/// a comment or in a text. Yams itself decides: what brings the error back is the key again.
struct DuplicateKeySearch {
    /// What Yams reads; after `run` without the keys that were found.
    var text: String { String(String.UnicodeScalarView(scalars)) }

    private let key: [Unicode.Scalar]
    private let mark: Mark
    private let places: YAMLPlaces
    private var scalars: [Unicode.Scalar]
    /// Where the first one begins in `scalars`.
    private let first: Int

    /// One place that looks like the key.
    private struct Candidate {
        /// Of the key or its quote.
        let start: Int
        /// Of the key's first character.
        let name: Int
        let end: Int
    }

    /// More of them are not tried: each costs a parse.
    private static let mostCandidates = 64

    init(key: String, mark: Mark, text: String, places: YAMLPlaces) {
        self.key = Array(key.unicodeScalars)
        self.mark = mark
        self.places = places
        scalars = Array(text.unicodeScalars)
        let start = places.offset(of: mark)
        first = String(decoding: places.bytes[..<start], as: UTF8.self).unicodeScalars.count
    }

    /// Renames the later keys within `text`, character for character, so that places stay.
    ///
    /// - Parameter named: A number that no earlier search of this file used.
    /// - Returns: Offsets in the file and lengths in bytes, quotes included.
    mutating func run(named number: Int) -> [(offset: Int, length: Int)] {
        let candidates = self.candidates()
        var hidden = scalars
        for (index, candidate) in candidates.enumerated() {
            hidden[candidate.name] = Self.stranger(number + index)
        }
        guard !candidates.isEmpty, !isTwice(in: hidden) else { return [] }
        let again = candidates.indices.filter { index in
            var shown = hidden
            shown[candidates[index].name] = scalars[candidates[index].name]
            return isTwice(in: shown)
        }
        for index in again { scalars[candidates[index].name] = Self.stranger(number + index) }
        let original = Array(String(decoding: places.bytes, as: UTF8.self).unicodeScalars)
        return again.map { index in
            let candidate = candidates[index]
            let length = { (range: Range<Int>) in
                original[range].reduce(0) { $0 + UTF8.width($1) }
            }
            return (
                places.bytes.startIndex + length(0..<candidate.start),
                length(candidate.start..<candidate.end)
            )
        }
    }

    private func isTwice(in scalars: [Unicode.Scalar]) -> Bool {
        do {
            _ = try Yams.compose(yaml: String(String.UnicodeScalarView(scalars)), .basic)
        } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
            return keys.first.map { Array($0.unicodeScalars) == key } ?? false
                && context.mark.line == mark.line && context.mark.column == mark.column
        } catch {
            return false
        }
        return false
    }

    /// A private-use character that stands for the first one of a key.
    private static func stranger(_ number: Int) -> Unicode.Scalar {
        Unicode.Scalar(0xE000 + UInt32(number % 6400)) ?? "\u{E000}"
    }

    private func candidates() -> [Candidate] {
        guard !key.isEmpty else { return [] }
        var found: [Candidate] = []
        // Past the first one, in quotes or not.
        var index = first + key.count + 1
        while index + key.count < scalars.count, found.count < Self.mostCandidates {
            if let candidate = candidate(at: index) { found.append(candidate) }
            index += 1
        }
        return found
    }

    private func candidate(at index: Int) -> Candidate? {
        let end = index + key.count
        guard scalars[index] == key[0], scalars[index..<end].elementsEqual(key) else { return nil }
        let quote = scalars[index - 1]  // The first key stands before it.
        let isQuoted = (quote == "\"" || quote == "'") && scalars[end] == quote
        let outer = isQuoted ? index - 1..<end + 1 : index..<end
        let isApart = [" ", "\t", "\n", "\r", "{", ",", "?", "\u{85}", "\u{2028}", "\u{2029}"]
            .contains(scalars[outer.lowerBound - 1])
        let next = scalars[outer.upperBound...].first { $0 != " " && $0 != "\t" }
        guard isApart, next == ":" || quote == "?" else { return nil }
        return Candidate(start: outer.lowerBound, name: index, end: outer.upperBound)
    }
}
