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

/// Builds that are killed at moments from their start to their end, which a seed decides.
@Suite struct KillTests {
    @Test(arguments: [("build", true), ("build", false), ("publish", true), ("publish", false)])
    func aRunThatIsKilledLeavesAWholeSiteAndTheNextOneClearsUp(
        command: String, isLive: Bool
    ) async throws {
        let site = try VersionedProject()
        try site.write(0)
        let first = try await site.project.run(command)
        try #require(first.status == 0, "\(first.stderr)")
        var random = SplitMix(seed: isLive ? 1 : 2)
        var usual = first.elapsed
        var killed = 0
        for version in 1...25 {
            if !isLive, site.folder.has("Site") { try site.folder.remove("Site") }
            try site.write(version)
            let before = site.site.live
            let run = try StartedProgram(command, in: site.project.url)
            try await Task.sleep(for: usual * Double.random(in: 0...1, using: &random))
            run.send(SIGKILL)
            let wasKilled = try await run.end().status == 128 + SIGKILL
            if wasKilled { killed += 1 }

            #expect(try site.site.faults == [])
            let live = try site.liveVersions
            let isOld = site.site.live == before && live == (isLive ? [version - 1] : [])
            #expect(isOld || live == [version], "\(live) is live after the kill of \(version)")

            let next = try await site.project.run(command)
            // After a run that came to its end there is less to do.
            if wasKilled { usual = next.elapsed }
            #expect(next.status == 0, "\(next.stderr)")
            #expect(site.site.leftovers == [])
            #expect(try site.site.faults == [])
            #expect(try site.liveVersions == [version])
        }
        // Else it was not the work that was killed.
        #expect(killed > 12)
        #expect(try await site.project.run("log", "--verify").status == 0)
        try await expectTheNextRunClearsUp(site)
        let beside = ["pages", "published.tsv", "site.yml", "uploads"]
        let inContent = try FileManager.default.contentsOfDirectory(
            atPath: site.folder.url(of: "Content").path)
        #expect(Set(inContent).subtracting(beside) == [])
    }

    /// Kills a build that is writing for certain.
    private func expectTheNextRunClearsUp(_ site: VersionedProject) async throws {
        let (build, version) = try await site.buildStoppedWhileItWrites(from: 26)
        build.send(SIGKILL)
        #expect(try await build.end().status == 128 + SIGKILL)
        #expect(site.site.leftovers.count == 1)
        #expect(try site.liveVersions.allSatisfy { $0 < version })
        #expect(try await site.project.run("build").status == 0)
        #expect(site.site.leftovers == [])
        #expect(try site.liveVersions == [version])
    }
}
