import Markdown

extension TextEdit {
    /// Tokens of both texts together beyond which a text counts as replaced as a whole.
    static let mostTokens = 400_000

    /// Finds how the text of `old` becomes that of `new`.
    ///
    /// - Parameters:
    ///   - old: Blocks of text; where there are several, `new` is one.
    ///   - new: Blocks of text.
    init(from old: [TextBlock], to new: [TextBlock]) {
        from = old.map(\.head)
        to = new.map(\.head)
        pieces = Piece.pieces(from: Self.tokens(of: old), to: Self.tokens(of: new))
    }

    private static func tokens(of blocks: [TextBlock]) -> [TextToken] {
        var tokens: [TextToken] = []
        for (index, block) in blocks.enumerated() {
            if index > 0 { tokens.append(TextToken(content: .blockEnd, style: TextStyle())) }
            if case .text(let runs) = block.content { tokens += TextToken.tokens(of: runs) }
        }
        return tokens
    }
}

extension TextEdit.Piece {
    /// How one text becomes another.
    static func pieces(from old: [TextRun], to new: [TextRun]) -> [Self] {
        if old == new { return old.isEmpty ? [] : [.same(old)] }
        return pieces(from: TextToken.tokens(of: old), to: TextToken.tokens(of: new))
    }

    /// How one text becomes another, by their tokens.
    static func pieces(from old: [TextToken], to new: [TextToken]) -> [Self] {
        let stretches: [TokenStretch]
        if old.count + new.count > TextEdit.mostTokens {
            stretches = [TokenStretch(old: 0..<old.count, new: 0..<new.count, isSame: false)]
        } else {
            stretches = TokenAlignment(old, new).stretches
        }
        var pieces: [Self] = []
        for stretch in stretches {
            if stretch.isSame {
                appendSame(old[stretch.old], new[stretch.new], to: &pieces)
            } else {
                append(old[stretch.old], { .removed($0) }, blockEnd: .joined, to: &pieces)
                append(new[stretch.new], { .added($0) }, blockEnd: .split, to: &pieces)
            }
        }
        return pieces
    }

    /// Appends words that both texts have: stretches by whether they look the same.
    private static func appendSame(
        _ old: ArraySlice<TextToken>, _ new: ArraySlice<TextToken>, to pieces: inout [Self]
    ) {
        let pairs = Array(zip(old, new))
        let parts = pairs.split { one, next in
            let isSame = one.0.style == one.1.style && next.0.style == next.1.style
            return isSame || one.0.style == next.0.style && one.1.style == next.1.style
        }
        for part in parts {
            let runs = part.map(\.0).runs
            if part.first.map({ $0.0.style == $0.1.style }) ?? true {
                pieces.append(.same(runs))
            } else {
                pieces.append(.restyled(from: runs, to: part.map(\.1).runs))
            }
        }
    }

    private static func append(
        _ tokens: ArraySlice<TextToken>, _ piece: ([TextRun]) -> Self, blockEnd: Self,
        to pieces: inout [Self]
    ) {
        let blocks = tokens.split(
            omittingEmptySubsequences: false, whereSeparator: { $0.content == .blockEnd })
        for (index, block) in blocks.enumerated() {
            if index > 0 { pieces.append(blockEnd) }
            if !block.isEmpty { pieces.append(piece(Array(block).runs)) }
        }
    }
}

extension [TextToken] {
    /// The text that they make.
    fileprivate var runs: [TextRun] {
        split { $0.style == $1.style && $0.isText && $1.isText }.compactMap { part in
            guard let first = part.first else { return nil }
            if case .image(let alternative) = first.content {
                return TextRun(alternative, style: first.style)
            }
            return TextRun(part.map(\.text).joined(), style: first.style)
        }
    }
}

extension TextToken {
    fileprivate var isText: Bool { if case .text = content { true } else { false } }

    fileprivate var text: Substring { if case .text(let text) = content { text } else { "" } }
}

extension Array {
    /// Parts within which neighbours belong together.
    func split(joining belong: (Element, Element) -> Bool) -> [ArraySlice<Element>] {
        var parts: [ArraySlice<Element>] = []
        var start = 0
        for index in indices.dropFirst() where !belong(self[index - 1], self[index]) {
            parts.append(self[start..<index])
            start = index
        }
        if start < count { parts.append(self[start...]) }
        return parts
    }
}
