import Core
import Testing

@testable import Markdown

struct HeadingTests {
    @Test(arguments: [
        ("## 責任分界", "責任分界"),
        ("## Getting Started!", "getting-started"),
        ("## 2.2 責任 分界（共有）", "22-責任-分界共有"),
        ("## ＡＢＣ Ünïcode ÉTÉ", "ａｂｃ-ünïcode-été"),
        ("## か\u{3099}", "が"),
        ("## a_b `c-d` **e**", "a_b-c-d-e"),
        ("## [link](x) & more", "link--more"),
        ("## ！？", "section"),
        ("##", "section"),
        ("## Title {#my-id}", "my-id"),
        ("## 12.3.1 情報のバックアップ {#12.3.1}", "12.3.1"),
        ("題\n=== ", "題"),
    ])
    func headingsGetAnAnchor(markdown: String, anchor: String) {
        let page = Rendered(markdown)
        #expect(page.headings.map(\.anchor) == [anchor])
        #expect(page.html.contains(" id=\"\(anchor)\">"))
        #expect(page.diagnostics.isEmpty)
    }

    @Test func anchorsOfEqualHeadingsAreNumbered() {
        let page = Rendered("# a\n# a\n# a-1\n# a\n# ?\n# !\n# b {#a-3}\n# a")
        #expect(page.anchors == ["a", "a-1", "a-1-1", "a-2", "section", "section-1", "a-3", "a-4"])
    }

    @Test func fixedAnchorsAreTakenOffTheText() {
        let page = Rendered("## Title {#x}\n\n### **強い** {#y} ###")
        #expect(page.headings.map(\.text) == ["Title", "強い"])
        #expect(page.html == "<h2 id=\"x\">Title</h2>\n<h3 id=\"y\"><strong>強い</strong></h3>\n")
    }

    @Test(arguments: [
        ("## a {#x}\n\n## b {#x}", ["markdown.duplicate-anchor"]),
        ("## a {#x y}", ["markdown.bad-anchor"]),
        ("## a {#x/y}", ["markdown.bad-anchor"]),
        ("## a {#x}\n\n<div id=\"x\"></div>", ["markdown.duplicate-anchor"]),
        ("## a \\{#x}", []),
        ("## a {x}", []),
    ])
    func wrongAnchorsAreErrors(markdown: String, codes: [String]) {
        #expect(Rendered(markdown).codes == codes)
    }

    @Test func placesOfWrongAnchorsAreTheBraces() {
        let page = Rendered("x\n\n## 題 {#a b}\n")
        #expect(page.source(at: page.diagnostics.first?.span) == "{#a b}")
    }

    @Test func shiftAndPrefixApplyToEveryHeading() {
        var rendering = MarkdownRendering()
        rendering.headingShift = 2
        rendering.idPrefix = "12.3.1-"
        let page = Rendered("# a\n\n##### b", rendering: rendering)
        #expect(page.html == "<h3 id=\"12.3.1-a\">a</h3>\n<h6 id=\"12.3.1-b\">b</h6>\n")
        #expect(page.headings.map(\.level) == [3, 6])
    }

    @Test func contentsNestBelowTheirHeading() {
        let headings = [(2, "a"), (3, "b"), (3, "c"), (2, "d<"), (4, "e")]
        let entries = headings.map {
            RenderedMarkdown.Heading(level: $0.0, anchor: $0.1, text: $0.1)
        }
        var writer = ByteWriter()
        TableOfContents(entries).write(into: &writer)
        #expect(
            writer.text == """
                <ol>
                <li><a href="#a">a</a>
                <ol>
                <li><a href="#b">b</a></li>
                <li><a href="#c">c</a></li>
                </ol>
                </li>
                <li><a href="#d&lt;">d&lt;</a></li>
                </ol>

                """)
        #expect(TableOfContents(Array(entries.prefix(1))).isEmpty)
        #expect(TableOfContents.html(Array(entries.prefix(1))) == nil)
    }

    @Test func plainTextIsCutAtItsLimit() {
        let text = "# 題\n\n本文の**強調**と\n`code`。\n\n- 項目\n\n```\nx\n```\n"
        let source = MarkdownSource(
            file: "a.md", bytes: Array(text.utf8), body: 0..<text.utf8.count)
        let document = MarkdownDocument.parse(source, dialect: MarkdownDialect()).document
        #expect(document?.plainText(limit: 100) == "題 本文の強調と code。 項目")
        #expect(document?.plainText(limit: 5) == "題 本文…")
    }
}
