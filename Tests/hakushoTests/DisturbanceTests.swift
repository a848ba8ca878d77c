import Foundation
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What others do to the files of a build while it writes.
@Suite struct DisturbanceTests {
    /// What vanishes, how the build ends, and what it says; whether or not there is anything to take
    /// over, what vanishes from the inputs has the build begin anew.
    @Test(
        arguments: [
            ("Content/pages/z.md", 0, "62 input files: 62 published"),
            ("Content/pages", 1, "error[publish.no-pages]"),
            ("Content/uploads/same.png", 1, "error[link.upload-missing]: there is no file"),
            (
                "STAGING/public/p1/index.html", 2,
                "files changed while they were being published ('public/p1/index.html' is missing)"
            ),
        ], [true, false])
    func whatVanishesMeanwhileLeavesAWholeSite(
        what: (path: String, status: Int32, message: String), hasKept: Bool
    ) async throws {
        let (path, status, message) = what
        let site = try VersionedProject()
        try site.write(0)
        try #require(try await site.project.run("build").status == 0)
        if !hasKept { try site.folder.remove(".hakusho") }
        let (build, version) = try await site.buildStoppedWhileItWrites(from: 1)
        let staging = try #require(site.staging)
        try site.folder.remove(path.replacing("STAGING", with: "Site/generations/" + staging))
        build.send(SIGCONT)
        let run = try await build.end()
        #expect(run.status == status)
        #expect(run.stderr.contains(message), "\(run.stderr)")
        #expect(try site.site.faults == [])
        #expect(try site.liveVersions == [status == 0 ? version : 0])
        #expect(site.site.leftovers == [])
        try site.write(version)
        #expect(try await site.project.run("build").status == 0)
        #expect(try site.liveVersions == [version])
    }

    /// A page becomes a draft while others are written; what its front matter said before must not
    /// show its new text. Without `Site`, the front matter of the build before is still at hand.
    @Test(arguments: [["Site", ".hakusho"], ["Site"], []])
    func aTextThatIsWrittenMeanwhileGoesWithItsOwnFrontMatter(removed: [String]) async throws {
        let site = try VersionedProject()
        try site.write(0)
        try #require(try await site.project.run("build").status == 0)
        for name in removed { try site.folder.remove(name) }
        let (build, version) = try await site.buildStoppedWhileItWrites(from: 1)
        try site.folder.write(
            "---\ntitle: z\ndraft: true\n---\nSecret.\n", to: "Content/pages/z.md")
        build.send(SIGCONT)
        let run = try await build.end()
        #expect(run.status == 0, "\(run.stderr)")
        #expect(try site.liveVersions == [version])
        let live = site.folder.files(below: "Site/current/public")
        #expect(live.contains("p1/index.html") && !live.contains("z/index.html"))
    }

    @Test func whileSomebodyWritesOnAndOnNothingGoesLive() async throws {
        let site = try VersionedProject()
        try site.write(0)
        try #require(try await site.project.run("build").status == 0)
        let writing = Task {
            while !Task.isCancelled {
                try site.folder.write(
                    "---\ntitle: z\n---\nThis is version 1.\n", to: "Content/pages/z.md")
                try await Task.sleep(for: .milliseconds(1))
            }
        }
        let run = try await site.project.run("build")
        writing.cancel()
        _ = await writing.result
        #expect(run.status == 2)
        #expect(
            run.stderr.contains("twice in a row ('Content/pages/z.md' for one)"), "\(run.stderr)")
        #expect(try site.liveVersions == [0])
        #expect(site.site.leftovers == [])
    }

    /// A file of the live generation that the next one was to share is written anew.
    @Test func whatVanishesFromTheLiveGenerationComesBackWithTheNext() async throws {
        let site = try VersionedProject()
        try site.write(0)
        try #require(try await site.project.run("build").status == 0)
        let (build, version) = try await site.buildStoppedWhileItWrites(from: 1)
        let shared = site.folder.files(below: "Site/generations/1/public/uploads")
        try #require(shared.count == 1)
        try site.folder.remove("Site/generations/1/public/uploads/" + shared[0])
        build.send(SIGCONT)
        let run = try await build.end()
        #expect(run.status == 0, "\(run.stderr)")
        #expect(try site.liveVersions == [version])
        try site.folder.remove("Site/generations/1")
        #expect(try site.site.faults == [])
    }

    @Test func ofTwoRunsTheSecondIsToldWhichWritesAndTheFirstGoesOn() async throws {
        let site = try VersionedProject()
        try site.write(0)
        try #require(try await site.project.run("build").status == 0)
        let (first, version) = try await site.buildStoppedWhileItWrites(from: 1)
        let entries = site.site.entries
        for command in ["build", "publish", "rollback"] {
            let inEnglish = try await site.project.run(command)
            #expect(inEnglish.status == 2)
            #expect(
                inEnglish.stderr.contains(
                    "hakusho: error: another run (process \(first.id)) is writing this site"))
            let inJapanese = try await site.project.run(command, "--lang", "ja")
            #expect(inJapanese.status == 2)
            #expect(
                inJapanese.stderr.contains(
                    "hakusho: エラー: 別の実行（プロセス \(first.id)）がこのサイトを書き込み中です"))
        }
        #expect(site.site.entries == entries)
        #expect(try site.liveVersions == [0])
        first.send(SIGCONT)
        let run = try await first.end()
        #expect(run.status == 0, "\(run.stderr)")
        #expect(try site.site.faults == [])
        #expect(try site.liveVersions == [version])
        #expect(site.site.leftovers == [])
    }

    @Test func ofRunsThatBeginTogetherAtLeastOneEndsAndNoneDoesHarm() async throws {
        let site = try VersionedProject(pages: 20)
        for version in 1...8 {
            try site.write(version)
            let runs = try (0..<4).map { _ in try StartedProgram("build", in: site.project.url) }
            var statuses: [Int32] = []
            for run in runs { statuses.append(try await run.end().status) }
            #expect(statuses.contains(0) && Set(statuses).isSubset(of: [0, 2]), "\(statuses)")
            #expect(try site.site.faults == [])
            #expect(try site.liveVersions == [version])
            #expect(site.site.leftovers == [])
        }
    }
}
