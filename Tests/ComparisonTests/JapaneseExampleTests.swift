import Comparison
import Markdown
import Testing

/// The difference is the one that a reader of Japanese would point at.
struct JapaneseExampleTests {
    @Test(arguments: [
        (
            "定期的に取得しています", "毎日取得し、3 世代分を保管しています",
            "~ [-定期的に-]{+毎日+}取得し{+、3 世代分を保管し+}ています\n"
        ),
        ("第 1.9 版です。", "第 1.10 版です。", "~ 第 [-1.9-]{+1.10+} 版です。\n"),
        (
            "ISO/IEC 27017:2015 に基づく。", "ISO/IEC 27002:2022 に基づく。",
            "~ ISO/IEC [-27017:2015-]{+27002:2022+} に基づく。\n"
        ),
        (
            "データは東京リージョンに保管します。", "データは大阪リージョンに保管します。",
            "~ データは[-東京-]{+大阪+}リージョンに保管します。\n"
        ),
        (
            "ログを 90 日間保管します。", "ログを 1 年間保管し、暗号化します。",
            "~ ログを [-90 日-]{+1 年+}間保管し{+、暗号化し+}ます。\n"
        ),
        (
            "利用者の責任です。", "利用者の責任です。詳細は契約に定めます。",
            "~ 利用者の責任です。{+詳細は契約に定めます。+}\n"
        ),
        (
            "お客様が設定します。", "当社が全件を確認します。",
            "~ [-お客様が設定-]{+当社が全件を確認+}します。\n"
        ),
        (
            "基盤のバックアップは、定期的に取得しています。詳しくは別紙をご覧ください。",
            "基盤のバックアップを毎日取得し、三世代分を保管しています。バックアップは、災害からの復旧に使います。詳しくは別紙をご覧ください。",
            "~ 基盤のバックアップ[-は、定期的に-]{+を毎日+}取得し{+、三世代分を保管し+}ています。"
                + "{+バックアップは、災害からの復旧に使います。+}詳しくは別紙をご覧ください。\n"
        ),
        (
            "The backup runs weekly.", "The backup runs daily, at night.",
            "~ The backup runs [-weekly-]{+daily, at night+}.\n"
        ),
    ])
    func wordsAreShownAsPhrases(old: String, new: String, expected: String) {
        #expect(difference(old, new) == expected)
    }

    @Test(arguments: [
        (
            "詳細は[手順](https://a.jp/)を参照。", "詳細は[手順](https://b.jp/)を参照。",
            "~ 詳細は手順（リンク先：[-https://a.jp/-]{+https://b.jp/+}）を参照。\n"
        ),
        ("重要な点です。", "**重要**な点です。", "~ 重要（書式：[-なし-]{+太字+}）な点です。\n"),
        ("![図](a.png)", "![図](b.png)", "~ [画像：図 b.png]（画像：[-a.png-]{+b.png+}）\n"),
        ("見出しです\n", "## 見出しです", "~ [-段落-]{+見出し 2+} 見出しです\n"),
        ("> 引用の文です", "引用の文です", "~ [-引用の中の段落-]{+段落+} 引用の文です\n"),
        (
            "- [ ] 棚卸しをする", "- [x] 棚卸しをする",
            "~ [-箇条書きの中の未完了の項目-]{+箇条書きの中の完了した項目+} 棚卸しをする\n"
        ),
        (
            "# 甲\n\n一つ目の文です。二つ目の文です。", "# 甲\n\n一つ目の文です。\n\n二つ目の文です。",
            "  甲\n~ 一つ目の文です。{+¶+}\n~ 二つ目の文です。\n"
        ),
        (
            "一つ目の文です。\n\n二つ目の文です。", "一つ目の文です。二つ目の文です。",
            "~ 一つ目の文です。[-¶-]二つ目の文です。\n"
        ),
        (
            "| 項目 | 値 |\n|-|-|\n| 保管期間 | 30 日 |\n| 場所 | 東京 |",
            "| 項目 | 値 |\n|-|-|\n| 保管期間 | 90 日 |\n| 場所 | 東京 |",
            "  | 項目 | 値 |\n~ | 保管期間 | [-30-]{+90+} 日 |\n  | 場所 | 東京 |\n"
        ),
        (
            "| 項目 | 値 |\n|-|-|\n| 場所 | 東京 |",
            "| 項目 | 値 |\n|-|-|\n| 暗号化 | あり |\n| 場所 | 東京 |",
            "  | 項目 | 値 |\n+ | {+暗号化+} | {+あり+} |\n  | 場所 | 東京 |\n"
        ),
        (
            "| 項目 | 値 |\n|-|-|\n| 暗号化 | あり |\n| 場所 | 東京 |\n| 世代 | 三 |",
            "| 項目 | 値 |\n|-|-|\n| 場所 | 東京 |\n| 世代 | 三 |\n| 暗号化 | あり |",
            "  | 項目 | 値 |\n< (1) | [-暗号化-] | [-あり-] |\n  | 場所 | 東京 |\n"
                + "  | 世代 | 三 |\n> (1) | 暗号化 | あり |\n"
        ),
        (
            "| 項目 | 値 |\n|-|-|\n| 場所 | 東京 |",
            "| 項目 | 担当 | 値 |\n|-|-|-|\n| 場所 | 当社 | 東京 |",
            "~ | 項目 | {+担当+} | 値 |\n~ | 場所 | {+当社+} | 東京 |\n"
        ),
        (
            "1. 申請する\n2. 承認する", "1. 登録する人を決める\n2. 申請する\n3. 承認する",
            "+ 1. {+登録する人を決める+}\n~ [-1. -]{+2. +}申請する\n~ [-2. -]{+3. +}承認する\n"
        ),
        (
            "```\nlet a = 1\nlet b = 2\n```", "```\nlet a = 1\nlet b = 3\n```",
            "~ let a = 1\nlet b = [-2-]{+3+}\n"
        ),
    ])
    func whatIsNotAWordIsShownToo(old: String, new: String, expected: String) {
        #expect(difference(old, new) == expected)
    }

    @Test func aSectionThatMovedIsShownAsMoved() {
        let backup = "## 保管\n\nバックアップは毎日取得しています。\n\n三世代を保管しています。\n\n"
        let other = "## 監視\n\n監視は常時行っており、異常があれば通知します。\n\n担当者が対応し、記録を残しています。\n\n"
        let rest = "## 連絡\n\n連絡先は別紙に記載しており、窓口は一つです。\n\n"
        let shown = difference(backup + other + rest, other + rest + backup)
        #expect(
            shown
                == """
                < (1) [-保管-]
                < (2) [-バックアップは毎日取得しています。-]
                < (3) [-三世代を保管しています。-]
                  監視
                  …（変更のない 3 段落）…
                  連絡先は別紙に記載しており、窓口は一つです。
                > (1) 保管
                > (2) バックアップは毎日取得しています。
                > (3) 三世代を保管しています。

                """)
    }

    @Test func aBlockThatMovedAndChangedIsOne() {
        let stays = "監視は常時行っており、異常があれば担当者に通知します。\n\n記録は一年間残しています。\n\n"
        let shown = difference(
            "バックアップは毎日取得し、三世代を保管しています。\n\n" + stays,
            stays + "バックアップは毎日取得し、五世代を保管しています。")
        #expect(shown.contains("< (1) [-バックアップは毎日取得し、三世代を保管しています。-]\n"))
        #expect(shown.contains("> (1) バックアップは毎日取得し、[-三-]{+五+}世代を保管しています。\n"))
    }

    @Test func colourIsAddedOnRequestAndControlsAreNotPassedOn() {
        let old = [TextBlock(.init(.paragraph), [TextRun("a\u{1B}[2J")])]
        let shown = TextComparison(from: old, to: []).text(isColoured: true)
        #expect(shown == "- \u{1B}[31m[-a\u{FFFD}[2J-]\u{1B}[m\n")
    }

    @Test(arguments: ["か\u{3099}き", "👨‍👩‍👧と", "𠮷野家", "葛\u{E0100}城", "e\u{301}a"])
    func noCharacterIsTakenApart(text: String) {
        let other = String(text.unicodeScalars.first.map(Character.init) ?? " ") + "と"
        let comparison = TextComparison(from: blocks(text), to: blocks(other))
        for change in comparison.changes {
            guard case .edited(.text(let edit)) = change else { continue }
            for case .same(let runs) in edit.pieces {
                for run in runs { #expect(text.contains(run.text)) }
            }
        }
        #expect(comparison.applied(to: blocks(text)) == blocks(other))
    }

    private func difference(_ old: String, _ new: String) -> String {
        TextComparison(from: blocks(old), to: blocks(new)).text(isColoured: false)
    }
}
