import Foundation
import TestSupport
import Testing

/// `hakusho new` on a pseudo-terminal.
@Suite struct InterviewTests {
    private let project: TemporaryProject

    init() throws {
        project = try TemporaryProject(
            """
            -- Content/site.yml --
            title: Example
            url: https://www.example.jp/
            languages: [ja, en]
            -- Content/labels.yml --
            levels: [{id: public, name: 公開}, {id: internal, name: 社外秘}]
            -- Content/pages/index.md --
            ---
            title: Home
            label: public
            ---
            """)
    }

    /// Runs the program where a person types the answers.
    private func type(
        _ answers: String, _ arguments: [String], _ environment: [String: String] = [:]
    ) async throws -> ProgramRun {
        let script = PackageFolder.url.appending(path: "Tests/Tools/on_terminal.py").path
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        return try await ChildProcess.run(
            URL(filePath: "/usr/bin/env"),
            ["python3", script, "80", "--answers", answers, try BuiltProgram.url().path]
                + arguments,
            in: project.url,
            environment: ["PATH": path, "TERM": "xterm", "LANG": "ja_JP.UTF-8"]
                .merging(environment) { $1 })
    }

    @Test func whatIsMissingIsAskedAndAWrongAnswerIsAskedAgain() async throws {
        let run = try await type(
            "はじめ かた\nguide\n\nfr\nen\n\npublc\npublic\n", ["new", "page"])
        #expect(run.status == 0, "\(run.stdout)")
        #expect(run.stdout.contains("題名: "))
        #expect(run.stdout.contains("Content/pages の中のフォルダー。最上位なら空のまま: "))
        #expect(run.stdout.contains("ファイル名 [はじめ-かた.md]: "))
        #expect(run.stdout.contains("言語 (ja, en) [ja]: "))
        #expect(run.stdout.contains("「fr」は使えません"))
        #expect(run.stdout.contains("ラベル (public, internal): "))
        #expect(run.stdout.contains("「publc」は使えません"))
        #expect(run.stdout.contains("--\nContent/pages/guide/はじめ-かた.en.md\n"))
        let text = try project.folder.text(of: "Content/pages/guide/はじめ-かた.en.md")
        #expect(text.hasPrefix("---\ntitle: \"はじめ かた\"\nlabel: public\ndraft: true\n---\n"))
    }

    @Test func whatTheCommandLineSaysIsNotAsked() async throws {
        let run = try await type(
            "\n", ["new", "page", "a.en.md", "--title", "A", "--label", "public"])
        #expect(run.status == 0, "\(run.stdout)")
        #expect(!run.stdout.contains("題名") && !run.stdout.contains("言語"))
        #expect(run.stdout.contains("概要（省略できます）: "))
    }

    @Test func theEndOfTheInputMakesNothing() async throws {
        let before = project.folder.files()
        let run = try await type("A\n\u{04}", ["new", "page"])
        #expect(run.status == 1, "\(run.stdout)")
        #expect(run.stdout.contains("何も作りませんでした"))
        #expect(project.folder.files() == before)
    }

    @Test(arguments: [["CI": "true"], ["TERM": "xterm"]])
    func nobodyIsAskedInCIOrUnderQuiet(environment: [String: String]) async throws {
        let quiet = environment["CI"] == nil ? ["--quiet"] : []
        let run = try await type("A\n\n\npublic\n", ["new", "page", "a.md"] + quiet, environment)
        #expect(run.status == 64, "\(run.stdout)")
        #expect(run.stdout.contains("--title で指定してください"))
    }
}
