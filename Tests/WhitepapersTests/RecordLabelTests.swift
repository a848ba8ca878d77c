import SiteFixtures
import TestSupport
import Testing

@testable import Whitepapers

/// What histories, comparisons, exports and feeds keep from readers, and from translations.
struct RecordLabelTests {
    private static let site = """
        -- Content/site.yml --
        title: 例
        url: https://www.example.jp/
        languages: [ja, en]
        outputs:
          public: {clearance: public}
          staff: {clearance: internal}
        -- Content/labels.yml --
        levels: [{id: public}, {id: internal}]
        default: internal
        -- Content/pages/folder.yml --
        label: public
        -- Content/pages/index.md --
        ---
        title: 表紙
        ---

        """

    private func build(_ files: String, removing: [String] = []) throws -> BuiltSite {
        let small = try SmallWhitepaper(
            "-- whitepaper.yml --\nlabel: public\n\(SmallWhitepaper.declaration)\n"
                + SmallWhitepaper.editions + "\n" + files, removing: removing)
        try small.project.add(Self.site)
        return try BuiltSite(small.project)
    }

    @Test func aHiddenControlIsInNoHistoryComparisonExportOrFeed() throws {
        let site = try build(
            """
            -- editions/1.0/10.1.1.md --
            \(SmallWhitepaper.control("10.1.1", "暗号化する。", "label: internal"))
            -- editions/1.1/10.1.1.md --
            \(SmallWhitepaper.control("10.1.1", "TLS で暗号化する。", "label: internal"))
            """)
        #expect(site.findings == [])
        let folder = "security/whitepaper/"
        #expect(site.files["public/\(folder)history/10.1.1/index.html"] == nil)
        #expect(site.text("staff/\(folder)history/10.1.1/index.html").contains("TLS で暗号化する。"))
        #expect(site.text("staff/\(folder)compare/1.0..1.1/index.html").contains("id=\"10.1.1\""))
        for (path, bytes) in site.files where path.hasPrefix("public/") {
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(!text.contains("暗号化") && !text.contains("encrypt"), "\(path)")
            if path.hasSuffix("oscal-catalog.json") { continue }
            #expect(!text.contains("10.1.1"), "\(path)")
        }
    }

    @Test func aHiddenPortionIsNoChangeToThoseWhoDoNotSeeIt() throws {
        let portion = "暗号化する。\n\n:::label internal\n鍵は金庫に。\n:::\n"
        let site = try build(
            """
            -- editions/1.1/10.1.1.md --
            \(SmallWhitepaper.control("10.1.1", portion))
            """)
        #expect(site.findings == [])
        let path = "security/whitepaper/compare/1.0..1.1/index.html"
        #expect(!site.text("public/" + path).contains("id=\"10.1.1\""))
        #expect(site.text("staff/" + path).contains("id=\"10.1.1\""))
        let page = site.text("public/security/whitepaper/1.1/index.html")
        #expect(page.contains("第1.1版で変更") && !page.contains("compare/1.0..1.1/#"))
        for (path, bytes) in site.files where path.hasPrefix("public/") {
            #expect(!String(decoding: bytes, as: UTF8.self).contains("金庫"), "\(path)")
        }
        let export = site.text("staff/security/whitepaper/1.1/whitepaper.json")
        #expect(export.contains("金庫") && export.contains("\"id\": \"internal\""))
    }

    @Test func aTranslationThatIsOlderThanItsOriginalSaysSo() throws {
        let site = try build("", removing: ["editions/1.1/10.1.1.en.md"])
        let page = site.text("public/en/security/whitepaper/index.html")
        #expect(
            page.contains(
                "This translation is of edition 1.0; the original changed in 1.1. "
                    + "<a href=\"/security/whitepaper/1.1/#10.1.1\">"))
        #expect(!site.text("public/security/whitepaper/index.html").contains("この訳は"))
        let history = site.text("public/en/security/whitepaper/history/10.1.1/index.html")
        #expect(history.contains("The text in this language has not changed."))
    }

    @Test func linksOfAStatementLeadFromItsHistoryToItsEdition() throws {
        let site = try build(
            """
            -- editions/1.1/10.1.1.md --
            \(SmallWhitepaper.control("10.1.1", "[監視](#CLD.12.4.5)と[目的](/security/whitepaper/1.0/#section-1)。"))
            """)
        #expect(site.findings == [])
        let history = site.text("public/security/whitepaper/history/10.1.1/index.html")
        #expect(history.contains("href=\"/security/whitepaper/1.1/#CLD.12.4.5\""))
        #expect(history.contains("href=\"/security/whitepaper/1.0/#section-1\""))
        let json = site.text("public/security/whitepaper/1.1/whitepaper.json")
        #expect(json.contains("(https://www.example.jp/security/whitepaper/1.0/#section-1)"))
    }
}
