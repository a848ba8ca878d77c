import Content
import Core
import Foundation
import SiteFixtures
import Synchronization
import TestSupport
import Testing

@testable import Building

/// A build does again only what has changed.
@Suite struct KeepingTests {
    /// What one build did.
    private struct Done {
        let survey: InputSurvey
        let heads: [ArraySlice<UInt8>]
        let jobs: [KeptJob]
        /// `OUTPUT/PATH`.
        let written: Set<String>
        let shared: Set<String>
    }

    private static let archive =
        BuiltSite.plainSite + "\n"
        + ["index", "a", "b", "guide/index", "guide/c"].map {
            "-- Content/pages/\($0).md --\n---\ntitle: \($0)\n---\n[a](/a/)\n"
        }.joined()

    private func build(_ project: TemporaryProject, after earlier: Done?) throws -> Done {
        let moment = try #require(Moment(iso: BuiltSite.usualMoment, defaultZone: .japan))
        var options = BuildOptions(project: project.url.path, asOf: .moment(moment), jobs: 2)
        let survey = try InputSurvey(of: project.url.path, jobs: 2, now: { .max }, wait: {})
        let isSame = earlier?.survey.frame == survey.frame
        options.pageHeads = .kept(from: isSame ? earlier?.heads ?? [] : [])
        let prepared = try PreparedBuild(options)
        let written = Mutex<Set<String>>([])
        let shared = Mutex<Set<String>>([])
        let facts = earlier.flatMap { earlier -> KeptFacts? in
            guard earlier.survey.frame == survey.frame else { return nil }
            return KeptFacts(
                frame: KeptFacts.Frame(
                    program: "test", includesDrafts: false, inputs: survey.frame),
                inputs: survey.digest, validity: prepared.validity, outputs: [],
                report: KeptFacts.Report(
                    diagnostics: [], accounting: Accounting(), isWhole: true),
                heads: earlier.heads, jobs: earlier.jobs)
        }
        let keeping = Keeping(survey: survey, earlier: facts) { output, path in
            shared.withLock { _ = $0.insert(output + "/" + path) }
        }
        let report = try prepared.run(
            into: { output, path, _ in
                written.withLock { _ = $0.insert(output + "/" + path) }
            }, keeping: keeping)
        #expect(!report.diagnostics.hasErrors)
        return Done(
            survey: survey, heads: prepared.heads, jobs: report.kept,
            written: written.withLock { $0 }, shared: shared.withLock { $0 })
    }

    @Test func aChangedTextHasItsOwnPageRenderedAndNoOther() throws {
        let project = try TemporaryProject(Self.archive)
        let first = try build(project, after: nil)
        #expect(first.shared.isEmpty)
        try project.folder.write(
            "---\ntitle: b\n---\n[c](guide/c.md)\n", to: "Content/pages/b.md")
        let second = try build(project, after: first)
        let pages = second.written.filter { $0.hasSuffix("/index.html") }
        #expect(pages == ["public/b/index.html"])
        #expect(second.shared.contains("public/guide/c/index.html"))
        #expect(second.shared.union(second.written) == first.written)
        #expect(second.shared.isDisjoint(with: second.written))
        // What was taken over is handed on.
        let third = try build(project, after: second)
        #expect(third.shared == second.shared.union(pages))
    }

    @Test(arguments: [
        ("Content/pages/b.md", "---\ntitle: 乙\n---\n[a](/a/)\n"),
        ("Content/pages/new.md", "---\ntitle: 新\n---\n"),
        ("Content/pages/guide/folder.yml", "order: 2\n"),
        ("Content/site.yml", "title: 別\nurl: https://www.example.jp/\n"),
        ("Content/redirects.yml", "- {from: /old/, to: /a/}\n"),
    ])
    func whatOtherPagesMayShowHasAllRendered(file: String, text: String) throws {
        let project = try TemporaryProject(Self.archive)
        let first = try build(project, after: nil)
        try project.folder.write(text, to: file)
        #expect(try build(project, after: first).shared.isEmpty)
    }

    /// The files are no pages any more when the second build reads what the first one kept, so it
    /// has read none of them but the one without front matter.
    @Test func whatWasReadOfPagesIsKeptWithItsFindings() throws {
        let heads = [
            "index": "title: 表紙\ntags: [a, 'b']\norder: 3\ntoc: false\n",
            "a": "title: \"a: b\"\ndate: 2025-02-03\nupdated: 2025-02-02\nowner: |\n  法務部\n",
            "b": "title: b\ntags: [一、二]\naliases:\n  - /old/\npublish_at: 2030-01-01\n",
            "c": "titel: c\ntitle: c\ntitle: d\n", "d": "title: [\n", "e": "", "f": "title: ~\n",
        ]
        let pages = heads.map { "-- Content/pages/\($0).md --\n---\n\($1)---\nText.\n" }
        let project = try TemporaryProject(
            BuiltSite.plainSite + "\n" + pages.joined() + "-- Content/pages/none.md --\nText.\n")
        let moment = try #require(Moment(iso: BuiltSite.usualMoment, defaultZone: .japan))
        var options = BuildOptions(project: project.url.path, asOf: .moment(moment), jobs: 2)
        let plain = try PreparedBuild(options)
        options.pageHeads = .kept(from: [])
        let first = try PreparedBuild(options)
        #expect(first.heads.count == heads.count + 1)
        for name in heads.keys { try project.folder.write("xyz", to: "Content/pages/\(name).md") }
        options.pageHeads = .kept(from: first.heads)
        let second = try PreparedBuild(options)
        #expect(second.heads == first.heads)
        for build in [first, second] {
            #expect(build.found == plain.found)
            #expect(
                build.project?.tree.pages.map { "\($0.frontMatter) \($0.route) \($0.isBroken)" }
                    == plain.project?.tree.pages.map {
                        "\($0.frontMatter) \($0.route) \($0.isBroken)"
                    })
        }
        #expect(plain.found.count > 4)
    }

    @Test func aSurveyKnowsWhetherAnythingWasWrittenSince() throws {
        let project = try TemporaryProject(Self.archive)
        let survey = try InputSurvey(of: project.url.path, jobs: 2, now: { .max }, wait: {})
        #expect(try survey.changes() == .none)
        // The same bytes, written anew.
        let page = "Content/pages/a.md"
        try project.folder.write(project.folder.bytes(of: page), to: page)
        #expect(try survey.changes() == .certain(page))
        let again = try InputSurvey(of: project.url.path, jobs: 2, now: { .max }, wait: {})
        #expect(again.digest == survey.digest && again.frame == survey.frame)
        try project.folder.write("", to: "Content/pages/guide/new.md")
        #expect(try again.changes() == .certain("Content/pages/guide/new.md"))
        let more = try InputSurvey(of: project.url.path, jobs: 2, now: { .max }, wait: {})
        try project.folder.remove(page)
        #expect(try more.changes() == .certain(page))
        // Whoever looks within the same tick of the clock cannot tell.
        let early = try InputSurvey(of: project.url.path, jobs: 2, now: { 0 }, wait: {})
        #expect(try early.changes() == .possible)
    }
}
