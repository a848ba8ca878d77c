import Foundation
import TestSupport
import Testing

@Suite struct SiteCommandsTests {
    private static let project = """
        -- Content/site.yml --
        title: Example
        url: https://www.example.jp/
        -- Content/pages/index.md --
        ---
        title: Home
        ---
        first

        """

    private func change(_ project: TemporaryProject, to text: String) throws {
        try project.folder.write("---\ntitle: Home\n---\n\(text)\n", to: "Content/pages/index.md")
    }

    private func current(_ project: TemporaryProject) throws -> String {
        try FileManager.default.destinationOfSymbolicLink(
            atPath: project.url.appending(path: "Site/current").path)
    }

    @Test func buildsAreListedAndRolledBackAndTheLogSaysSo() async throws {
        let project = try TemporaryProject(Self.project)
        #expect(try await project.run("build").status == 0)
        try change(project, to: "second")
        #expect(try await project.run("build").status == 0)
        #expect(try current(project) == "generations/2")

        let list = try await project.run("generations")
        let lines = list.stdout.split(separator: "\n")
        #expect(list.status == 0)
        #expect(lines.count == 2)
        #expect(lines[0].hasPrefix("* 2  ") && lines[0].hasSuffix("  live"))
        #expect(lines[1].hasPrefix("  1  "))

        let back = try await project.run("rollback")
        #expect(back.status == 0)
        #expect(back.stderr.contains("generation 1 is live instead of 2"))
        #expect(try current(project) == "generations/1")

        let log = try await project.run("log", "--format", "json")
        let object = try JSONSerialization.jsonObject(with: Data(log.stdout.utf8))
        let report = try #require(object as? [String: Any])
        let entries = try #require(report["entries"] as? [[String: Any]])
        #expect(entries.count == 1)
        #expect(entries[0]["action"] as? String == "rollback")
        #expect(entries[0]["generation"] as? Int == 1)
        #expect(try await project.run("log", "--verify").status == 0)
    }

    @Test func rollbackRefusesWhereThereIsNothingEarlier() async throws {
        let project = try TemporaryProject(Self.project)
        #expect(try await project.run("rollback").status == 1)
        #expect(try await project.run("build").status == 0)
        let run = try await project.run("rollback", "--lang", "ja")
        #expect(run.status == 1)
        #expect(run.stderr.contains("第 1 世代より前の世代はありません"))
        #expect(!project.folder.has("Site/log.jsonl"))
        #expect(try await project.run("rollback", "7").status == 1)
        #expect(try await project.run("rollback", "seven").status == 64)
        #expect(try current(project) == "generations/1")
    }

    @Test func aLogThatWasChangedExitsWith1AndShowsItsPlace() async throws {
        let project = try TemporaryProject(Self.project)
        for text in ["first", "second"] {
            try change(project, to: text)
            #expect(try await project.run("build").status == 0)
        }
        for number in ["1", "2"] {
            #expect(try await project.run("rollback", number).status == 0)
        }
        let text = try project.folder.text(of: "Site/log.jsonl")
        try project.folder.write(
            text.replacing("\"generation\":1", with: "\"generation\":3"), to: "Site/log.jsonl")
        let run = try await project.run("log", "--verify")
        #expect(run.status == 1)
        #expect(run.stderr.contains("Site/log.jsonl:2:1"))
        #expect(run.stderr.contains("publish.log-broken"))
        #expect(run.stdout == "")
    }

    @Test func aSiteThatCannotBeWrittenExitsWith2() async throws {
        let project = try TemporaryProject(Self.project)
        try project.folder.write("a file", to: "Site")
        #expect(try await project.run("build").status == 2)
        #expect(try await project.run("rollback").status == 2)
        #expect(try project.folder.text(of: "Site") == "a file")
    }
}
