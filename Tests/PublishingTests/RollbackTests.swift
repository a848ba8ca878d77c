import Core
import Foundation
import Publishing
import TestSupport
import Testing

extension PublishedSite {
    @discardableResult
    func rollBack(to number: Int? = nil) throws -> Generations.RolledBack {
        try generations.rollback(to: number, jobs: 2, holding: generations.lock())
    }
}

@Suite struct RollbackTests {
    @Test func theGenerationBeforeTheLiveOneGoesLiveAgain() throws {
        let site = try PublishedSite()
        let first = try site.publish(["public/a": "1"])
        try site.publish(["public/a": "2"])
        let back = try site.rollBack()
        #expect(back.generation == 1)
        #expect(back.from == 2)
        #expect(back.outputs == first.outputs)
        #expect(site.current == "generations/1")
        #expect(try site.live("public/a") == "1")
        #expect(try site.numbers == [1, 2])
        #expect(throws: GenerationError.nothingEarlier(live: 1)) { try site.rollBack() }
    }

    @Test func aNamedGenerationGoesLiveAlsoForward() throws {
        let site = try PublishedSite()
        for text in ["1", "2", "3"] { try site.publish(["public/a": text]) }
        try site.rollBack(to: 1)
        try site.rollBack(to: 3)
        #expect(try site.live("public/a") == "3")
        #expect(throws: GenerationError.alreadyLive(3)) { try site.rollBack(to: 3) }
        #expect(throws: GenerationError.unknown(9, existing: [1, 2, 3])) {
            try site.rollBack(to: 9)
        }
    }

    @Test func withoutAnyGenerationItSaysSo() throws {
        let site = try PublishedSite()
        #expect(throws: GenerationError.nothingEarlier(live: nil)) { try site.rollBack() }
        #expect(throws: GenerationError.unknown(1, existing: [])) { try site.rollBack(to: 1) }
    }

    @Test(arguments: ["changed", "missing", "added", "link"])
    func aDamagedGenerationDoesNotGoLive(damage: String) throws {
        let site = try PublishedSite()
        try site.publish(["public/a": "one", "public/b": "two"])
        try site.publish(["public/a": "three"])
        let expected: TreeDifference
        switch damage {
        case "changed":
            try site.folder.write("ONE", to: "Site/generations/1/public/a")
            expected = .changed("public/a")
        case "missing":
            try site.folder.remove("Site/generations/1/public/a")
            expected = .missing("public/a")
        case "added":
            try site.folder.write("more", to: "Site/generations/1/public/more")
            expected = .unexpected("public/more")
        default:
            try site.folder.remove("Site/generations/1/public/a")
            try FileManager.default.createSymbolicLink(
                atPath: site.site + "/generations/1/public/a", withDestinationPath: "b")
            expected = .changed("public/a")
        }
        #expect(throws: GenerationError.damaged(1, [expected])) { try site.rollBack() }
        #expect(site.current == "generations/2")
    }

    @Test func aGenerationWithoutItsManifestDoesNotGoLive() throws {
        let site = try PublishedSite()
        try site.publish(["public/a": "one"])
        try site.publish(["public/a": "two"])
        try site.folder.write("{}", to: "Site/generations/1/manifest.json")
        #expect(throws: GenerationError.withoutManifest(1)) { try site.rollBack() }
        #expect(site.current == "generations/2")
    }

    @Test func theListShowsTheNewestFirst() throws {
        let site = try PublishedSite()
        #expect(try site.generations.list().isEmpty)
        try site.publish(["public/a": "one"])
        try site.publish(["public/a": "two", "public/b": "three"])
        try site.rollBack()
        let list = try site.generations.list()
        #expect(list.map(\.number) == [2, 1])
        #expect(list.map(\.isLive) == [false, true])
        #expect(list[0].manifest?.all == FileCount(files: 2, bytes: 8))
    }
}
