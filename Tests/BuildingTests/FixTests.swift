import Core
import SiteFixtures
import TestSupport
import Testing

@testable import Building

/// What a finding says to write is what repairs it, made by a program that only reads the edits.
@Suite struct FixTests {
    private static let labels = "-- Content/labels.yml --\nlevels: [{id: public}, {id: internal}]\n"

    /// Code, and a site with a slip that has one likely correction.
    @Test(arguments: [
        ("yaml.unknown-key", settings("thme: default")),
        ("yaml.unknown-key", settings("\"thme\": default")),
        ("yaml.unknown-key", page("a.md", "descripton: 説明\n")),
        ("yaml.unknown-value", settings("taxonomies: [tag]")),
        ("yaml.unknown-value", settings("taxonomies: ['tag']")),
        ("config.navigation-page-missing", settings("navigation: [{page: aa.md}]") + page("a.md")),
        (
            "config.redirect-not-below-root",
            "-- Content/redirects.yml --\n- {from: x/, gone: true}\n"
        ),
        (
            "security-txt.bad-contact",
            settings("security_txt:\n  contact: [a@b.jp]\n  expires: 2026-06-01")
        ),
        ("label.unknown-level", labels + page("a.md", "label: pubic\n")),
        ("label.unknown-level", labels + page("a.md", "label: \"pubic\"\n")),
        ("label.unknown-level", labels + page("手順.md", "label: 'pubic' # 注\n")),
        ("front-matter.unknown-template", page("a.md", "template: pge\n")),
    ])
    func theEditsOfAFixRepairTheFinding(code: String, archive: String) throws {
        let site = try BuiltSite(archive)
        let finding = try #require(site.finding(code), "\(site.findings)")
        let edits = finding.edits
        try #require(!edits.isEmpty, "no edits: \(String(describing: finding.fix))")
        for file in Set(edits.map(\.file)) {
            let old = try site.project.folder.bytes(of: file)
            let new = try applying(edits.filter { $0.file == file }, to: old)
            try site.project.folder.write(String(decoding: new, as: UTF8.self), to: file)
        }
        let repaired = try BuiltSite(site.project)
        #expect(repaired.finding(code) == nil, "\(repaired.report.diagnostics)")
        #expect(repaired.finding("yaml.syntax") == nil)
    }
}
