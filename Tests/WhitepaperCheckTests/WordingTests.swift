import Core
import Testing

@testable import Whitepapers

/// What is said of a text's references, of its dates and of the names in it.
struct WordingTests {
    /// A whitepaper and all that is found in it.
    struct Example: CustomTestStringConvertible, Sendable {
        let testDescription: String
        var more = ""
        var files = ""
        var findings: [String] = []
    }

    @Test(arguments: pointers + references + documents + names)
    func areReported(_ example: Example) throws {
        let paper = try CheckedWhitepaper(example.more, files: example.files)
        let found = try paper.findings()
        #expect(found == example.findings)
    }

    private static func control(_ id: String, _ text: String, _ more: String = "") -> String {
        "\n-- editions/1.0/\(id.lowercased()).md --\n" + CheckedWhitepaper.control(id, text, more)
    }

    private static let newest = "editions/1.1/section-2.2.md"

    static let pointers = [
        Example(testDescription: "a whitepaper without findings"),
        Example(
            testDescription: "a pointer to a text",
            files: control("10.1.1", "第2.2節を参照してください。")),
        Example(
            testDescription: "a pointer to an empty section",
            files: CheckedWhitepaper.newest("") + control("10.1.1", "2.2 を参照してください。"),
            findings: [
                "whitepaper.points-to-empty editions/1.0/10.1.1.md 5:1-5:15",
                "whitepaper.empty \(newest) 2:5-2:10",
            ]),
        Example(
            testDescription: "a link with a title to an empty section",
            files: CheckedWhitepaper.newest("")
                + control("10.1.1", "役割及び責任は、[2.2 節](#section-2.2)に示すとおりです。"),
            findings: [
                "whitepaper.points-to-empty editions/1.0/10.1.1.md 5:1-5:39",
                "whitepaper.empty \(newest) 2:5-2:10",
            ]),
        Example(
            testDescription: "a pointer to a pointer to an empty section",
            files: CheckedWhitepaper.newest("") + control("10.1.1", "管理策 12.3.1 をご覧ください。")
                + control("12.3.1", "2.2 節を参照。"),
            findings: [
                "whitepaper.points-to-empty editions/1.0/10.1.1.md 5:1-5:20",
                "whitepaper.points-to-empty editions/1.0/12.3.1.md 5:1-5:10",
                "whitepaper.empty \(newest) 2:5-2:10",
            ]),
        Example(
            testDescription: "texts that say more than where to read",
            files: CheckedWhitepaper.newest("")
                + control("10.1.1", "2.2 を参照してください。当社は、すべての通信を暗号化する。")
                + control("12.3.1", "2.2 を参照してください。\n\n- 毎日"),
            findings: ["whitepaper.empty \(newest) 2:5-2:10"]),
        Example(
            testDescription: "pointers in a circle",
            files: control("10.1.1", "12.3.1 を参照してください。")
                + control("12.3.1", "詳しくは、管理策 CLD.6.3.1 をご参照ください。")
                + control("CLD.6.3.1", "[10.1.1](#10.1.1)を参照。"),
            findings: ["whitepaper.pointer-loop editions/1.0/cld.6.3.1.md 5:2-5:22"]),
        Example(
            testDescription: "a section that points to itself",
            files: CheckedWhitepaper.newest("2.2 節を参照してください。"),
            findings: ["whitepaper.pointer-loop \(newest) 5:1-5:16"]),
        Example(
            testDescription: "an English pointer to an empty section",
            files: CheckedWhitepaper.newest("") + control("10.1.1", "See section 2.2."),
            findings: [
                "whitepaper.points-to-empty editions/1.0/10.1.1.md 5:1-5:17",
                "whitepaper.empty \(newest) 2:5-2:10",
            ]),
    ]

    static let references = [
        Example(
            testDescription: "sections, controls and chapters that are there",
            files: CheckedWhitepaper.newest(
                "第2章と 2.1 節、管理策 12.3.1 と管理策 CLD.6.3.1 を述べる。Section 3 も述べる。")),
        Example(
            testDescription: "a section that is not there",
            files: CheckedWhitepaper.newest("分担は、第2.3節と 2.2 節に述べる。"),
            findings: ["whitepaper.unknown-reference \(newest) 5:6-5:9"]),
        Example(
            testDescription: "a section in full-width digits",
            files: CheckedWhitepaper.newest("分担は第９節に述べる。"),
            findings: [
                "editorial.full-width \(newest) 5:5-5:6",
                "whitepaper.unknown-reference \(newest) 5:5-5:6",
            ]),
        Example(
            testDescription: "a control that is not there",
            files: CheckedWhitepaper.newest("管理策 12.3.2 に述べる。"),
            findings: ["whitepaper.unknown-reference \(newest) 5:5-5:11"]),
        Example(
            testDescription: "sections of other documents",
            files: CheckedWhitepaper.newest(
                "ISO/IEC 27001 の 9.3 節に従う。また、利用規約の第9章に従う。See section 9 of the terms.")),
        Example(
            testDescription: "figures and tables",
            files: CheckedWhitepaper.newest(
                "分担を図1と図2と表1に示す。\n\n図1　分担\n\n表2　別の分担"),
            findings: [
                "whitepaper.unknown-reference \(newest) 5:8-5:9",
                "whitepaper.unknown-reference \(newest) 5:11-5:12",
            ]),
        Example(
            testDescription: "figures of a document without captions",
            files: CheckedWhitepaper.newest("分担を図1に示す。代表1名が述べる。")),
    ]

    private static let declared = """
        documents:
          - {id: terms, title: 利用規約, url: /terms/}
          - {id: logs, title: マニュアル「ログ」}
        """

    static let documents = [
        Example(
            testDescription: "documents where none are declared",
            files: CheckedWhitepaper.newest("「利用規約」と『手引』に述べる。")),
        Example(
            testDescription: "declared documents", more: declared,
            files: CheckedWhitepaper.newest("「利用規約」とマニュアルの「ログ」とマニュアル「ログ」に述べる。")),
        Example(
            testDescription: "undeclared documents", more: declared,
            files: CheckedWhitepaper.newest("「利用契約」と「利用規則」と『手引』とマニュアルの「ラベル」に述べる。"),
            findings: [
                "whitepaper.undeclared-document \(newest) 5:8-5:14",
                "whitepaper.undeclared-document \(newest) 5:15-5:19",
                "whitepaper.undeclared-document \(newest) 5:20-5:31",
            ]),
        Example(
            testDescription: "evidence", more: declared,
            files: control(
                "10.1.1", "暗号化する。",
                "evidence:\n  - 利用規約（公開）\n  - 当社 Web サイト\n  - マニュアル「ラベル」"),
            findings: ["whitepaper.undeclared-document editions/1.0/10.1.1.md 7:5-7:15"]),
        Example(
            testDescription: "a document twice",
            more: "documents:\n  - {id: a, title: あ}\n  - {id: a, title: い}",
            findings: ["whitepaper.document-twice whitepaper.yml 8:10-8:11"]),
    ]

    static let names = [
        Example(
            testDescription: "the product as it is declared",
            files: CheckedWhitepaper.newest("infoCMS10 の分担を述べる。infoCMS100 ではない。")),
        Example(
            testDescription: "the product in another spelling",
            files: CheckedWhitepaper.newest("分担は InfoCMS10 と infoCMS 10 と infocms10 に述べる。"),
            findings: [
                "whitepaper.product-name \(newest) 5:5-5:14",
                "whitepaper.product-name \(newest) 5:17-5:27",
                "whitepaper.product-name \(newest) 5:30-5:39",
            ]),
        Example(
            testDescription: "the product in full-width letters",
            more: "editorial: {off: [full-width]}",
            files: CheckedWhitepaper.newest("分担は、ｉｎｆｏＣＭＳ10に述べる。"),
            findings: ["whitepaper.product-name \(newest) 5:5-5:14"]),
        Example(
            testDescription: "other names that are allowed", more: "product_names: [INFOCMS10]",
            files: CheckedWhitepaper.newest("INFOCMS10 と infoCMS の分担を述べる。")),
        Example(
            testDescription: "a published text that cannot be changed",
            files: control("10.1.1", "InfoCMS10 をＡＢで暗号化する。")),
    ]
}
