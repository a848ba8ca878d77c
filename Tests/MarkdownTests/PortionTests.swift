import Core
import Testing

@testable import Markdown

/// What an output may not see leaves no trace in it.
struct PortionTests {
    private static var publicOutput: MarkdownRendering {
        var rendering = MarkdownRendering()
        rendering.shows = { _ in false }
        return rendering
    }

    @Test func hiddenPortionsLeaveNoTrace() {
        let text = """
            ## 一章

            公開の本文[^1]と[^a]。

            :::label internal no-print
            ## 一章

            機密 [先](secret.md) {{fact:secret}} [^2] <span id="secret">x</span>

            [^2]: 機密の注
            :::

            ## 一章

            続き。

            [^a]: 公開の注
            [^1]: 注
            """
        let without = text.replacing(/:::label[\s\S]*?\n:::\n\n/, with: "")
        let hidden = Rendered(text, rendering: Self.publicOutput)
        #expect(hidden.diagnostics.isEmpty)
        #expect(hidden.html == Rendered(without).html)
        #expect(hidden.anchors == Rendered(without).anchors)
        #expect(!hidden.html.contains("機密"))
        let shown = Rendered(text)
        #expect(shown.headings.map(\.anchor) == ["一章", "一章-1", "一章-2"])
        #expect(shown.html.contains("機密の注"))
        #expect(shown.portions.map(\.words) == [["internal", "no-print"]])
        #expect(shown.references.map(\.portion) == [0])
        #expect(shown.facts.map(\.portion) == [0])
    }

    @Test func portionsNestOuterFirst() {
        let page = Rendered(
            "::::label a\n:::label b\n[x](y)\n:::\n:::note\n:::label c\nz\n:::\n:::\n::::\n:::label d\n:::"
        )
        #expect(page.portions.map { $0.words.joined() } == ["a", "b", "c", "d"])
        #expect(page.portions.map(\.parent) == [nil, 0, 0, nil])
        #expect(page.references.map(\.portion) == [1])
        #expect(page.source(at: page.portions[2].span) == ":::label c")
    }

    @Test(arguments: [
        "- a\n\n  :::label x\n\n  b\n\n  c\n  :::\n- d\n",
        "- a\n  :::label x\n  b\n\n  c\n  :::\n- d\n",
        "1. a\n\n   :::label x\n   b\n   :::\n\n2. d\n",
    ])
    func hiddenPortionsDoNotLoosenTheListAroundThem(text: String) {
        let without = text.replacing(/[ ]+:::label[\s\S]*?:::\n/, with: "")
        #expect(Rendered(text, rendering: Self.publicOutput).html == Rendered(without).html)
    }

    @Test(arguments: [
        (":::label x\n[a]: b\n:::\n\n[a]", ["markdown.definition-in-portion"]),
        (":::label x\n> [a]: b\n:::", ["markdown.definition-in-portion"]),
        (":::label x\n```\n[a]: b\n```\n:::", []),
        (":::label x\n[^a]: b\n:::\n\nx[^a]", ["markdown.footnote-in-portion"]),
        (":::label x\ny[^a]\n\n[^a]: b\n:::", []),
        (":::label x\ny[^a]\n:::\n\n[^a]: b", []),
        (":::label x\n[^a]: b\n:::\n\nx[^a]\n\n[^a]: c", ["markdown.footnote-in-portion"]),
    ])
    func whatAPortionDefinesMustNotReachOut(markdown: String, codes: [String]) {
        #expect(Rendered(markdown).codes.filter { $0.hasPrefix("markdown.") } == codes)
    }

    @Test(arguments: [
        ("：：：label internal\nSECRET\n：：：", "：：：label"),
        ("a\n\n　：：： label internal\nSECRET\n：：：", "：：： label"),
        ("：：：ｌａｂｅｌ　internal\nSECRET", "：：：ｌａｂｅｌ"),
        ("<details>\n<summary>x</summary>\n:::label internal\nSECRET\n:::\n</details>", ":::label"),
        ("<div>\n:::label internal\nSECRET\n:::\n</div>", ":::label"),
        ("<pre>\n:::label internal\nSECRET\n:::\n</pre>", ":::label"),
        ("::label internal\nSECRET\n::", "::label"),
        ("a\n    :::label internal\n    SECRET\n    :::", ":::label"),
        ("a\n\n    :::label internal\n    SECRET\n    :::", ":::label"),
        ("a\n\n\t:::label internal\n\tSECRET\n\t:::", ":::label"),
        ("abc :::label internal SECRET :::", ":::label"),
        ("本文。：：：label internal SECRET", "：：：label"),
        ("|a|\n|-|\n|:::label internal SECRET :::|", ":::label"),
        ("# ::label internal", "::label"),
        ("- a\n- \u{200B}:::label internal", ":::label"),
        ("：：：note\nx", "：：：note"), ("：：：warnin\nx", "：：：warnin"),
        (":::details ::label internal SECRET\nx\n:::", "::label"),
        ("`a` ::label internal `::label x`", "::label"),
    ])
    func marksThatAreNotReadAreErrors(markdown: String, mark: String) {
        let page = Rendered(markdown)
        #expect(page.codes == ["markdown.container-mark-unread"])
        #expect(page.source(at: page.diagnostics.first?.span) == mark)
    }

    @Test(arguments: [
        "```\n:::label internal\n：：：label x\n```\n", "~~~\n::label x\n~~~\n\na",
        "write `:::label internal` or `：：：label x`", "a `x\n::label y` b",
        "|a|\n|-|\n|`:::label internal`|", "- ```\n  ::label x\n  ```\n",
        "at 10::30", "std::label is", "use std::label now", "時刻：：30", "a ::before b",
        "::after", ":: Note that", "説明：：なし", "\\:::label x", "10::label x",
        "<!--\n:::label internal\nx\n:::\n-->", "| a | b |\n|:-:|:-:|\n| ::1 | fe80:: |",
        "> :::note\n> x\n> :::", "- a\n\n  :::label x\n  b\n  :::\n", "http://[::1]/ x",
    ])
    func whatShowsMarksOnPurposeIsFree(markdown: String) {
        #expect(Rendered(markdown).codes.isEmpty)
    }

    @Test func summariesSeeOnlyWhatIsShown() {
        let text = "公開\n\n:::label x\n機密\n:::\n\n公開"
        let source = MarkdownSource(
            file: "a.md", bytes: Array(text.utf8), body: 0..<text.utf8.count)
        let document = MarkdownDocument.parse(source, dialect: MarkdownDialect()).document
        #expect(document?.plainText(limit: 99, rendering: Self.publicOutput) == "公開 公開")
    }
}
