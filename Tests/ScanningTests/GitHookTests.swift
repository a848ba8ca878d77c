import Foundation
import TestSupport
import Testing

@testable import Scanning

/// `hakusho init --git-hook` in a real repository.
@Suite(.serialized, .timeLimit(.minutes(1))) struct GitHookTests {
    private let project: TemporaryProject

    init() throws {
        project = try TemporaryProject(
            """
            -- Content/site.yml --
            title: Example
            url: https://www.example.jp/
            -- Content/uploads/a.txt --
            a
            -- Content/uploads/a.txt.yml --
            title: A
            """)
    }

    private func git(_ words: String...) async throws -> ProgramRun {
        let program = try BuiltProgram.url().path
        return try await ChildProcess.run(
            URL(filePath: "/usr/bin/env"),
            ["git", "-c", "user.name=A", "-c", "user.email=a@example.jp"] + words,
            in: project.url,
            environment: [
                "PATH": "/usr/bin:/bin", "HAKUSHO": program, "HOME": project.url.path,
                "LANG": "C.UTF-8",
            ], standardInput: "")
    }

    @Test func aCommitOfWhatThePolicyRefusesIsStopped() async throws {
        #expect(try await project.run("init", "--git-hook").status == 1, "no repository yet")
        try #require(try await git("init", "-q").status == 0)
        let run = try await project.run("init", "--git-hook")
        #expect(run.status == 0, "\(run.stderr)")
        #expect(try await project.run("init", "--git-hook").status == 0, "once more is fine")
        #expect(try await project.run("init").status == 64)

        _ = try await git("add", "Content")
        let clean = try await git("commit", "-q", "-m", "a")
        #expect(clean.status == 0, "\(clean.stdout) \(clean.stderr)")
        // What is staged counts, not what lies in the folder.
        try project.folder.write("MZ", to: "Content/uploads/b.exe")
        _ = try await git("add", "Content")
        try project.folder.remove("Content/uploads/b.exe")
        let refused = try await git("commit", "-q", "-m", "b")
        #expect(refused.status == 1)
        #expect(refused.stderr.contains("refused\t"), "\(refused.stdout) \(refused.stderr)")
        _ = try await git("reset", "-q")
        #expect(try await git("commit", "-q", "--allow-empty", "-m", "c").status == 0)
    }

    @Test func aHookOfSomebodyElseStays() async throws {
        try #require(try await git("init", "-q").status == 0)
        try project.folder.write("#!/bin/sh\n", to: ".git/hooks/pre-commit")
        let run = try await project.run("init", "--git-hook", "--lang", "ja")
        #expect(run.status == 1 && run.stderr.contains("変更しませんでした"))
        #expect(try project.folder.text(of: ".git/hooks/pre-commit") == "#!/bin/sh\n")
    }
}
