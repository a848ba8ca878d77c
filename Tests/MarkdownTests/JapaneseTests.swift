import Core
import Testing

@testable import Markdown

/// What Japanese text needs besides the specification.
struct JapaneseTests {
    @Test(arguments: [
        ("**強調。**続き", "<strong>強調。</strong>続き"),
        ("**「強調」**です", "<strong>「強調」</strong>です"),
        ("これは**「強調」**です", "これは<strong>「強調」</strong>です"),
        ("*注意！*次", "<em>注意！</em>次"),
        ("~~旧版。~~新版", "<del>旧版。</del>新版"),
        ("~旧版。~新版", "<del>旧版。</del>新版"),
        ("**期限：**月末まで。**担当：**総務", "<strong>期限：</strong>月末まで。<strong>担当：</strong>総務"),
        ("**強調。**続き**次**です", "<strong>強調。</strong>続き<strong>次</strong>です"),
        ("***重要。***続き", "<em><strong>重要。</strong></em>続き"),
        ("**外*内。*外。**続き", "<strong>外<em>内。</em>外。</strong>続き"),
        ("[**強調。**続き](a)", "<a href=\"a\"><strong>強調。</strong>続き</a>"),
        ("**[文字](a)。**続き", "<strong><a href=\"a\">文字</a>。</strong>続き"),
        ("**`code`**です", "<strong><code>code</code></strong>です"),
        ("関数**foo()**は", "関数<strong>foo()</strong>は"),
        ("**“引用”**です", "<strong>“引用”</strong>です"),
        ("\\*強調。*続き", "*強調。*続き"),
        ("**強調。\\**続き**", "<strong>強調。**続き</strong>"),
        ("`**a。**b`**c。**d", "<code>**a。**b</code><strong>c。</strong>d"),
        ("A&amp;B**注。**続き", "A&amp;B<strong>注。</strong>続き"),
        ("**税（10%）**を含む", "<strong>税（10%）</strong>を含む"),
        ("一行目**強調。**続き  \n**次。**です", "一行目<strong>強調。</strong>続き<br />\n<strong>次。</strong>です"),
        ("**閉じない。 続き", "**閉じない。 続き"),
        ("5*3と4*2。", "5<em>3と4</em>2。"),
    ])
    func emphasisClosesNextToFullWidthPunctuation(markdown: String, expected: String) {
        #expect(Rendered(markdown).html == "<p>\(expected)</p>\n")
    }

    @Test func eachOfSeveralURLsEndsAtItsOwnSign() {
        let text = "https://a.example/、https://b.example/「http://c.example/x」です。www.d.example"
        let link = { (url: String) in "<a href=\"\(url)\">\(url)</a>" }
        #expect(
            Rendered(text).html
                == "<p>\(link("https://a.example/"))、\(link("https://b.example/"))「"
                + "\(link("http://c.example/x"))」です。www.d.example</p>\n")
    }

    @Test func emphasisClosesInTableCells() {
        let html = Rendered("| **注。**a | b |\n| - | - |\n| x \\| **「y」**です | ~~旧。~~新 |").html
        #expect(html.contains("<th><strong>注。</strong>a</th>"))
        #expect(html.contains("<td>x | <strong>「y」</strong>です</td>"))
        #expect(html.contains("<td><del>旧。</del>新</td>"))
    }

    @Test func textWithoutJapaneseNeighboursStaysAsTheSpecificationHasIt() {
        let alphabet = Array("*_~`[]()\\ab .,!\"-&;<>\n".utf8)
        for seed in 0..<400 {
            var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 7
            let bytes = (0..<60).map { _ in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return alphabet[Int(state >> 33) % alphabet.count]
            }
            #expect(bytes.withUnsafeBufferPointer { JapaneseEmphasis($0) == nil })
        }
    }

    /// Emphasis taken apart and made anew must come out as the library made it, where the
    /// Japanese exception does not matter.
    @Test func repairChangesNothingThatTheSpecificationSettles() {
        let alphabet = [
            "*", "*", "**", "***", "_", "__", "~~", "~", "a", "b ", " ", ".", "[x](y)", "`c`",
            "[*", "*](z)", "\\*", "&amp;", "<i>", "![**d**](e)", "\n",
        ]
        var isDifferent = 0
        for seed in 0..<600 {
            var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 3
            let text = (0..<16).map { _ in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return alphabet[Int(state >> 33) % alphabet.count]
            }.joined()
            let bytes = Array("x \(text) x".utf8)
            let source = MarkdownSource(file: "a.md", bytes: bytes, body: 0..<bytes.count)
            guard let document = MarkdownDocument.parse(source, dialect: .specification).document
            else { continue }
            var before = ByteWriter()
            _ = document.render(MarkdownRendering(), into: &before)
            var block = document.root.firstChild
            while let node = block {
                if let content = node.content {
                    JapaneseEmphasis(forcing: content.buffer).repair(node)
                }
                block = node.next
            }
            var after = ByteWriter()
            _ = document.render(MarkdownRendering(), into: &after)
            #expect(after.text == before.text, "\(text)")
            isDifferent += before.text.contains("<em>") ? 1 : 0
        }
        #expect(isDifferent > 100)
    }

    @Test(arguments: [
        ("日本語\n改行", "日本語改行"),
        ("日本語。\n改行", "日本語。改行"),
        ("日本語\nEnglish", "日本語\nEnglish"),
        ("English\n日本語", "English\n日本語"),
        ("**強調**\n改行", "<strong>強調</strong>改行"),
        ("[文字](a)\n*改行*", "<a href=\"a\">文字</a><em>改行</em>"),
        ("한국어\n줄", "한국어\n줄"),
        ("日本語  \n改行", "日本語<br />\n改行"),
        ("`符号`\n改行", "<code>符号</code>改行"),
        ("Ａ\n１", "Ａ１"),
    ])
    func linesOfWideCharactersJoinWithoutASpace(markdown: String, expected: String) {
        #expect(Rendered(markdown).html == "<p>\(expected)</p>\n")
    }

    @Test func linesJoinAroundFactsByTheirValues() {
        var rendering = MarkdownRendering()
        rendering.fact = { _ in "三世代" }
        let page = Rendered("保管は\n{{fact:backup.generations}}\nです", rendering: rendering)
        #expect(page.html == "<p>保管は三世代です</p>\n")
    }
}
