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

    /// Repositories whose hooks are elsewhere: the project's folder, and the hook, from the top.
    enum Layout: String, CaseIterable {
        case below, worktree, submodule, configured
    }

    private func arrange(_ layout: Layout) async throws -> (project: String, hook: String) {
        try project.folder.write("x", to: ".gitignore")
        switch layout {
        case .below:
            // The project is a folder of the repository, with a name that sh must not read.
            _ = try await git("init", "-q", "repo/")
            try FileManager.default.createDirectory(
                at: project.folder.url(of: "repo/it's $HOME"), withIntermediateDirectories: true)
            for name in ["Content"] {
                try FileManager.default.moveItem(
                    at: project.folder.url(of: name),
                    to: project.folder.url(of: "repo/it's $HOME/" + name))
            }
            return ("repo/it's $HOME", "repo/.git/hooks/pre-commit")
        case .worktree:
            _ = try await git("init", "-q")
            _ = try await git("add", "Content/site.yml")
            _ = try await git("commit", "-q", "-m", "a")
            _ = try await git("worktree", "add", "-q", "tree", "-b", "other")
            return ("tree", ".git/hooks/pre-commit")
        case .submodule:
            _ = try await git("init", "-q", "inner")
            _ = try await git("-C", "inner", "commit", "-q", "--allow-empty", "-m", "a")
            _ = try await git("init", "-q", "outer")
            let added = try await git(
                "-C", "outer", "-c", "protocol.file.allow=always", "submodule", "--quiet", "add",
                project.url.path + "/inner", "site")
            try #require(added.status == 0, "\(added.stderr)")
            return ("outer/site", "outer/.git/modules/site/hooks/pre-commit")
        case .configured:
            _ = try await git("init", "-q")
            _ = try await git("config", "core.hooksPath", "my hooks")
            return (".", "my hooks/pre-commit")
        }
    }

    @Test(arguments: Layout.allCases)
    func theHookIsWhereGitLooksForIt(layout: Layout) async throws {
        let (folder, hook) = try await arrange(layout)
        let run = try await project.run("init", "--git-hook", "--project", folder)
        #expect(run.status == 0, "\(run.stderr)")
        #expect(project.folder.has(hook))
        #expect(run.stderr.contains("/" + hook))
        let name = folder + "/Content/uploads/a 'b'.txt"
        try project.folder.write("fine", to: name)
        _ = try await git("-C", folder, "add", "Content/uploads")
        let clean = try await git("-C", folder, "commit", "-q", "-m", "b")
        #expect(clean.status == 0, "\(clean.stdout) \(clean.stderr)")
        try project.folder.write("MZ", to: folder + "/Content/uploads/c\nd.exe")
        _ = try await git("-C", folder, "add", "Content/uploads")
        let refused = try await git("-C", folder, "commit", "-q", "-m", "c")
        #expect(refused.status == 1, "\(refused.stdout) \(refused.stderr)")
        #expect(refused.stderr.contains("refused\t"))
    }

    @Test func whereGitItselfFailsTheCommitIsStopped() async throws {
        try #require(try await git("init", "-q").status == 0)
        #expect(try await project.run("init", "--git-hook").status == 0)
        // A git that cannot tell what is staged, as with a damaged index.
        try project.folder.write(
            "#!/bin/sh\nif [ \"$1\" = diff ]; then exit 128; fi\nexec /usr/bin/git \"$@\"\n",
            to: "bin/git")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: project.folder.url(of: "bin/git").path)
        let hook = try await ChildProcess.run(
            project.folder.url(of: ".git/hooks/pre-commit"), [], in: project.url,
            environment: [
                "PATH": project.folder.url(of: "bin").path + ":/usr/bin:/bin",
                "HAKUSHO": "/bin/true",
            ])
        #expect(hook.status == 128)
    }

    @Test func aHookOfSomebodyElseStays() async throws {
        try #require(try await git("init", "-q").status == 0)
        try project.folder.write("#!/bin/sh\n", to: ".git/hooks/pre-commit")
        let run = try await project.run("init", "--git-hook", "--lang", "ja")
        #expect(run.status == 1 && run.stderr.contains("変更しませんでした"))
        #expect(try project.folder.text(of: ".git/hooks/pre-commit") == "#!/bin/sh\n")
        let old = "#!/bin/sh\n# Written by 'hakusho init --git-hook'; it was another one.\n"
        try project.folder.write(old, to: ".git/hooks/pre-commit")
        let renewed = try await project.run("init", "--git-hook")
        #expect(renewed.status == 1 && renewed.stderr.contains("remove it and run this again"))
        #expect(try project.folder.text(of: ".git/hooks/pre-commit") == old)
    }
}
