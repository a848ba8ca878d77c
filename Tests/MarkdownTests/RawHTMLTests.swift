import Core
import Testing

@testable import Markdown

struct RawHTMLTests {
    @Test(arguments: [
        ("a<br>b <kbd>Ctrl</kbd>", "<p>a<br>b <kbd>Ctrl</kbd></p>\n"),
        (
            "<div class=\"x\" lang=en>\n\n**a**\n\n</div>",
            "<div class=\"x\" lang=\"en\">\n<p><strong>a</strong></p>\n</div>\n"
        ),
        (
            "<DETAILS OPEN><Summary>題</Summary>\n\n本文\n\n</details>",
            "<details open=\"\"><summary>題</summary>\n<p>本文</p>\n</details>\n"
        ),
        (
            "<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>",
            "<p><ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby></p>\n"
        ),
        ("a <!-- 内緒 --> b", "<p>a  b</p>\n"),
        ("<!--\n内緒 <script>\n-->\n\nb", "<p>b</p>\n"),
        (
            "<p>1 < 2 & 3 &amp; &copy; &#x41; \"x\"</p>",
            "<p>1 &lt; 2 &amp; 3 &amp; &copy; &#x41; &quot;x&quot;</p>\n"
        ),
        (
            "<table>\n<tr><td colspan=2>a<td>b\n</table>",
            "<table>\n<tr><td colspan=\"2\">a<td>b\n</table>\n"
        ),
        (
            "<time datetime='2026-01-01'>今日</time>",
            "<p><time datetime=\"2026-01-01\">今日</time></p>\n"
        ),
        ("<span title='a\"b<c>'>x</span>", "<p><span title=\"a&quot;b&lt;c&gt;\">x</span></p>\n"),
    ])
    func whatIsAllowedIsWrittenAnew(markdown: String, expected: String) {
        let page = Rendered(markdown)
        #expect(page.html == expected)
        #expect(page.diagnostics.isEmpty)
    }

    @Test func referencesAndIdsInRawHTMLAreKnown() {
        var rendering = MarkdownRendering()
        rendering.idPrefix = "p-"
        rendering.destination = { "/r\($0)" }
        let text = """
            <a href="x.md#題" id=here>a</a>

            <picture><source srcset="a.webp, b.webp 2x"><img src=c.png alt=""></picture>

            <div>
            <blockquote cite="d">x</blockquote>
            <table><tr><th id="h">a</th></tr><tr><td headers="h here">b</td></tr></table>
            </div>
            """
        let page = Rendered(text, rendering: rendering)
        #expect(page.diagnostics.isEmpty)
        #expect(page.references.map(\.destination) == ["x.md#題", "a.webp", "b.webp", "c.png", "d"])
        #expect(
            page.references.map { "\($0.kind)" } == [
                "htmlLink", "htmlEmbed", "htmlEmbed", "htmlEmbed", "htmlLink",
            ])
        #expect(page.referenceSources[0] == "href=\"x.md#題\"")
        #expect(page.referenceSources[4] == "cite=\"d\"")
        #expect(page.html.contains("<a href=\"/r0\" id=\"p-here\">"))
        #expect(page.html.contains("srcset=\"/r1, /r2 2x\""))
        #expect(page.html.contains("<td headers=\"p-h p-here\">"))
        #expect(page.anchors == ["p-here", "p-h"])
    }

    @Test(arguments: [
        ("<scirpt>x</scirpt>", "markdown.html-element", "<scirpt>"),
        ("文 <font color=red>x</font>", "markdown.html-element", "<font color=red>"),
        ("<p align=center>x</p>", "markdown.html-attribute", "align=center"),
        ("<span style='color:red'>x</span>", "markdown.html-attribute", "style='color:red'"),
        ("<div>\n\na", "markdown.html-not-closed", "<div>"),
        ("> <div>\n>\n> a\n\n</div>", "markdown.html-not-closed", "<div>"),
        ("**<b>x**</b>", "markdown.html-not-closed", "<b>"),
        ("a </div>", "markdown.html-block-in-text", "</div>"),
        ("a <div>b</div>", "markdown.html-block-in-text", "<div>"),
        ("</section>\n", "markdown.html-not-opened", "</section>"),
        ("<div\n\nx", "markdown.html-malformed", "<div\n"),
        ("<!DOCTYPE html>\n", "markdown.html-malformed", "<!DOCTYPE html>"),
        ("<!-- a\nb", "markdown.html-malformed", "<!-- a\nb"),
        ("<a href=x>[y](z)</a>", "markdown.html-nested-link", "<a href=x>[y](z)</a>"),
        ("<p>\n\nx\n\n</p>", "markdown.html-not-closed", "<p>"),
        ("<i id='a b'>x</i>", "markdown.bad-anchor", "id='a b'"),
        ("<div>{{fact:x}}</div>", "markdown.fact-in-html", "{{fact:x}}"),
    ])
    func whatIsNotAllowedIsAnErrorWithItsPlace(markdown: String, code: String, place: String) {
        let page = Rendered(markdown)
        let found = page.diagnostics.inReportingOrder().filter { $0.code == code }
        #expect(page.source(at: found.first?.span) == place)
        #expect(page.diagnostics.hasErrors)
    }

    @Test func allowedModePassesHTMLThroughTheTagFilter() {
        let page = Rendered(
            "<font>x</font> <title>y\n\n<script>z</script>", dialect: .specification)
        #expect(page.html == "<p><font>x</font> &lt;title>y</p>\n&lt;script>z&lt;/script>\n")
        #expect(page.diagnostics.isEmpty)
    }
}
