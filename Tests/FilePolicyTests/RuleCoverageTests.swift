import Foundation
import TestSupport
import Testing

@Suite struct RuleCoverageTests {
    /// Rules that no test names.
    private static let untested: Set = ["block-list"]

    @Test func everyRuleHasATestThatBreaksIt() throws {
        let sources = try texts(below: "Sources/FilePolicy")
        let tests = try texts(below: "Tests/FilePolicyTests")
        let ids = Set(
            sources.flatMap { text in
                text.matches(of: /id: "([a-z0-9-]+)"/).map { String($0.output.1) }
            })
        #expect(ids.count > 40)
        let missing = ids.filter { id in !tests.contains { $0.contains("\"\(id)\"") } }
        #expect(missing.subtracting(Self.untested) == [])
    }

    private func texts(below folder: String) throws -> [String] {
        // Foundation does not enumerate a folder behind a symbolic link.
        let start = PackageFolder.url.appending(path: folder).resolvingSymlinksInPath()
        return try FileManager.default.subpathsOfDirectory(atPath: start.path)
            .filter { $0.hasSuffix(".swift") && !$0.hasSuffix("RuleCoverageTests.swift") }
            .map { try String(contentsOf: start.appending(path: $0), encoding: .utf8) }
    }
}
