import Markdown

/// Japanese texts of which libcmark-gfm alone makes too little: emphasis that ends in a full stop
/// with a letter behind it, and URLs with Japanese text right behind them.
enum GeneratedEmphasis {
    /// - Returns: `count` texts, the same for the same seed.
    static func texts(count: Int, seed: UInt64) -> [MarkdownSource] {
        var text = GeneratedText(seed: seed)
        return (0..<count).map { number in
            let bytes = Array((0..<20).map { _ in paragraph(&text) }.joined(separator: "\n\n").utf8)
            return MarkdownSource(
                file: "Content/pages/emphasis-\(number).md", bytes: bytes, body: bytes.indices)
        }
    }

    private static func paragraph(_ text: inout GeneratedText) -> String {
        let lines = (0..<3).map { line in
            let strong = "**\(text.japaneseWord())「\(text.japaneseWord())」**"
            let link = "https://example.com/\(line)、\(text.japaneseWord())と"
            return strong + text.japaneseWord() + "と*" + text.japaneseWord() + "。*"
                + text.japaneseWord() + "は" + link + "~~（" + text.japaneseWord() + "）~~です。"
        }
        return lines.joined(separator: "\n")
    }
}
