import Comparison
import Core
import Testing

/// What became of each item between two editions.
struct DocumentComparisonTests {
    private func edition(_ items: (String, String, String)...) -> [DocumentComparison.Source] {
        items.map { .init(key: $0.0, title: $0.1, blocks: blocks($0.2)) }
    }

    private func summary(_ comparison: DocumentComparison) -> [String] {
        comparison.items.map {
            "\($0.key) \($0.state)\($0.isRenamed ? " renamed" : "")\($0.isMoved ? " moved" : "")"
        }
    }

    @Test func itemsKeepTheNewOrderAndRemovedOnesTheirPlace() {
        let comparison = DocumentComparison(
            from: edition(
                ("0", "前書き", "昔の前書き"), ("1", "甲", "本文"), ("2", "乙", "本文"), ("3", "丙", "本文"),
                ("4", "丁", "本文"), ("5", "戊", "本文")),
            to: edition(
                ("1", "甲", "本文を変更"), ("6", "己", "新規"), ("3", "丙の題", "本文"), ("5", "戊", "本文"),
                ("4", "丁", "本文")))
        let expected = [
            "0 removed", "1 changed", "2 removed", "6 added", "3 unchanged renamed",
            "5 unchanged moved", "4 unchanged",
        ]
        #expect(summary(comparison) == expected)
        #expect(comparison.changedKeys == ["0", "1", "2", "6", "3"])
        #expect(comparison.items[0].titles.old == "前書き")
        #expect(comparison.items[0].titles.new == nil)
    }

    @Test func equalEditionsHaveNoChangedKeys() {
        let edition = edition(("1", "甲", "本文"), ("2", "乙", "| a |\n|-|\n| b |"))
        let comparison = DocumentComparison(from: edition, to: edition)
        #expect(comparison.changedKeys.isEmpty)
        var writer = ByteWriter()
        comparison.html(ComparisonWords(.ja), into: &writer)
        #expect(writer.text.isEmpty)
    }

    @Test func keysThatAreThereTwiceArePairedInOrder() {
        let comparison = DocumentComparison(
            from: edition(("1", "甲", "あ"), ("1", "乙", "い")), to: edition(("1", "甲", "あ")))
        #expect(summary(comparison) == ["1 unchanged", "1 removed"])
    }

    @Test func theTerminalShowsTitlesAndStates() {
        let comparison = DocumentComparison(
            from: edition(("1", "アクセス管理", "本文です。"), ("2", "乙", "同じ")),
            to: edition(("1", "アクセス制御", "本文でした。"), ("2", "乙", "同じ")))
        #expect(
            comparison.text(isColoured: false)
                == "# 1 アクセス[-管理-]{+制御+}（変更・題名の変更）\n~ 本文で[-す-]{+した+}。\n\n")
    }

    @Test func thePageShowsTitlesAndStates() {
        let comparison = DocumentComparison(
            from: edition(("1", "アクセス管理", "本文です。"), ("2", "乙", "同じ"), ("3", "丙", "同じ")),
            to: edition(("3", "丙", "同じ"), ("1", "アクセス制御", "本文です。")))
        var writer = ByteWriter()
        comparison.html(ComparisonWords(.ja), into: &writer)
        let shown = ShownHTML(writer.text)
        #expect(shown.findings == [])
        #expect(shown.oldText == "丙アクセス管理乙同じ")
        #expect(shown.newText == "丙アクセス制御")
        for words in ["（順序の変更）", "（題名の変更）", "（削除）"] { #expect(writer.text.contains(words)) }
    }
}
