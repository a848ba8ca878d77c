import Core
import Markdown

/// The smallest part of a text that a comparison tells apart.
///
/// A word in letters that are set in words, or a number, is one token with the signs within it
/// (`1.10`, `ISO/IEC`); white space is one; of other text each character. A character is a whole
/// grapheme cluster, so that no mark loses what it stands on.
struct TextToken {
    /// What a token is.
    enum Content: Hashable {
        case text(Substring)
        /// An image, by its alternative.
        case image(String)
        /// The end of a block, where a text runs over several.
        case blockEnd
    }

    let content: Content
    let style: TextStyle

    /// How much it says: small for kana and marks, which are the same by chance.
    var weight: Int {
        switch content {
        case .image: return 6
        case .blockEnd: return 4
        case .text(let text):
            guard let first = text.unicodeScalars.first else { return 0 }
            switch TokenClass(first) {
            case .space: return 1
            case .word: return min(4 + text.utf8.count, 16)
            case .ideograph: return 4
            case .katakana: return 3
            case .hiragana, .mark: return 2
            }
        }
    }

    /// The tokens of a block's text.
    static func tokens(of runs: [TextRun]) -> [TextToken] {
        runs.flatMap { run in
            if run.isImage { return [TextToken(content: .image(run.text), style: run.style)] }
            return pieces(of: run.text).map { TextToken(content: .text($0), style: run.style) }
        }
    }

    /// Words, spaces and characters.
    private static func pieces(of text: String) -> [Substring] {
        var pieces: [Substring] = []
        var index = text.startIndex
        while index < text.endIndex {
            let start = index
            let first = TokenClass(text[index].unicodeScalars.first ?? " ")
            index = text.index(after: index)
            if first == .word {
                index = endOfWord(in: text, from: index, last: text[start])
            } else if first == .space, text[start] != "\n" {
                while index < text.endIndex, text[index] == " " { index = text.index(after: index) }
            }
            pieces.append(text[start..<index])
        }
        return pieces
    }

    private static func endOfWord(
        in text: String, from start: String.Index, last: Character
    ) -> String.Index {
        var (index, last) = (start, last)
        while index < text.endIndex {
            let character = text[index]
            let next = text.index(after: index)
            if character.isWord {
                (index, last) = (next, character)
            } else if next < text.endIndex, text[next].isWord,
                character.joins(last, text[next])
            {
                (index, last) = (text.index(after: next), text[next])
            } else {
                break
            }
        }
        return index
    }
}

/// What a character is to the reader of a difference.
enum TokenClass {
    case space
    /// Letters that are set in words, and digits.
    case word
    case ideograph
    case katakana
    case hiragana
    /// Punctuation, brackets and signs.
    case mark

    init(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x09...0x0D, 0x20, 0xA0, 0x3000: self = .space
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xFF10...0xFF19, 0xFF21...0xFF3A,
            0xFF41...0xFF5A:
            self = .word
        case 0x3005, 0x3007, 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
            self = .ideograph
        case 0x3041...0x309F: self = .hiragana
        case 0x30A0...0x30FF, 0x31F0...0x31FF, 0xFF66...0xFF9F: self = .katakana
        case 0..<0xC0: self = .mark
        default:
            let isWord =
                scalar.properties.isAlphabetic && (!scalar.isEastAsianWide || scalar.isHangul)
            self = isWord ? .word : .mark
        }
    }
}

extension Character {
    /// Whether it is part of a word.
    fileprivate var isWord: Bool {
        unicodeScalars.first.map { TokenClass($0) == .word } ?? false
    }

    /// Whether it holds the word characters on both sides of it together.
    fileprivate func joins(_ before: Character, _ after: Character) -> Bool {
        switch self {
        case ".", "/", "-", "_", "'", "’", "@", "&", "+", "．": true
        case ",", ":": before.isNumber && after.isNumber
        default: false
        }
    }
}
