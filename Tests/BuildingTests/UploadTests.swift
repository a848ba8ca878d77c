import Core
import Foundation
import SiteFixtures
import TestSupport
import Testing

@testable import Building

/// What becomes of files below Content/uploads, and of what their sidecars say.
@Suite struct UploadTests {
    private func site(
        _ sidecar: String = "", more: String = "", text: String = "![](/uploads/a.svg)",
        asOf: String = "2026-01-15"
    ) throws -> BuiltSite {
        try BuiltSite(
            page("index.md", text: text)
                + "-- Content/uploads/a.svg --\n<svg xmlns=\"http://www.w3.org/2000/svg\"/>\n"
                + (sidecar.isEmpty ? "" : "-- Content/uploads/a.svg.yml --\n\(sidecar)\n") + more,
            asOf: asOf)
    }

    @Test func anImageWithoutAnAlternativeTakesThatOfItsSidecar() throws {
        #expect(try site().findings.map { $0.prefix(24) } == ["link.alternative-missing"])
        let plain = try site("alt: A & B")
        #expect(plain.findings == [])
        #expect(
            plain.text("public/index.html").contains(
                "<img src=\"/uploads/a.svg\" alt=\"A &amp; B\" />"))
        let own = try site("alt: A", text: "![mine](/uploads/a.svg)")
        #expect(own.text("public/index.html").contains("alt=\"mine\""))
    }

    @Test func aFileThatIsOverIsNotPublishedAndNoPageMayReferToIt() throws {
        let before = try site("alt: A\nexpire_at: 2026-01-16")
        #expect(before.findings == [] && before.files["public/uploads/a.svg"] != nil)
        let after = try site("alt: A\nexpire_at: 2026-01-15")
        #expect(after.findings == ["link.page-excluded Content/pages/index.md:4:1"])
        let unused = try site("alt: A\nexpire_at: 2026-01-15", text: "x")
        #expect(unused.findings == [] && unused.files["public/uploads/a.svg"] == nil)
        #expect(unused.report.accounting.excludedBecause.map(\.reason) == ["expired"])
    }

    @Test func filesThatNobodyRefersToAreListed() throws {
        let site = try site("alt: A", more: "-- Content/uploads/b/c.txt --\nx\n")
        #expect(site.findings == ["upload.unreferenced Content/uploads"])
        let note = try #require(site.report.diagnostics.first)
        #expect(note.severity == .note)
        #expect(note.notes.compactMap(\.span?.file) == ["Content/uploads/b/c.txt"])
        #expect(site.files["public/uploads/b/c.txt"] == nil)
        #expect(
            site.report.accounting.exclusions.map { "\($0.file) \($0.reason)" }
                == ["Content/uploads/b/c.txt unreferenced"])
    }

    @Test func aFileThatThePolicyRefusesNamesEveryTextThatRefersToIt() throws {
        let site = try BuiltSite(
            page("a.md", text: "[x](/uploads/a.svg)") + page("b.md", text: "![y](/uploads/a.svg)")
                + "-- Content/uploads/a.svg --\n"
                + "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>\n")
        #expect(site.findings == ["upload.refused Content/uploads/a.svg"])
        #expect(
            site.report.diagnostics[0].notes.compactMap(\.span?.file)
                == ["Content/pages/a.md", "Content/pages/b.md"])
        #expect(site.report.accounting.failed == 1)
    }

    @Test func whatSiteYmlAllowsIsAllWhatIsPublished() throws {
        let settings = { (text: String) in
            "-- Content/site.yml --\ntitle: A\nurl: https://www.example.jp/\nuploads: {\(text)}\n"
        }
        let site = { (text: String) in
            try self.site("alt: A", more: settings(text)).findings
        }
        #expect(try site("types: [svg, png]") == [])
        #expect(try site("types: [png]") == ["upload.refused Content/uploads/a.svg"])
        #expect(try site("max_size: 10") == ["upload.too-large Content/uploads/a.svg"])
        #expect(try site("types: [svgg]").first == "config.unknown-file-type Content/site.yml:3:18")
        #expect(try site("max_size: 10 MB").first == "config.bad-size Content/site.yml:3:21")
    }
}
