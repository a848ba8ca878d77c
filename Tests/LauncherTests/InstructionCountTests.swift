import Foundation
import TestSupport
import Testing

/// What the script says that compares the counted instructions with the recorded ones.
///
/// Valgrind, the compiler and the program are stubs: reading takes 1,000 instructions a round and
/// writing 2,000, after a start of 500.
@Suite(.timeLimit(.minutes(2))) struct InstructionCountTests {
    @Test func whatWasJustRecordedIsFine() async throws {
        let machine = try CountingMachine()
        #expect(try await machine.run("--record").status == 0)
        let recorded = try machine.folder.text(of: "recorded.tsv")
        #expect(recorded.hasSuffix("part\tinstructions\nreading\t1000\nwriting\t2000\n"))
        #expect(recorded.contains("# swift\t6.3.1\n# libcmark-gfm\t0.29\n# valgrind\t3.19.0\n"))
        let run = try await machine.run()
        #expect(run.status == 0)
        #expect(
            run.stdout == """
                part                 recorded            now    change
                reading                 1,000          1,000    +0.0 %
                writing                 2,000          2,000    +0.0 %

                """)
    }

    @Test(arguments: [
        (800, Int32(1), "reading takes 25.0 % more instructions: 800 recorded, 1,000 now"),
        (910, 0, ""), (1_100, 0, ""),
        (1_250, 0, "reading takes 20.0 % fewer instructions: 1,250 recorded, 1,000 now"),
    ])
    func aChangeOfOverATenthIsTold(recorded: Int, status: Int32, words: String) async throws {
        let machine = try CountingMachine()
        _ = try await machine.run("--record")
        try machine.change("reading\t1000", to: "reading\t\(recorded)")
        let run = try await machine.run()
        #expect(run.status == status)
        #expect(run.stdout.contains(words.isEmpty ? "writing" : words))
        #expect(run.stdout.contains("instructions:") == !words.isEmpty)
        #expect(run.stdout.contains("./hakusho benchmark --record") == !words.isEmpty)
        #expect(try await machine.run("writing").status == 0)
    }

    @Test(arguments: ["swift\t6.3.1", "libcmark-gfm\t0.29", "valgrind\t3.19.0"])
    func growthWithAnotherVersionIsAWarningUnlessStrict(version: String) async throws {
        let machine = try CountingMachine()
        _ = try await machine.run("--record")
        try machine.change("reading\t1000", to: "reading\t800")
        try machine.change(version, to: version + "-other")
        let run = try await machine.run()
        #expect(run.status == 0)
        let name = version.split(separator: "\t")
        #expect(run.stdout.contains("\(name[0]) is \(name[1]), recorded with \(name[1])-other\n"))
        #expect(run.stdout.contains("reading takes 25.0 % more"))
        #expect(run.stdout.contains("only a warning"))
        #expect(try await machine.run("--strict").status == 1)
    }

    @Test(arguments: [
        ("reading\t1000\n", "", "reading is not recorded"),
        ("reading", "reading\t1000\nthinking", "thinking is recorded and is no part any more"),
    ])
    func otherPartsThanTheRecordedOnesAreAnError(
        old: String, new: String, words: String
    ) async throws {
        let machine = try CountingMachine()
        _ = try await machine.run("--record")
        try machine.change(old, to: new)
        let run = try await machine.run()
        #expect(run.status == 1)
        #expect(run.stdout.contains(words))
    }

    @Test func whereNothingCanBeCountedItSaysSo() async throws {
        let machine = try CountingMachine()
        #expect(try await machine.run().stderr.contains("recorded.tsv: No such file"))
        _ = try await machine.run("--record")
        #expect(try await machine.run("thinking").stderr.contains("there is no part 'thinking'"))
        try machine.writeCommand("valgrind", "echo no such tool >&2; exit 1\n")
        let run = try await machine.run()
        #expect(run.status == 2)
        #expect(run.stderr.contains("no such tool"))
    }
}

/// The script on a machine whose valgrind counts as it is told to.
private struct CountingMachine {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try writeCommand("swiftc", "echo 'Swift version 6.3.1 (swift-6.3.1-RELEASE)'\n")
        try writeCommand("pkg-config", "echo 0.29\n")
        try writeCommand("strip", "cp \"$4\" \"$3\"\n")
        try writeCommand("Benchmarks", "echo reading; echo writing\n")
        try writeCommand(
            "valgrind",
            """
            [ "$1" != --version ] || { echo valgrind-3.19.0; exit; }
            [ "$SWIFT_DETERMINISTIC_HASHING" ] || exit 3
            case $4 in reading) each=1000 ;; writing) each=2000 ;; esac
            echo "==7== Collected : $((500 + each * $5))" >&2
            """)
    }

    func writeCommand(_ name: String, _ script: String) throws {
        try folder.write("#!/bin/sh\n" + script, to: "bin/\(name)")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: folder.url(of: "bin/\(name)").path)
    }

    /// Changes what is recorded.
    func change(_ old: String, to new: String) throws {
        let text = try folder.text(of: "recorded.tsv")
        try folder.write(text.replacing(old, with: new, maxReplacements: 1), to: "recorded.tsv")
    }

    func run(_ arguments: String...) async throws -> ProgramRun {
        let script = PackageFolder.url.appending(path: "Tests/Benchmarks/instructions.py").path
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        return try await ChildProcess.run(
            URL(filePath: "/usr/bin/env"),
            [
                "python3", script, "--program", folder.url(of: "bin/Benchmarks").path,
                "--recorded", folder.url(of: "recorded.tsv").path,
            ] + arguments, in: folder.url,
            environment: ["PATH": folder.url(of: "bin").path + ":" + path])
    }
}
