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
        "markdown": ["MarkdownTests"], "theme": ["ThemingTests"],
        "whitepaper": ["WhitepapersTests"], "publish": ["PublishingTests", "hakushoTests"],
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
            let rooms = Self.rooms[String(code.prefix { $0 != "." })]
            guard let rooms else {
                Issue.record("no test provokes \(code)")
                continue
            }
            for room in rooms where tests[room] == nil {
                tests[room] = try Self.texts(below: "Tests/\(room)").joined(separator: "\n")
            }
            let isNamed = rooms.contains { tests[$0]?.contains(code) ?? false }
            #expect(isNamed, "no test of \(rooms) provokes \(code)")
        }
    }
}
