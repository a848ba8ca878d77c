import Content
import Core
import Foundation
import Labels
import SiteFixtures
import TestSupport
import Testing

@testable import Building

/// A site in memory is the site that a build writes.
@Suite struct LiveSiteTests {
    private func live(_ project: TemporaryProject) throws -> LiveSite {
        let moment = try #require(Moment(iso: BuiltSite.usualMoment, defaultZone: .japan))
        let options = BuildOptions(project: project.url.path, asOf: .moment(moment), jobs: 2)
        return try #require(try LiveSite(PreparedBuild(options)))
    }

    /// The path at which a reader asks for a file.
    private func path(of file: Substring) -> String {
        file == "index.html" || file.hasSuffix("/index.html")
            ? "/" + file.dropLast(10) : "/" + file
    }

    private func expectEqual(_ site: LiveSite, _ files: [String: [UInt8]]) throws {
        for (name, bytes) in files {
            let parts = name.split(separator: "/", maxSplits: 1)
            // For web servers, which do not have it served.
            if parts[1].hasPrefix("_") { continue }
            let answer = try site.answer(
                at: path(of: parts[1]), in: String(parts[0]), printer: nil)
            guard case .file(let found)? = answer else {
                Issue.record("\(name) is not there")
                continue
            }
            #expect(found == bytes, "\(name)")
        }
    }

    @Test func makesEveryFileThatABuildWrites() throws {
        let built = try BuiltSite(BuiltSite.bilingual)
        #expect(!built.report.diagnostics.hasErrors, "\(built.report.diagnostics)")
        let site = try live(built.project)
        try expectEqual(site, built.files)
        #expect(site.report.diagnostics == built.report.diagnostics)
        #expect(site.report.accounting.published == built.report.accounting.published)
        #expect(site.fullestOutput == "staff")
        // A page above the clearance, a page that is nowhere, and a page without its slash.
        #expect(try site.answer(at: "/guide/b/", in: "public", printer: nil) == nil)
        #expect(try site.answer(at: "/guide/z/", in: "staff", printer: nil) == nil)
        let moved = try site.answer(at: "/guide/a", in: "public", printer: nil)
        guard case .moved(to: "/guide/a/")? = moved else {
            Issue.record("\(String(describing: moved))")
            return
        }
    }

    @Test func makesEveryFileOfTheSample() throws {
        let project = try TemporaryProject()
        for name in ["Content", "Themes"] {
            try FileManager.default.copyItem(
                at: PackageFolder.url.appending(path: name), to: project.folder.url(of: name))
        }
        let built = try BuiltSite(project)
        try expectEqual(try live(project), built.files)
    }

    /// Texts that an editor could leave behind, right ones and wrong ones.
    private static let texts = [
        "text", "[案内](index.md)", "[節](index.md#節)", "[無い](nope.md)", "[無い](#nope)",
        "## 節\n\n[ここ](#節)", "![図](/uploads/a.png)", ":::label secret\n秘密\n:::",
        "**太字。**続き", "<script>x</script>", "[社外秘](b.md)", "## 見出し {#fixed}",
    ]

    @Test(arguments: 1...12) func aChangedTextGivesWhatAWholeReadingGives(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        let project = try TemporaryProject(BuiltSite.bilingual)
        var site = try live(project)
        for _ in 0..<4 {
            let name = ["a", "b", "c", "d", "index"].randomElement(using: &random)!
            let file = "Content/pages/guide/\(name).md"
            let text = try project.folder.text(of: file)
            let matter = text.split(separator: "---\n", omittingEmptySubsequences: false)
                .prefix(2).joined(separator: "---\n")
            let body = (0..<3).map { _ in Self.texts.randomElement(using: &random)! }
            try project.folder.write(
                matter + "---\n" + body.joined(separator: "\n\n") + "\n", to: file)

            let next = try #require(try site.rereading([file]))
            let ofFile = { (site: LiveSite) in
                site.report.diagnostics.filter { $0.span?.file == file }
            }
            let whole = try live(project)
            #expect(ofFile(next) == ofFile(whole))
            site = try next.concluded()
            #expect(site.report.diagnostics == whole.report.diagnostics)
            #expect(site.report.accounting.failed == whole.report.accounting.failed)
            for output in site.outputs {
                for path in ["/", "/en/", "/guide/", "/guide/page/2/"]
                    + ["a", "b", "c", "d"].map({ "/guide/\($0)/" })
                {
                    let one = try site.answer(at: path, in: output, printer: nil)
                    let other = try whole.answer(at: path, in: output, printer: nil)
                    #expect(one?.bytes == other?.bytes, "\(path) of \(output)")
                }
            }
        }
    }

    @Test(arguments: [
        ("-- Content/pages/guide/a.md --\n---\ntitle: 壱\nlabel: open\n---\ntext\n", "a.md"),
        ("-- Content/pages/guide/a.md --\n---\ntitle: 一\nlabel: open\ntext\n", "a.md"),
        ("-- Content/pages/guide/new.md --\n---\ntitle: 新\nlabel: open\n---\n", "new.md"),
        ("-- Content/pages/guide/folder.yml --\nlabel: open\n", "folder.yml"),
    ])
    func moreThanATextNeedsAWholeReading(archive: String, name: String) throws {
        let project = try TemporaryProject(BuiltSite.bilingual)
        let site = try live(project)
        try project.add(archive)
        #expect(try site.rereading(["Content/pages/guide/" + name]) == nil)
    }

    @Test func aFileThatIsGoneNeedsAWholeReading() throws {
        let project = try TemporaryProject(BuiltSite.bilingual)
        let site = try live(project)
        try project.folder.remove("Content/pages/guide/a.md")
        #expect(try site.rereading(["Content/pages/guide/a.md"]) == nil)
    }

    @Test func tellsOfAPageWhatAnEditorHasToKnow() throws {
        let project = try TemporaryProject(BuiltSite.bilingual)
        try project.add(
            """
            -- Content/pages/guide/a.md --
            ---
            title: 一
            label: open
            draft: true
            publish_at: 2026-02-01
            review_by: 2026-01-01
            ---
            """)
        let moment = try #require(Moment(iso: BuiltSite.usualMoment, defaultZone: .japan))
        var options = BuildOptions(project: project.url.path, asOf: .moment(moment), jobs: 2)
        options.includesDrafts = true
        let site = try #require(try LiveSite(PreparedBuild(options)))
        let account = try #require(site.account(at: "/guide/a/", in: "public"))
        #expect(account.file == "Content/pages/guide/a.md")
        #expect(account.label?.text(in: "ja") == "公開")
        #expect(account.labelSteps.first?.span.file == "Content/pages/guide/a.md")
        #expect(account.outputs == ["public", "staff"])
        #expect(account.states.count == 3)
        #expect(account.states.first == .draft)
        #expect(site.account(at: "/guide/b/", in: "public") == nil)
        #expect(site.account(at: "/guide/b/", in: "staff")?.outputs == ["staff"])
        #expect(site.pages.count == 7)
    }
}

extension LiveSite.Answer {
    fileprivate var bytes: [UInt8]? { if case .file(let bytes) = self { bytes } else { nil } }
}
