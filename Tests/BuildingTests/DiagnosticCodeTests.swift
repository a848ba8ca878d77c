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
        "link": ["ExternalLinksTests"], "markdown": ["MarkdownTests"], "theme": ["ThemingTests"],
        "whitepaper": ["WhitepapersTests", "WhitepaperCheckTests", "hakushoTests"],
        "editorial": ["EditorialTests"],
        "publish": ["PublishingTests", "hakushoTests"],
        "access": ["ContentTests", "hakushoTests"],
        "label": ["LabelsTests", "hakushoTests"],
        "scan": ["ScanningTests", "hakushoTests"],
        "upload": ["BuildingTests", "ScanningTests"],
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

    @Test func everyCodeHasARowInTheTableOfRulesAndEveryRowACode() throws {
        let codes = try Self.codes()
        let rules = Set(Rule.all.map(\.code))
        #expect(codes.subtracting(rules).sorted() == [], "add a row in Core/Diagnostics/Rules")
        #expect(rules.subtracting(codes).sorted() == [], "nothing reports these codes")
        #expect(Rule.all.count == rules.count, "a code has two rows")
    }

    @Test func everyRuleWeighsWhatItsFindingsDo() throws {
        let literal = /Diagnostic\(\s*((?:\w+ \? \.\w+ : )?\.(?:error|warning|note)),\s*"([^"]+)"/
        for text in try Self.texts(below: "Sources") {
            for match in text.matches(of: literal) {
                let rule = Rule.of(String(match.output.2))
                let severities = String(match.output.1)
                #expect(
                    severities.contains(".\(rule?.severity.rawValue ?? "")"), "\(match.output.2)")
            }
        }
    }

    @Test(arguments: Rule.all.map(\.code))
    func everyRuleIsExplainedInBothLanguages(code: String) throws {
        let rule = try #require(Rule.of(code))
        let isJapanese = { (text: String) in text.unicodeScalars.contains { $0.value > 0x3040 } }
        #expect(!rule.title.en.isEmpty && !isJapanese(rule.title.en))
        #expect(isJapanese(rule.title.ja) && !rule.title.ja.hasSuffix("。"))
        #expect(rule.help.en.hasSuffix("."))
        #expect(rule.help.ja.hasSuffix("。"))
        #expect(rule.help.en.count > 40 && rule.help.ja.count > 20)
        for text in [rule.help.en, rule.help.ja] {
            #expect(!text.contains("\n") && !text.contains("  ") && !text.contains("\\\""))
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
