import Core
import Foundation
import TestSupport
import Testing

@testable import Scanning

@Suite(.timeLimit(.minutes(2))) struct CommandEngineTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func engine(
        _ command: [String], version: [String]? = nil, limit: Duration = .seconds(20)
    ) throws -> CommandEngine {
        try FileManager.default.createDirectory(
            at: folder.url(of: "tmp"), withIntermediateDirectories: true)
        return CommandEngine(
            command, version: version, signatures: .any, limit: limit,
            in: .init(
                environment: ["PATH": "/usr/bin:/bin"], temporaryFolder: folder.url(of: "tmp").path,
                folder: folder.url.path))
    }

    private func shell(_ script: String, limit: Duration = .seconds(20)) throws -> CommandEngine {
        try engine(["sh", "-c", script, "sh", "{path}"], limit: limit)
    }

    private func judge(_ text: String, by engine: CommandEngine) async throws -> Judged {
        let identity = try await engine.identify()
        let sample = Sample(name: "dir/a.txt", bytes: Array(text.utf8))
        return await engine.judge([sample], as: identity, judged: {})[0]
    }

    @Test(arguments: [
        ("exit 0", "clean"), ("exit 1", "infected"), ("exit 2", "failed"), ("exit 77", "failed"),
        ("kill -9 $$", "failed"), ("grep -q bad \"$1\" && exit 1; exit 0", "clean"),
        ("grep -q file \"$1\" && exit 1; exit 0", "infected"),
        ("case $1 in *.txt) exit 0;; esac; exit 2", "clean"),
        // It is a file, that only this user can read, and nobody write.
        ("test -f \"$1\" && test ! -L \"$1\" && [ $(stat -c %a \"$1\") = 400 ]", "clean"),
        ("[ $(stat -c %a \"${1%/*}\") = 700 ]", "clean"),
        ("[ -z \"$SECRET\" ] && [ \"$(pwd)\" != / ]", "clean"),
    ])
    func theExitStatusDecides(script: String, word: String) async throws {
        let judged = try await judge("a file", by: shell(script))
        #expect(judged.verdict.word == word)
        if word != "failed" {
            #expect(judged.contents?.digest == SHA256Digest(of: Array("a file".utf8)))
        }
        let left = try FileManager.default.contentsOfDirectory(atPath: folder.url(of: "tmp").path)
        #expect(left == [])
    }

    @Test func whatTheCommandLeavesRunningIsEnded() async throws {
        let mark = folder.url(of: "left").path
        let script = "sleep 100 >/dev/null 2>&1 & echo $! >'\(mark)'; exit 0"
        #expect(try await judge("a", by: shell(script)).verdict.isClean)
        let process = try folder.text(of: "left").filter { !$0.isWhitespace }
        try #require(!process.isEmpty)
        for _ in 0..<200 where isRunning(process) { try await Task.sleep(for: .milliseconds(50)) }
        #expect(!isRunning(process))
    }

    /// Whether a process is there and more than what its parent has not yet asked after.
    ///
    /// - Source: proc_pid_stat(5).
    private func isRunning(_ process: String) -> Bool {
        guard let bytes = FileManager.default.contents(atPath: "/proc/\(process)/stat") else {
            return false
        }
        let state = String(decoding: bytes, as: UTF8.self).split(separator: ")").last
        return state?.first { !$0.isWhitespace } != "Z"
    }

    @Test(arguments: ["no-such-scanner", "/no/such/scanner", "tmp"])
    func aProgramThatIsNotThereIsToldAsSuch(name: String) async throws {
        let engine = try engine([name, "{path}"])
        await #expect(throws: ScanFailure.noProgram(name)) { try await engine.identify() }
        let versioned = try self.engine(["sh"], version: [name])
        await #expect(throws: ScanFailure.noProgram(name)) { try await versioned.identify() }
    }

    @Test func withoutAPathTheFileIsOnStandardInput() async throws {
        let script = "[ \"$(cat)\" = 'a file' ]"
        #expect(try await judge("a file", by: engine(["sh", "-c", script])).verdict.isClean)
        #expect(try await judge("b", by: engine(["sh", "-c", script])).verdict.word == "infected")
    }

    @Test func theNameOfWhatWasFoundIsTaken() async throws {
        let script = "echo \"$1: Some.Virus-1 FOUND\"; exit 1"
        let verdict = try await judge("a", by: shell(script)).verdict
        #expect(verdict == .infected(name: "Some.Virus-1"))
    }

    @Test(arguments: ["sleep 30", "sleep 30 & sleep 30", "(sleep 30) & wait", "yes"])
    func theTimeLimitEndsTheCommandAndItsChildren(script: String) async throws {
        let clock = ContinuousClock()
        let start = clock.now
        let engine = try shell(script, limit: .milliseconds(500))
        let verdict = try await judge("a", by: engine).verdict
        // What writes without end may be stopped for that before its time is over.
        let isStopped = script == "yes" && verdict.word == "failed"
        #expect(isStopped || verdict == .failed(.silent(.milliseconds(500))))
        #expect(clock.now - start < busy)
    }

    @Test func aCommandThatCannotStartIsFailed() async throws {
        for command in ["no-such-command", "/no/such/command", "./sh", "/tmp"] {
            // It was there when the engine was asked who it is.
            let known = EngineIdentity(engine: "command", version: "1", signatures: nil)
            let sample = Sample(name: "a.txt", bytes: Array("a".utf8))
            let judged = try await engine([command]).judge([sample], as: known, judged: {})
            #expect(judged[0].verdict.word == "failed")
        }
    }

    @Test func theVersionIsThatOfItsOwnCommand() async throws {
        let version = "echo 'ClamAV 1.4.6/27123/Mon Nov 23 09:26:12 2026'"
        let known = try engine(["true"], version: ["sh", "-c", version])
        let identity = try await known.identify()
        #expect(identity.version == "ClamAV 1.4.6")
        #expect(identity.signatures?.version == "27123")
        #expect(identity.signatures?.time?.iso == "2026-11-23T09:26:12Z")
        #expect(try await engine(["true"], version: ["echo", "x 1"]).identify().version == "x 1")
        await #expect(throws: ScanFailure.self) {
            try await engine(["true"], version: ["false"]).identify()
        }
    }

    @Test func aCommandThatSaysCleanToAllFailsItsSelfTest() async throws {
        for (command, sample) in [("true", "eicar.com"), ("false", "clean.txt")] {
            let (result, _) = await Scan([try engine([command])], now: .testing).run([])
            #expect(result.exitStatus == 2)
            #expect(result.diagnostics[0].message.en.contains(sample))
        }
    }

    /// clamscan loads its database for each file, and judges alone, without a daemon.
    @Test(.enabled(if: RealScanners.areExpected), arguments: [["{path}"], ["-"]])
    func clamscanIsSuchACommand(target: [String]) async throws {
        let hex = BadArchives.eicar.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        try folder.write("Test.Eicar.NDB:0:*:\(hex)\n", to: "db/test.ndb")
        let words = ["clamscan", "-d", folder.url(of: "db").path, "--no-summary"] + target
        let (result, _) = await Scan([try engine(words)], now: .testing).run([
            Sample(name: "eicar", bytes: BadArchives.eicar), Sample(name: "good", bytes: [65]),
        ])
        #expect(result.engines[0].failure == nil)
        let verdicts = result.judgements.map(\.verdict)
        #expect(verdicts[0] == .infected(name: "Test.Eicar.NDB.UNOFFICIAL"))
        #expect(verdicts[1].isClean)
    }
}
