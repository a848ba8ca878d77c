import Core
import Foundation
import Publishing
import SystemPackage
import TestSupport
import Testing

@Suite struct GenerationsTests {
    @Test func theFirstGenerationGoesLiveThroughARelativeLink() throws {
        let site = try PublishedSite()
        let committed = try site.publish([
            "public/index.html": "home", "public/guide/start/index.html": "start",
        ])
        #expect(committed.generation == 1)
        #expect(committed.isNew)
        #expect(committed.written == FileCount(files: 2, bytes: 9))
        #expect(site.current == "generations/1")
        #expect(try site.live("public/guide/start/index.html") == "start")
        #expect(
            site.folder.files(below: "Site/generations/1")
                == ["manifest.json", "public/guide/start/index.html", "public/index.html"])
    }

    @Test func filesThatStayTheSameAreOneFileInBothGenerations() throws {
        let site = try PublishedSite()
        try site.publish(["public/a": "same", "public/b": "before", "public/c": "gone"])
        let second = try site.publish(["public/a": "same", "public/b": "after!", "public/d": "new"])
        #expect(second.linked == FileCount(files: 1, bytes: 4))
        #expect(second.written.files == 2)
        #expect(
            try site.identity("generations/1/public/a")
                == site.identity("generations/2/public/a"))
        #expect(
            try site.identity("generations/1/public/b")
                != site.identity("generations/2/public/b"))
        #expect(try site.folder.text(of: "Site/generations/1/public/b") == "before")
        #expect(!site.folder.has("Site/generations/2/public/c"))
    }

    @Test func aFileIsNotSharedWithAnotherOutput() throws {
        let site = try PublishedSite()
        let outputs = ["public", "staff"]
        try site.publish(["public/a": "one", "staff/a": "two"], outputs: outputs)
        try site.publish(["public/a": "two", "staff/a": "one"], outputs: outputs)
        #expect(try site.live("public/a") == "two")
        #expect(try site.live("staff/a") == "one")
    }

    @Test func theSameSiteMakesNoNewGeneration() throws {
        let site = try PublishedSite()
        let files = ["public/index.html": "home", "public/a/b/c": "deep"]
        let first = try site.publish(files)
        let second = try site.publish(files)
        #expect(!second.isNew)
        #expect(second.generation == 1)
        #expect(second.outputs == first.outputs)
        #expect(site.current == "generations/1")
        #expect(try site.generationEntries == ["1"])
    }

    @Test(arguments: [
        ["public/a": "one"], ["public/a": "one", "public/b": "two", "public/c": ""],
        ["public/a": "one", "public/b": "TWO"],
    ])
    func oneFileMoreOrLessOrOtherIsANewGeneration(files: [String: String]) throws {
        let site = try PublishedSite()
        try site.publish(["public/a": "one", "public/b": "two"])
        #expect(try site.publish(files).isNew)
    }

    @Test func anOutputMoreOrLessIsANewGeneration() throws {
        let site = try PublishedSite()
        try site.publish(["public/a": "one"])
        #expect(try site.publish(["public/a": "one"], outputs: ["public", "staff"]).isNew)
        #expect(site.folder.has("Site/current/staff"))
        #expect(try site.publish(["public/a": "one"]).isNew)
        #expect(!site.folder.has("Site/current/staff"))
    }

    @Test func theOldestGenerationsGoAndTheLiveOneStays() throws {
        let site = try PublishedSite()
        for text in ["1", "2", "3"] { try site.publish(["public/a": text]) }
        let fourth = try site.publish(["public/a": "4"])
        #expect(fourth.removed == [1])
        #expect(fourth.notRemoved.isEmpty)
        #expect(try site.numbers == [2, 3, 4])
        try site.rollBack(to: 2)
        #expect(!(try site.publish(["public/a": "2"], keep: 1)).isNew)
        #expect(try site.numbers == [2])
        #expect(try site.live("public/a") == "2")
    }

    @Test func aNumberIsNeverUsedAgain() throws {
        let site = try PublishedSite()
        for text in ["1", "2", "3"] { try site.publish(["public/a": text]) }
        try site.rollBack(to: 1)
        try site.folder.remove("Site/generations/3")
        let log = PublicationLog(siteFolder: site.site)
        do {
            let lock = try site.generations.lock()
            _ = try log.append(.fixture(generation: 7), holding: lock)
        }
        #expect(try site.publish(["public/a": "next"]).generation == 8)
        try site.folder.write("a stranger", to: "Site/generations/11")
        #expect(try site.publish(["public/a": "another"]).generation == 12)
    }

    @Test func aSecondFileForOnePathIsAnError() throws {
        let site = try PublishedSite()
        let staged = try site.generations.stage(outputs: ["public"], jobs: 1)
        try staged.write(["public/a": "one"])
        let error = #expect(throws: FileError.self) { try staged.write(["public/a": "two"]) }
        #expect(error?.cause == .fileExists)
    }

    @Test(arguments: [
        "../escape", "/etc/passwd", "a//b", "a/", "a/./b", "a/../b", "..", ".", "", "a\nb", "a\0b",
    ])
    func aPathThatLeadsOutOfItsOutputIsAnError(path: String) throws {
        let site = try PublishedSite()
        let staged = try site.generations.stage(outputs: ["public"], jobs: 1)
        let error = #expect(throws: FileError.self) {
            try staged.write(output: "public", path: path, bytes: [1])
        }
        #expect(error?.cause == .invalidArgument)
        #expect(throws: FileError.self) { try staged.write(["staff/a": "no such output"]) }
    }

    @Test(arguments: ["", ".", "..", ".hidden", "a/b", "manifest.json"])
    func anOutputThatIsNoFolderNameIsAnError(name: String) throws {
        let site = try PublishedSite()
        #expect(throws: GenerationError.self) {
            try site.generations.stage(outputs: [name], jobs: 1)
        }
    }

    @Test func afterTheEndNothingIsWritten() throws {
        let site = try PublishedSite()
        let staged = try site.generations.stage(outputs: ["public"], jobs: 1)
        staged.discard()
        #expect(throws: FileError.self) { try staged.write(["public/a": "late"]) }
        #expect(throws: GenerationError.alreadyEnded) { try staged.commit(keep: 3) }
        #expect(site.current == nil)
        #expect(try site.generationEntries.isEmpty)
    }

    @Test(arguments: [1, 8])
    func manyThreadsWriteTheSameGeneration(jobs: Int) throws {
        let site = try PublishedSite()
        let staged = try site.generations.stage(outputs: ["public", "staff"], jobs: jobs)
        let failures = parallelMap(count: 500, jobs: jobs) { index -> Int in
            do {
                let path = "s\(index % 7)/p\(index)/index.html"
                for output in ["public", "staff"] {
                    try staged.write(output: output, path: path, bytes: Array("\(index)".utf8))
                }
                return 0
            } catch {
                return 1
            }
        }
        #expect(failures.allSatisfy { $0 == 0 })
        let committed = try staged.commit(keep: 3)
        #expect(committed.written.files == 1000)
        #expect(committed.outputs[0].digest == committed.outputs[1].digest)
        #expect(try site.live("staff/s3/p493/index.html") == "493")
    }
}
