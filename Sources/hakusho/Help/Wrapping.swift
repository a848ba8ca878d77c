import Core

/// Text in lines of a terminal, also Japanese, which breaks between any two characters but those
/// that no line may begin or end with.
///
/// - Source: JIS X 4051:2004, 6.1 (line start and line end prohibition).
enum Wrapping {
    /// Columns that a text takes: two for a wide character.
    static func width(of text: some StringProtocol) -> Int {
        text.reduce(0) { $0 + width(of: $1) }
    }

    /// The lines of a text, each `width` columns long at most where it can be broken at all. A
    /// line feed in it ends a line.
    static func lines(_ text: String, width limit: Int) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .flatMap { fill(pieces(of: $0), limit) }
    }

    private static func fill(_ pieces: [Substring], _ limit: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for piece in pieces {
            if !line.isEmpty, width(of: line) + width(of: ended(piece)) > limit {
                lines.append(String(ended(line)))
                line = ""
            }
            line += piece
        }
        return lines + [String(ended(line))]
    }

    /// A line without the spaces at its end.
    private static func ended<Text: StringProtocol>(_ line: Text) -> Text.SubSequence {
        line[..<(line.lastIndex { $0 != " " }.map(line.index(after:)) ?? line.startIndex)]
    }

    /// What cannot be broken: words with the space behind them, and wide characters with the marks
    /// that must not part from them.
    static func pieces(of line: Substring) -> [Substring] {
        var pieces: [Substring] = []
        var start = line.startIndex
        var index = line.startIndex
        while index < line.endIndex {
            let next = line.index(after: index)
            if next < line.endIndex, canBreak(after: line[index], before: line[next]) {
                pieces.append(line[start..<next])
                start = next
            }
            index = next
        }
        if start < line.endIndex { pieces.append(line[start...]) }
        return pieces
    }

    private static func canBreak(after left: Character, before right: Character) -> Bool {
        if left == " " { return right != " " }
        guard width(of: left) == 2 || width(of: right) == 2 else { return false }
        return right != " " && !startProhibited.contains(right) && !endProhibited.contains(left)
    }

    private static func width(of character: Character) -> Int {
        character.unicodeScalars.first?.isEastAsianWide ?? false ? 2 : 1
    }

    private static let startProhibited = Set("、。，．・：；？！）］｝」』】〉》ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ,.:;?!)]}")
    private static let endProhibited = Set("（［｛「『【〈《([{")
}
