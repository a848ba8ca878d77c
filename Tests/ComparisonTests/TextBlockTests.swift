import Core
import Markdown
import Testing

/// A Markdown text becomes the blocks that a reader meets, and their plain text.
struct TextBlockTests {
    private func text(_ kind: TextBlock.Kind, _ text: String, _ path: TextBlock.Step...)
        -> TextBlock
    {
        TextBlock(.init(kind, path: path), text.isEmpty ? [] : [TextRun(text)])
    }

    private func item(_ number: Int? = nil, isDone: Bool? = nil) -> TextBlock.Kind {
        .listItem(ListMarker(number: number, isDone: isDone))
    }

    private static let everyKind =
        """
        # 方針 {#policy}

        一行目の
        続きと
        English words

        ---

        > 引用
        >
        > > 二重

        3. 三
        4. 四

           - 入れ子

           段落
        - [x] 済
        - [ ] 未
        -
        - ```sh
          ls
          ```
        """

    @Test func everyKindOfBlockIsThere() {
        let read = blocks(Self.everyKind)
        let nested = TextBlock(.init(item(), path: [.list, .list]), [TextRun("入れ子")])
        let expected = [
            text(.heading(level: 1), "方針"),
            text(.paragraph, "一行目の続きと English words"), text(.thematicBreak, ""),
            text(.paragraph, "引用", .quote), text(.paragraph, "二重", .quote, .quote),
            text(item(3), "三", .list), text(item(4), "四", .list), nested,
            text(.paragraph, "段落", .list), text(item(isDone: true), "済", .list),
            text(item(isDone: false), "未", .list), text(item(), "", .list),
            text(item(), "", .list),
            TextBlock(
                .init(.code(info: "sh"), path: [.list]),
                [TextRun("ls", style: TextStyle(.code))]),
        ]
        #expect(read == expected)
        let plain = "方針\n一行目の続きと English words\n引用\n二重\n三\n四\n入れ子\n段落\n済\n未\nls"
        #expect(read.plainText == plain)
    }

    @Test func textKeepsItsMarksAndAddresses() {
        let read = blocks("**太字。**と*斜~~体~~*と`a  b`と[先*の*](x.md)と![図](p.png)\\\n<https://e.jp/>")
        let expected = [
            TextRun("太字。", style: TextStyle(.strong)), TextRun("と"),
            TextRun("斜", style: TextStyle(.emphasis)),
            TextRun("体", style: TextStyle([.emphasis, .strikethrough])), TextRun("と"),
            TextRun("a b", style: TextStyle(.code)), TextRun("と"),
            TextRun("先", style: TextStyle(link: "x.md")),
            TextRun("の", style: TextStyle(.emphasis, link: "x.md")), TextRun("と"),
            TextRun("図", style: TextStyle(image: "p.png")), TextRun("\n"),
            TextRun("https://e.jp/", style: TextStyle(link: "https://e.jp/")),
        ]
        #expect(read == [TextBlock(.init(.paragraph), expected)])
        #expect(read.plainText == "太字。と斜体とa bと先のと\nhttps://e.jp/")
    }

    @Test func tablesKeepCellsAndAlignments() {
        let read = blocks("| a | b |\n|:--|--:|\n| **1** | |\n| 2 | 3 |\n")
        let expected = TextTable(
            alignments: [.left, .right], header: [[TextRun("a")], [TextRun("b")]],
            rows: [
                [[TextRun("1", style: TextStyle(.strong))], []],
                [[TextRun("2")], [TextRun("3")]],
            ])
        #expect(read == [TextBlock(expected)])
        #expect(read.plainText == "a\tb\n1\t\n2\t3")
    }

    @Test(arguments: [
        (":::note\n本文\n:::", "note", "注記"), (":::warning 注意 1\n本文\n:::", "warning", "注意 1"),
        (":::details\n本文\n:::", "details", "詳細"), (":::figure\n本文\n:::", "figure", ""),
        (":::card 題\n本文\n:::", "card", "題"),
    ])
    func containersBeginWithTheirTitle(markdown: String, name: String, title: String) {
        let expected = [
            text(.container(name: name), title), text(.paragraph, "本文", .container(name: name)),
        ]
        #expect(blocks(markdown) == expected)
    }

    @Test func portionsAreShownWithoutATrace() {
        #expect(
            blocks("a\n\n:::label internal\nb\n:::") == [
                text(.paragraph, "a"), text(.paragraph, "b"),
            ])
    }

    @Test func footnotesStandLastInTheOrderOfTheirNumbers() {
        let read = blocks("本文[^b]と[^a]。\n\n[^a]: 甲\n\n    続き\n[^b]: 乙\n[^c]: 丙")
        let number = { (number: Int) in TextRun("\(number)", style: TextStyle(.footnote)) }
        let expected = [
            TextBlock(
                .init(.paragraph),
                [TextRun("本文"), number(1), TextRun("と"), number(2), TextRun("。")]),
            text(.footnote(number: 1), "乙", .footnote), text(.footnote(number: 2), "甲", .footnote),
            text(.paragraph, "続き", .footnote),
        ]
        #expect(read == expected)
        #expect(read.plainText == "本文1と2。\n乙\n甲\n続き")
    }

    @Test func factsAreReplacedAsThePageHasThem() {
        let text = "保管は{{fact:period}}\n{{fact:place}}です"
        #expect(
            blocks(text) { ["七日間", "東京"][$0] }.plainText == "保管は七日間東京です")
        #expect(blocks(text).plainText == "保管は{{fact:period}} {{fact:place}}です")
    }

    @Test(arguments: [
        ("a<br>b<!-- c --><b>d</b> &amp; &lt;e>", "a\nbd & <e>"),
        ("<div>\n<p>一 <b>二</b></p>\n三\n</div>", "一 二\n三"),
        ("<table><tr><td>甲</td><td>乙</td></tr>\n<tr><td>丙</td></tr></table>", "甲 乙\n丙"),
        ("x<script>y</script>", "x<script>y</script>"),
        ("<details>\n<summary>題</summary>\n\n*本文*\n\n</details>", "題\n本文"),
    ])
    func onlyTheVisibleTextOfRawHTMLIsThere(markdown: String, plain: String) {
        #expect(blocks(markdown).plainText == plain)
    }

    @Test func rawLinksAndImagesKeepTheirAddresses() {
        let expected = [
            TextRun("甲", style: TextStyle(.strong, link: "x?a&b")),
            TextRun("図", style: TextStyle(image: "p.png")),
        ]
        let html = "<a href=\"x?a&amp;b\"><b>甲</b></a><img src=\"p.png\" alt=\"図\">"
        #expect(blocks(html) == [TextBlock(.init(.paragraph), expected)])
    }

    @Test func plainTextIsNormalised() {
        let block = TextBlock(.init(.paragraph), [TextRun("か\u{3099}  \n\n \u{A0}x\t")])
        #expect(block.plainText == "が\nx")
        #expect(block.plainText.unicodeScalars.first == "が")
    }
}
