import Core
import Foundation
import Publishing
import TestSupport
import Testing

@Suite struct DamageTests {
    @Test func aLiveFileThatWasTamperedWithIsWrittenAnew() throws {
        let site = try PublishedSite()
        let files = ["public/a": "as it should be", "public/b": "another file"]
        try site.publish(files)
        // In place, with the same length: only its bytes tell.
        try site.folder.write("AS IT SHOULD BE", to: "Site/current/public/a")
        let second = try site.publish(files)
        #expect(second.isNew)
        #expect(second.written.files == 1)
        #expect(second.linked.files == 1)
        #expect(try site.live("public/a") == "as it should be")
        #expect(!(try site.publish(files)).isNew)
    }

    @Test func aFileThatWasAddedToTheLiveGenerationIsNotPartOfTheNextOne() throws {
        let site = try PublishedSite()
        let files = ["public/a": "one"]
        try site.publish(files)
        try site.folder.write("not ours", to: "Site/current/public/injected.html")
        #expect(try site.publish(files).isNew)
        #expect(!site.folder.has("Site/current/public/injected.html"))
    }

    @Test func aLiveFileThatIsGoneOrALinkIsWrittenAnew() throws {
        let site = try PublishedSite()
        let files = ["public/a": "one", "public/b": "two"]
        try site.publish(files)
        try site.folder.remove("Site/current/public/a")
        try site.folder.remove("Site/current/public/b")
        try site.folder.write("two", to: "elsewhere")
        try FileManager.default.createSymbolicLink(
            atPath: site.site + "/generations/1/public/b",
            withDestinationPath: site.folder.url(of: "elsewhere").path)
        try site.publish(files)
        #expect(try site.live("public/a") == "one")
        #expect(try fileStatus(site.site + "/current/public/b")?.kind == .file)
    }

    @Test(arguments: ["{", "", "{\"version\":2,\"outputs\":{}}", nil])
    func withoutAWholeManifestNothingIsShared(manifest: String?) throws {
        let site = try PublishedSite()
        let files = ["public/a": "one"]
        try site.publish(files)
        if let manifest {
            try site.folder.write(manifest, to: "Site/current/manifest.json")
        } else {
            try site.folder.remove("Site/current/manifest.json")
        }
        let second = try site.publish(files)
        #expect(second.isNew)
        #expect(second.linked.files == 0)
        #expect(site.current == "generations/2")
    }

    @Test(arguments: ["changed", "missing", "added"])
    func whatChangesInTheStagedTreeDoesNotGoLive(change: String) throws {
        let site = try PublishedSite()
        try site.publish(["public/a": "live", "public/same": "same"])
        let staged = try site.generations.stage(outputs: ["public"], jobs: 2)
        try staged.write(["public/a": "new!", "public/same": "same"])
        let expected: TreeDifference
        let path = URL(filePath: staged.folder).lastPathComponent
        let output = "Site/generations/\(path)/public/"
        switch change {
        case "changed":
            try site.folder.write("NEW!", to: output + "a")
            expected = .changed("public/a")
        case "missing":
            try site.folder.remove(output + "a")
            expected = .missing("public/a")
        default:
            try site.folder.write("", to: output + "x/y")
            expected = .unexpected("public/x")
        }
        #expect(throws: GenerationError.stagedTreeChanged([expected])) {
            try staged.commit(keep: 3)
        }
        #expect(site.current == "generations/1")
        #expect(try site.live("public/a") == "live")
        #expect(try site.generationEntries == ["1"])
    }

    @Test func aCurrentThatIsNoLinkIsLeftAlone() throws {
        let site = try PublishedSite()
        try site.folder.write("mine", to: "Site/current/index.html")
        #expect(throws: GenerationError.currentIsNoLink(site.site + "/current")) {
            try site.publish(["public/a": "one"])
        }
        #expect(try site.folder.text(of: "Site/current/index.html") == "mine")
    }

    @Test(arguments: ["../elsewhere", "/etc", "generations/..", "generations/01", "generations"])
    func aCurrentThatLeadsElsewhereIsLeftAlone(target: String) throws {
        let site = try PublishedSite()
        try site.publish(["public/a": "one"])
        try site.folder.remove("Site/current")
        let link = site.site + "/current"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: target)
        #expect(throws: GenerationError.currentLeadsElsewhere(link, target: target)) {
            try site.publish(["public/a": "two"])
        }
        #expect(throws: GenerationError.self) { try site.rollBack(to: 1) }
        #expect(site.current == target)
    }

    @Test func aCurrentWhoseGenerationIsGoneIsRepairedByTheNext() throws {
        let site = try PublishedSite()
        try site.publish(["public/a": "one"])
        try site.folder.remove("Site/generations/1")
        #expect(try site.publish(["public/a": "one"]).generation == 2)
        #expect(try site.live("public/a") == "one")
    }

    @Test func strangersAmongTheGenerationsAreLeftAlone() throws {
        let site = try PublishedSite()
        let strangers = ["notes.txt", "backup/x", "007/x", "5 copy/x", "-1/x", ".hidden"]
        for name in strangers { try site.folder.write("mine", to: "Site/generations/" + name) }
        for text in ["1", "2", "3"] { try site.publish(["public/a": text], keep: 1) }
        for name in strangers {
            #expect(try site.folder.text(of: "Site/generations/" + name) == "mine")
        }
        #expect(try site.generations.list().map(\.number) == [3])
    }

    @Test func aSiteThatIsAFileIsAnError() throws {
        let site = try PublishedSite()
        try site.folder.write("mine", to: "Site")
        #expect(throws: GenerationError.self) { try site.publish(["public/a": "one"]) }
        #expect(try site.folder.text(of: "Site") == "mine")
    }
}
