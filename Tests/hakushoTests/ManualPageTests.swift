import Core
import Foundation
import TestSupport
import Testing

@testable import hakusho

/// The manual page, and the completions of shells.
@Suite struct ManualPageTests {
    private func run(
        _ program: String, _ arguments: [String], input: String = ""
    ) async throws -> ProgramRun {
        let folder = try TemporaryFolder()
        return try await ChildProcess.run(
            URL(filePath: "/usr/bin/env"), [program] + arguments, in: folder.url,
            environment: ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"], standardInput: input)
    }

    @Test(arguments: [
        ("en", "NAME", "hakusho new page [options] [<page>]"),
        ("ja", "名前", "hakusho new page [オプション] [<ページ>]"),
    ])
    func groffSetsThePageWithoutAWarning(
        language: String, title: String, usage: String
    ) async throws {
        let folder = try TemporaryFolder()
        let page = try await BuiltProgram.run(["manual", "--lang", language], in: folder.url)
        #expect(page.status == 0)
        #expect(page.stderr == "")
        let set = try await run(
            "groff", ["-ww", "-man", "-Kutf8", "-Tutf8", "-P-cbou", "-"], input: page.stdout)
        #expect(set.status == 0)
        #expect(set.stderr == "")
        #expect(set.stdout.contains("\n" + title + "\n"))
        #expect(set.stdout.contains(usage))
        // Every option stands in it as it is typed.
        for command in CommandDescription.program.all {
            for name in command.arguments.flatMap(\.names) where name != "--version" {
                #expect(set.stdout.contains(name), "\(command.key) \(name)")
            }
        }
    }

    @Test func whatRoffWouldTakeForItsOwnIsPlain() {
        var roff = Roff()
        roff.paragraph(".b 'c' \\d")
        roff.example(["'x' --y"])
        roff.item("\"q\"", "全角の text")
        #expect(
            roff.output == #"""
                .PP
                \&.b \(aqc\(aq \ed
                .PP
                .RS "4"
                .nf
                \(aqx\(aq \-\-y
                .fi
                .RE
                .TP
                .B "\(dqq\(dq"
                全\:角\:の text

                """#)
    }

    /// What bash offers for a command line.
    private func complete(_ words: [String]) async throws -> [String] {
        let folder = try TemporaryFolder()
        try FileManager.default.createDirectory(
            at: folder.url(of: "a-folder"), withIntermediateDirectories: false)
        try folder.write("", to: "a-page.md")
        try folder.write("", to: "a-text.txt")
        let made = try await BuiltProgram.run(
            ["--generate-completion-script", "bash"], in: folder.url)
        #expect(made.status == 0)
        try folder.write(made.stdout, to: "script.bash")
        let program = """
            . ./script.bash
            COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMP_LINE="$*" COMP_POINT=${#COMP_LINE}
            _hakusho hakusho "${@:$#}" "${@:$(($# - 1)):1}"
            printf '%s\\n' "${COMPREPLY[@]}"
            """
        let done = try await ChildProcess.run(
            URL(filePath: "/usr/bin/env"), ["bash", "-c", program, "bash"] + words, in: folder.url,
            environment: ["PATH": "/usr/bin:/bin"])
        #expect(done.stderr == "")
        return done.stdout.split(separator: "\n").map {
            String($0.reversed().drop { $0 == " " }.reversed())
        }
    }

    @Test func bashCompletesCommandsOptionsValuesAndPaths() async throws {
        #expect(try await complete(["hakusho", "wh"]) == ["whitepaper"])
        #expect(try await complete(["hakusho", "new", "no"]) == ["notice"])
        #expect(try await complete(["hakusho", "build", "--req"]) == ["--require-scan"])
        #expect(
            try await complete(["hakusho", "check", "--format", ""]).sorted()
                == ["github", "json", "junit", "sarif", "text"])
        #expect(try await complete(["hakusho", "check", "--project", "a-"]) == ["a-folder"])
        #expect(try await complete(["hakusho", "explain", "link.page-m"]) == ["link.page-missing"])
        let files = try await complete(["hakusho", "render", "a-"])
        #expect(files.contains("a-page.md") && !files.contains("a-text.txt"))
    }

    @Test(arguments: ["zsh", "fish"])
    func otherShellsGetAScriptThatNamesAllCommands(shell: String) async throws {
        let folder = try TemporaryFolder()
        let made = try await BuiltProgram.run(
            ["--generate-completion-script", shell], in: folder.url)
        #expect(made.status == 0)
        #expect(made.stderr == "")
        for command in CommandDescription.program.all.dropFirst() where command.isShown {
            #expect(made.stdout.contains(command.path.last ?? ""), "\(command.key)")
        }
    }
}
