import TestSupport

/// Sentences without sense, half of them Japanese, as the large sites of the other benchmarks have
/// them.
struct GeneratedText {
    /// Decides every word.
    var random: SplitMix

    /// - Parameter seed: Decides all that is made.
    init(seed: UInt64) { random = SplitMix(seed: seed) }

    /// A number of the range.
    mutating func number(_ range: Range<Int>) -> Int { Int.random(in: range, using: &random) }

    /// Whether something happens that does so in `percent` of a hundred cases.
    mutating func happens(_ percent: Int) -> Bool { number(0..<100) < percent }

    /// One of several.
    mutating func pick<Choice>(_ choices: [Choice]) -> Choice { choices[number(0..<choices.count)] }

    /// A Japanese noun.
    mutating func japaneseWord() -> String { pick(Self.japanese) }

    /// An English noun in lower case.
    mutating func englishWord() -> String { pick(Self.english) }

    /// One sentence with its full stop.
    mutating func sentence() -> String {
        happens(50) ? japaneseSentence() : englishSentence()
    }

    /// One Japanese sentence with its full stop.
    mutating func japaneseSentence() -> String {
        let words = (0..<number(8..<18)).map { _ in japaneseWord() }
        return words[..<3].joined() + "は" + words[3...].joined() + "。"
    }

    /// One English sentence with its full stop.
    mutating func englishSentence() -> String {
        let words = (0..<number(8..<20)).map { _ in englishWord() }.joined(separator: " ")
        return words.prefix(1).uppercased() + words.dropFirst() + "."
    }

    /// Two to four sentences, one a line, with one of `links` among them and now and then emphasis.
    mutating func paragraph(_ links: inout [String]) -> String {
        var lines = (0..<number(2..<5)).map { _ in sentence() }
        if let link = links.popLast() { lines.insert(link, at: 1) }
        if happens(30) {
            lines.append("**\(japaneseWord())** and *\(englishWord())* with `\(englishWord())`.")
        }
        return lines.joined(separator: "\n")
    }

    private static let japanese = [
        "情報", "管理", "運用", "責任", "分界", "利用者", "権限", "監視", "記録", "保護", "暗号", "通信",
        "復旧", "世代", "手順", "方針", "教育", "資産", "分類", "公開", "編集", "承認", "履歴", "版数",
        "検証", "検査", "配信", "設定",
    ]

    private static let english = [
        "content", "label", "policy", "review", "release", "audit", "backup", "access", "control",
        "section", "network", "storage", "capacity", "notice", "recovery", "process", "customer",
        "provider", "service", "incident", "evidence", "record", "schedule", "asset", "owner",
        "version",
    ]
}
