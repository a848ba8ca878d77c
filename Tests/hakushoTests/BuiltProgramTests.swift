import TestSupport
import Testing

@Suite struct BuiltProgramTests {
    @Test func theProgramBesideTheTestsRunsAndAnswers() async throws {
        let project = try TemporaryProject()
        let run = try await project.run("--help")
        #expect(run.status == 0)
        #expect(run.stdout.contains("Usage:\n  hakusho"))
        #expect(run.stderr == "")
    }

    @Test func wrongUsageExitsWith64() async throws {
        let project = try TemporaryProject()
        let run = try await project.run("--no-such-option")
        #expect(run.status == 64)
        #expect(run.stdout == "")
    }

    @Test func aProjectIsWrittenFromOneTextAndListed() throws {
        let project = try TemporaryProject("-- b/c.txt --\none\n-- a.txt --\ntwo\n")
        #expect(project.folder.files() == ["a.txt", "b/c.txt"])
        #expect(try project.folder.text(of: "b/c.txt") == "one\n")
        #expect(project.folder.has("b"))
        #expect(!project.folder.has("d"))
    }
}
