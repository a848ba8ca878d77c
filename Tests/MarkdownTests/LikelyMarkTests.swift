import Core
import Testing

@testable import Markdown

/// Marks that were most likely meant, and the same signs where they are text.
@Suite struct LikelyMarkTests {
    /// A text with a slip, its code, and the source at its place.
    @Test(arguments: [
        ("##復元手順", "markdown.no-space-after-mark", "##"),
        ("> #復元手順", "markdown.no-space-after-mark", "#"),
        ("- a\n\n  -b\n  -c", "markdown.no-space-after-mark", "-"),
        ("1)開く\n2)閉じる", "markdown.no-space-after-mark", "1)"),
        ("＃ 復元手順", "markdown.full-width-mark", "＃"),
        ("｜a｜\n｜b｜", "markdown.full-width-mark", "｜"),
        ("｀｀｀\ncode\n｀｀｀", "markdown.full-width-mark", "｀｀｀"),
        ("・甲\n・乙", "markdown.middle-dot-list", "・"),
        ("電源は**切らない", "markdown.emphasis-not-closed", "**"),
        ("| a |\n| - |\n| 電源は**切らない |", "markdown.emphasis-not-closed", "**"),
        ("電源は ** 必ず ** 切る", "markdown.emphasis-not-closed", "**"),
        ("［料金］（price.md#基本）", "markdown.full-width-mark", "］（price.md#基本）"),
        (
            "[料金]（https://www.example.jp/a）", "markdown.full-width-mark",
            "]（https://www.example.jp/a）"
        ),
        ("[料金](/price/）", "markdown.full-width-mark", "](/price/）"),
        ("{{fact：a.b}}", "markdown.full-width-mark", "{{fact：a.b}}"),
        ("＊＊必ず＊＊", "markdown.full-width-mark", "＊＊"),
        ("料金[^注1]です", "markdown.definition-missing", "[^注1]"),
        ("```\na\n\nb", "markdown.code-not-closed", "```"),
        ("- ~~~~\n  a\n  ~~~\n\nb", "markdown.code-not-closed", "~~~~"),
        ("| a | b |\n|---|---|\n| 1 | 2 | `x|y` |", "markdown.table-row-too-long", "`x|y`"),
    ])
    func tells(text: String, code: String, place: String) {
        let page = Rendered(text + "\n")
        #expect(page.codes == [code])
        #expect(page.source(at: page.diagnostics.first?.span) == place)
    }

    @Test(arguments: [
        "#1234 を直しました", "#運用 #保守", "本文\n#運用", "\\#見出し", "`##見出し`", "    ##見出し",
        "```\n##見出し\n・甲\n・乙\n**a\n```", "-1 度です\n-2 度です", "-社員証", "・甲", "・甲  \n・乙",
        "・甲\\\n・乙", "・甲<br>\n・乙", "・甲\n\n・乙", "2**10 と 3**4", "a ** b", "料金 **", "****",
        "\\*\\*a", "`**a`", "src/**/*.swift", "f(**kwargs)", "**強調**します", "[注]（五月一日）",
        "［必須］（月/日）", "`[料金]（price.md）`", "[料金](/price/)（税別）", "{{ fact：a }}", "｛a｝",
        "＊印は必須です", "正規表現 [^a-z] です", "`[^1]`", "料金[^1]\n\n[^1]: 月額", "```\na\n```",
        "> ```\n> a\n> ```", "- ```\n  a\n  ```", "~~~\na\n~~~~", "```\n```", "1.5 倍\n2.5 倍",
        "| a | b |\n|---|---|\n| 1 | 2 |", "| a |\n|---|\n| `x\\|y` |", "a | b\n--|--\n1 | 2  ",
        "| a | b |\n|---|---|\n| 1 |", "> | a |\n> |---|\n> | 1 |", "｜は縦線です", "<p>##a</p>",
        "| a | b |\n|---|---|\n| 1 | 2 | |", "＊＊＊＊＊＊＊＊", "＊＊ p 0.01、＊＊＊ p 0.001", "＊＊必須",
    ])
    func keepsSilentWhereTheSignsAreText(text: String) {
        #expect(Rendered(text + "\n").codes == [])
    }

    /// What the C library reads as U+FFFD cannot be found in the source.
    @Test(arguments: [
        "#あ\0い", "＃あ\0い", "・あ\0\n・い", "-あ\0\n-い", "[あ]（a.md）\0", "{{fact：a}}\0",
    ])
    func changesNothingWhereThePlaceOfAMarkIsNotKnown(text: String) {
        let page = Rendered("前の段落\n\n" + text + "\n後の行\n")
        #expect(page.diagnostics.count == 1)
        #expect(page.diagnostics.flatMap(\.edits) == [])
    }

    /// The library gives these memory that it never writes; what freed it was another page.
    @Test func findsNothingInCellsAndHeadingsThatAreEmpty() {
        let other = String(repeating: "電源は**切らない\n\n#見出し\n\n| ＊＊必ず＊＊ |\n|-|\n\n", count: 20)
        for _ in 0..<20 {
            #expect(!Rendered(other).codes.isEmpty)
            #expect(Rendered("| a | b |\n|---|---|\n| 1 |\n\n#\n\n- ##\n").codes == [])
        }
    }

    @Test func tellsOfTheStartTagAloneOfAnElementThatIsRefused() {
        #expect(Rendered("a <font>b</font> c <font>d</font>\n").codes.count == 2)
        #expect(Rendered("a</font>\n").codes == ["markdown.html-element"])
    }
}
