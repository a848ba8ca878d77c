/// How well a place between two tokens parts phrases.
enum PhraseBoundary {
    /// What a place between two sentences or lines is worth at least.
    static let sentence = 8

    /// 0 within a word of kana, more between sentences.
    static func worth(of place: Int, in tokens: [TextToken]) -> Int {
        guard place > 0, place < tokens.count else { return 10 }
        let (before, after) = (Side(tokens[place - 1]), Side(tokens[place]))
        if before.isBlockEnd || after.isBlockEnd { return 10 }
        if before.character == "\n" || after.character == "\n" { return sentence }
        if "。．!?！？".contains(before.character) { return sentence }
        if before.character == ".", after.kind == .space { return sentence }
        if "、，,;；：」』）)】".contains(before.character) { return 5 }
        if "「『（(【".contains(after.character) { return 5 }
        if "、，。,.".contains(after.character) { return 4 }
        if before.kind == .space || after.kind == .space { return 4 }
        guard before.kind != after.kind else { return 0 }
        // A phrase of Japanese begins where kana end, and seldom ends before kana.
        return before.kind == .hiragana ? 3 : after.kind == .hiragana ? 1 : 2
    }

    /// The token on one side of a place.
    private struct Side {
        var character: Character = "\u{FFFC}"
        var kind = TokenClass.mark
        var isBlockEnd = false

        init(_ token: TextToken) {
            switch token.content {
            case .text(let text):
                character = text.first ?? " "
                kind = TokenClass(text.unicodeScalars.first ?? " ")
            case .image: break
            case .blockEnd: isBlockEnd = true
            }
        }
    }
}
