import Core
import Markdown
import Testing

@testable import Editorial

/// What each rule finds, where, and what is left of it after the repair.
struct EditorialCheckTests {
    /// A text, what is found in it, and what a tool makes of it.
    struct Example: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let text: String
        var findings: [String] = []
        /// nil where nothing changes.
        var repaired: String?

        init(_ name: String, _ text: String, _ findings: [String] = [], _ repaired: String? = nil) {
            (testDescription, self.text) = (name, text)
            (self.findings, self.repaired) = (findings, repaired)
        }
    }

    @Test(arguments: parentheses + spacing + cuts + terms + definitions + widths + markup)
    func finds(_ example: Example) throws {
        #expect(findings(example.text) == example.findings)
        let after = try repaired(example.text)
        #expect(after == example.repaired ?? example.text)
        #expect(try repaired(after) == after)
    }

    static let parentheses = [
        Example("full-width parentheses alone", "暗号（共通鍵）と署名（公開鍵）を使う。"),
        Example("half-width parentheses alone", "暗号 (共通鍵) を使う。"),
        Example(
            "half-width ones among full-width ones", "暗号（甲型）と鍵（乙型）と署名(公開)を使う。",
            ["editorial.parentheses 1:16-1:20"], "暗号（甲型）と鍵（乙型）と署名（公開）を使う。"),
        Example(
            "half-width ones with spaces", "暗号（共通）と鍵（秘密）と署名 (公開) を使う。",
            ["editorial.parentheses 1:17-1:21"], "暗号（共通）と鍵（秘密）と署名（公開）を使う。"),
        Example(
            "a full-width one among half-width ones", "鍵(秘密)と鍵(公開)と印（丸い）を使う。",
            ["editorial.parentheses 1:14-1:18"], "鍵(秘密)と鍵(公開)と印(丸い)を使う。"),
        Example(
            "a pair of two widths", "時刻（標準時)を使う。",
            ["editorial.parentheses 1:3-1:8"], "時刻（標準時）を使う。"),
        Example(
            "a pair within a pair", "鍵（秘密(共通)の）を使う。",
            ["editorial.parentheses 1:5-1:9"], "鍵（秘密（共通）の）を使う。"),
        Example("an enumeration", "1) 鍵（秘密）を使う。"),
        Example("a Latin phrase in parentheses", "鍵（秘密）は TLS (RFC 8446) と使う。"),
        Example(
            "what would become a link", "[鍵](https://a.jp/)(秘密)と印（丸い）と印（角い）。",
            ["editorial.parentheses 1:19-1:23"],
            "[鍵](https://a.jp/)（秘密）と印（丸い）と印（角い）。"),
        Example(
            "a full-width pair after brackets", "x[鍵]（秘密)と印(丸い)と印(角い)。",
            ["editorial.parentheses 1:5-1:9"]),
    ]

    static let spacing = [
        Example("spaces everywhere", "通信は TLS で暗号化し、OS 及び CPU を監視する。"),
        Example("spaces nowhere", "通信はTLSで暗号化し、OSとCPUを監視する。"),
        Example(
            "one space missing", "通信は TLS で暗号化し、OSを監視する。CPU と表示する。",
            ["editorial.spacing 1:16-1:18"], "通信は TLS で暗号化し、OS を監視する。CPU と表示する。"),
        Example(
            "one space too many", "通信はTLSで暗号化し、OS を監視する。CPUと表示する。",
            ["editorial.spacing 1:14-1:17"], "通信はTLSで暗号化し、OSを監視する。CPUと表示する。"),
        Example(
            "numbers counted apart", "図1と表2に示す。OS 及び CPU を、毎日 3 回監視する。",
            ["editorial.spacing 1:23-1:26", "editorial.spacing 1:25-1:28"],
            "図1と表2に示す。OS 及び CPU を、毎日3回監視する。"),
        Example("section numbers and units", "節は 2.2のとおり、OS は 90%まで、CPU は図1に示す。"),
        Example("single letters", "A社の OS と X線と CPU を見る。"),
        Example("code", "通信は TLS で、`ls`を使い、OS を見る。"),
        Example(
            "across emphasis", "通信は TLS で、OS の **CPU**を見る。",
            ["editorial.spacing 1:20-1:24"], "通信は TLS で、OS の **CPU** を見る。"),
        Example("a fact's place", "時刻は TLS と OS の{{fact:clock.zone}}を使う。"),
        Example("URLs", "通信は TLS で、OS はhttps://a.jp/x と<https://a.jp/>を見る。"),
        Example(
            "after text of several bytes in a second line", "通信は TLS で、\nOSを見て、CPU を見る。",
            ["editorial.spacing 2:2-2:4"], "通信は TLS で、\nOS を見て、CPU を見る。"),
    ]

    static let cuts = [
        Example("whole paragraphs", "監視する。\n\n記録する。"),
        Example(
            "a word cut before a long vowel", "当社はサ\n\nーバを監視する。",
            ["editorial.broken-word 3:1-3:2"]),
        Example(
            "a katakana word cut", "当社は、すべてのネットワ\n\nークとサービスを監視する。",
            ["editorial.broken-word 3:1-3:2"]),
        Example(
            "a katakana word cut at a syllable", "当社は、すべてのネット\n\nワークを監視する。",
            ["editorial.broken-word 3:1-3:2"]),
        Example(
            "a compound of kanji cut", "当社は、すべての情報\n\n資産を監視する。",
            ["editorial.broken-word 3:1-3:2"]),
        Example(
            "a particle cut off", "当社は、すべての情報\n\nを監視する。", ["editorial.broken-word 3:1-3:2"]),
        Example(
            "a paragraph that ends with a comma", "当社は、\n\n情報を監視する。",
            ["editorial.broken-word 3:1-3:2"]),
        Example("titles without full stops", "株式会社例\n\n情報部"),
        Example("a sentence without a full stop", "当社は、監視する\n\nまた、記録する。"),
        Example("before a list", "次を、監視する\n\n- 情報"),
        Example("in a list", "- 次を、監視するサ\n- ービス"),
    ]

    static let terms = [
        Example(
            "a spelling that is always wrong", "ウィルスを検知し、WEBを守る。",
            ["editorial.term-variant 1:1-1:5", "editorial.term-variant 1:10-1:13"],
            "ウイルスを検知し、Webを守る。"),
        Example("ウェブ where it is the majority", "ウェブを守る。ウェブサイトを守る。"),
        Example(
            "Web among ウェブ", "ウェブを守る。ウェブサイトを守り、Webを見る。",
            ["editorial.term-variant 1:18-1:21"], "ウェブを守る。ウェブサイトを守り、ウェブを見る。"),
        Example(
            "long vowels by majority", "サーバとサーバとサーバーを守る。",
            ["editorial.term-variant 1:9-1:13"], "サーバとサーバとサーバを守る。"),
        Example("longer words", "サーバントとモニタリングを守り、web-serverを見る。"),
        Example(
            "hiragana among kanji", "お客さまにお客様とお客様を示す。",
            ["editorial.term-variant 1:1-1:5"], "お客様にお客様とお客様を示す。"),
        Example("in a link's destination", "[ウイルス](/ウィルス/)を見る。"),
        Example(
            "over a line break", "鍵がウィ\nルスを守る。", ["editorial.term-variant 1:3-2:3"]),
    ]

    static let definitions = [
        Example(
            "a term without a definition", "監視する。本サービスを監視し、本サービスを守る。",
            ["editorial.undefined-term 1:6-1:11"]),
        Example("a definition in parentheses", "製品（以下「本サービス」という。）を監視する。本サービスを守る。"),
        Example("a short definition", "製品（以下、本サービス）を監視する。本サービスを守る。"),
        Example("a definition with とは", "本サービスとは、製品である。"),
        Example("a document that says what it is", "本書は、取組をご確認いただくための文書です。"),
        Example(
            "two parties", "甲は乙に知らせる。",
            ["editorial.undefined-term 1:1-1:2", "editorial.undefined-term 1:3-1:4"]),
        Example("two parties with definitions", "会社（以下「甲」という。）と客（以下「乙」という。）。甲は乙に知らせる。"),
        Example("parts of other words", "日本サービスの甲種と本書面を見る。"),
    ]

    static let widths = [
        Example(
            "full-width letters and digits", "ＴＬＳは１．２を使う。",
            ["editorial.full-width 1:1-1:4", "editorial.full-width 1:5-1:8"], "TLSは1.2を使う。"),
        Example(
            "half-width katakana", "ﾊﾞｯｸｱｯﾌﾟを取る｡",
            ["editorial.half-width-katakana 1:1-1:7", "editorial.half-width-katakana 1:10-1:11"],
            "バックアップを取る。"),
        Example(
            "full-width punctuation among Japanese", "監視し，記録し、保管する、と示す。",
            ["editorial.punctuation 1:4-1:5"], "監視し、記録し、保管する、と示す。"),
        Example("western punctuation alone", "監視し，記録する．保管し，示す．"),
        Example(
            "an ASCII comma in Japanese", "監視し,記録する。", ["editorial.punctuation 1:4-1:5"],
            "監視し、記録する。"),
        Example(
            "numbers with commas", "毎日1,000件と１，０００件。", ["editorial.full-width 1:10-1:15"],
            "毎日1,000件と1,000件。"),
    ]

    static let markup = [
        Example(
            "code, HTML and comments", "`ＡＢ` <b title=\"ＡＢ\">鍵</b>\n\n```\nＡＢ\n```\n\n<!-- ＡＢ -->"),
        Example(
            "a table", "| ＡＢ | 鍵 |\n| --- | --- |\n| 鍵 | ウィルス |",
            ["editorial.full-width 1:3-1:5", "editorial.term-variant 3:7-3:11"],
            "| AB | 鍵 |\n| --- | --- |\n| 鍵 | ウイルス |"),
        Example(
            "an image's text", "![ウィルスの図](/a.svg)", ["editorial.term-variant 1:3-1:7"],
            "![ウイルスの図](/a.svg)"),
        Example(
            "a heading with an anchor", "# ウィルス {#ウィルス}", ["editorial.term-variant 1:3-1:7"],
            "# ウイルス {#ウィルス}"
        ),
        Example("what would become a list", "１) 鍵", ["editorial.full-width 1:1-1:2"]),
        Example(
            "a container", ":::note\nウィルス\n:::", ["editorial.term-variant 2:1-2:5"],
            ":::note\nウイルス\n:::"),
    ]
}
