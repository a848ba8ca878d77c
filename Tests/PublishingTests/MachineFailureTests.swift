import Core
import Foundation
import Publishing
import SystemPackage
import TestSupport
import Testing

/// What the machine refuses, on real file systems that are mounted for it: only root can do that.
@Suite(.enabled(if: SmallDisk.canMount, "only root can mount a small or a read-only disk"))
struct MachineFailureTests {
    @Test func aFullDiskLeavesWhatIsLiveAndNothingElse() throws {
        let site = try PublishedSite()
        let disk = try SmallDisk(at: site.site, size: "1m")
        defer { disk.unmount() }
        try site.publish(["public/a": "live"])
        do {
            let staged = try site.generations.stage(outputs: ["public"], jobs: 1)
            let error = #expect(throws: FileError.self) {
                for page in 0..<100 {
                    try staged.write(["public/\(page)": String(repeating: "x", count: 50_000)])
                }
            }
            #expect(error?.cause == .noSpace)
            staged.discard()
        }
        #expect(try site.live("public/a") == "live")
        #expect(try site.generationEntries == ["1"])
        #expect(try site.publish(["public/a": "next"]).isNew)
    }

    @Test func aGenerationWithAFileThatCouldNotBeWrittenIsNotCommitted() throws {
        let site = try PublishedSite()
        let disk = try SmallDisk(at: site.site, size: "1m")
        defer { disk.unmount() }
        try site.publish(["public/a": "live"])
        let staged = try site.generations.stage(outputs: ["public"], jobs: 1)
        let large = [UInt8](repeating: 0x78, count: 2_000_000)
        #expect(throws: FileError.self) {
            try staged.write(output: "public", path: "large", bytes: large)
        }
        #expect(throws: GenerationError.self) { try staged.commit(keep: 3) }
        #expect(site.current == "generations/1")
    }

    @Test func aLineForWhichThereIsNoRoomLeavesTheLogAsItWas() throws {
        let site = try PublishedSite()
        let disk = try SmallDisk(at: site.site, size: "256k")
        defer { disk.unmount() }
        let log = PublicationLog(siteFolder: site.site)
        let lock = try site.generations.lock()
        _ = try log.append(.fixture(generation: 1), holding: lock)
        try? writeNewFile(site.site + "/filler", [UInt8](repeating: 0, count: 1 << 20))
        let error = #expect(throws: FileError.self) {
            for _ in 0..<20 { _ = try log.append(.fixture(generation: 2), holding: lock) }
        }
        #expect(error?.cause == .noSpace)
        #expect(try log.verify().diagnostics.isEmpty)
    }

    @Test func aReadOnlySiteIsAnErrorBeforeAnythingIsDone() throws {
        let site = try PublishedSite()
        let disk = try SmallDisk(at: site.site, size: "1m")
        defer { disk.unmount() }
        try site.publish(["public/a": "one"])
        try site.publish(["public/a": "two"])
        try disk.makeReadOnly()
        let error = #expect(throws: GenerationError.self) {
            try site.publish(["public/a": "three"])
        }
        #expect(error == .file(FileError(.lock, site.site + "/.lock", .readOnlyFileSystem)))
        #expect(error?.isMachineFailure == true)
        #expect(throws: GenerationError.self) { try site.rollBack() }
        #expect(try site.live("public/a") == "two")
        #expect(try site.generations.list().map(\.number) == [2, 1])
    }
}
