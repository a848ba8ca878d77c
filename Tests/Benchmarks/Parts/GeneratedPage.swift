import Content
import Core
import Markdown

/// A page as a large site has it: front matter, eight headed parts with tables, code, lists,
/// pictures and footnotes, ten links to other pages.
struct GeneratedPage {
    /// The number by which others link to it.
    let number: Int
    /// The whole file.
    let bytes: [UInt8]

    /// The folder below pages/.
    var folder: String { Self.folder(of: number) }
    /// The file below pages/.
    var key: String { Self.key(of: number) }
    /// The path of its URL.
    var route: String { String(key.dropLast(3)) + "/" }
    /// The file from the project's root.
    var file: String { "Content/pages/" + key }

    /// Its Markdown.
    var source: MarkdownSource {
        let block = FrontMatterBlock.find(in: bytes, file: file).block
        return MarkdownSource(file: file, bytes: bytes, body: block.body)
    }

    /// How many folders the pages are in.
    static let sections = 5
    /// How many pictures the pages show.
    static let pictures = 50

    /// - Returns: `count` pages that link to each other, the same for the same seed.
    static func all(count: Int, seed: UInt64) -> [GeneratedPage] {
        var text = GeneratedText(seed: seed)
        return (0..<count).map { number in
            let head = text.frontMatter(number)
            let body = text.body(number, of: count)
            return GeneratedPage(number: number, bytes: Array((head + body).utf8))
        }
    }

    /// The name of a picture below uploads/.
    static func picture(_ number: Int) -> String {
        "pic-" + String(number + 100).dropFirst() + ".png"
    }

    fileprivate static func folder(of number: Int) -> String { "section-\(number % sections)" }

    fileprivate static func key(of number: Int) -> String {
        folder(of: number) + "/page-\(number + 10_000).md"
    }
}

extension GeneratedText {
    fileprivate mutating func frontMatter(_ number: Int) -> String {
        let title = japaneseWord() + japaneseWord() + " " + englishWord()
        let tags = Set([0, 1].map { _ in pick(["guide", "news", "manual", "faq", "security"]) })
        return """
            ---
            title: "\(title) \(number)"
            date: \(2020 + number % 6)-\(10 + number % 3)-\(10 + number % 19)
            label: \(["public", "public", "members"][number % 3])
            tags: [\(tags.sorted().joined(separator: ", "))]
            description: "\(sentence())"
            ---

            """
    }

    fileprivate mutating func body(_ number: Int, of count: Int) -> String {
        var links = (0..<10).map { _ in link(from: number, of: count) }
        var blocks = [paragraph(&links)]
        for part in 1...8 {
            blocks += ["## Part \(part)", paragraph(&links)]
            if let more = feature(part) { blocks.append(more) }
        }
        return (blocks + links).joined(separator: "\n\n") + "\n"
    }

    private mutating func link(from number: Int, of count: Int) -> String {
        let other = self.number(0..<count)
        let isNear = GeneratedPage.folder(of: other) == GeneratedPage.folder(of: number)
        let key = GeneratedPage.key(of: other)
        let path = isNear ? String(key.split(separator: "/")[1]) : "../" + key
        let fragment = happens(50) ? "#part-\(self.number(1..<9))" : ""
        return "[\(englishWord())](\(path)\(fragment))"
    }

    /// What stands below a part's paragraph, if anything.
    private mutating func feature(_ part: Int) -> String? {
        switch number(0..<10) {
        case 0, 1:
            let rows = (0..<5).map { _ in
                "| \(japaneseWord()) | \(number(0..<1000)) | \(englishWord()) |"
            }
            return (["| 項目 | value | 備考 |", "| --- | ---: | --- |"] + rows)
                .joined(separator: "\n")
        case 2, 3:
            return "```swift\nlet \(englishWord()) = \(number(0..<100))\n"
                + "print(\"<\(englishWord())> & more\")\n```"
        case 4, 5:
            return (0..<4).map { _ in "- [\(pick(["x", " "]))] \(sentence())" }
                .joined(separator: "\n")
        case 6:
            let picture = GeneratedPage.picture(number(0..<GeneratedPage.pictures))
            return "![\(japaneseWord())](/uploads/\(picture))"
        case 7:
            return "Note[^\(part)] with ~~old~~ text and https://example.com/\(part) .\n\n"
                + "[^\(part)]: \(sentence())"
        default: return nil
        }
    }
}
