import Core
import Testing

@testable import Markdown

/// Where references stand: by the bytes of the file, whatever the library says.
struct ReferenceTests {
    @Test(arguments: [
        ("a [b](c) d", ["[b](c)"]),
        ("資産は[監視](m.md)と[運用](o.md \"題\")。", ["[監視](m.md)", "[運用](o.md \"題\")"]),
        ("## 見出し [b](c) ##", ["[b](c)"]),
        ("見出し\n[b](c)\n===", ["[b](c)"]),
        ("- 項目 [b](c)\n\n  続き [d](e)", ["[b](c)", "[d](e)"]),
        ("> 引用 [b](c)\n> 次の行 [d](e)\n遅れた行 [f](g)", ["[b](c)", "[d](e)", "[f](g)"]),
        ("1. > - [b](c)\n   >   [d](e)", ["[b](c)", "[d](e)"]),
        ("x [a\nb](c\n\"t\") y [d](e)", ["[a\nb](c\n\"t\")", "[d](e)"]),
        ("`a\nb` [c](d)\nand `e` [f](g)", ["[c](d)", "[f](g)"]),
        ("\\[x\\] [b](c) &amp; &copy; &#x3042; &frac12; [d](e)", ["[b](c)", "[d](e)"]),
        ("&unknown; [a](b)\\\nx  \n[c](d)", ["[a](b)", "[c](d)"]),
        ("**強い [b](c)** *弱い [d](e)* ~~消す [f](g)~~", ["[b](c)", "[d](e)", "[f](g)"]),
        ("[![図](a.png)](b.md)", ["[![図](a.png)](b.md)", "![図](a.png)"]),
        ("[a\\]b](<c d> 't') [x]( (y) )", ["[a\\]b](<c d> 't')", "[x]( (y) )"]),
        ("[a](b(c)d) [e](f\\)g)", ["[a](b(c)d)", "[e](f\\)g)"]),
        (
            "see https://example.com/a?b=1&c=2, or www.example.com.",
            ["https://example.com/a?b=1&c=2", "www.example.com"]
        ),
        ("連絡は a_b@example.com へ", ["a_b@example.com"]),
        ("<https://example.com/あ> と <a@b.example>", ["<https://example.com/あ>", "<a@b.example>"]),
        ("\tcode\n\npara\t[a](b)", ["[a](b)"]),
        ("-\titem [a](b)\n\n\tnext\t[c](d)", ["[a](b)", "[c](d)"]),
        ("* a\n  * b\n\t* c [d](e)", ["[d](e)"]),
        ("x[^1] [a](b)\n\n[^1]: 注 [c](d)", ["[a](b)", "[c](d)"]),
    ])
    func spansOfReferencesAreExact(markdown: String, expected: [String]) {
        #expect(Rendered(markdown).referenceSources == expected)
    }

    @Test(arguments: [
        ("| a | b |\n| --- | --- |\n| x \\| y [c](d) | [e](f) |", ["[c](d)", "[e](f)"]),
        (
            "a \\| b [c](d) | [e](f)\n:-- | --:\n1 | 図 [g](h) \\| ![i](j)",
            ["[c](d)", "[e](f)", "[g](h)", "![i](j)"]
        ),
        (
            "前の段落 [p](q) \\| x\n| a [b](c) | d |\n| - | - |\n| [e](f) | |",
            ["[p](q)", "[b](c)", "[e](f)"]
        ),
        ("> | a | b |\n> | - | - |\n> | 資産 `\\|` | [c](d) |", ["[c](d)"]),
        ("- x\n\n  | a | b |\n  | - | - |\n    | c | [c\\|x](d) |", ["[c\\|x](d)"]),
        ("a | b\n- | -\n https://example.com/x | [y](z)", ["https://example.com/x", "[y](z)"]),
    ])
    func spansInTablesAreExact(markdown: String, expected: [String]) {
        #expect(Rendered(markdown).referenceSources == expected)
    }

    @Test func spansOfReferenceLinksCoverTheLinkAndNotItsDefinition() {
        let page = Rendered(
            """
            [定義]: target.md "題"
            [b]: other.md
            まず [定義] と [文字][b]、[b][] の順。
            """)
        #expect(page.referenceSources == ["[定義]", "[文字][b]", "[b][]"])
        #expect(page.references.map(\.destination) == ["target.md", "other.md", "other.md"])
    }

    @Test func spansAreExactWithCarriageReturns() {
        let page = Rendered("# 題\r\n\r\n一行 [a](b)\r\n二行 [c\r\nd](e)\r\n\r\n- x\r\n  [f](g)\r\n")
        #expect(page.referenceSources == ["[a](b)", "[c\r\nd](e)", "[f](g)"])
    }

    @Test func spansCountFromTheBeginningOfTheFile() {
        let front = "---\ntitle: 題\n---\n"
        let text = front + "段落 [a](b)\n"
        let bytes = Array(text.utf8)
        let source = MarkdownSource(
            file: "a.md", bytes: bytes, body: front.utf8.count..<bytes.count)
        let (document, _) = MarkdownDocument.parse(source, dialect: MarkdownDialect())
        let range = document?.references.first?.span.range
        #expect(range.map { String(decoding: bytes[$0], as: UTF8.self) } == "[a](b)")
    }

    @Test func destinationsAreUnescapedButNotEncoded() {
        let page = Rendered("[a](b\\_c&amp;d%20e.md#責任 '題')")
        #expect(page.references.map(\.destination) == ["b_c&d%20e.md#責任"])
    }

    @Test func tellsWhichReferencesHaveNothingToRead() {
        let page = Rendered("[](a) [ ](b) [x](c) ![](d) ![y](e) [![](f)](g) [`z`](h)")
        let empty = page.references.filter(\.isEmpty).map(\.destination)
        #expect(empty == ["a", "b", "d", "g", "f"])
    }

    @Test func destinationsAreRewrittenOnePerReference() {
        var rendering = MarkdownRendering()
        rendering.destination = { $0 == 1 ? nil : "/\($0)/?a&b" }
        let page = Rendered("[a](x) ![b](y) <z@example.com>", rendering: rendering)
        #expect(
            page.html == """
                <p><a href="/0/?a&amp;b">a</a> <img src="y" alt="b" /> \
                <a href="/2/?a&amp;b">z@example.com</a></p>

                """)
    }

    @Test func neverCrashesOnBytesThatAreNotText() {
        for seed in 0..<200 {
            var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
            let alphabet =
                Array("[]()<>*~_`|:-#>! \n\r\t{}/@.&;\\ab".utf8) + [
                    0xE3, 0x81, 0x82, 0xFF, 0x00, 0x80,
                ]
            let bytes = (0..<300).map { _ in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return alphabet[Int(state >> 33) % alphabet.count]
            }
            let page = Rendered(bytes: bytes)
            for reference in page.references {
                let range = reference.span.range
                #expect(range.map { $0.lowerBound >= 0 && $0.upperBound <= bytes.count } == true)
            }
        }
    }
}
