import Core
import Markdown
import Testing

@testable import Whitepapers

/// Statements as plain text and as Markdown.
struct StatementTextTests {
    private func text(_ markdown: String, hidesPortions: Bool = false) throws -> StatementText {
        let bytes = Array(markdown.utf8)
        var source = MarkdownSource(file: "a.md", bytes: bytes, body: 0..<bytes.count)
        var document = try #require(
            MarkdownDocument.parse(source, dialect: MarkdownDialect()).document)
        if hidesPortions {
            source = document.source(hiding: { _ in true })
            document = try #require(
                MarkdownDocument.parse(source, dialect: MarkdownDialect()).document)
        }
        let references = document.references
        return StatementText(
            of: document, from: source,
            destination: { index in
                let written = references[index].destination
                return written.hasPrefix("/") ? "https://www.example.jp" + written : nil
            }, fact: { _ in "毎日" })
    }

    @Test(arguments: [
        ("{{fact:a}}と{{fact:b}}。", "毎日と毎日。", "毎日と毎日。"),
        ("[x](/a) [y](/b)", "x y", "[x](https://www.example.jp/a) [y](https://www.example.jp/b)"),
        ("[x][l] [y][l]\n\n[l]: /a", "x y", "[x][l] [y][l]\n\n[l]: https://www.example.jp/a"),
        ("[x](b.md) `{{fact:a}}`", "x {{fact:a}}", "[x](b.md) `{{fact:a}}`"),
        ("\r\n\r\n# 題\r\n\r\n**強調**\r\n", "題 強調", "# 題\n\n**強調**"),
        ("", "", ""),
    ])
    func fillsInFactsAndAddresses(markdown: String, plain: String, filled: String) throws {
        #expect(try text(markdown) == StatementText(plain: plain, markdown: filled))
    }

    @Test func hasNothingOfPortionsThatADocumentWasParsedWithout() throws {
        let portion = ":::label internal\n秘密 [x](/a)\n:::\n\n"
        let rest = ["公開 {{fact:a}}\n\n", "[y](/b)\n"]
        let shown = try text(rest[0] + portion + rest[1], hidesPortions: true)
        for other in [rest[0] + rest[1], portion + rest[0] + rest[1] + "\n" + portion] {
            #expect(try text(other, hidesPortions: true) == shown)
        }
        #expect(shown.plain == "公開 毎日 y")
        #expect(shown.markdown == "公開 毎日\n\n[y](https://www.example.jp/b)")
    }
}
