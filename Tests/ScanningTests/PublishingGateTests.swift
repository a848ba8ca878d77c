import Core
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Scanning

/// Nothing goes live that was not scanned: `build` and `publish`, as their users run them.
@Suite(.serialized, .timeLimit(.minutes(3))) struct PublishingGateTests {
    private static let asOf = ["--as-of", "2026-01-15", "--lang", "en"]

    /// A site whose two pages refer to one file; a second file is referred to by nobody.
    private static func project(_ uploads: String, file: String = "a.txt") throws
        -> TemporaryProject
    {
        let project = try TemporaryProject(
            """
            -- Content/site.yml --
            title: Example
            url: https://www.example.jp/
            \(uploads)
            -- Content/pages/index.md --
            ---
            title: Home
            ---
            See [the file](/uploads/\(file)).
            -- Content/pages/b.md --
            ---
            title: B
            ---

            Here it is: [the file](uploads/\(file)).
            -- Content/uploads/unused.txt --
            Nobody refers to me.
            """)
        try project.folder.write("Hello.\n", to: "Content/uploads/a.txt")
        return project
    }

    /// What the fake engine finds, and the policy, which knows no viruses, does not.
    private static let infected = Array("This is no STANDARD-ANTIVIRUS text.\n".utf8)

    private static func clamd(_ socket: String, _ more: String = "") -> String {
        "uploads: {engines: [{clamd: {socket: \(socket)}}], timeout: 1s\(more)}"
    }

    private static func isLive(_ project: TemporaryProject) -> Bool {
        project.folder.has("Site/current/public/index.html")
    }

    private func run(
        _ project: TemporaryProject, _ words: String...
    ) async throws -> ProgramRun {
        try await BuiltProgram.run(
            words + Self.asOf, in: project.url,
            environment: ["LANG": "C.UTF-8", "HOME": project.url.path])
    }

    @Test func aFileThatAnEngineFoundCleanGoesLiveAndTheLogNamesTheEngine() async throws {
        let clamd = try FakeClamd()
        let project = try Self.project(Self.clamd(clamd.socket))
        let run = try await run(project, "publish")
        #expect(run.status == 0, "\(run.stderr)")
        #expect(try project.folder.text(of: "Site/current/public/uploads/a.txt") == "Hello.\n")
        #expect(!project.folder.has("Site/current/public/uploads/unused.txt"))
        let log = try project.folder.text(of: "Site/log.jsonl")
        #expect(log.contains("\"engines\":[\"clamd, ClamAV 1.4.6, signatures 27123"), "\(log)")
        #expect(try await BuiltProgram.run(["log", "--verify"], in: project.url).status == 0)
        #expect(run.stderr.contains("note[upload.unreferenced]"))
        #expect(run.stderr.contains("Content/uploads/unused.txt"))
    }

    @Test func anInfectedFileNeverGoesLiveAndEveryTextThatRefersToItIsNamed() async throws {
        let clamd = try FakeClamd()
        let project = try Self.project(Self.clamd(clamd.socket))
        let infected = Self.infected
        try project.folder.write(infected, to: "Content/uploads/a.txt")
        for command in ["build", "publish"] {
            let run = try await run(project, command)
            #expect(run.status == 1)
            #expect(run.stderr.contains("Content/uploads/a.txt: error[scan.infected]"))
            #expect(run.stderr.contains("SHA-256: " + SHA256Digest(of: infected).hex))
            #expect(run.stderr.contains("Content/pages/index.md:4:5"))
            #expect(run.stderr.contains("Content/pages/b.md:5:13"))
            #expect(!Self.isLive(project))
        }
        #expect(try project.folder.bytes(of: "Content/uploads/a.txt") == infected)
    }

    @Test func withoutAnEngineABuildWarnsAndAPublicationNeedsTheWords() async throws {
        let project = try Self.project("")
        let build = try await run(project, "build")
        #expect(build.status == 0)
        #expect(build.stderr.contains("warning[upload.not-scanned]"))
        #expect(build.stderr.contains("no engine has looked for viruses in 1 file;"))
        for words in [["publish"], ["build", "--require-scan"]] {
            let run = try await BuiltProgram.run(words + Self.asOf, in: project.url)
            #expect(run.status == 2)
            #expect(run.stderr.contains("error[scan.no-engine]"))
        }
        let link = project.url.appending(path: "Site/current").path
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "generations/1")
        try project.folder.remove("Content/site.yml")
        try project.folder.write(
            "title: A\nurl: https://www.example.jp/\nuploads: {accept_unscanned_files: true}\n",
            to: "Content/site.yml")
        let accepted = try await run(project, "publish")
        #expect(accepted.status == 0, "\(accepted.stderr)")
        #expect(!accepted.stderr.contains("scan."))
    }

    @Test func aSiteThatPublishesNoFileNeedsNoEngine() async throws {
        let project = try Self.project("")
        for page in ["index", "b"] {
            try project.folder.remove("Content/pages/\(page).md")
            try project.folder.write("---\ntitle: A\n---\nx\n", to: "Content/pages/\(page).md")
        }
        #expect(try await run(project, "publish").status == 0)
    }

    /// Each fault of a scanner, seen from a publication.
    @Test(arguments: ClamdFaultTests.cases) func aFaultOfTheEnginePublishesNothing(
        _ fault: ClamdFaultTests.Case
    ) async throws {
        let clamd = try FakeClamd(midStream: fault.midStream, fault: fault.fault)
        let project = try Self.project(Self.clamd(clamd.socket))
        let text = "FAULT" + String(repeating: " ", count: 4 << 20)
        try project.folder.write(text, to: "Content/uploads/a.txt")
        let start = ContinuousClock.now
        let publish = try await run(project, "publish")
        #expect(publish.status == 2, "\(publish.stderr)")
        #expect(ContinuousClock.now - start < .seconds(15))
        #expect(!Self.isLive(project))
        let log = try project.folder.text(of: "Site/log.jsonl")
        #expect(log.contains("\"result\":\"failed\""))
        let build = try await run(project, "build")
        #expect(build.status == 0, "\(build.stderr)")
        #expect(build.stderr.contains("warning[scan."))
    }

    @Test(arguments: [
        ("ClamAV 1.4.6", 0, "does not tell how old"), (nil, 30, "30 days old"),
        (nil, -3, "from the future"),
    ])
    func signaturesThatSayNothingPublishNothing(
        version: String?, days: Int, reason: String
    ) async throws {
        let clamd = try FakeClamd(version: version ?? FakeClamd.version(daysAgo: days))
        let project = try Self.project(Self.clamd(clamd.socket))
        let run = try await run(project, "publish")
        #expect(run.status == 2)
        #expect(run.stderr.contains(reason), "\(run.stderr)")
        #expect(!Self.isLive(project))
    }

    @Test func anEngineThatCallsEICARCleanOrIsAbsentPublishesNothing() async throws {
        let blind = try FakeClamd(findsEICAR: false)
        for socket in [blind.socket, "/nowhere/clamd.ctl"] {
            let project = try Self.project(Self.clamd(socket))
            let run = try await run(project, "build", "--require-scan")
            #expect(run.status == 2)
            #expect(run.stderr.contains("error[scan.engine-failed]"))
            #expect(!Self.isLive(project))
        }
    }

    /// The scanner's command itself writes to the staged copy, after it has read it.
    @Test func aByteThatChangesAfterTheVerdictPublishesNothing() async throws {
        let project = try Self.project(
            """
            uploads:
              engines:
                - command:
                    run: [sh, scan.sh]
                    accept_unknown_signatures: true
            """)
        try project.folder.write(
            """
            case $(head -c 3) in
                X5O | PK*) exit 1 ;;
                Hel) ;;
                *) exit 0 ;;
            esac
            for copy in Site/generations/.staging-*/public/uploads/a.txt; do
                if [ -e "$copy" ]; then printf x >>"$copy"; fi
            done
            exit 0
            """, to: "scan.sh")
        let run = try await run(project, "publish")
        #expect(run.status == 2, "\(run.stderr)")
        #expect(run.stderr.contains("public/uploads/a.txt"), "\(run.stderr)")
        #expect(!Self.isLive(project))
        #expect(try project.folder.text(of: "Content/uploads/a.txt") == "Hello.\n")
    }

    /// The scanner's own version is asked before any file: here that changes the staged copy.
    @Test func bytesThatChangeBeforeTheVerdictPublishNothing() async throws {
        let project = try Self.project(
            """
            uploads:
              engines:
                - command: {run: [sh, scan.sh], version: [sh, version.sh]}
            """)
        try project.folder.write(
            "case $(head -c 3) in X5O | PK*) exit 1 ;; esac\nexit 0\n", to: "scan.sh")
        try project.folder.write(
            """
            for copy in Site/generations/.staging-*/public/uploads/a.txt; do
                if [ -e "$copy" ]; then printf x >>"$copy"; fi
            done
            LC_ALL=C date -u '+ClamAV 1.4.6/27123/%a %b %e %H:%M:%S %Y'
            """, to: "version.sh")
        let run = try await run(project, "publish")
        #expect(run.status == 1, "\(run.stderr)")
        #expect(run.stderr.contains("error[scan.other-bytes]"), "\(run.stderr)")
        #expect(!Self.isLive(project))
    }

    /// Somebody who can write to the project says that an infected file is known to be clean.
    @Test func aForgedOrEditedVerdictPublishesNothing() async throws {
        let clamd = try FakeClamd()
        let project = try Self.project(Self.clamd(clamd.socket))
        #expect(try await run(project, "publish", "--cache").status == 0)
        let streams = clamd.streams.load(ordering: .relaxed)
        let again = try await run(project, "publish", "--cache")
        #expect(again.status == 0)
        #expect(
            clamd.streams.load(ordering: .relaxed) - streams == 3, "only the self-test was sent")
        let infected = Self.infected
        try project.folder.remove("Content/uploads/a.txt")
        try project.folder.write(infected, to: "Content/uploads/a.txt")
        let verdicts = try project.folder.text(of: ".hakusho/verdicts.tsv")
        let known = SHA256Digest(of: Array("Hello.\n".utf8)).hex
        try #require(verdicts.contains("\(known)\t7\t"))
        let forged = verdicts.replacing(
            "\(known)\t7\t", with: "\(SHA256Digest(of: infected).hex)\t\(infected.count)\t")
        try project.folder.remove(".hakusho/verdicts.tsv")
        try project.folder.write(forged, to: ".hakusho/verdicts.tsv")
        let run = try await run(project, "publish", "--cache")
        #expect(run.status == 1)
        #expect(run.stderr.contains("error[scan.infected]"))
        #expect(
            try project.folder.text(of: "Site/current/public/uploads/a.txt") == "Hello.\n",
            "what was published stays")
    }

    /// What one command said is not what another says, whatever both call themselves.
    @Test func anotherScannerOfTheSameNameIsAskedAnew() async throws {
        let settings = { (script: String) in
            """
            title: Example
            url: https://www.example.jp/
            uploads:
              engines:
                - command: {run: [sh, \(script)], version: [sh, version.sh]}

            """
        }
        let project = try Self.project("")
        try project.folder.remove("Content/site.yml")
        try project.folder.write(settings("first.sh"), to: "Content/site.yml")
        try project.folder.write(
            "LC_ALL=C date -u '+ClamAV 1.4.6/27123/%a %b %e 00:00:00 %Y'\n", to: "version.sh")
        let eicar = "case $(head -c 3) in X5O | PK*) exit 1 ;;"
        try project.folder.write(eicar + " esac\nexit 0\n", to: "first.sh")
        try project.folder.write(eicar + " Hel) exit 1 ;; esac\nexit 0\n", to: "second.sh")
        #expect(try await run(project, "publish", "--cache").status == 0)
        try project.folder.remove("Content/site.yml")
        try project.folder.write(settings("second.sh"), to: "Content/site.yml")
        let other = try await run(project, "publish", "--cache")
        #expect(other.status == 1)
        #expect(other.stderr.contains("error[scan.infected]"), "\(other.stderr)")
    }

    @Test func aScannerThatWritesWithoutEndFillsNoDisk() async throws {
        let project = try Self.project(
            """
            uploads:
              timeout: 20s
              engines:
                - command: {run: [cat, /dev/zero], accept_unknown_signatures: true}
            """)
        let start = ContinuousClock.now
        let run = try await run(project, "publish")
        #expect(run.status == 2)
        #expect(run.stderr.contains("it wrote more than 4194304 bytes"), "\(run.stderr)")
        #expect(ContinuousClock.now - start < .seconds(15))
    }
}
