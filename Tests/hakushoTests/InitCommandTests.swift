import Core
import Foundation
import TestSupport
import Testing

@testable import hakusho

/// `hakusho init FOLDER`.
@Suite struct InitCommandTests {
    private let folder: TemporaryFolder
    init() throws { folder = try TemporaryFolder() }

    private func run(_ arguments: String...) async throws -> ProgramRun {
        try await BuiltProgram.run(arguments, in: folder.url)
    }

    @Test(arguments: ["ja", "en"])
    func aNewProjectBuildsAndPublishesWithoutAFinding(language: String) async throws {
        let made = try await run("init", "my site", "--lang", language)
        #expect(made.status == 0, "\(made.stderr)")
        #expect(made.stdout == "")
        #expect(made.stderr.contains("my site/Content/site.yml"))
        let project = folder.url(of: "my site")
        for command in [["check", "--strict"], ["build", "--strict"], ["publish"]] {
            let run = try await BuiltProgram.run(command, in: project)
            #expect(run.status == 0, "\(command): \(run.stderr)")
            #expect(run.stderr.contains(" 0 left out, 0 failed; 0 errors, 0 warnings\n"))
        }
        let pages = folder.files(below: "my site/Site/current")
        #expect(pages.contains("public/about/index.html"))
        #expect(pages.contains("staff/internal/index.html"))
        #expect(!pages.contains("public/internal/index.html"))
        let about = try folder.text(of: "my site/Site/current/public/about/index.html")
        #expect(about.contains("<html lang=\"\(language)\""))
        let narrowed = language == "ja" ? "この段落は社内向け" : "This paragraph is in the staff"
        #expect(!about.contains(narrowed))
        let checker = try NuHTMLChecker(environment: ProcessInfo.processInfo.environment)
        let found = try await checker.check(
            project.appending(path: "Site/current").resolvingSymlinksInPath())
        #expect(found.filter(\.isError).map(\.description) == [])
    }

    @Test(arguments: [MessageLanguage.ja, .en])
    func itsDocumentsNameOnlyCommandsThatThereAre(language: MessageLanguage) throws {
        let starter = StarterProject(
            language: language, today: try #require(CalendarDate(iso: "2026-11-01")))
        let workflow = try #require(starter.files.first { $0.path.hasSuffix("hakusho.yml") })
        let readme = try #require(starter.files.first { $0.path == "README.md" })
        let steps = workflow.text.split(separator: "\n").compactMap { line in
            line.firstRange(of: "run: hakusho ").map { "hakusho " + line[$0.upperBound...] }
        }
        let named = readme.text.split(separator: "`").filter { $0.hasPrefix("hakusho ") }
            .map(String.init)
        #expect(steps.count == 4 && named.count > 10)
        let program = CommandDescription.program
        for line in steps + named {
            let words = HelpTextTests.words(of: line)
            let command = program.command(leading: words.dropFirst())
            let isHelp = words.contains("--help")
            #expect(isHelp || command.subcommands.isEmpty, "\(line)")
            let known = command.arguments.flatMap(\.names)
            for word in words where word.hasPrefix("--") && !isHelp {
                #expect(known.contains(word), "\(line)")
            }
        }
    }

    @Test func aFolderThatHoldsSomethingStaysAsItIs() async throws {
        try folder.write("mine", to: "site/notes.txt")
        try folder.write("mine", to: "file")
        for (name, words) in [
            ("site", "'site' is not empty (there is 'notes.txt')"),
            ("site/", "'site' is not empty"), ("file", "'file' is there and is no folder"),
        ] {
            let run = try await run("init", name)
            #expect(run.status == 1)
            #expect(run.stdout == "")
            #expect(run.stderr.contains(words), "\(run.stderr)")
        }
        #expect(folder.files() == ["file", "site/notes.txt"])
        #expect(try await run("init", "file/site").status == 2)
        #expect(folder.files() == ["file", "site/notes.txt"])
    }

    @Test(arguments: [".", "empty"])
    func anEmptyFolderAndAFreshRepositoryAreFilled(name: String) async throws {
        try FileManager.default.createDirectory(
            at: folder.url(of: "empty"), withIntermediateDirectories: false)
        if name == "." {
            try folder.remove("empty")
            try folder.write("ref: refs/heads/main\n", to: ".git/HEAD")
        }
        let run = try await run("init", name, "--format", "json")
        #expect(run.status == 0, "\(run.stderr)")
        #expect(run.stderr == "")
        #expect(run.stdout.contains("\"\(name)/Content/labels.lock\""))
        let check = try await self.run("check", "--project", name, "--strict")
        #expect(check.status == 0, "\(check.stderr)")
        #expect(!folder.files().contains { $0.contains(".hakusho-") })
    }

    @Test(arguments: [["init"], ["init", "a", "--git-hook"], ["init", "a", "b"]])
    func whatIsNeitherAFolderNorAHookIsWrongUsage(arguments: [String]) async throws {
        let run = try await BuiltProgram.run(arguments, in: folder.url)
        #expect(run.status == 64)
        #expect(folder.files() == [])
    }
}
