import Core
import Foundation
import SiteFixtures
import TestSupport
import Testing

@testable import Building

@Suite struct ReproducibilityTests {
    /// The sample site of this package, copied as the project of a build.
    private func sample() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for name in ["Content", "Themes"] {
            try FileManager.default.copyItem(
                at: PackageFolder.url.appending(path: name), to: folder.url(of: name))
        }
        return folder
    }

    private func expectSame(_ a: [String: [UInt8]], _ b: [String: [UInt8]]) {
        for path in Set(a.keys).union(b.keys).sorted() where a[path] != b[path] {
            Issue.record("\(path) differs")
        }
    }

    @Test(.timeLimit(.minutes(10))) func theSampleIsTheSameWithOneThreadAndWithEight() throws {
        let folder = try sample()
        let one = try BuiltSite.build(folder.url, asOf: "2026-11-23", jobs: 1)
        let eight = try BuiltSite.build(folder.url, asOf: "2026-11-23", jobs: 8)
        #expect(one.report.diagnostics.filter { $0.severity == .error } == [])
        #expect(one.report.diagnostics == eight.report.diagnostics)
        #expect(one.files.count > 100)
        expectSame(one.files, eight.files)
        let accounting = one.report.accounting
        #expect(
            accounting.inputs == accounting.published + accounting.excluded + accounting.failed)
        #expect(accounting.failed == 0)
        #expect(accounting == eight.report.accounting)
    }

    @Test(.timeLimit(.minutes(10))) func theSampleCountsEveryFileBelowContent() throws {
        let folder = try sample()
        let built = try BuiltSite.build(folder.url, asOf: "2026-11-23")
        #expect(built.report.accounting.inputs == folder.files(below: "Content").count)
    }

    /// A site with everything that is computed over many pages.
    private func generated(pages: Int) -> String {
        var archive = settings(
            "languages: [ja, en]\ntaxonomies: [tags]\npage_size: 10\n"
                + "collections:\n  news: {feed: true}")
        archive += "-- Content/pages/news/folder.yml --\ncollection: news\n"
        for number in 0..<pages {
            let folder = ["", "a/", "a/b/", "news/"][number % 4]
            let suffix = number % 3 == 0 ? ".en.md" : ".md"
            archive += page(
                "\(folder)p\(number)\(suffix)",
                "date: 2025-0\(number % 9 + 1)-01\ntags: [t\(number % 7), 責任]\n"
                    + "order: \(number % 5)\n",
                text:
                    "~~struck~~ **強調。**続き\n\n- [ ] <https://a.example/\(number)>\n\n"
                    + "[^1]\n\n[^1]: Note \(number)."
            )
        }
        return archive
    }

    @Test func aGeneratedSiteIsTheSameWithAnyNumberOfThreads() throws {
        let project = try TemporaryProject(generated(pages: 200))
        let one = try BuiltSite(project, jobs: 1)
        #expect(one.findings == [])
        for jobs in [2, 3, 8, 64] {
            expectSame(one.files, try BuiltSite(project, jobs: jobs).files)
        }
    }

    /// The library's extensions share a table; two parsers that finish at once would now and then
    /// lose a strike.
    @Test(.timeLimit(.minutes(10))) func eightBuildsOfTwoThousandStruckPagesAtOnceAgree() throws {
        var archive = BuiltSite.plainSite + "\n"
        for number in 0..<2000 {
            archive += page("p\(number).md", text: "~~struck~~ a ~~b~~ www.example.com \(number)")
        }
        let project = try TemporaryProject(archive)
        let digests = parallelMap(count: 8, jobs: 8, chunk: 1) { _ -> [String: SHA256Digest] in
            let built = try? BuiltSite.build(project.url, jobs: 2)
            return (built?.files ?? [:]).mapValues { SHA256Digest(of: $0) }
        }
        #expect(digests[0].count > 2000)
        for other in digests.dropFirst() { #expect(other == digests[0]) }
        let built = try BuiltSite.build(project.url)
        let struck = built.files.values.count {
            String(decoding: $0, as: UTF8.self).contains("<del>struck</del> a <del>b</del>")
        }
        #expect(struck == 2000)
    }
}
