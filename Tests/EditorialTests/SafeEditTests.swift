import Core
import Markdown
import TestSupport
import Testing

@testable import Editorial

/// Repairs leave nothing to repair, whatever the text.
struct SafeEditTests {
    /// Pieces of which random texts are made, sound ones and faulty ones, and markup.
    private static let pieces = [
        "当社", "は", "を", "監視", "する", "。", "、", "，", "．", "サーバ", "サーバー", "ユーザ", "ユーザー",
        "ウィルス", "ウイルス", "Web", "WEB", "ウェブ", "TLS", "ＴＬＳ", "１．２", "3", "90%", " ", " ",
        "（", "）", "(", ")", "（秘密）", "(公開)", " (共通) ", "（甲)", "ﾊﾞｯｸｱｯﾌﾟ", "ﾛｸﾞ｡", "**", "*",
        "`code`", "[", "]", "](/a/)", "[鍵](/b/)", "{{fact:clock.zone}}", "<https://a.jp/>", "\\(",
        "&amp;", "\n", "\n\n", "\n- ", "\n# ", "\n1) ", "\n> ", "\n| a | b |\n| --- | --- |\n| ",
        " | ", "https://example.jp/", "~~", "_", "<b>", "</b>", "お客さま", "お客様", "１)", "$", "|",
        "![図](/c.svg)", "[^1]", "\n[^1]: 注", "  \n", "\r\n", ":::note\n", "\n:::\n", "😀", "é",
    ]

    private static func randomText(_ random: inout SplitMix) -> String {
        (0..<Int.random(in: 1...40, using: &random)).map { _ in
            pieces[Int.random(in: pieces.indices, using: &random)]
        }.joined()
    }

    /// What a tool could still repair.
    private static func left(in texts: [EditorialText]) -> [TextEdit] {
        EditorialCheck().safeEdits(in: texts)
    }

    @Test(arguments: 0..<600)
    func areDoneAfterOneRun(seed: Int) throws {
        var random = SplitMix(seed: UInt64(seed))
        let markdown = Self.randomText(&random)
        let edits = Self.left(in: [text(markdown)])
        let after = String(
            decoding: try applying(edits, to: Array(markdown.utf8)), as: UTF8.self)
        #expect(Self.left(in: [text(after)]) == [], "\(markdown.debugDescription)")
        #expect(after.filter { $0.isNewline }.count == markdown.filter { $0.isNewline }.count)
    }

    /// Where running text is said to stand, it stands.
    @Test(arguments: 0..<300)
    func standWhereTheTextDoes(seed: Int) {
        var random = SplitMix(seed: UInt64(seed) + 9000)
        let source = text(Self.randomText(&random)).source
        let blocks = MarkdownDocument.parse(source, dialect: MarkdownDialect()).document?
            .runningText()
        for block in blocks ?? [] {
            var end = 0
            for scalar in block.scalars {
                #expect(scalar.range.lowerBound >= end)
                end = scalar.range.upperBound
                let bytes = String(decoding: source.bytes[scalar.range], as: UTF8.self)
                if scalar.isVerbatim { #expect(bytes == String(Character(scalar.value))) }
            }
        }
    }

    /// Texts without markup, in which every edit can be made.
    @Test(arguments: 0..<300)
    func leaveNoFindingsInPlainText(seed: Int) throws {
        var random = SplitMix(seed: UInt64(seed) + 5000)
        let plain = Self.pieces.prefix(23) + ["（秘密）", "(公開)", "ﾊﾞｯｸｱｯﾌﾟ", "お客さま", "お客様"]
        let markdown = (0..<40).map { _ in
            plain[Int.random(in: plain.indices, using: &random)]
        }.joined()
        let after = try repaired(markdown)
        #expect(findings(after).map { $0 } == [], "\(markdown)")
    }

    @Test func keepToFilesThatMayBeChanged() throws {
        let old = text("暗号（共通）と鍵（秘密）を使う。ウィルスを見る。", file: "old.md", mayChange: false)
        let new = text("印(丸い)を使う。", file: "new.md")
        let check = EditorialCheck()
        let found = check.findings(in: [old, new])
        #expect(found.map(\.code) == ["editorial.parentheses"])
        #expect(found.allSatisfy { $0.span?.file == "new.md" })
        let edits = check.safeEdits(in: [old, new])
        #expect(edits.map(\.file) == ["new.md"])
        let after = try applying(edits, to: new.source.bytes)
        #expect(String(decoding: after, as: UTF8.self) == "印（丸い）を使う。")
    }

    @Test func leaveOtherLanguagesAlone() {
        #expect(findings("The virus (WEB) ＡＢ ｶﾅ", language: "en") == [])
        let cut = "We watch all the servers that we run for our\n\ncustomers at night."
        #expect(findings(cut, language: "en") == ["editorial.broken-word 3:1-3:2"])
    }

    @Test func keepFrontMatterAndLineEnds() throws {
        let file = "---\ntitle: ＡＢ\n---\r\nウィルス\r\nＴＬＳ\r\n"
        let bytes = Array(file.utf8)
        let start = "---\ntitle: ＡＢ\n---\r\n".utf8.count
        let whole = EditorialText(
            language: "ja",
            source: MarkdownSource(file: "a.md", bytes: bytes, body: start..<bytes.count))
        let edits = EditorialCheck().safeEdits(in: [whole])
        let after = String(decoding: try applying(edits, to: bytes), as: UTF8.self)
        #expect(after == "---\ntitle: ＡＢ\n---\r\nウイルス\r\nTLS\r\n")
    }
}

/// What whitepaper.yml can say.
struct EditorialSettingsTests {
    @Test func switchRulesOff() {
        var settings = EditorialSettings()
        settings.off = Set(EditorialRule.allCases)
        #expect(findings("ウィルス（甲)ＡＢ，と。", settings: settings) == [])
    }

    @Test func bringSpellingsOfTheirOwn() throws {
        var settings = EditorialSettings()
        settings.terms = [
            .init(preferred: "WEB", variants: ["Web", "ウェブ"]),
            .init(preferred: "利用者", variants: ["ユーザー", "ユーザ"]),
        ]
        let text = "WEBと、Webのユーザーを見る。"
        #expect(
            findings(text, settings: settings) == [
                "editorial.term-variant 1:6-1:9", "editorial.term-variant 1:10-1:14",
            ])
        #expect(try repaired(text, settings: settings) == "WEBと、WEBの利用者を見る。")
    }

    @Test func neverReplaceWordsInTurns() throws {
        var settings = EditorialSettings()
        settings.terms = [
            .init(preferred: "甲型", variants: ["乙型"]), .init(preferred: "乙型", variants: ["甲型"]),
        ]
        #expect(try repaired("甲型と乙型を見る。", settings: settings) == "甲型と乙型を見る。")
    }

    @Test func decideWidthAndSpaces() throws {
        var settings = EditorialSettings()
        (settings.parentheses, settings.spacing) = (.half, Optional.some(.none))
        let text = "鍵（秘密）と印（丸い）は TLS と OS を見る。"
        #expect(try repaired(text, settings: settings) == "鍵(秘密)と印(丸い)はTLSとOSを見る。")
    }

    @Test func nameDefinedTermsAndVagueWords() {
        var settings = EditorialSettings()
        settings.definedTerms = ["本サービス"]
        settings.vagueWords = EditorialSettings.usualVagueWords
        let text = "本サービスを定期的に監視し、速やかに知らせる。"
        #expect(
            findings(text, settings: settings) == [
                "editorial.vague-word 1:7-1:11", "editorial.vague-word 1:15-1:19",
            ])
        #expect(
            findings("We act Promptly, impromptly.", language: "en", settings: settings)
                == ["editorial.vague-word 1:8-1:16"])
        #expect(findings("定期的に監視する。") == [])
    }
}
