import Building
import Core
import SiteFixtures
import TestSupport
import Testing

@testable import Links

/// What looks like a broken link and is none.
@Suite struct FalsePositiveTests {
    private static let traps = #"""
        コード `[x](no.md)` と ``<a href="no.md">`` と `![](no.png)` です。

        ```markdown
        [x](no.md) ![](no.png) [text][missing]
        [label]: no.md
        ```

        ~~~
        <a href="no.md"></a>
        ~~~

            [x](no.md)
            [label]: no.md

        <!-- [x](no.md) <a href="no.md"></a> ![](no.png) -->

        本文<!-- <img src="no.png"> -->の途中。

        脚注[^1]と[^日本語]、[^1]をもう一度。

        [^1]: 注です。`[x](no.md)` と [B](b.md)。

        [^日本語]: 続きの
            行にある [B](b.md#explicit.id)。

        - [x] 済み [B](b.md)
        - [ ] まだ
        - [X] x

        詳しくは https://other.example/。次の文。（https://other.example/）を参照。
        「https://www.example.jp/guide/b/」と https://www.example.jp/guide/、https://www.example.jp/。
        <https://www.example.jp/guide/b/#責任分界> www.example.com。 a@b.example

        配列 a[0] と a[i][j]、注 [1] と [1][2]、[重要][至急] のお知らせ、[ ]、[x]、[注]。

        | 列 | 列 |
        | --- | --- |
        | [B][b] と \| 棒 | `a \| [x](no.md)` |
        | x \| y [B](b.md) | [b] |

        [b]: b.md "題"
        [//]: # (これはコメントです)
        [comment]: <> (これも)

        行を
        またぐ [文
        字](b.md
        "題") です。

        [メール](mailto:a@b.example) [電話](tel:+81-3-0000-0000)
        ![点](data:image/png;base64,iVBORw0KGgo=)
        <img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="">
        <img src="/uploads/a.png" srcset="data:image/png;base64,iVBO 1x, /uploads/a.png 2x" alt="図">

        [1](b.md#責任分界) [2](b.md#%E8%B2%AC%E4%BB%BB%E5%88%86%E7%95%8C)
        [3](b.md#code-と-強調-の見出し) [4](b.md#同じ) [5](b.md#同じ-1) [6](b.md#explicit.id)
        [7](b.md#引用の中) [8](b.md#箇条の中) [9](b.md#囲みの中) [10](b.md#リンクのある見出し)
        [11](b.md#old-name) [12](b.md#raw) [13](#自分) [14](#) [15](#top)
        [16](b.md#:~:text=責任) [17](b.md#責任分界:~:text=x) [18](b.en.md#duty)

        ## 自分 {#自分}

        [a [b] c](b.md) [題](b.md "[x](no.md)") [空白](<../with space.md#空白>)
        [空白](../with%20space.md) [実体](b.md?a=1&amp;b=2) [今](./b.md) [上](../index.md)
        [問い](b.md?v=1#責任分界) [根](/) [絵](/uploads/a.png) [絵](../../uploads/a.png)

        ![図 [B](no.md) の](/uploads/a.png) [![図](/uploads/a.png)](b.md) [`b`](b.md)

        <a href="b.md">B</a> <a href="b.md"><img src="/uploads/a.png" alt="図"></a>
        <a href="b.md" aria-label="B"></a> <img src="/uploads/a.png" alt="">

        <picture>
        <source srcset="/uploads/a.png 1x, /uploads/a.png 2x">
        <img src="/uploads/a.png" alt="図">
        </picture>

        {{page.title}} と {{#list}}[x]{{/list}} と \[x](no.md) と \[a][b] です。

        - 箇条

          [B](b.md)	タブの	[B](b.md)

        > 引用 [B](b.md)
        続き [B](b.md#同じ)
        """#

    @Test func whatOnlyLooksBrokenPasses() throws {
        let site = try TrapSite.built(Self.traps)
        #expect(site.findings == [])
    }

    @Test(arguments: [("", "\r\n"), ("\u{FEFF}", "\n"), ("\u{FEFF}", "\r\n")])
    func soItDoesWithOtherLineEndsAndAByteOrderMark(mark: String, lineEnd: String) throws {
        #expect(try TrapSite.built(Self.traps, mark: mark, lineEnd: lineEnd).findings == [])
    }

    @Test func japanesePunctuationEndsAURL() throws {
        let html = try TrapSite.built(Self.traps).text("public/guide/a/index.html")
        #expect(html.contains("<a href=\"https://other.example/\">https://other.example/</a>。次"))
        #expect(html.contains("（<a href=\"https://other.example/\">https://other.example/</a>）"))
        #expect(html.contains(#"<a href="https://www.example.jp/">https://www.example.jp/</a>。"#))
    }
}

/// Every trap once with a link that is really broken.
@Suite struct TruePositiveTests {
    /// A text that begins on line 4, and its findings as `code line:column`.
    @Test(
        arguments: [
            ("`[x](no.md)` [x](no.md)", ["link.page-missing 4:14"]),
            ("```\n[x](no.md)\n```\n\n責任[x](no.md)", ["link.page-missing 8:3"]),
            ("文\n\n    [x](no.md)\n\n文 [x](no.md)", ["link.page-missing 8:3"]),
            ("<!-- [x](no.md) -->\n\n[x](no.md)", ["link.page-missing 6:1"]),
            ("文<!-- [x](no.md) -->と[x](no.md)", ["link.page-missing 4:22"]),
            ("文[^1]\n\n[^1]: 注 [x](no.md)", ["link.page-missing 6:9"]),
            ("- [x] 済 [x](no.md)", ["link.page-missing 4:9"]),
            ("-\t項目\t[x](no.md)", ["link.page-missing 4:6"]),
            ("「https://www.example.jp/no/」。", ["link.page-missing 4:2"]),
            ("<https://www.example.jp/no/>", ["link.page-missing 4:1"]),
            ("[x](//WWW.example.jp/no/)", ["link.page-missing 4:1"]),
            ("[x](https://www.example.jp/guide/b/#no)", ["link.anchor-missing 4:1"]),
            (
                "| a | b |\n| - | - |\n| 値 | [x][r] |\n\n[r]: no.md",
                ["link.page-missing 6:7"]
            ),
            ("| a | b |\n| - | - |\n| x \\| y | [x](no.md) |", ["link.page-missing 6:12"]),
            ("文 [x\ny](no.md)", ["link.page-missing 4:3"]),
            ("[x](b.md#%E8%B2%AC)", ["link.anchor-missing 4:1"]),
            ("[x](b.md#code-見出し)", ["link.anchor-missing 4:1"]),
            ("[x](b.md#同じ-2)", ["link.anchor-missing 4:1"]),
            ("[x](b.md#explicit)", ["link.anchor-missing 4:1"]),
            ("[x](b.md#名前のある見出し)", ["link.anchor-missing 4:1"]),
            ("[x](b.md#EXPLICIT.ID)", ["link.wrong-case 4:1"]),
            ("[x](b.md#カ\u{3099}イト\u{3099})", ["link.not-nfc 4:1"]),
            (
                "[x](b.md#%25E8%25B2%25AC%25E4%25BB%25BB%25E5%2588%2586%25E7%2595%258C)",
                ["link.encoded-twice 4:1"]
            ),
            ("## 見出し [x](no.md)", ["link.page-missing 4:8"]),
            (":::note\n[x](no.md)\n:::", ["link.page-missing 5:1"]),
            ("> - 項 [x](no.md)", ["link.page-missing 4:7"]),
            ("[a [b] c](no.md)", ["link.page-missing 4:1"]),
            ("[x](<no space.md> \"題\")", ["link.page-missing 4:1"]),
            ("[x](no.md?a&amp;b)", ["link.page-missing 4:1"]),
            ("[x](./no.md) [y](../no.md)", ["link.page-missing 4:1", "link.page-missing 4:14"]),
            ("[![図](no.png)](b.md)", ["link.page-missing 4:2"]),
            ("[x](/former/)", ["link.to-redirect 4:1"]),
            ("[x](/former/#no)", ["link.anchor-missing 4:1", "link.to-redirect 4:1"]),
            ("[x](/former/#責任分界)", ["link.to-redirect 4:1"]),
            ("[x]()", ["link.destination-empty 4:1"]),
        ] as [(String, [String])])
    func aBrokenLinkIsFoundWhereItStands(text: String, findings: [String]) throws {
        let found = try TrapSite.built(text).findings
        #expect(found.map { $0.replacing(" Content/pages/guide/a.md:", with: " ") } == findings)
    }

    /// The same in raw HTML.
    @Test(
        arguments: [
            ("文 <a href=\"no.md\">x</a>", ["link.page-missing 4:6"]),
            ("<img src=\"/uploads/no.png\" alt=\"\">", ["link.upload-missing 4:6"]),
            (
                "<img src=\"/uploads/a.png\" srcset=\"/uploads/a.png 1x, /uploads/no.png 2x\" alt=\"x\">",
                ["link.upload-missing 4:54"]
            ),
            ("文 <video poster=\"/uploads/no.png\"></video>", ["link.upload-missing 4:10"]),
            ("<blockquote cite=\"no.md\">\n文\n</blockquote>", ["link.page-missing 4:13"]),
            ("<a href=\"b.md\"></a>", ["link.text-empty 4:4"]),
            ("<a href=\"b.md\"><img src=\"/uploads/a.png\" alt=\"\"></a>", ["link.text-empty 4:4"]),
            ("<img src=\"/uploads/a.png\">", ["link.alternative-missing 4:6"]),
            ("文<a name=\"x\"></a>と<a id=\"x\"></a>", ["markdown.duplicate-anchor 4:22"]),
        ] as [(String, [String])])
    func soItIsInRawHTML(text: String, findings: [String]) throws {
        let found = try TrapSite.built(text).findings
        #expect(found.map { $0.replacing(" Content/pages/guide/a.md:", with: " ") } == findings)
    }

    /// A blank ends a link's target: readers would see the brackets.
    @Test(
        arguments: [
            ("見る [手順](/guide/my page)。", "4:9"), ("![図](/uploads/screen shot.png)", "4:6"),
            ("[a](my file.md \"題\")", "4:5"), ("**[a](../b c.md#x)**", "4:7"),
            ("| a |\n|---|\n| [a](/b c) |", "6:7"), ("[a](https://e.jp/b c)", "4:5"),
        ])
    func aTargetWithABlankIsNoLink(text: String, place: String) throws {
        let site = try TrapSite.built(text)
        let found = site.report.diagnostics.filter { $0.code == "link.target-spaced" }
        #expect(site.findings == ["link.target-spaced Content/pages/guide/a.md:\(place)"])
        guard case .replace(let right)? = found.first?.fix else {
            Issue.record("the fix is a replacement")
            return
        }
        #expect(right.hasPrefix("<") && right.hasSuffix(">"))
    }

    @Test(
        arguments: [
            "`[a](/b c)`", "    [a](/b c)", "```\n[a](/b c)\n```", "配列 f[i](x, y) の値",
            "[注](ここは 説明)", "\\[a](/b c)", "<code>[a]</code>(/b c)", "[a] (/b c)",
            "x[1](a. b)", "[b](b.md \"題 の\")", "[km](/ h)",
        ])
    func bracketsAndBlanksThatAreNoTargetStayText(text: String) throws {
        #expect(!(try TrapSite.built(text).findings.joined().contains("target-spaced")))
    }

    /// What is poor rather than broken.
    @Test(
        arguments: [
            ("文 [](b.md)", ["link.text-empty 4:3"]),
            ("[　](b.md) [&nbsp;](b.md)", ["link.text-empty 4:1", "link.text-empty 4:11"]),
            ("![](/uploads/a.png)", ["link.alternative-missing 4:1"]),
            ("[![](/uploads/a.png)](b.md)", ["link.alternative-missing 4:2"]),
            ("見る [the guide][missing]。", ["markdown.definition-missing 4:4"]),
            ("見る [Guide][]。", ["markdown.definition-missing 4:4"]),
            ("[A資料]と[表][A資科]\n\n[a資料]: b.md", ["markdown.definition-missing 4:7"]),
            ("[gide] 文\n\n[guide]: b.md", ["markdown.definition-missing 4:1"]),
            ("文\n\n[b]: b.md", ["markdown.definition-unused 6:1"]),
            ("> 文\n>\n> [b]: b.md", ["markdown.definition-unused 6:3"]),
            ("[b]\n\n[b]: b.md\n[B]: /", ["markdown.definition-twice 7:1"]),
            ("## 題 {#x}\n\n## 別 {#x}", ["markdown.duplicate-anchor 6:6"]),
            ("<a id=\"題\"></a>文\n\n## 題", ["markdown.anchor-taken 4:4"]),
        ] as [(String, [String])])
    func whatIsPoorIsAWarning(text: String, findings: [String]) throws {
        let site = try TrapSite.built(text)
        let found = site.findings.map { $0.replacing(" Content/pages/guide/a.md:", with: " ") }
        #expect(found == findings)
        for diagnostic in site.report.diagnostics
        where diagnostic.severity != .note && !diagnostic.code.contains("duplicate") {
            #expect(diagnostic.severity == .warning)
        }
    }

    @Test func placesAreRightBehindAByteOrderMarkAndOtherLineEnds() throws {
        let text = "文 [x](no.md)\n二行 [y\nz](no.md)\n\n[q][r]\n\n[r]: no.md"
        for (mark, end) in [("\u{FEFF}", "\n"), ("", "\r\n"), ("\u{FEFF}", "\r\n")] {
            let found = try TrapSite.built(text, mark: mark, lineEnd: end).findings
            let places = found.map {
                $0.replacing("link.page-missing Content/pages/guide/a.md:", with: "")
            }
            #expect(places == ["4:3", "5:4", "8:1"])
        }
    }
}
