import Foundation
import TestSupport
import Testing

@testable import hakusho

@Suite struct ProgressLineTests {
    @Test(arguments: [
        ("pages", 0, 20, 40, "pages [>                         ] 0/20"),
        ("pages", 10, 20, 40, "pages [============>            ] 10/20"),
        ("pages", 20, 20, 40, "pages [=========================] 20/20"),
        ("検査中", 1, 9, 24, "検査中 [=>        ] 1/9"),
        ("検査中", 1, 9, 20, "検査中 1/9"), ("検査中", 1, 9, 8, "検 1/9"), ("検査中", 1, 9, 5, " 1/9"),
        ("pages", 0, 0, 40, "pages [>                          ] 0/0"),
    ])
    func theLineFitsTheTerminal(
        label: String, done: Int, total: Int, width: Int, line: String
    ) {
        #expect(progressLine(label, done, of: total, width: width) == line)
    }

    @Test func whereNothingIsCountedTheTimeIsShown() {
        let elapsed = Duration.milliseconds(61_900)
        #expect(progressLine("検査中", nil, elapsed: elapsed, width: 40) == "検査中 61 s")
        #expect(progressLine("検査中", nil, elapsed: elapsed, width: 8) == "検 61 s")
        #expect(progressLine("pages", (1, 9), elapsed: elapsed, width: 12) == "pages 1/9")
        #expect(progressRecord("pages", (1, 9), elapsed: elapsed) == "pages 1/9, 61 s")
        #expect(progressRecord("pages", nil, elapsed: elapsed) == "pages 61 s")
    }

    @Test func theBarHasFortyColumnsAtMost() {
        let line = progressLine("pages", 1, of: 2, width: 500)
        #expect(
            line == "pages [" + String(repeating: "=", count: 20) + ">"
                + String(repeating: " ", count: 19) + "] 1/2")
    }
}

/// The program on a pseudo-terminal.
@Suite struct TerminalTests {
    /// Runs the program where a person watches its standard error.
    private func watch(
        _ project: TemporaryProject, _ arguments: [String], _ environment: [String: String] = [:]
    ) async throws -> ProgramRun {
        let script = PackageFolder.url.appending(path: "Tests/Tools/on_terminal.py").path
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        return try await ChildProcess.run(
            URL(filePath: "/usr/bin/env"),
            ["python3", script, "60", try BuiltProgram.url().path] + arguments, in: project.url,
            environment: ["PATH": path, "TERM": "xterm", "LANG": "ja_JP.UTF-8"]
                .merging(environment) { $1 })
    }

    private func bigSite() throws -> TemporaryProject {
        let project = try TemporaryProject(
            "-- Content/site.yml --\ntitle: X\nurl: https://www.example.jp/\n")
        let paragraph = String(repeating: "**責任分界**の`表`と[リンク](p1.md)。", count: 60) + "\n\n"
        let body = String(repeating: paragraph, count: 6)
        for number in 0..<400 {
            let page = "---\ntitle: P\(number)\n---\n" + body
            try project.folder.write(page, to: "Content/pages/p\(number).md")
        }
        return project
    }

    @Test func aSlowRunShowsItsProgressAndTakesItAway() async throws {
        let project = try bigSite()
        let run = try await watch(project, ["check"])
        #expect(run.status == 0, "\(run.stdout) \(run.stderr)")
        let drawn = run.stdout.split(separator: "\r").filter { $0.contains("/40") }
        try #require(!drawn.isEmpty, "the run took \(run.elapsed)")
        #expect(drawn.allSatisfy { $0.hasPrefix("ページを検査中 [") && $0.hasSuffix("\u{1B}[K") })
        let shown = run.elapsed - .seconds(1)
        #expect(drawn.count <= Int(shown / .milliseconds(100)) + 2)
        let after = try #require(run.stdout.range(of: "\r\u{1B}[K入力 "))
        #expect(!run.stdout[after.upperBound...].contains("ページを検査中"))
        #expect(!(try await watch(project, ["check", "--quiet"])).stdout.contains("検査中"))
        // A log of CI has lines, and nothing that moves a cursor.
        let logged = try await watch(project, ["check"], ["CI": "true", "NO_COLOR": "1"])
        #expect(!logged.stdout.contains("\u{1B}") && !logged.stdout.contains("検査中 ["))
        #expect(!(try await watch(project, ["check"], ["TERM": "dumb"])).stdout.contains("検査中"))
        #expect(!(try await project.run("check")).stderr.contains("rendering"))
    }

    @Test func workThatTellsNothingShowsItsTimeAndTakesItAway() async throws {
        let project = try TemporaryProject("-- a.txt --\na\n-- slow --\n")
        try project.folder.write("#!/bin/sh\nsleep 3\nexit 1\n", to: "slow")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: project.folder.url(of: "slow").path)
        let run = try await watch(
            project,
            [
                "scan", "--accept-unknown-signatures", "--command",
                project.folder.url(of: "slow").path, "a.txt",
            ])
        #expect(run.stdout.contains("\rファイルを検査中 1 s\u{1B}[K"))
        #expect(run.stdout.contains("\rファイルを検査中 2 s\u{1B}[K"))
        let last = try #require(run.stdout.split(separator: "\r").last { $0.contains("検査中 ") })
        #expect(run.stdout.contains(last + "\r\u{1B}[K"))
    }

    @Test func coloursAreForTerminalsThatWantThem() async throws {
        let project = try TemporaryProject(
            "-- Content/site.yml --\ntitle: X\nurl: https://www.example.jp/\nthme: a\n"
                + "-- Content/pages/index.md --\n---\ntitle: X\n---\n")
        let coloured = try await watch(project, ["check"])
        #expect(coloured.status == 1)
        #expect(coloured.stdout.contains("\u{1B}[1;31mエラー[yaml.unknown-key]\u{1B}[0m: "))
        // A slow run draws its progress there too, which is no colour.
        let colour = /\u{1B}\[[0-9;]*m/
        for wish in [["NO_COLOR": "1"], ["TERM": "dumb"]] {
            #expect(!(try await watch(project, ["check"], wish)).stdout.contains(colour))
        }
        #expect(!(try await project.run("check")).stderr.contains("\u{1B}"))
        let json = try await watch(project, ["check", "--format", "json"])
        #expect(json.stdout.contains("--\n{"))
    }
}
