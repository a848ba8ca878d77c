import Core
import Markdown

extension Manuscript {
    /// Reports parentheses of another width than the document's, and pairs of two widths.
    func parenthesisFindings(_ wanted: EditorialSettings.Width?) -> [Diagnostic] {
        let wide = passages.flatMap(\.parentheses).filter { !$0.isMixed && $0.isJapanese }
        let full = wide.count { $0.opensWide }
        let isFull = wanted.map { $0 == .full } ?? (full * 2 >= wide.count)
        return changeable.flatMap { passage in
            passage.parentheses.compactMap { pair in
                if pair.isMixed { return .mixedPair(pair, in: passage, isFull: isFull) }
                return pair.isJapanese && pair.opensWide != isFull
                    ? .otherWidth(pair, in: passage, isFull: isFull) : nil
            }
        }
    }
}

/// Two parentheses that belong together.
private struct ParenthesisPair {
    let open: Int
    let close: Int
    let opensWide: Bool
    let closesWide: Bool
    /// Whether they stand in Japanese, and not within a Latin phrase.
    let isJapanese: Bool

    var isMixed: Bool { opensWide != closesWide }
}

extension Passage {
    /// All pairs, inner ones before outer ones; enumerations such as `1)` are none.
    fileprivate var parentheses: [ParenthesisPair] {
        var open: [Int] = []
        var pairs: [ParenthesisPair] = []
        for (index, scalar) in text.enumerated() {
            switch scalar {
            case "(", "（": open.append(index)
            case ")", "）":
                guard let start = open.popLast() else { continue }
                let near = [start - 1, index + 1].compactMap(self.scalar) + text[start + 1..<index]
                pairs.append(
                    ParenthesisPair(
                        open: start, close: index, opensWide: text[start] == "（",
                        closesWide: scalar == "）",
                        isJapanese: near.contains {
                            $0.isJapaneseLetter
                                || $0.isJapanesePunctuation && $0 != "（"
                                    && $0 != "）"
                        }))
            default: break
            }
        }
        return pairs
    }

    /// Both parentheses in one width. Half-width ones have spaces around them, full-width ones
    /// bring their own.
    fileprivate func edits(_ pair: ParenthesisPair, isFull: Bool) -> [TextEdit] {
        var open = pair.open..<pair.open + 1
        var close = pair.close..<pair.close + 1
        if isFull {
            let before = open.lowerBound - 1..<open.upperBound
            if before.lowerBound > 0, text[before.lowerBound] == " ", isContiguous(before) {
                open = before
            }
            let after = close.lowerBound..<close.upperBound + 1
            if after.upperBound < text.count, text[close.upperBound] == " ", isContiguous(after) {
                close = after
            }
        }
        let isOpenRight = pair.opensWide == isFull
        let isCloseRight = pair.closesWide == isFull
        return [
            isOpenRight ? nil : edit(open, isFull ? "（" : "("),
            isCloseRight ? nil : edit(close, isFull ? "）" : ")"),
        ].compactMap(\.self)
    }
}

extension Diagnostic {
    fileprivate static func mixedPair(
        _ pair: ParenthesisPair, in passage: Passage, isFull: Bool
    ) -> Diagnostic {
        Diagnostic(
            .warning, "editorial.parentheses", at: passage.span(pair.open..<pair.close + 1),
            en: "one parenthesis is full-width, the other half-width",
            ja: "始めと終わりの括弧の全角・半角がそろっていません",
            fix: fix(pair, in: passage, isFull: isFull))
    }

    fileprivate static func otherWidth(
        _ pair: ParenthesisPair, in passage: Passage, isFull: Bool
    ) -> Diagnostic {
        Diagnostic(
            .warning, "editorial.parentheses", at: passage.span(pair.open..<pair.close + 1),
            en: (isFull ? "half-width" : "full-width") + " parentheses, where the document has "
                + (isFull ? "full-width" : "half-width") + " ones",
            ja: "括弧が\(isFull ? "半角" : "全角")です。文書の他の箇所では\(isFull ? "全角" : "半角")が使われています",
            fix: fix(pair, in: passage, isFull: isFull))
    }

    private static func fix(
        _ pair: ParenthesisPair, in passage: Passage, isFull: Bool
    ) -> Diagnostic.Fix {
        .edit(
            passage.edits(pair, isFull: isFull),
            en: "make both parentheses \(isFull ? "full-width" : "half-width")",
            ja: "括弧を両方とも\(isFull ? "全角" : "半角")にしてください")
    }
}
