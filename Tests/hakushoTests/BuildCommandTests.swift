import Foundation
import TestSupport
import Testing

@Suite struct BuildCommandTests {
    private let good = """
        -- Content/site.yml --
        title: Example
        url: https://www.example.jp/
        -- Content/labels.yml --
        levels: [{id: public}, {id: internal}]
        -- Content/pages/index.md --
        ---
        title: Home
        label: public
        ---
        [a](a.md)
        -- Content/pages/a.md --
        ---
        title: A
        label: public
        ---
        """

    /// One broken link, one unknown label, one bad date, one duplicate URL.
    private let bad = """
        -- Content/pages/index.md --
        ---
        title: Home
        label: public
        ---
        Text.

        See [the guide](guide.md).
        -- Content/pages/b.md --
        ---
        title: B
        label: pubic
        ---
        -- Content/pages/c.md --
        ---
        title: C
        label: public
        date: 2025-02-29
        ---
        -- Content/pages/d.md --
        ---
        title: D
        label: public
        slug: a
        ---
        """

    private func current(_ project: TemporaryProject) throws -> String {
        try FileManager.default.destinationOfSymbolicLink(
            atPath: project.folder.url(of: "Site/current").path)
    }

    @Test func fourMistakesAreReportedInOneRunAndWhatIsLiveStays() async throws {
        let project = try TemporaryProject(good)
        let first = try await project.run("build")
        try #require(first.status == 0, "\(first.stderr)")
        let live = try current(project)
        let files = project.folder.files(below: "Site")

        try project.add(bad)
        let run = try await project.run("build")
        #expect(run.status == 1)
        #expect(run.stdout == "")
        let places = run.stderr.split(separator: "\n").filter { $0.hasPrefix("Content/") }
            .map { $0.split(separator: ": ").prefix(2).joined(separator: " ") }
        #expect(
            places == [
                "Content/pages/b.md:3:8 error[label.unknown-level]",
                "Content/pages/c.md:4:7 error[yaml.bad-date]",
                "Content/pages/d.md:4:7 error[content.duplicate-url]",
                "Content/pages/index.md:7:5 error[link.page-missing]",
            ])
        #expect(run.stderr.contains("  7 | See [the guide](guide.md).\n    |     ^"))
        #expect(run.stderr.contains("fix: write 'public'"))
        #expect(try current(project) == live)
        #expect(project.folder.files(below: "Site") == files)
        #expect(try project.folder.text(of: "Site/current/public/index.html").contains("/a/"))
    }

    @Test func aProjectThatWasNeverBuiltStaysWithoutASite() async throws {
        let project = try TemporaryProject(good + "\n" + bad)
        #expect(try await project.run("build").status == 1)
        #expect(!project.folder.has("Site/current"))
    }

    @Test func checkReportsTheSameAndWritesNothing() async throws {
        let project = try TemporaryProject(good + "\n" + bad)
        let check = try await project.run("check")
        let before = project.folder.files()
        #expect(before.allSatisfy { !$0.hasPrefix("Site/") })
        let build = try await project.run("build")
        #expect(check.status == 1)
        #expect(check.stderr == build.stderr)
        #expect(check.stdout == "")
        try project.add(good)
        for page in ["b", "c", "d"] { try project.folder.remove("Content/pages/\(page).md") }
        #expect(try await project.run("check").status == 0)
        #expect(!project.folder.has("Site/current"))
    }

    @Test func theExitStatusTellsWhatHappened() async throws {
        let project = try TemporaryProject(good)
        #expect(try await project.run("build").status == 0)
        #expect(try await project.run("build", "--jobs", "0").status == 64)
        #expect(try await project.run("build", "--format", "xml").status == 64)
        #expect(try await project.run("build", "--as-of", "someday").status == 64)
        #expect(try await project.run("bulid").status == 64)
        #expect(try await project.run("build", "--project", "nowhere").status == 1)
        try project.folder.remove("Site")
        try project.folder.write("a file in place of the folder", to: "Site")
        let failed = try await project.run("build")
        #expect(failed.status == 2)
        #expect(failed.stdout == "")
        #expect(failed.stderr.hasPrefix("hakusho: error: "))
    }

    @Test func warningsForbidOnlyWhenAskedTo() async throws {
        let project = try TemporaryProject(good)
        try project.folder.write("x", to: "Content/notes/x.txt")
        let plain = try await project.run("build")
        #expect(plain.status == 0)
        #expect(plain.stderr.contains("warning[content.stray-file]"))
        let live = try current(project)
        let strict = try await project.run("build", "--strict")
        #expect(strict.status == 1)
        #expect(strict.stderr.contains("error[content.stray-file]"))
        #expect(try current(project) == live)
    }

    @Test func messagesAreInTheReadersLanguage() async throws {
        let project = try TemporaryProject(good + "\n" + bad)
        let asked = try await project.run("check", "--lang", "ja")
        let fromEnvironment = try await project.run("check", environment: ["LANG": "ja_JP.UTF-8"])
        #expect(asked.stderr == fromEnvironment.stderr)
        #expect(asked.stderr.contains("エラー[label.unknown-level]: ラベル「pubic」は labels.yml にありません"))
        #expect(asked.stderr.contains("対処: 「public」に直してください"))
    }

    @Test func quietSaysOnlyWhatIsWrong() async throws {
        let project = try TemporaryProject(good)
        let quiet = try await project.run("build", "--quiet")
        #expect(quiet.status == 0)
        #expect(quiet.stdout + quiet.stderr == "")
        let usual = try await project.run("build")
        #expect(usual.stdout == "")
        #expect(usual.stderr.contains("4 input files: 4 published, 0 left out, 0 failed"))
    }

    @Test func theSameInputOnAnotherDayMakesNoNewGeneration() async throws {
        let project = try TemporaryProject(good)
        _ = try await project.run("build", "--as-of", "2026-01-01", "--jobs", "1")
        let live = try current(project)
        let again = try await project.run("build", "--as-of", "2026-01-02", "--jobs", "8")
        #expect(again.status == 0)
        #expect(try current(project) == live)
    }
}

@Suite struct JSONReportTests {
    private struct Report: Decodable {
        struct Place: Decodable {
            let file: String?
            let line, column, endLine, endColumn: Int?
            let message: String
        }

        struct Finding: Decodable {
            let severity, code: String
            let file: String?
            let line, column, endLine, endColumn: Int?
            let message: String
            let notes: [Place]
            let fix: String?
        }

        struct Accounting: Decodable, Equatable {
            let inputs, published, excluded, failed: Int
            let excludedBecause: [String: Int]
        }

        struct Summary: Decodable { let errors, warnings: Int }

        let version: Int
        let diagnostics: [Finding]
        let accounting: Accounting
        let summary: Summary
    }

    private func report(_ run: ProgramRun) throws -> Report {
        try JSONDecoder().decode(Report.self, from: Data(run.stdout.utf8))
    }

    @Test func standsAloneOnStandardOutputInTheDocumentedForm() async throws {
        let project = try TemporaryProject(
            """
            -- Content/site.yml --
            title: Example
            url: https://www.example.jp/
            -- Content/pages/index.md --
            ---
            title: 題
            ---
            責任 [分界](bunkai.md) を
            -- Content/pages/a.md --
            ---
            title: A
            titel: B
            ---
            -- Content/pages/b.md --
            ---
            title: B
            draft: true
            ---
            -- Content/notes/x --
            """)
        let run = try await project.run("build", "--format", "json")
        #expect(run.status == 1)
        #expect(run.stderr == "")
        let report = try report(run)
        #expect(report.version == 1)
        #expect(report.summary.errors == 2)
        #expect(report.summary.warnings == 1)
        #expect(
            report.diagnostics.map(\.code)
                == ["content.stray-file", "yaml.unknown-key", "link.page-missing"])
        let stray = report.diagnostics[0]
        #expect(stray.severity == "warning")
        #expect(stray.file == "Content/notes")
        #expect(stray.line == nil)
        let key = report.diagnostics[1]
        #expect([key.line, key.column, key.endLine, key.endColumn] == [3, 1, 3, 6])
        #expect(key.fix == "write 'title'")
        let link = report.diagnostics[2]
        #expect([link.line, link.column, link.endLine, link.endColumn] == [4, 4, 4, 19])
        #expect(link.notes.map(\.message) == ["looked for Content/pages/bunkai.md"])
        #expect(
            report.accounting
                == .init(
                    inputs: 5, published: 1, excluded: 2, failed: 2,
                    excludedBecause: ["draft": 1, "stray": 1]))
    }

    @Test func ofARunWithoutFindingsIsWholeToo() async throws {
        let project = try TemporaryProject(
            """
            -- Content/site.yml --
            title: Example
            url: https://www.example.jp/
            -- Content/pages/index.md --
            ---
            title: A
            ---
            """)
        for command in ["check", "build"] {
            let run = try await project.run(command, "--format", "json")
            #expect(run.status == 0)
            #expect(run.stderr == "")
            let report = try report(run)
            #expect(report.diagnostics.isEmpty)
            #expect(report.accounting.published == 2)
        }
    }

    @Test func ofAProjectThatIsNoneHasOneFindingWithoutAPlace() async throws {
        let run = try await TemporaryProject().run("check", "--format", "json")
        #expect(run.status == 1)
        let report = try report(run)
        #expect(report.diagnostics.map(\.code) == ["config.no-site"])
        #expect(report.diagnostics[0].file == nil)
        #expect(report.accounting.inputs == 0)
    }
}

@Suite struct RenderCommandTests {
    @Test func printsTheHTMLOfAFileOrOfStandardInput() async throws {
        let project = try TemporaryProject("-- a.md --\n**強調。**続き\n")
        let file = try await project.run("render", "a.md")
        #expect(file.status == 0)
        #expect(file.stdout == "<p><strong>強調。</strong>続き</p>\n")
        #expect(file.stderr == "")
        let piped = try await project.run("render", "-", standardInput: "**強調。**続き\n")
        #expect(piped.stdout == file.stdout)
    }

    @Test func filtersRawHTMLUnlessToldOtherwise() async throws {
        let project = try TemporaryProject()
        let text = "<div onclick=\"x()\">a</div>\n"
        let filtered = try await project.run("render", "-", standardInput: text)
        #expect(filtered.status == 1)
        #expect(!filtered.stdout.contains("onclick"))
        #expect(filtered.stderr.contains("(standard input):1:"))
        let allowed = try await project.run(
            "render", "--raw-html", "allow", "-", standardInput: text)
        #expect(allowed.status == 0)
        #expect(allowed.stdout == text)
    }

    @Test func aTextThatIsNotUTF8IsAFinding() async throws {
        let project = try TemporaryProject()
        try project.folder.write([0x61, 0x82, 0xA0], to: "sjis.md")
        let run = try await project.run("render", "sjis.md")
        #expect(run.status == 1)
        #expect(run.stdout == "")
        #expect(run.stderr.contains("sjis.md:1:2: error[content.not-utf8]"))
    }

    @Test func aFileThatIsNotThereIsAFailureOfTheMachine() async throws {
        let run = try await TemporaryProject().run("render", "none.md")
        #expect(run.status == 2)
        #expect(run.stdout == "")
    }
}
