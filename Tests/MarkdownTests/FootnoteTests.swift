import Core
import Testing

@testable import Markdown

struct FootnoteTests {
    @Test func footnotesAreNumberedInTheOrderOfTheText() {
        let page = Rendered("b[^b] a[^a] b[^b]\n\n[^a]: A\n[^b]: B [^c]\n[^c]: C\n[^d]: D")
        #expect(
            page.html == """
                <p>b<sup class="footnote-ref"><a href="#fn-b" id="fnref-b">1</a></sup> \
                a<sup class="footnote-ref"><a href="#fn-a" id="fnref-a">2</a></sup> \
                b<sup class="footnote-ref"><a href="#fn-b" id="fnref-b-2">1</a></sup></p>
                <section class="footnotes" role="doc-endnotes" aria-label="脚注">
                <ol>
                <li id="fn-b">
                <p>B <sup class="footnote-ref"><a href="#fn-c" id="fnref-c">3</a></sup> \
                <a href="#fnref-b" class="footnote-backref" aria-label="本文に戻る">↩</a> \
                <a href="#fnref-b-2" class="footnote-backref" aria-label="本文に戻る 2">↩\
                <sup class="footnote-ref">2</sup></a></p>
                </li>
                <li id="fn-a">
                <p>A <a href="#fnref-a" class="footnote-backref" aria-label="本文に戻る">↩</a></p>
                </li>
                <li id="fn-c">
                <p>C <a href="#fnref-c" class="footnote-backref" aria-label="本文に戻る">↩</a></p>
                </li>
                </ol>
                </section>

                """)
    }

    @Test func idsAreValidAndUnique() {
        var rendering = MarkdownRendering()
        rendering.idPrefix = "p-"
        let page = Rendered(
            "# fn-a\n\nx[^a] y[^脚：注!] z[^?] w[^!]\n\n[^a]: A\n[^脚：注!]: B\n[^?]: C\n[^!]: D",
            rendering: rendering)
        #expect(page.html.contains("id=\"p-fn-脚注\""))
        #expect(Set(page.anchors).count == page.anchors.count)
        #expect(page.anchors.allSatisfy { $0.hasPrefix("p-") && !$0.contains(" ") })
    }

    @Test func footnotesThatEndWithAnotherBlockStillLeadBack() {
        let html = Rendered("x[^1]\n\n[^1]: a\n\n    ```\n    b\n    ```\n").html
        #expect(html.contains("</code></pre>\n<a href=\"#fnref-1\""))
    }

    @Test func tasksAreLabelledAndSeeTheirOwnBox() {
        let html = Rendered("- [x] 済\n- [ ] 未 [x]\n").html
        #expect(
            html == """
                <ul class="task-list">
                <li><input type="checkbox" checked="" disabled="" aria-label="完了" /> 済</li>
                <li><input type="checkbox" disabled="" aria-label="未完了" /> 未 [x]</li>
                </ul>

                """)
    }

    @Test func cellsAreAlignedByClass() {
        let text = "| a | b |\n| :-: | --: |\n| c | d |"
        #expect(
            Rendered(text).html.contains(
                "<th class=\"align-center\">a</th>\n<th class=\"align-right\">"))
        #expect(Rendered(text, dialect: .specification).html.contains("<td align=\"right\">d</td>"))
    }
}
