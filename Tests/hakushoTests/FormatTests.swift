import Foundation
import TestSupport
import Testing

/// The formats of the built program: what each stream gets, and the exit status.
@Suite struct FormatTests {
    private let site = """
        -- docs/Content/site.yml --
        title: 題
        url: https://www.example.jp/
        thme: default
        -- docs/Content/pages/index.md --
        ---
        title: Home
        ---
        👨‍👩‍👧 [責任](guid.md) と {{fact:a}}
        -- docs/Content/stray.txt --
        """

    private let clean = """
        -- docs/Content/site.yml --
        title: 題
        url: https://www.example.jp/
        -- docs/Content/pages/index.md --
        ---
        title: Home
        ---
        """

    private func check(
        _ archive: String, _ arguments: String..., environment: [String: String] = [:]
    ) async throws -> ProgramRun {
        let project = try TemporaryProject(archive)
        return try await BuiltProgram.run(
            ["check", "--project", "docs"] + arguments, in: project.url,
            environment: environment.merging(["LANG": "C.UTF-8"]) { first, _ in first })
    }

    private func reportChecker() throws -> ReportChecker {
        try ReportChecker(environment: ProcessInfo.processInfo.environment)
    }

    @Test(arguments: ["json", "sarif", "junit", "github"])
    func aFormatForMachinesGoesToStandardOutputAlone(format: String) async throws {
        let bad = try await check(site, "--format", format)
        #expect(bad.status == 1)
        #expect(bad.stderr == "")
        #expect(bad.stdout.contains("link.page-missing"))
        #expect(bad.stdout.contains("content.stray-file"))
        let good = try await check(clean, "--format", format)
        #expect(good.status == 0)
        #expect(good.stderr == "")
        #expect(!good.stdout.isEmpty)
    }

    @Test func textGoesToStandardErrorAloneAndPointsToTheExplanation() async throws {
        let bad = try await check(site)
        #expect(bad.status == 1)
        #expect(bad.stdout == "")
        #expect(
            bad.stderr.hasSuffix("'hakusho explain CODE' tells more about the code in brackets\n"))
        let quiet = try await check(site, "--quiet")
        #expect(!quiet.stderr.contains("hakusho explain"))
        let good = try await check(clean)
        #expect(!good.stderr.contains("hakusho explain"))
    }

    @Test(arguments: ["en", "ja"])
    func aSARIFLogFitsTheSchema(language: String) async throws {
        let checker = try reportChecker()
        for archive in [site, clean] {
            let run = try await check(archive, "--format", "sarif", "--lang", language)
            #expect(try await checker.complaints(about: run.stdout, as: .sarif) == [])
        }
        let wrong = try await checker.complaints(about: #"{"version": "2.1.0"}"#, as: .sarif)
        #expect(wrong == ["[]: 'runs' is a required property"])
    }

    @Test func aJUnitReportFitsTheSchema() async throws {
        let checker = try reportChecker()
        for arguments in [["check"], ["check", "--strict"], ["check", "--lang", "ja"]] {
            for archive in [site, clean] {
                let project = try TemporaryProject(archive)
                let run = try await BuiltProgram.run(
                    arguments + ["--project", "docs", "--format", "junit"], in: project.url)
                #expect(try await checker.complaints(about: run.stdout, as: .junit) == [])
                #expect(
                    run.stdout.contains("<skipped") == (archive == site && arguments.count != 2))
            }
        }
    }

    @Test func namesAreCountedFromTheRepositorysRootWhereCITellsIt() async throws {
        let project = try TemporaryProject(site)
        let root = project.url.resolvingSymlinksInPath().path
        for (name, value, prefix) in [
            ("GITHUB_WORKSPACE", root, "docs/"), ("CI_PROJECT_DIR", root, "docs/"),
            ("GITHUB_WORKSPACE", root + "/docs", ""), ("GITHUB_WORKSPACE", "/nowhere", ""),
            ("CI", "true", ""),
        ] {
            for (format, sign) in [
                ("github", "file="), ("sarif", "\"uri\":\""), ("junit", "classname=\""),
            ] {
                let run = try await BuiltProgram.run(
                    ["check", "--project", "docs", "--format", format], in: project.url,
                    environment: [name: value])
                #expect(
                    run.stdout.contains("\(sign)\(prefix)Content/pages/index.md\""[...].dropLast()))
            }
        }
    }

    @Test func gitHubGetsOneCommandForEachFindingAndTheCountsLast() async throws {
        let run = try await check(site, "--format", "github", "--lang", "ja")
        let lines = run.stdout.split(separator: "\n")
        #expect(
            lines.dropLast().map { $0.prefix { $0 != " " } }
                == ["::error", "::error", "::error", "::warning"])
        #expect(lines.last?.hasPrefix("入力 3 件") == true)
        #expect(lines.last?.hasSuffix("エラー 3 件、警告 1 件") == true)
    }

    @Test func theSameSiteGivesTheSameBytes() async throws {
        for format in ["json", "sarif", "junit", "github"] {
            let first = try await check(site, "--format", format, "--jobs", "1")
            let second = try await check(site, "--format", format, "--jobs", "8")
            #expect(first.stdout == second.stdout)
        }
    }

    @Test func theLogSpeaksTheFormatsToo() async throws {
        let project = try TemporaryProject("-- Site/log.jsonl --\nbroken\n")
        let sarif = try await project.run("log", "--format", "sarif")
        #expect(sarif.status == 1)
        #expect(sarif.stderr == "")
        #expect(sarif.stdout.contains("\"uri\":\"Site/log.jsonl\""))
        let checker = try reportChecker()
        #expect(try await checker.complaints(about: sarif.stdout, as: .sarif) == [])
    }
}
