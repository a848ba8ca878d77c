import Core
import Foundation
import SiteFixtures
import TestSupport
import Testing

@testable import Building

/// Every diagnostic has a fixture that provokes it.
@Suite struct DiagnosticCodeTests {
    /// Rooms whose own tests provoke their codes.
    private static let rooms = [
        "markdown": "MarkdownTests", "theme": "ThemingTests", "whitepaper": "WhitepapersTests",
        "publish": "PublishingTests",
    ]

    private static func texts(below folder: String) throws -> [String] {
        let start = PackageFolder.url.appending(path: folder)
        let names = try FileManager.default.subpathsOfDirectory(atPath: start.path)
        return try names.filter { $0.hasSuffix(".swift") }.map { name in
            try String(contentsOf: start.appending(path: name), encoding: .utf8)
        }
    }

    /// The codes that Sources can report.
    private static func codes() throws -> Set<String> {
        let literal = /Diagnostic\(\s*(?:\w+ \? \.\w+ : )?\.(?:error|warning|note),\s*"([^"]+)"/
        return Set(
            try texts(below: "Sources").flatMap { text in
                text.matches(of: literal).map { String($0.output.1) }
            })
    }

    @Test func everyDiagnosticNamesItsCodeInPlace() throws {
        let all = /Diagnostic\(\s*[^)\s]/
        let literal =
            /Diagnostic\(\s*(?:\w+ \? \.\w+ : )?\.(?:error|warning|note),\s*"([a-z-]+\.[a-z0-9-]+)"/
        for text in try Self.texts(below: "Sources") {
            #expect(
                text.matches(of: all).count == text.matches(of: literal).count,
                "\(text.prefix(300))")
        }
    }

    @Test func everyCodeIsProvokedBySomeTest() throws {
        let fixtures = Set(Provocation.all.map(\.code))
        var tests: [String: String] = [:]
        for code in try Self.codes().sorted() where !fixtures.contains(code) {
            let room = Self.rooms[String(code.prefix { $0 != "." })]
            guard let room else {
                Issue.record("no test provokes \(code)")
                continue
            }
            if tests[room] == nil {
                tests[room] = try Self.texts(below: "Tests/\(room)").joined(separator: "\n")
            }
            let isNamed = tests[room]?.contains(code) ?? false
            #expect(isNamed, "no test of \(room) provokes \(code)")
        }
    }

    @Test func noFixtureProvokesWhatNoSourceReports() throws {
        let codes = try Self.codes()
        for fixture in Provocation.all { #expect(codes.contains(fixture.code), "\(fixture.code)") }
    }

    @Test(arguments: Provocation.all) func theFixtureProvokesIt(fixture: Provocation) throws {
        let site = try BuiltSite(fixture.archive)
        try fixture.prepare(site.project.folder)
        let again = try BuiltSite.build(site.project.url)
        let found = again.report.diagnostics.filter { $0.code == fixture.code }
        #expect(!found.isEmpty, "\(again.report.diagnostics.map(\.code))")
        for finding in found {
            let start = finding.message.en.prefix(2)
            #expect(start.first?.isUppercase != true || start.last?.isUppercase == true)
            #expect(!finding.message.en.hasSuffix("."))
            let isJapanese = finding.message.ja.unicodeScalars.contains { $0.isEastAsianWide }
            #expect(isJapanese)
        }
    }
}
