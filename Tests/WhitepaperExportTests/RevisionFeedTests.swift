import Core
import Foundation
import TestSupport
import Testing

@testable import Whitepapers

/// `revisions.atom`.
struct RevisionFeedTests {
    private func text(_ fixture: ExportFixture, _ language: String) throws -> String {
        let feed = try #require(
            RevisionFeed(of: fixture.context, language: language, label: ExportFixture.label))
        let files = feed.files()
        #expect(files.map(\.name) == ["revisions.atom"])
        return try #require(String(validating: files[0].bytes, as: UTF8.self))
    }

    /// The texts of all elements of that name, read by another program.
    private func values(_ name: String, in feed: String) async throws -> [String] {
        let script = """
            import json, sys, xml.etree.ElementTree as tree
            root = tree.fromstring(sys.stdin.buffer.read())
            name = "{http://www.w3.org/2005/Atom}" + sys.argv[1]
            print(json.dumps([element.text for element in root.iter(name)]))
            """
        let run = try await ChildProcess.run(
            URL(filePath: "/usr/bin/env"), ["python3", "-c", script, name],
            in: PackageFolder.url,
            environment: ProcessInfo.processInfo.environment.filter { $0.key == "PATH" },
            standardInput: feed)
        #expect(run.status == 0, "\(run.stderr)")
        return try JSONValue(parsing: Array(run.stdout.utf8)).elements.compactMap(\.string)
    }

    @Test func hasAnEntryForEachEditionNewestFirst() async throws {
        let feed = try text(ExportFixture.sample(), "en")
        #expect(feed.contains("<rights>Public</rights>"))
        #expect(
            try await values("title", in: feed) == [
                "Revisions of the infoCMS10 Security Whitepaper",
                "infoCMS10 Security Whitepaper 1.3", "infoCMS10 Security Whitepaper 1.2",
                "infoCMS10 Security Whitepaper 1.1", "infoCMS10 Security Whitepaper 1.0",
            ])
        let base = "https://www.example.jp/en/security/whitepaper/"
        #expect(
            try await values("id", in: feed)
                == [base + "revisions.atom"]
                + ["1.3", "1.2", "1.1", "1.0"].map { base + $0 + "/" })
        #expect(
            try await values("updated", in: feed).map { $0.prefix(10) } == [
                "2025-02-03", "2025-02-03", "2024-06-17", "2023-07-01", "2022-06-01",
            ])
        #expect(feed.contains("<updated>2025-02-03T00:00:00+09:00</updated>"))
        #expect(try await values("name", in: feed) == ["Information Security Committee"])
        let content = try #require(try await values("content", in: feed).first)
        #expect(
            content.hasPrefix(
                "<ul><li><a href=\"\(base)1.3/#12.3.1\">12.3.1 Information backup</a>: "))
    }

    @Test func staysWellFormedWhateverTheTitle() async throws {
        let title = "]]> <b> & \\\"x\\\" \\u0001 🙂"
        let fixture = try ExportFixture(
            DemoWhitepaper.archive(title: "\"\(title)\"", product: "\"\(title)\""))
        let feed = try text(fixture, "ja")
        let titles = try await values("title", in: feed)
        #expect(titles[1] == "]]> <b> & \"x\" \u{FFFD} 🙂 第1.1版")
    }

    @Test func hasNoDraftsAndIsMissingWithoutEditions() throws {
        let draft = DemoWhitepaper.archive(more: "  - version: \"1.2\"\n    summary: 次の版")
        let fixture = try ExportFixture(draft, withDrafts: true)
        #expect(!(try text(fixture, "ja")).contains("次の版"))
        let site = fixture.context.site
        let empty = WhitepaperSite(
            site.whitepaper, editions: site.editions.filter(\.isDraft),
            prefixes: ["ja": "", "en": "/en"], facts: [], shows: { _ in true })
        let context = ExportContext(empty, url: "https://www.example.jp/", zone: .japan)
        #expect(RevisionFeed(of: context, language: "ja", label: nil) == nil)
    }
}
