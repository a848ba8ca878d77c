import Building
import Core
import SiteFixtures
import TestSupport
import Testing

@testable import Whitepapers

/// Labels of editions, items and facts, and what they keep from whom.
@Suite struct WhitepaperLabelTests {
    private static let site = """
        -- Content/site.yml --
        title: 例
        url: https://www.example.jp/
        languages: [ja, en]
        outputs:
          public: {clearance: public}
          staff: {clearance: internal}
          readers: {clearance: internal, handling: [no-print]}
        -- Content/labels.yml --
        levels: [{id: public}, {id: internal}]
        handling: [{id: no-print}]
        default: internal
        -- Content/pages/folder.yml --
        label: public
        -- Content/pages/index.md --
        ---
        title: 表紙
        ---

        """

    /// Builds the small whitepaper with changes to its declaration and files.
    private func build(
        _ changes: [String: String] = [:], _ files: String = "", pages: String = ""
    ) throws -> BuiltSite {
        var declaration = SmallWhitepaper.declaration + "\n" + SmallWhitepaper.editions
        for (old, new) in changes {
            try #require(declaration.contains(old))
            declaration = declaration.replacing(old, with: new)
        }
        let small = try SmallWhitepaper(
            "-- whitepaper.yml --\nlabel: public\n\(declaration)\n" + files)
        try small.project.add(Self.site + pages)
        return try BuiltSite(small.project)
    }

    private static let hiddenEdition = [
        "    date: 2025-04-01": "    date: 2025-04-01\n    label: internal"
    ]

    @Test func anEditionAboveAnOutputLeavesItsPredecessorTheCurrentOneThere() throws {
        let site = try build(Self.hiddenEdition)
        #expect(site.findings == [])
        let open = site.text("public/security/whitepaper/index.html")
        #expect(open.contains("暗号化する。") && !open.contains("TLS"))
        #expect(site.files["public/security/whitepaper/1.1/index.html"] == nil)
        #expect(site.text("staff/security/whitepaper/index.html").contains("TLS で暗号化する。"))
        for (path, bytes) in site.files where path.hasPrefix("public/") {
            #expect(!String(decoding: bytes, as: UTF8.self).contains("/1.1/"), "\(path)")
        }
    }

    @Test func anEditionCannotRankBelowItsPredecessors() throws {
        let site = try build([
            "    date: 2024-04-01": "    date: 2024-04-01\n    label: internal",
            "    date: 2025-04-01": "    date: 2025-04-01\n    label: public",
        ])
        #expect(site.codes == ["label.below-predecessor"])
        let finding = try #require(site.finding("label.below-predecessor"))
        #expect(site.source(under: finding.span) == "public")
        #expect(site.source(under: finding.notes.first?.span) == "internal")
        let heir = try build(["    date: 2024-04-01": "    date: 2024-04-01\n    label: internal"])
        #expect(heir.findings == [])
        #expect(!heir.files.keys.contains { $0.hasPrefix("public/security/") })
    }

    @Test func handlingMarksKeepItemsEditionsAndTheWholeFromOutputsToo() throws {
        let marked = SmallWhitepaper.control("10.1.1", "TLS だけ。", "handling: [no-print]")
        let item = try build(
            [:],
            "-- editions/1.1/10.1.1.md --\n\(marked)\n-- editions/1.1/10.1.1.en.md --\n"
                + SmallWhitepaper.control("10.1.1", "TLS only."))
        #expect(item.findings == [])
        #expect(!item.text("staff/security/whitepaper/index.html").contains("TLS"))
        #expect(item.text("readers/security/whitepaper/index.html").contains("TLS だけ。"))
        let edition = try build([
            "    date: 2025-04-01": "    date: 2025-04-01\n    handling: [no-print]"
        ])
        #expect(edition.files["staff/security/whitepaper/1.1/index.html"] == nil)
        #expect(edition.files["readers/security/whitepaper/1.1/index.html"] != nil)
        let whole = try build(["title: デモ": "handling: [no-print]\ntitle: デモ"])
        #expect(!whole.files.keys.contains { $0.hasPrefix("staff/security/") })
    }

    private static let hiddenFact = [
        "  backup.generations: \"3\"": "  backup.generations: {value: \"3\", label: internal}"
    ]

    @Test(arguments: [
        ("世代は{{fact:backup.generations}}。", ["label.fact-too-high 5:4"]),
        ("世代は{{fact:demo/backup.generations}}。", ["label.fact-too-high 5:4"]),
        (":::label internal\n世代は{{fact:backup.generations}}。\n:::", []),
        ("{{fact:tls.option}}", []),
    ])
    func aFactWithItsOwnLabelIsForTextsAsHigh(text: String, expected: [String]) throws {
        let page = "-- Content/pages/a.md --\n---\ntitle: A\nlabel: public\n---\n\(text)\n"
        let site = try build(Self.hiddenFact, pages: page)
        #expect(
            site.findings.map { $0.replacing("Content/pages/a.md:", with: "") } == expected)
        let note = site.report.diagnostics.first?.notes.first
        if !expected.isEmpty { #expect(site.source(under: note?.span) == "internal") }
    }

    @Test func aStatementThatUsesOrClaimsAHigherFactIsAnError() throws {
        let uses = SmallWhitepaper.control("10.1.1", "世代は{{fact:backup.generations}}。")
        let used = try build(Self.hiddenFact, "-- editions/1.1/10.1.1.md --\n\(uses)\n")
        #expect(
            used.findings == [
                "label.fact-too-high \(SmallWhitepaper.folder)/editions/1.1/10.1.1.md:5:4"
            ])
        let claims = SmallWhitepaper.control(
            "10.1.1", "三世代。", "claims: {backup.generations: \"3\"}")
        let claimed = try build(Self.hiddenFact, "-- editions/1.1/10.1.1.md --\n\(claims)\n")
        #expect(
            claimed.findings == [
                "label.fact-too-high \(SmallWhitepaper.folder)/editions/1.1/10.1.1.md:4:10"
            ])
    }

    @Test func aFactOfAnotherWhitepaperThatReadersDoNotSeeMakesNoNameAmbiguous() throws {
        let page = "-- Content/pages/a.md --\n---\ntitle: A\n---\n{{fact:backup.generations}}\n"
        let second = { (label: String) in
            """
            -- Content/whitepapers/second/whitepaper.yml --
            title: W
            product: P
            path: /w/
            label: \(label)
            standard: S
            facts: {backup.generations: "9"}
            editions: [{version: "1.0"}]
            -- Content/whitepapers/second/editions/1.0/section-1.md --
            ---
            id: "1"
            title: T
            ---
            Text.
            """
        }
        let hidden = try build(pages: page + second("internal"))
        #expect(!hidden.codes.contains("whitepaper.ambiguous-fact"))
        #expect(hidden.text("public/a/index.html").contains("<p>3</p>"))
        let shown = try build(pages: page + second("public"))
        #expect(shown.codes.contains("whitepaper.ambiguous-fact"))
    }

    @Test func aHiddenSectionThatListsTheControlsDoesNotDecideWhereTheyStand() throws {
        let section = { (number: String) in
            """
            -- editions/1.0/section-\(number).md --
            ---
            id: "\(number)"
            title: 一覧
            label: internal
            controls: true
            ---
            -- editions/1.0/section-\(number).en.md --
            ---
            id: "\(number)"
            title: List
            ---

            """
        }
        let removed = ["editions/1.0/section-3.2.md", "editions/1.0/section-3.2.en.md"]
        let pages = try ["2", "9"].map { number in
            let small = try SmallWhitepaper(
                "-- whitepaper.yml --\nlabel: public\n\(SmallWhitepaper.declaration)\n"
                    + SmallWhitepaper.editions + "\n" + section(number), removing: removed)
            try small.project.add(Self.site)
            let site = try BuiltSite(small.project)
            #expect(site.findings == [])
            return site.text("public/security/whitepaper/index.html")
        }
        #expect(pages[0].contains("CLD.12.4.5"))
        #expect(pages[0] == pages[1])
    }
}
