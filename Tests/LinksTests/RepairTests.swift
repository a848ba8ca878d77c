import Building
import Core
import SiteFixtures
import TestSupport
import Testing

@testable import Links

/// The edits that findings offer: they replace a destination's bytes and no others.
@Suite struct RepairTests {
    /// A line with a link, and the line with the edit made.
    @Test(
        arguments: [
            ("[x](B.md#責任分界 \"題\")", "[x](b.md#責任分界 \"題\")"),
            ("[x](<../With Space.md>)", "[x](<../with%20space.md>)"),
            ("[x](/Guide/B/?v=1)", "[x](/guide/b/?v=1)"),
            ("[x](/guide/B.md)", "[x](/guide/b.md)"), ("[x](./B.md)", "[x](./b.md)"),
            ("[x](b.md#EXPLICIT.ID)", "[x](b.md#explicit.id)"),
            ("[x](b.md#名前のある見出し)", "[x](b.md#explicit.id)"),
            ("[x](b.md#カ\u{3099}イト\u{3099})", "[x](b.md#ガイド)"),
            (
                "[x](b.md#%25E8%25B2%25AC%25E4%25BB%25BB%25E5%2588%2586%25E7%2595%258C)",
                "[x](b.md#責任分界)"
            ),
            ("[x](/former/?a&amp;b#explicit.id)", "[x](/guide/b/?a\\&b#explicit.id)"),
            ("[x](/former-part/)", "[x](/guide/b/#責任分界)"),
            (
                "<https://www.example.jp/guide/b/#was>",
                "<https://www.example.jp/guide/b/#責任分界>"
            ),
            ("[x](https://www.example.jp/former/)", "[x](https://www.example.jp/guide/b/)"),
            ("<https://www.example.jp/Guide/b/>", "<https://www.example.jp/guide/b/>"),
            ("文（https://www.example.jp/Guide/b/）", "文（https://www.example.jp/guide/b/）"),
            ("<a href='B.md?a&amp;b'>x</a>", "<a href='b.md?a&amp;b'>x</a>"),
            ("<img src=\"/uploads/A.png\" alt=\"\">", "<img src=\"/uploads/a.png\" alt=\"\">"),
            ("[x][r] と [r]\n\n[r]: B.md '題'", "[x][r] と [r]\n\n[r]: b.md '題'"),
            ("| a |\n| - |\n| [x\\|y](B.md) |", "| a |\n| - |\n| [x\\|y](b.md) |"),
        ] as [(String, String)])
    func replacesTheDestinationOnly(text: String, repaired: String) throws {
        let site = try TrapSite.built(text)
        let file = "Content/pages/guide/a.md"
        let edits = site.report.diagnostics.flatMap(\.edits)
        #expect(!edits.isEmpty)
        #expect(edits.allSatisfy { $0.file == file })
        let bytes = try applying(edits, to: site.project.folder.bytes(of: file))
        #expect(String(decoding: bytes, as: UTF8.self) == "---\ntitle: A\n---\n\(repaired)\n")
        try site.project.folder.write(bytes, to: file)
        #expect(try BuiltSite(site.project).findings == [])
    }

    /// What is only likely is for people to decide.
    @Test(arguments: ["[x](bb.md)", "[x](b.md#責任分解)", "[x](/guide/bb/)", "[x](/uploads/b.png)"])
    func aGuessIsAdviceAndNoEdit(text: String) throws {
        let finding = try #require(try TrapSite.built(text).report.diagnostics.first)
        #expect(finding.edits == [])
        #expect(finding.fix?.sentence(in: .en).contains("did you mean") == true)
    }
}
