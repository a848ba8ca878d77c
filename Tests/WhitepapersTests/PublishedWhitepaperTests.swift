import Building
import Core
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Whitepapers

/// The pages that a build makes of a whitepaper.
struct PublishedWhitepaperTests {
    /// A site around the small whitepaper.
    private static let site = """
        -- Content/site.yml --
        title: 例
        url: https://www.example.jp/
        languages: [ja, en]
        outputs:
          public: {clearance: public}
          staff: {clearance: internal}
        -- Content/labels.yml --
        levels:
          - {id: public}
          - {id: internal}
        default: internal
        -- Content/pages/folder.yml --
        label: public
        -- Content/pages/index.md --
        ---
        title: 表紙
        ---
        [暗号](/security/whitepaper/#10.1.1)と[版](/security/whitepaper/1.0/#section-1)
        """

    /// What a build gave: files by `output/path`.
    private struct Result {
        var files: [String: String] = [:]
        var report = BuildReport()

        func text(_ file: String) -> String { files[file] ?? "" }
    }

    private func build(
        _ changes: String = "", label: String = "public", pages: String = "",
        on day: CalendarDate = CalendarDate(year: 2026, month: 1, day: 1)!
    ) throws -> Result {
        let declaration = """
            -- whitepaper.yml --
            label: \(label)
            \(SmallWhitepaper.declaration)
            \(SmallWhitepaper.editions)
            """
        let small = try SmallWhitepaper(declaration + "\n" + changes)
        try small.project.add(Self.site + "\n" + pages)
        let options = BuildOptions(project: small.project.url.path, asOf: .day(day), jobs: 2)
        let files = Mutex([String: String]())
        var result = Result()
        result.report = try PreparedBuild(options).run { output, path, bytes throws(FileError) in
            files.withLock { $0[output + "/" + path] = String(decoding: bytes, as: UTF8.self) }
        }
        result.files = files.withLock { $0 }
        return result
    }

    private static let secret = """
        -- editions/1.0/10.1.1.md --
        \(SmallWhitepaper.control("10.1.1", "暗号化する。", "label: internal"))
        -- editions/1.1/10.1.1.md --
        \(SmallWhitepaper.control("10.1.1", "TLS で暗号化する。", "label: internal"))
        """

    @Test func areOneForEachEditionAndLanguageAndOneForTheCurrent() throws {
        let result = try build()
        #expect(result.report.diagnostics == [])
        let pages = result.files.keys.filter {
            $0.contains("security/whitepaper/") && $0.hasSuffix(".html")
                && !$0.contains("/history/") && !$0.contains("/compare/")
        }
        let expected = ["", "en/"].flatMap { language in
            ["", "1.0/", "1.1/"].map { language + "security/whitepaper/" + $0 + "index.html" }
        }
        #expect(Set(pages) == Set(expected.flatMap { ["public/" + $0, "staff/" + $0] }))
        let current = result.text("public/security/whitepaper/index.html")
        #expect(current.contains("TLS で暗号化する。") && current.contains("id=\"CLD.12.4.5\""))
        let old = result.text("public/en/security/whitepaper/1.0/index.html")
        #expect(old.contains("We encrypt.") && !old.contains("TLS"))
        #expect(old.contains("href=\"/en/security/whitepaper/#10.1.1\""))
    }

    @Test func takeTheValuesOfFactsThatTheirOwnEditionClaims() throws {
        let result = try build(
            """
            -- editions/1.0/10.1.1.md --
            \(SmallWhitepaper.control("10.1.1", "TLS は{{fact:tls.option}}。", "claims: {tls.option: なし}"))
            -- editions/1.1/10.1.1.md --
            \(SmallWhitepaper.control("10.1.1", "TLS は{{fact:tls.option}}。世代 {{fact:demo/backup.generations}}。"))
            """)
        #expect(result.report.diagnostics == [])
        #expect(result.text("public/security/whitepaper/1.0/index.html").contains("TLS はなし。"))
        let current = result.text("public/security/whitepaper/index.html")
        #expect(current.contains("TLS はオプション。世代 3。"))
    }

    @Test func showNothingOfAnItemAboveTheOutput() throws {
        let pages = "-- Content/pages/index.md --\n---\ntitle: 表紙\n---\n"
        let result = try build(Self.secret, pages: pages)
        #expect(result.report.diagnostics == [])
        // The framework's own list of numbers and titles is nobody's secret.
        let shown = result.files.filter {
            $0.key.hasPrefix("public/") && $0.value.contains("10.1.1")
                && !$0.key.hasSuffix("/oscal-catalog.json")
        }
        #expect(shown.isEmpty)
        #expect(result.text("staff/security/whitepaper/index.html").contains("TLS で暗号化する。"))
        let other = try build(Self.secret.replacing("する。", with: "しない。"), pages: pages)
        let (before, after) = (result.files, other.files)
        #expect(before.keys.sorted() == after.keys.sorted())
        for (file, text) in before where file.hasPrefix("public/") { #expect(text == after[file]) }
        #expect(before != after)
    }

    @Test func areInNoOutputBelowTheWhitepapersLabel() throws {
        let pages = "-- Content/pages/index.md --\n---\ntitle: 表紙\n---\n{{fact:tls.option}}"
        let result = try build(label: "internal", pages: pages)
        #expect(result.report.diagnostics.map(\.code) == ["label.fact-too-high"])
        #expect(!result.files.keys.contains { $0.hasPrefix("public/security/") })
    }

    @Test func areWhatLinksToTheirAnchorsAreCheckedAgainst() throws {
        let pages = """
            -- Content/pages/index.md --
            ---
            title: 表紙
            ---
            [暗号](/security/whitepaper/#10.1.2)
            """
        let found = try build(pages: pages).report.diagnostics
        #expect(found.map(\.code) == ["link.anchor-missing"])
        #expect(found.first?.fix == .advice(en: "did you mean '#10.1.1'?", ja: "「#10.1.1」のことですか"))
    }

    @Test func balanceTheAccountOfFiles() throws {
        let day = CalendarDate(year: 2025, month: 1, day: 1)!
        let report = try build(on: day).report
        #expect(report.diagnostics == [])
        let left = report.accounting.exclusions.map { "\($0.reason) \($0.file)" }
        let folder = SmallWhitepaper.folder + "/editions/1.1/"
        #expect(left == ["scheduled \(folder)10.1.1.en.md", "scheduled \(folder)10.1.1.md"])
        // Four of the site, whitepaper.yml and the catalogue, twelve of the editions.
        #expect(report.accounting.inputs == 4 + 2 + 12)
        #expect(report.accounting.published == 16)
    }
}
