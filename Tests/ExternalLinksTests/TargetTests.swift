import Content
import Core
import Links
import Testing

@testable import ExternalLinks

@Suite struct TargetTests {
    private static let patterns: [(String, String, Bool)] = [
        ("https://a.jp/", "https://a.jp/x", true), ("https://a.jp/", "https://b.jp/", false),
        ("https://a.jp/*/c", "https://a.jp/b/c", true),
        ("https://a.jp/*/c", "https://a.jp/b/c/d", false),
        ("https://a.jp/*", "https://a.jp/", true), ("*.pdf", "https://a.jp/x.pdf", true),
        ("*.pdf", "https://a.jp/x.pdf?y", false), ("*//a.*/x*y", "https://a.jp/xzy", true),
        ("*aa", "https://a/aaa", true), ("https://a*a", "https://a", false),
    ]

    @Test(arguments: patterns)
    func aPatternIsABeginningOrHasStars(_ pattern: String, _ url: String, _ fits: Bool) {
        #expect(LinkPattern(pattern).matches(url) == fits)
    }

    private func reference(_ url: String) -> ExternalReference {
        ExternalReference(url, at: SourceSpan(file: "a.md"), outputs: 1)
    }

    @Test func whatSiteYmlExcludesIsNotAskedAndAnUnusedPatternIsNoted() async throws {
        let server = try await LoopbackServer { _ in .status(200) }
        var probing = try Probing()
        let (used, unused) = (SourceSpan(file: "s"), SourceSpan(file: "t"))
        probing.check.settings.exclude = [
            Located(server.origin + "/no", at: used), Located("https://none.example/", at: unused),
        ]
        let result = try await probing.run(
            ["/no/1", "/no/2", "/yes"].map { server.origin + $0 } + ["https://www.example.jp/a/"])
        #expect(server.requests == ["HEAD /yes"])
        #expect(result.summary.links == [.ok: 1, .excluded: 3])
        #expect(result.diagnostics.map(\.code) == ["link.external-exclude-unused"])
        #expect(result.diagnostics.first?.span == unused)
    }

    @Test func linksThatCannotBeAskedAreFindings() async throws {
        let probing = try Probing()
        let result = try await probing.run(["https://a:b@c.jp/", "https://"])
        #expect(
            result.diagnostics.map(\.code) == Array(repeating: "link.external-refused", count: 2))
        #expect(result.summary.links == [.refused: 2])
    }

    @Test func settingsOfOneHostHoldForItAlone() async throws {
        let server = try await LoopbackServer { _ in .status(403) }
        var probing = try Probing()
        probing.check.resolver = NameResolver { _ in [.v4(0x7F00_0001)] }
        probing.check.settings.hosts = [
            .init(
                name: "*.fine.example", interval: nil, concurrency: nil, accept: [403...403],
                method: .get)
        ]
        let result = try await probing.run(
            ["a.fine.example", "fine.example"].map { "http://\($0):\(server.port)/" })
        #expect(result.summary.links == [.ok: 1, .unreachable: 1])
        #expect(server.requests.sorted() == ["GET /", "GET /", "HEAD /"])
    }

    private static let retries: [(String, Int?)] = [
        ("120", 120), (" 0 ", 0), ("99999999999999", 999_999_999),
        ("Thu, 15 Jan 2026 00:01:00 GMT", 60), ("Wed, 14 Jan 2026 00:00:00 GMT", 0),
        ("Thursday, 15-Jan-26 00:01:00 GMT", nil), ("soon", nil), ("", nil), ("-1", nil),
        ("1.5", nil), ("Thu, 32 Jan 2026 00:01:00 GMT", nil),
    ]

    @Test(arguments: retries)
    func readsHowLongAServerAsksToBeLeftAlone(_ value: String, _ seconds: Int?) {
        let wait = RetryAfter.wait(value, date: nil, now: Probing.start)
        #expect(wait == seconds.map { .seconds($0) })
    }
}
