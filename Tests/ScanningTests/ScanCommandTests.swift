import Core
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Scanning

/// `hakusho scan`, as its users run it.
@Suite(.serialized, .timeLimit(.minutes(3))) struct ScanCommandTests {
    private let project: TemporaryProject

    init() throws {
        project = try TemporaryProject(
            """
            -- in/a.txt --
            a
            -- in/b.txt --
            b
            """)
    }

    private func writeEICAR() throws {
        try project.folder.write(BadArchives.eicar, to: "in/eicar.com")
    }

    @Test func cleanFilesExitWith0AndALineEach() async throws {
        let clamd = try FakeClamd()
        let run = try await project.run("scan", "in", "--clamd", clamd.socket)
        #expect(run.status == 0)
        let lines = run.stdout.split(separator: "\n").map { $0.split(separator: "\t")[..<2] }
        #expect(lines == [["clean", "in/a.txt"], ["clean", "in/b.txt"]])
        #expect(run.stderr == "2 clean\n")
    }

    @Test func aFileThatMustNotBePublishedExitsWith1() async throws {
        let clamd = try FakeClamd()
        try writeEICAR()
        let run = try await project.run("scan", "in", "--clamd", clamd.socket)
        #expect(run.status == 1)
        #expect(run.stdout.contains("infected\tin/eicar.com\t'Eicar' was found\n"))
        #expect(run.stderr.contains("error[scan.infected]"))
        try project.folder.remove("in/eicar.com")
        try FileManager.default.createSymbolicLink(
            atPath: project.folder.url(of: "in/link").path, withDestinationPath: "a.txt")
        let link = try await project.run("scan", "in", "--clamd", clamd.socket)
        #expect(link.status == 1)
        #expect(link.stderr.contains("error[scan.refused]"))
    }

    @Test func withoutAnEngineItSaysHowToInstallOne() async throws {
        let run = try await project.run("scan", "in")
        #expect(run.status == 2)
        #expect(run.stdout == "")
        #expect(run.stderr.contains("error[scan.no-engine]"))
        #expect(run.stderr.contains("apt-get install clamav-daemon"))
        let japanese = try await project.run("scan", "in", "--lang", "ja")
        #expect(japanese.stderr.contains("ウイルス検査エンジンが"))
    }

    @Test(arguments: [
        ["scan"], ["scan", "in", "--clamd", "nowhere"], ["scan", "in", "--icap", "http://a/b"],
        ["scan", "in", "--command", " "], ["scan", "in", "--timeout", "5"],
    ])
    func wrongUsageExitsWith64(arguments: [String]) async throws {
        let run = try await BuiltProgram.run(arguments, in: project.url)
        #expect(run.status == 64)
    }

    /// Each fault, from the program's own end.
    @Test(arguments: ClamdFaultTests.cases) func aFaultOfClamdExitsWith2(
        _ fault: ClamdFaultTests.Case
    ) async throws {
        let clamd = try FakeClamd(midStream: fault.midStream, fault: fault.fault)
        let bytes = Array("FAULT".utf8) + [UInt8](repeating: 0x20, count: 4 << 20)
        try project.folder.write(bytes, to: "in/a.txt")
        let run = try await project.run(
            "scan", "in/a.txt", "--clamd", clamd.socket, "--timeout", "1s")
        #expect(run.status == 2)
        #expect(run.stdout.hasPrefix("failed\tin/a.txt\t"))
        #expect(run.elapsed < .seconds(1) + busy)
    }

    @Test(arguments: ICAPFaultTests.cases) func aFaultOfICAPExitsWith2(
        _ fault: ICAPFaultTests.Case
    ) async throws {
        let icap = try FakeICAP(early: fault.early, fault: fault.fault)
        try project.folder.write("FAULT and more", to: "in/a.txt")
        let run = try await project.run(
            "scan", "in/a.txt", "--icap", "icap://127.0.0.1:\(icap.server.port)/scan",
            "--timeout", "1s", "--accept-unknown-signatures")
        #expect(run.status == (fault.word == "failed" ? 2 : 1))
        #expect(run.stdout.hasPrefix(fault.word + "\tin/a.txt\t"))
        #expect(run.elapsed < .seconds(1) + busy)
    }

    @Test func pathsComeFromStandardInputToo() async throws {
        let clamd = try FakeClamd()
        try project.folder.write("x", to: "in/two\nlines\t.txt")
        let run = try await project.run(
            "scan", "--stdin0", "--clamd", clamd.socket,
            standardInput: "in/two\nlines\t.txt\0in/b.txt\0")
        #expect(run.status == 0)
        let lines = run.stdout.split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines[0].hasPrefix("clean\tin/two\\u{a}lines\\u{9}.txt\t"))
        let none = try await project.run("scan", "--stdin0")
        #expect(none.status == 0)
        #expect(none.stdout == "")
    }

    @Test func jsonTellsFilesEnginesAndDigests() async throws {
        let clamd = try FakeClamd()
        try writeEICAR()
        let run = try await project.run(
            "scan", "in", "--clamd", clamd.socket, "--command", "grep -qv STANDARD {path}",
            "--format", "json", "--accept-unknown-signatures")
        let object = try JSONSerialization.jsonObject(with: Data(run.stdout.utf8))
        let report = try #require(object as? [String: Any])
        let files = try #require(report["files"] as? [[String: Any]])
        #expect(files.map { $0["file"] as? String } == ["in/a.txt", "in/b.txt", "in/eicar.com"])
        #expect(
            files[0]["sha256"] as? String
                == "87428fc522803d31065e7bce3cf03fe475096631e5e07bbd7a0fde60c4cf25c7")
        let engines = try #require(report["engines"] as? [[String: Any]])
        #expect(engines.map { $0["name"] as? String } == ["clamd", "command"])
        #expect(engines[0]["signatures"] as? String == "27123")
        #expect(run.stderr == "")
    }

    @Test(arguments: ["sarif", "junit", "github"])
    func otherFormatsTellTheFindings(format: String) async throws {
        let clamd = try FakeClamd()
        try writeEICAR()
        let run = try await project.run(
            "scan", "in", "--clamd", clamd.socket, "--format", format)
        #expect(run.status == 1)
        #expect(run.stdout.contains("scan.infected"))
        #expect(run.stdout.contains("in/eicar.com"))
    }

    @Test func aProjectNamesItsEnginesAndRemembers() async throws {
        let clamd = try FakeClamd()
        try project.add(
            """
            -- Content/site.yml --
            title: Example
            url: https://www.example.jp/
            uploads: {engines: [{clamd: {socket: \(clamd.socket)}}]}
            """)
        let environment = ["LANG": "C.UTF-8", "HOME": project.url.path]
        for expected in [5, 3, 5] {
            let before = clamd.streams.load(ordering: .relaxed)
            let isLast = expected == 5 && before > 0
            let run = try await project.run(
                "scan", "in",
                environment: environment.merging(isLast ? ["CI": "true"] : [:]) { $1 })
            #expect(run.status == 0)
            #expect(clamd.streams.load(ordering: .relaxed) - before == expected)
        }
        #expect(project.folder.has(".hakusho/verdicts.tsv"))
        #expect(project.folder.has(".config/hakusho/verdict.key"))
        try project.folder.write("uploads: {engines: [x]}", to: "Content/site.yml")
        let broken = try await project.run("scan", "in", environment: environment)
        #expect(broken.status == 2)
        #expect(broken.stderr.contains("Content/site.yml:1:"))
    }

    @Test func aFileThatNobodyJudgedByMoreThanThePolicyIsNoSuccess() {
        let judgement = Judgement(name: "a", contents: nil, verdict: .policyChecked, opinions: [])
        let result = ScanResult(
            engines: [EngineState(name: "policy", identity: nil, failure: nil)],
            judgements: [judgement])
        #expect(result.exitStatus == 2)
        #expect(result.diagnostics.map(\.code) == ["scan.policy-only"])
    }

    /// The other codes, by their names: scan.failed and scan.unscannable.
    @Test func whatFailedAndWhatCannotBeScannedAreToldApart() {
        let words: [(Verdict, String)] = [
            (.failed(.changed), "scan.failed"),
            (.unscannable(.init(en: "x", ja: "x")), "scan.unscannable"),
        ]
        for (verdict, code) in words {
            let judgement = Judgement(name: "a", contents: nil, verdict: verdict, opinions: [])
            let result = ScanResult(
                engines: [EngineState(name: "clamd", identity: nil, failure: nil)],
                judgements: [judgement])
            #expect(result.diagnostics.map(\.code) == [code])
        }
    }
}
