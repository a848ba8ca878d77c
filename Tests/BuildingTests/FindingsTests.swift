import Core
import SiteFixtures
import TestSupport
import Testing

@testable import Building

@Suite struct FindingsTests {
    @Test func everythingThatIsWrongIsReportedInOneRunAndNothingIsMade() throws {
        let site = try BuiltSite(
            settings("colour: red")
                + "-- Content/labels.yml --\nlevels: [{id: public}, {id: internal}]\n"
                + page("a.md", "label: public\n", text: "[x](nowhere.md)")
                + page("b.md", "label: pubic\n") + page("c.md", "label: public\ndate: 2025-02-30\n")
                + page("A.md", "label: public\n") + "-- Content/redirects.yml --\n- {from: x}\n")
        #expect(
            site.findings == [
                "content.duplicate-url Content/pages/a.md:1:1",
                "link.page-missing Content/pages/a.md:5:1",
                "label.unknown-level Content/pages/b.md:3:8",
                "yaml.bad-date Content/pages/c.md:4:7",
                "yaml.missing-key Content/redirects.yml:1:3",
                "config.redirect-not-below-root Content/redirects.yml:1:10",
                "yaml.unknown-key Content/site.yml:3:1",
            ])
        #expect(site.files.isEmpty)
        let accounting = site.report.accounting
        #expect(accounting.inputs == 7)
        #expect(accounting.failed == 5)
        #expect(accounting.published == 2)
    }

    /// Whatever is wrong, each file is counted once.
    @Test(arguments: [
        page("a.md"), page("a.md", "draft: true\n") + page("b.md", "draft: maybe\n"),
        page("a.md")
            + "-- Content/uploads/x.txt --\nx\n-- Content/uploads/x.txt.yml --\nlable: y\n",
        "-- Content/labels.yml --\nlevels: []\n" + page("a.md"), settings("url: x"),
        "-- Content/site.yml --\n: [\n", "-- Content/redirects.yml --\nx\n", "-- Content/x/y --\n",
        page("a.md", text: "[x](b.md)") + page("b.md", "expire_at: 2020-01-01\n"),
        "-- Content/pages/folder.yml --\ncollection: x\n" + page("a.md") + page("A.md"),
    ])
    func theAccountBalances(archive: String) throws {
        let accounting = try BuiltSite(archive).report.accounting
        #expect(
            accounting.inputs == accounting.published + accounting.excluded + accounting.failed)
    }

    @Test func findingsStandInTheSameOrderWithAnyNumberOfThreads() throws {
        let pages = (0..<60).map { page("p\($0).md", "date: x\n", text: "[a](no\($0).md)") }
            .joined()
        let one = try BuiltSite(pages, jobs: 1)
        #expect(one.findings.count == 120)
        #expect(try BuiltSite(one.project, jobs: 8).report.diagnostics == one.report.diagnostics)
    }

    @Test func aProjectWithoutSiteYmlIsOneErrorWithoutAPlace() throws {
        let site = try BuiltSite(page("a.md"))
        try site.project.folder.remove("Content/site.yml")
        #expect(
            try BuiltSite.build(site.project.url).report.diagnostics.map(\.code) == [
                "config.no-site"
            ])
    }

    @Test func aWarningForbidsNothing() throws {
        let site = try BuiltSite(page("a.md") + "-- Content/notes/x --\n")
        #expect(site.findings == ["content.stray-file Content/notes"])
        #expect(site.files["public/a/index.html"] != nil)
    }
}
