import Comparison
import Core
import Markdown
import Testing

/// What the HTML of a comparison says to the eye and to the ear.
struct ComparisonHTMLTests {
    private func html(
        _ old: String, _ new: String, _ language: MessageLanguage = .ja, context: Int? = 1
    ) -> String {
        var writer = ByteWriter()
        TextComparison(from: blocks(old), to: blocks(new)).html(
            ComparisonWords(language), context: context, into: &writer)
        #expect(ShownHTML(writer.text).findings == [])
        return writer.text
    }

    private static func hidden(_ words: String) -> String {
        "<span class=\"comparison-note comparison-hidden\">\(words)</span>"
    }

    @Test(arguments: [
        (MessageLanguage.ja, "削除ここから ", " 削除ここまで", "追加ここから ", " 追加ここまで"),
        (.en, "deleted: ", " end of deletion", "inserted: ", " end of insertion"),
    ])
    func changesAreToldToTheEar(
        language: MessageLanguage, _ del: String, _ delEnd: String, _ ins: String, _ insEnd: String
    ) {
        let expected =
            "<p class=\"comparison-edited\">第 <del class=\"comparison-removed\">"
            + Self.hidden(del) + "1.9" + Self.hidden(delEnd)
            + "</del><ins class=\"comparison-added\">" + Self.hidden(ins) + "1.10"
            + Self.hidden(insEnd) + "</ins> 版</p>\n"
        #expect(html("第 1.9 版", "第 1.10 版", language) == expected)
    }

    @Test func unchangedStretchesAreCollapsed() {
        let stays = (1...9).map { "段落 \($0) です。\n\n" }.joined()
        let page = html(stays + "終わり", stays + "変更後の結び")
        #expect(page.hasPrefix("<p class=\"comparison-note comparison-gap\">…（変更のない 8 段落）…</p>\n"))
        #expect(page.contains("<p>段落 9 です。</p>"))
        #expect(!page.contains("段落 8"))
        #expect(html(stays + "甲", stays + "乙", context: nil).contains("段落 1 "))
        #expect(html(stays, stays) == "<p class=\"comparison-note\">変更はありません</p>\n")
        #expect(html("a", "a", context: nil) == "<p>a</p>\n")
    }

    @Test func nothingOfTheTextsIsLiveButWebAddresses() {
        let style = { (link: String) in TextStyle(link: link) }
        let links = [
            "javascript:alert(1)", "JaVaScript:x", "https://a.jp/?a&\"b", "c.md", "data:x",
        ]
        let new = [TextBlock(.init(.paragraph), links.map { TextRun("<i>先", style: style($0)) })]
        var writer = ByteWriter()
        TextComparison(from: [], to: new).html(ComparisonWords(.ja), into: &writer)
        let shown = ShownHTML(writer.text)
        #expect(shown.findings == [])
        #expect(shown.destinations == ["https://a.jp/?a&amp;&quot;b"])
        #expect(writer.text.contains("（javascript:alert(1)）"))
        #expect(!writer.text.contains("<i>"))
    }

    @Test func movedBlocksLeadToEachOther() {
        let moved = "バックアップは毎日取得しています。\n\n"
        let stays = "監視は常時行っており、異常があれば担当者に通知します。\n\n記録は一年間残しています。\n\n"
        let page = html(moved + stays, stays + moved)
        let shown = ShownHTML(page)
        #expect(shown.destinations == ["#comparison-move-1-to", "#comparison-move-1-from"])
        #expect(page.contains("ここから別の場所へ移動しました"))
        #expect(page.contains("別の場所からここへ移動しました"))
    }

    @Test func tablesMarkRowsColumnsAndCells() {
        let page = html(
            "| 項目 | 値 |\n|-|-|\n| 場所 | 東京 |\n| 世代 | 三 |",
            "| 項目 | 担当 | 値 |\n|-|-|:-|\n| 場所 | 当社 | 大阪 |\n| 暗号 | 当社 | あり |\n| 世代 | 当社 | 三 |")
        #expect(page.contains("<tr class=\"comparison-added\">"))
        #expect(page.contains("<th class=\"comparison-added\" scope=\"col\">"))
        #expect(page.contains("東京"))
        #expect(page.contains("配置："))
        #expect(page.contains("<th class=\"align-left\" scope=\"col\">"))
    }

    @Test func listsAndQuotesKeepTheirElements() {
        let page = html("> - 甲です\n> - 乙です\n\n丙です", "> - 甲です\n> - 乙でした\n\n丙です", context: nil)
        let around = " class=\"comparison-around\">\n"
        #expect(page.hasPrefix("<blockquote\(around)<ul\(around)<li class=\"comparison-depth-1\">"))
        #expect(page.hasSuffix("</li>\n</ul>\n</blockquote>\n<p>丙です</p>\n"))
    }
}
