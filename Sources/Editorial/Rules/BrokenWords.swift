import Core
import Markdown

extension Manuscript {
    /// Reports paragraphs that go on in the next one.
    func brokenWordFindings() -> [Diagnostic] {
        zip(passages, passages.dropFirst()).compactMap { first, second in
            guard second.followsParagraph, second.mayChange, first.file == second.file,
                first.kind == .paragraph, first.isCut(before: second)
            else { return nil }
            return .brokenWord(first, second)
        }
    }
}

extension Passage {
    /// Whether the text stops in the middle and `next` goes on with it.
    fileprivate func isCut(before next: Passage) -> Bool {
        guard let last = text.last(where: { $0 != " " && $0 != "\n" }),
            let start = next.text.first, last != MarkdownTextBlock.object
        else { return false }
        if start.neverBegins || "、。，．」』）".unicodeScalars.contains(start) { return true }
        if Self.ends.contains(last) { return false }
        if last.isASCIILetter || last == "," {
            return start.isASCIILetter && start.value >= 0x61 && isProse
        }
        guard last.isJapaneseLetter || last == "、" || last == "，", isProse else { return false }
        if last == "、" || last == "，" { return true }
        if last.isKatakana { return start.isKatakana && next.endsSentence }
        if start.isHiragana { return !next.beginsLikeASentence }
        return last.isKanji && start.isKanji && next.endsSentence
    }

    private static let ends = Array("。．.！？!?：:；;」』）)】]》〉…　".unicodeScalars)

    /// Whether it is a sentence rather than a title or a line of an address.
    private var isProse: Bool {
        text.count >= 25 || text.contains { "、。，．".unicodeScalars.contains($0) }
            || text.count { $0 == " " } >= 5
    }

    private var endsSentence: Bool {
        text.last { $0 != " " }.map { "。．".unicodeScalars.contains($0) } ?? false
    }

    /// Words in hiragana with which a sentence may well begin.
    private var beginsLikeASentence: Bool {
        let beginnings = [
            "ただ", "また", "なお", "この", "その", "あの", "どの", "これ", "それ", "あれ", "どれ",
            "ここ", "そこ", "こう", "そう", "ご", "お", "すべ", "いずれ", "さらに", "しかし", "つまり",
            "たと", "あわせ", "まず", "そして", "よって", "したが", "ところ", "もし", "やむ", "ひと",
            "おの", "あら", "とく", "ほか", "みな", "わが", "いつ", "より", "いま", "ついて",
        ]
        return beginnings.contains { has(Array($0.unicodeScalars), at: 0) }
    }
}

extension Diagnostic {
    fileprivate static func brokenWord(_ first: Passage, _ second: Passage) -> Diagnostic {
        let tail = max(0, first.text.count - 8)..<first.text.count
        let end = first.text.count - 1
        let head = 0..<min(8, second.text.count)
        return Diagnostic(
            .warning, "editorial.broken-word", at: second.span(0..<1),
            en: "the paragraph goes on with the one before it: '…\(first.string(tail))' and "
                + "'\(second.string(head))…'",
            ja: "前の段落「…\(first.string(tail))」が途中で切れ、"
                + "この段落「\(second.string(head))…」に続いています",
            notes: [
                Note(
                    at: first.span(end..<end + 1), en: "the paragraph before it ends here",
                    ja: "前の段落はここで終わっています")
            ],
            fix: .advice(
                en: "join the two paragraphs, or complete the sentence",
                ja: "空行を除いてつなげるか、文を最後まで書いてください"))
    }
}
