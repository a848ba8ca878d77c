import Core
import Foundation
import Markdown
import TestSupport
import Testing

/// The blocks of a document say what its page says, word for word.
struct PlainTextAgreementTests {
    private func check(_ bytes: [UInt8], _ name: String) {
        let source = MarkdownSource(file: "page.md", bytes: bytes, body: 0..<bytes.count)
        guard
            let document = MarkdownDocument.parse(source, dialect: MarkdownDialect()).document
        else { return }
        var writer = ByteWriter()
        _ = document.render(MarkdownRendering(), into: &writer)
        let page = writer.text.replacing(/<a [^>]*footnote-backref.*?<\/a>/, with: "")
        let blocks = document.textBlocks(language: "ja") { _ in nil }
        #expect(blocks.plainText.withoutSpace == ShownHTML(page).oldText, "\(name)")
    }

    @Test func thePagesOfTheSampleSayWhatTheirBlocksSay() throws {
        let folder = PackageFolder.url.appending(path: "Content").resolvingSymlinksInPath()
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        var count = 0
        for case let file as URL in try #require(files) where file.pathExtension == "md" {
            check(Array(try Data(contentsOf: file)), file.lastPathComponent)
            count += 1
        }
        #expect(count > 50)
    }

    @Test(arguments: [
        "一\n二`三`\n*四*\n[五](x)\n**六**", "a\\\nb  \nc &copy; &lt;", "- [ ] 甲\n- [x] 乙\n\n  丙",
        ":::figure\n![図](p.png)\n\n説明\n:::", ":::tip\n- 甲\n\n> 乙\n:::", "x[^1]\n\n[^1]: 甲\n\n    乙",
        "<ruby>白<rt>はく</rt></ruby>書と<kbd>A</kbd>", "| a | **b** |\n|-|-|\n| `c` | |",
        "<div>\n<p>甲<br>乙</p>\n\n**丙**\n\n</div>", "```sh\na  <b>\n\n  c\n```",
        "https://a.jp/ と <b@c.jp>",
        "[参照]\n\n[参照]: x", "~~取消~~ **太字。**続き", "# 題 {#id}\n\n下線\n===",
    ])
    func theSameHoldsForEveryKindOfText(markdown: String) {
        check(Array(markdown.utf8), markdown)
    }
}
