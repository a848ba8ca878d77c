import Core
import Foundation
import Publishing
import Synchronization
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

@Suite struct CrashTests {
    private static func files(_ version: Int) -> [String: String] {
        var files = ["public/index.html": "\(version)", "public/same.html": "same"]
        for page in 0..<30 { files["public/p\(page % 4)/\(page).html"] = "\(version) \(page)" }
        return files
    }

    @Test func aReaderNeverMissesTheSiteWhileItChanges() throws {
        let site = try PublishedSite()
        try site.publish(Self.files(0))
        let reader = LoopingReader(site.site + "/current/public/index.html")
        // A thread of its own: the test's may not let another task run.
        Thread { reader.readUntilStopped() }.start()
        while reader.reads.load(ordering: .relaxed) < 100 { usleep(100) }
        for version in 1...60 { try site.publish(Self.files(version)) }
        reader.isStopped.store(true, ordering: .relaxed)
        #expect(reader.misses.load(ordering: .relaxed) == 0)
    }

    @Test func whatIsAbandonedAtAnyStageLeavesWhatIsLive() throws {
        let site = try PublishedSite()
        try site.publish(["public/a": "live"])
        for stage in 0..<3 {
            let staged = try site.generations.stage(outputs: ["public"], jobs: 2)
            if stage > 0 { try staged.write(["public/a": "new"]) }
            if stage > 1 { try staged.write(["public/b": "more"]) }
            #expect(try site.generationEntries.contains { $0.hasPrefix(".staging-") })
            #expect(try site.live("public/a") == "live")
        }
        try site.folder.write("half removed", to: "Site/generations/.removing-7/public/a")
        #expect(try site.publish(["public/a": "next"]).generation == 2)
        #expect(try site.generationEntries == ["1", "2"])
    }

    #if os(Linux) || os(macOS)
        @Test func aKillAtAnyMomentLeavesTheLiveGenerationWhole() async throws {
            let site = try PublishedSite()
            try site.publish(Self.files(0))
            let path = site.site
            var reached = Set<Int>()
            for moment in 0..<16 {
                let microseconds = UInt32(500 + moment * moment * 1_300)
                await #expect(processExitsWith: .signal(SIGKILL)) {
                    [path = path as String, microseconds = microseconds as UInt32] in
                    Thread {
                        usleep(microseconds)
                        kill(getpid(), SIGKILL)
                    }.start()
                    let generations = Generations(siteFolder: path)
                    for version in 1... {
                        let staged = try generations.stage(outputs: ["public"], jobs: 2)
                        try staged.write(CrashTests.files(version))
                        _ = try staged.commit(keep: 3)
                    }
                }
                let live = try #require(try site.generations.list().first { $0.isLive })
                reached.insert(live.number)
                // What is live is one version, whole.
                let version = try #require(Int(site.live("public/index.html")))
                for (path, text) in Self.files(version) { #expect(try site.live(path) == text) }
                #expect(live.manifest?.all.files == Self.files(version).count)
            }
            #expect(reached.count > 1)
            try site.publish(["public/a": "after"])
            #expect(try site.generationEntries.allSatisfy { !$0.hasPrefix(".") })
            #expect(try listFolder(path).map(\.name) == [".lock", "current", "generations"])
        }

        @Test func theLockGoesWithItsHolder() async throws {
            let site = try PublishedSite()
            let path = site.site
            try site.publish(["public/a": "one"])
            async let holder: Void = {
                await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
                    let staged = try Generations(siteFolder: path).stage(
                        outputs: ["public"], jobs: 1)
                    try staged.write(["public/a": "two"])
                    try writeNewFile(path + "/ready", Array("\(getpid())".utf8))
                    while access(path + "/go", F_OK) != 0 { usleep(1000) }
                    kill(getpid(), SIGKILL)
                    _ = staged
                }
            }()
            while !site.folder.has("Site/ready") { try await Task.sleep(for: .milliseconds(2)) }
            try await Task.sleep(for: .milliseconds(20))
            let process = try #require(Int(site.folder.text(of: "Site/ready")))
            #expect(throws: GenerationError.locked(holder: process)) {
                try site.publish(["public/a": "three"])
            }
            #expect(throws: GenerationError.locked(holder: process)) { try site.rollBack() }
            try site.folder.write("", to: "Site/go")
            await holder
            try site.publish(["public/a": "three"])
            #expect(try site.live("public/a") == "three")
            #expect(try site.generationEntries == ["1", "2"])
        }
    #endif

    @Test func ofTwoRunsTheSecondIsToldWhoWrites() throws {
        let site = try PublishedSite()
        let first = try site.generations.stage(outputs: ["public"], jobs: 1)
        let error = #expect(throws: GenerationError.self) {
            try site.generations.stage(outputs: ["public"], jobs: 1)
        }
        #expect(error == .locked(holder: Int(getpid())))
        #expect(error?.message.en.contains("process \(getpid())") == true)
        try first.write(["public/a": "one"])
        _ = try first.commit(keep: 3)
        #expect(try site.live("public/a") == "one")
    }
}

/// Reads a file again and again and counts how often it was not there; two threads share the
/// counts.
private final class LoopingReader: Sendable {
    let path: String
    let reads = Atomic(0)
    let misses = Atomic(0)
    let isStopped = Atomic(false)

    init(_ path: String) { self.path = path }

    func readUntilStopped() {
        while !isStopped.load(ordering: .relaxed) {
            if (try? readFile(path)) == nil { misses.add(1, ordering: .relaxed) }
            reads.add(1, ordering: .relaxed)
        }
    }
}
