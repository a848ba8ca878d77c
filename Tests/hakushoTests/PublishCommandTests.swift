import Foundation
import TestSupport
import Testing

@Suite struct PublishCommandTests {
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

    private func current(_ project: TemporaryProject) throws -> String {
        try FileManager.default.destinationOfSymbolicLink(
            atPath: project.url.appending(path: "Site/current").path)
    }

    private func results(_ project: TemporaryProject) throws -> [String] {
        try project.folder.text(of: "Site/log.jsonl").split(separator: "\n").compactMap { line in
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
            return (object as? [String: Any])?["result"] as? String
        }
    }

    @Test func everyAttemptIsALineOfTheLog() async throws {
        let project = try TemporaryProject(Self.project)
        #expect(try await project.run("publish").status == 0)
        #expect(try await project.run("publish").status == 0)
        try project.folder.write("---\ntitle: A\n---\n[x](gone.md)\n", to: "Content/pages/a.md")
        #expect(try await project.run("publish").status == 1)
        #expect(try results(project) == ["published", "unchanged", "refused"])
        #expect(try current(project) == "generations/1")
        #expect(try await project.run("log", "--verify").status == 0)
    }

    @Test func aBuildIsNotNotedInTheLog() async throws {
        let project = try TemporaryProject(Self.project)
        #expect(try await project.run("build").status == 0)
        #expect(!project.folder.has("Site/log.jsonl"))
    }

    @Test func warningsForbidPublishing() async throws {
        let project = try TemporaryProject(Self.project + "\n-- Content/notes.txt --\nx\n")
        #expect(try await project.run("build").status == 0)
        let run = try await project.run("publish")
        #expect(run.status == 1)
        #expect(run.stderr.contains("error[content.stray-file]"))
    }

    @Test func aBrokenLogForbidsPublishing() async throws {
        let project = try TemporaryProject(Self.project)
        #expect(try await project.run("publish").status == 0)
        #expect(try await project.run("publish").status == 0)
        let text = try project.folder.text(of: "Site/log.jsonl")
        try project.folder.write(
            text.replacing("\"published\"", with: "\"unchanged\""), to: "Site/log.jsonl")
        try project.folder.write("---\ntitle: A\n---\n", to: "Content/pages/a.md")
        let run = try await project.run("publish")
        #expect(run.status == 1)
        #expect(run.stderr.contains("publish.log-broken"))
        #expect(try current(project) == "generations/1")
    }

    @Test func aSiteWithoutAnyPageDoesNotReplaceWhatIsLive() async throws {
        let project = try TemporaryProject(Self.project)
        #expect(try await project.run("build").status == 0)
        try project.folder.remove("Content/pages/index.md")
        let run = try await project.run("build")
        #expect(run.status == 1)
        #expect(run.stderr.contains("publish.no-pages"))
        #expect(try current(project) == "generations/1")
    }

    @Test func aFileNameThatIsNotUTF8IsReportedWithAllElse() async throws {
        let project = try TemporaryProject(Self.project)
        try project.folder.write("---\ntitle: A\n---\n[x](gone.md)\n", to: "Content/pages/a.md")
        let folder = project.url.appending(path: "Content/pages").path
        let made = (folder + "/b").utf8CString.dropLast() + [CChar(bitPattern: 0xFF), 0x2E, 0x6D]
        let descriptor = Array(made + [0x64, 0]).withUnsafeBufferPointer { path in
            open(path.baseAddress!, O_CREAT | O_WRONLY, 0o644)
        }
        try #require(descriptor >= 0)
        close(descriptor)
        let run = try await project.run("build")
        #expect(run.status == 1)
        #expect(run.stderr.contains("content.bad-name"))
        #expect(run.stderr.contains("link.page-missing"))
    }
}
