import Building
import Core
import Links
import SiteFixtures
import TestSupport
import Testing

/// Promise 3 of the design: what was published stays, or redirects, or says that it is gone.
@Suite struct LostPlaceTests {
    private static let settings = """
        -- Content/site.yml --
        title: Example
        url: https://www.example.jp/
        languages: [ja, en]
        taxonomies: [tags]
        page_size: 2
        outputs:
          public: {clearance: public}
          members: {clearance: members}
        -- Content/labels.yml --
        levels: [{id: public}, {id: members}]
        default: members

        """

    private static func page(
        _ path: String, _ lines: String = "label: public\n", text: String = "Text."
    ) -> String {
        "-- Content/pages/\(path) --\n---\ntitle: \(path)\n\(lines)---\n\(text)\n"
    }

    private static let start = page(
        "guide/start.md", text: "## 責任分界\n\nText.[^1]\n\n## Second\n\n[^1]: Note.")

    /// A site that was published once: its ledger is on the disk.
    private func published(_ pages: String) throws -> TemporaryProject {
        let project = try TemporaryProject(Self.settings + Self.page("index.md") + pages)
        let site = try BuiltSite(project)
        try #require(site.findings == [])
        let day = try #require(site.report.day)
        try project.folder.write(
            Ledger().adding(
                site.report.published, outputs: ["public", "members"], day: day,
                address: site.report.address),
            to: "Content/published.tsv")
        try #require(try BuiltSite(project).findings == [])
        return project
    }

    /// Findings with what they say in English and the line that they would add.
    private func losses(_ project: TemporaryProject) throws -> [String] {
        try BuiltSite(project).report.diagnostics.map { finding in
            "\(finding.code) | \(finding.message.en) | "
                + (finding.fix?.sentence(in: .en).replacing(#/^.*redirects.yml: /#, with: "") ?? "")
        }
    }

    @Test func aLostAnchorIsAnErrorWithTheLineToAdd() throws {
        let project = try published(Self.start)
        try project.add(Self.page("guide/start.md", text: "## 責任分界点\n\n## Second"))
        #expect(
            try losses(project) == [
                "link.published-anchor-lost | the page has lost the anchor '/guide/start/#責任分界', "
                    + "which was published in output 'public, members' | "
                    + "- {from: /guide/start/#責任分界, to: /guide/start/#責任分界点}"
            ])
        let finding = try #require(try BuiltSite(project).report.diagnostics.first)
        #expect(finding.span?.file == "Content/pages/guide/start.md")
        #expect(finding.edits.map(\.file) == ["Content/redirects.yml"])
        try project.add(
            "-- Content/redirects.yml --\n"
                + "- {from: /guide/start/#責任分界, to: /guide/start/#責任分界点}\n")
        #expect(try BuiltSite(project).findings == [])
    }

    @Test func anAnchorWithoutAnythingLikeItNeedsAWordThatItIsGone() throws {
        let project = try published(Self.start)
        try project.add(Self.page("guide/start.md", text: "## Second"))
        let found = try losses(project)
        #expect(found.count == 1)
        #expect(
            found.first?.hasSuffix("| - {from: /guide/start/#責任分界, gone: true, label: public}")
                == true)
        try project.add(
            "-- Content/redirects.yml --\n- {from: /guide/start/#責任分界, gone: true}\n")
        #expect(try losses(project).count == 1, "its label, the default, hides it from the public")
        try project.add(
            "-- Content/redirects.yml --\n"
                + "- {from: /guide/start/#責任分界, gone: true, label: public}\n")
        #expect(try BuiltSite(project).findings == [])
    }

    @Test(arguments: [
        ("guide/begin/start.md", "to: /guide/begin/start/"),
        ("guide/started.md", "to: /guide/started/"),
        ("help/first.md", "to: /help/first/"),
    ])
    func aPageThatMovedIsFoundByItsNameItsSpellingOrItsAnchors(
        _ path: String, _ target: String
    ) throws {
        let project = try published(Self.start + Self.page("guide/other.md"))
        try project.folder.remove("Content/pages/guide/start.md")
        try project.add(Self.start.replacing("guide/start.md", with: path))
        let found = try losses(project)
        #expect(found.count == 1)
        #expect(found.first?.hasSuffix("- {from: /guide/start/, \(target)}") == true, "\(found)")
        try project.add("-- Content/redirects.yml --\n- {from: /guide/start/, \(target)}\n")
        #expect(try BuiltSite(project).findings == [], "its anchors go along")
    }

    @Test(arguments: [
        "draft: true\nlabel: public\n", "label: members\n",
        "publish_at: 2027-01-01\nlabel: public\n",
    ])
    func aPageThatIsWithdrawnFromAnOutputIsLost(lines: String) throws {
        let project = try published(Self.start + Self.page("guide/other.md"))
        try project.add(Self.start.replacing("label: public\n", with: lines))
        let found = try BuiltSite(project).findings
        #expect(found.map { $0.prefix(23) } == ["link.published-url-lost"])
        try project.add(
            "-- Content/redirects.yml --\n- {from: /guide/start/, gone: true, label: public}\n")
        #expect(try BuiltSite(project).findings == [])
    }

    @Test func aPageWhoseTimeIsOverIsNotLost() throws {
        let project = try published(Self.start + Self.page("guide/other.md"))
        try project.add(
            Self.page("guide/start.md", "label: public\nexpire_at: 2026-01-15T08:00:00+09:00\n"))
        #expect(try BuiltSite(project).findings == [])
        try project.folder.remove("Content/pages/guide/start.md")
        #expect(
            try BuiltSite(project).codes == ["link.published-url-lost"],
            "what it says at its URL is a promise too")
    }

    @Test func listsTagsAndLaterPagesOfListsComeAndGo() throws {
        let tagged = (1...5).map { Self.page("news/n\($0).md", "label: public\ntags: [t\($0)]\n") }
        let project = try published(tagged.joined())
        let ledger = try project.folder.text(of: "Content/published.tsv")
        #expect(ledger.contains("/news/\t") && ledger.contains("/news/n1/\t"))
        #expect(!ledger.contains("/tags/") && !ledger.contains("/page/2/"))
        #expect(!ledger.contains("sitemap") && !ledger.contains("/assets/"))
    }

    @Test func aFileThatNoPageRefersToAnyMoreIsLost() throws {
        let project = try published(
            Self.page("a.md", text: "[x](/uploads/x.txt)")
                + "-- Content/uploads/x.txt --\nx\n-- Content/uploads/x.txt.yml --\nlabel: public\n"
        )
        try project.add(Self.page("a.md"))
        #expect(
            try BuiltSite(project).codes == ["link.published-url-lost", "upload.unreferenced"])
        try project.add(
            "-- Content/redirects.yml --\n- {from: /uploads/x.txt, gone: true, label: public}\n")
        let site = try BuiltSite(project)
        #expect(site.findings == [])
        #expect(site.files["public/uploads/x.txt/index.html"] != nil)
        #expect(site.text("public/_redirects").contains("/uploads/x.txt /uploads/x.txt 410\n"))
    }

    @Test func eachOutputIsComparedWithItsOwnLines() throws {
        let project = try published(Self.start)
        let ledger = try project.folder.text(of: "Content/published.tsv")
        try project.folder.write(
            ledger + "/never/\t\tother\t2020-01-01\n/members-only/\t\tmembers\t2020-01-01\n",
            to: "Content/published.tsv")
        let site = try BuiltSite(project)
        #expect(
            site.codes.sorted() == ["link.published-url-lost", "publish.ledger-output-unknown"])
        #expect(site.finding("link.published-url-lost")?.message.en.contains("'members'") == true)
        #expect(site.finding("publish.ledger-output-unknown")?.severity == .warning)
    }

    @Test func anOutputThatWasGivenUpIsRememberedAndNotMissed() throws {
        let project = try published(Self.start)
        let ledger = try project.folder.text(of: "Content/published.tsv")
        try project.folder.write(
            ledger + "/never/\t\t-other\t2020-01-01\n", to: "Content/published.tsv")
        #expect(try BuiltSite(project).findings == [])
    }

    @Test func theLedgerChangesNoByteOfAnOutput() throws {
        let project = try published(Self.start)
        let with = try BuiltSite(project).files
        try project.folder.remove("Content/published.tsv")
        #expect(try BuiltSite(project).files == with)
    }

    @Test func footnotesAreNoPromises() throws {
        let project = try published(Self.start)
        #expect(try !project.folder.text(of: "Content/published.tsv").contains("fn-"))
    }

    @Test func aPageThatCannotBeReadIsNotTakenForLost() throws {
        let project = try published(Self.start)
        try project.folder.write(
            [0x2D, 0x2D, 0x2D, 0x0A, 0xFF], to: "Content/pages/guide/start.md")
        #expect(try !BuiltSite(project).codes.contains { $0.hasPrefix("link.published") })
    }

    @Test func aMoveOfEveryPageIsReportedInGoodTime() throws {
        let pages = (1...400).map { Self.page("a/p\($0).md", text: "## x\($0)") }.joined()
        let project = try published(pages)
        try project.folder.remove("Content/pages/a")
        try project.add(pages.replacing("Content/pages/a/", with: "Content/pages/b/"))
        let found = try losses(project)
        #expect(found.count == 401, "the folder's own list is lost too")
        #expect(found.count { $0.hasSuffix("to: /b/p7/}") } == 1)
    }
}
