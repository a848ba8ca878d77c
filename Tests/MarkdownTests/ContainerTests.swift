import Core
import Testing

@testable import Markdown

struct ContainerTests {
    @Test func admonitionsAreNamedInTheLanguageOfThePage() {
        #expect(
            Rendered(":::warning\n本文\n:::\n").html == """
                <aside role="note" class="admonition warning" aria-label="警告">
                <p class="admonition-title">警告</p>
                <p>本文</p>
                </aside>

                """)
        var rendering = MarkdownRendering()
        rendering.language = "en"
        let english = Rendered("::: tip A & B\ntext\n:::", rendering: rendering).html
        #expect(english.contains("aria-label=\"A &amp; B\""))
        let names = ["note": "Note", "important": "Important", "caution": "Caution"]
        for (name, title) in names {
            let html = Rendered(":::\(name)\nx\n:::", rendering: rendering).html
            #expect(html.contains("<p class=\"admonition-title\">\(title)</p>"))
        }
    }

    @Test func detailsFoldAndFiguresHaveCaptions() {
        #expect(
            Rendered(":::details もっと見る\n- a\n:::").html
                == "<details>\n<summary>もっと見る</summary>\n<ul>\n<li>a</li>\n</ul>\n</details>\n")
        #expect(
            Rendered(":::figure\n![図](a.svg)\n\n図1 *構成*\n:::").html == """
                <figure>
                <img src="a.svg" alt="図" />
                <figcaption>図1 <em>構成</em></figcaption>
                </figure>

                """)
    }

    @Test func containersNestByLongerAndByEqualFences() {
        let inner =
            "<p class=\"admonition-title\">ヒント</p>\n<p>b</p>\n</aside>\n<p>c</p>\n</aside>\n"
        #expect(Rendered("::::note\na\n:::tip\nb\n:::\nc\n::::").html.hasSuffix(inner))
        #expect(Rendered(":::note\na\n:::tip\nb\n:::\nc\n:::").html.hasSuffix(inner))
    }

    @Test func containersStandInListsAndQuotes() {
        let page = Rendered("- a\n  :::note\n  b\n  :::\n- c\n\n> :::tip\n> d\n> :::\n> e\n")
        #expect(page.diagnostics.isEmpty)
        #expect(page.html.contains("<li>a\n<aside role=\"note\" class=\"admonition note\""))
        #expect(page.html.contains("</aside>\n</li>\n<li>c</li>"))
        #expect(page.html.contains("<p>d</p>\n</aside>\n<p>e</p>\n</blockquote>"))
    }

    @Test func aFenceEndsTheParagraphTheListAndTheTableAboveIt() {
        let page = Rendered(
            ":::note\n段落\n:::\n:::tip\n- 項目\n:::\n:::caution\n| a |\n| - |\n| b |\n:::\n後")
        #expect(page.diagnostics.isEmpty)
        #expect(page.html.contains("<p>段落</p>\n</aside>"))
        #expect(page.html.contains("</ul>\n</aside>"))
        #expect(page.html.hasSuffix("</table>\n</aside>\n<p>後</p>\n"))
    }

    @Test(arguments: [
        "```\n:::note\n```", "    :::x\n", "<pre>\n:::x\n</pre>", "- a\n\n      :::x",
    ])
    func colonsInCodeAndHTMLAreText(markdown: String) {
        let page = Rendered(markdown)
        #expect(page.diagnostics.isEmpty)
        #expect(page.html.contains(":::"))
        #expect(!page.html.contains("<aside"))
    }

    @Test(arguments: [
        (":::notes\nx\n:::", ["markdown.unknown-container"], ":::notes"),
        ("a\n\n:::note\nx", ["markdown.container-not-closed"], ":::note"),
        ("a\n\n:::\nb", ["markdown.container-not-opened"], ":::"),
        (
            "> :::note\n> x\n\n:::",
            ["markdown.container-not-closed", "markdown.container-not-opened"], "> :::note"
        ),
        ("::::note\n:::tip\nx\n::::", ["markdown.container-not-closed"], ":::tip"),
        (":::label\nx\n:::", ["markdown.container-arguments"], ":::label"),
        (":::figure 題\nx\n:::", ["markdown.container-arguments"], ":::figure 題"),
    ])
    func wrongContainersAreErrors(markdown: String, codes: [String], place: String) {
        let page = Rendered(markdown)
        #expect(page.codes == codes)
        #expect(page.source(at: page.diagnostics.inReportingOrder().first?.span) == place)
    }

    @Test func themesMayAddContainers() {
        var dialect = MarkdownDialect()
        dialect.themeContainers = ["steps"]
        let page = Rendered(":::steps 手順\nx\n:::", dialect: dialect)
        #expect(page.diagnostics.isEmpty)
        #expect(
            page.html
                == "<div class=\"steps\">\n<p class=\"container-title\">手順</p>\n<p>x</p>\n</div>\n")
        #expect(Rendered(":::step\nx\n:::", dialect: dialect).diagnostics.first?.fix != nil)
    }

    @Test func factsAreReplacedAndEscaped() {
        var rendering = MarkdownRendering()
        rendering.fact = { ["<3> & \"x\"", nil, "三"][$0] }
        let text =
            "世代は{{fact:iso/backup.generations}}、{{fact:b}}と`{{fact:c}}`、\\{{fact:d}} **{{fact:e_f}}**"
        let page = Rendered(text, rendering: rendering)
        #expect(page.facts.map(\.key) == ["iso/backup.generations", "b", "e_f"])
        #expect(
            page.facts.map { page.source(at: $0.span) }
                == ["{{fact:iso/backup.generations}}", "{{fact:b}}", "{{fact:e_f}}"])
        #expect(
            page.html == """
                <p>世代は&lt;3&gt; &amp; &quot;x&quot;、{{fact:b}}と<code>{{fact:c}}</code>、\
                {{fact:d}} <strong>三</strong></p>

                """)
        #expect(page.diagnostics.isEmpty)
    }

    @Test(arguments: ["{{fact:a b}}", "{{fact:}}", "x {{fact:abc", "{{fact:a}"])
    func malformedFactsAreErrors(markdown: String) {
        #expect(Rendered(markdown).codes == ["markdown.bad-fact"])
    }

    @Test func factsInHeadingsAndAlternativesAreReplaced() {
        var rendering = MarkdownRendering()
        rendering.fact = { _ in "TLS 1.3" }
        let page = Rendered("## {{fact:tls}} について\n\n![{{fact:tls}}](a.png)", rendering: rendering)
        #expect(page.headings.map(\.text) == ["TLS 1.3 について"])
        #expect(page.html.contains("alt=\"TLS 1.3\""))
    }
}
