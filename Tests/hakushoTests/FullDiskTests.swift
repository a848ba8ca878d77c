import Foundation
import TestSupport
import Testing

/// What the program does on real file systems that are mounted for it.
@Suite(.enabled(if: SmallDisk.canMount, "only root can mount a small or a read-only disk"))
struct FullDiskTests {
    /// As the message says it after the path, in English and in Japanese.
    private static let noSpace = ["': No space left on device", "（ディスクの空き容量がありません）"]
    private static let readOnly = ["': Read-only file system", "（読み取り専用のディスクです）"]

    private func expectFailure(
        _ run: ProgramRun, in language: Int, because causes: [String], at folder: String
    ) {
        let start = ["hakusho: error: cannot ", "hakusho: エラー: 「"][language]
        #expect(run.status == 2)
        #expect(run.stdout == "")
        let line = run.stderr.split(separator: "\n").last { $0.hasPrefix("hakusho: ") } ?? ""
        #expect(line.hasPrefix(start) && line.contains("./" + folder), "\(run.stderr)")
        #expect(line.hasSuffix(causes[language]), "\(run.stderr)")
    }

    /// The disk becomes full with the first byte, with the last, and at moments between.
    @Test(arguments: ["build", "publish"]) func aFullDiskExitsWith2AndLeavesAWholeSite(
        command: String
    ) async throws {
        let site = try VersionedProject(pages: 20)
        let disk = try SmallDisk(at: site.project.url.path, size: "2m")
        defer { disk.unmount() }
        try site.write(0)
        try #require(try await site.project.run(command).status == 0)
        var random = SplitMix(seed: 3)
        var live = Set([0])
        var failures = 0
        let rooms = [0, 1] + (0..<14).map { _ in Int.random(in: 2...60, using: &random) } + [150]
        for (index, room) in rooms.enumerated() {
            let language = index % 2
            try site.write(index + 1)
            try disk.fill(leaving: room * 4096)
            let run = try await site.project.run(command, "--lang", ["en", "ja"][language])
            if run.status != 0 {
                failures += 1
                expectFailure(run, in: language, because: Self.noSpace, at: "")
            }
            #expect(try site.site.faults == [])
            let versions = try site.liveVersions
            // A publication goes live before its line of the log is written.
            let hasFailed = run.status != 0
            let isOld = hasFailed && versions == live
            let isNew = (!hasFailed || command == "publish") && versions == [index + 1]
            #expect(isOld || isNew, "\(versions)")
            #expect(site.site.leftovers == [])
            live = versions
            try disk.empty()
        }
        #expect((2..<rooms.count).contains(failures), "\(failures) of \(rooms.count)")
        try site.write(100)
        #expect(try await site.project.run(command).status == 0)
        #expect(try site.liveVersions == [100])
        #expect(try await site.project.run("log", "--verify").status == 0)
    }

    @Test(arguments: [["build"], ["publish"], ["rollback"]], [0, 1])
    func aReadOnlySiteExitsWith2AndNamesIt(arguments: [String], language: Int) async throws {
        let site = try VersionedProject(pages: 3)
        let disk = try SmallDisk(at: site.folder.url(of: "Site").path, size: "1m")
        defer { disk.unmount() }
        for version in 0...1 {
            try site.write(version)
            try #require(try await site.project.run("build").status == 0)
        }
        try disk.makeReadOnly()
        try site.write(2)
        let entries = site.site.entries
        let run = try await BuiltProgram.run(
            arguments + ["--lang", ["en", "ja"][language]], in: site.project.url)
        expectFailure(run, in: language, because: Self.readOnly, at: "Site/")
        #expect(site.site.entries == entries)
        #expect(try site.site.faults == [])
        #expect(try site.liveVersions == [1])
        #expect(try await site.project.run("check").status == 0)
    }
}
