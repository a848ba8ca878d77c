import Core
import Foundation
import SiteFixtures
import TestSupport
import Testing

@testable import Building

/// What stands around uploads: folders, links, lists of what is refused.
@Suite struct UploadFolderTests {
    @Test func whatIsWrongInABlockListIsToldAtItsLine() throws {
        let list = "-- a.hsb --\n# list\n" + String(repeating: "x\n", count: 21)
        let site = try BuiltSite(
            page("index.md") + list
                + "-- Content/site.yml --\ntitle: A\nurl: https://www.example.jp/\n"
                + "uploads: {block_list: a.hsb}\n")
        #expect(site.findings.count == 21)
        #expect(site.findings.contains("upload.block-list a.hsb:2:1"))
        #expect(site.findings.contains("upload.block-list a.hsb:21:1"))
        #expect(site.findings.contains("upload.block-list Content/site.yml:3:23"), "one more")
    }

    @Test func aPageThatRefersToALinkIsNotToldThatThereIsNoFile() throws {
        let site = try BuiltSite(page("index.md", text: "[x](/uploads/a.txt)"))
        try FileManager.default.createDirectory(
            at: site.project.folder.url(of: "Content/uploads"), withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            atPath: site.project.folder.url(of: "Content/uploads/a.txt").path,
            withDestinationPath: "../site.yml")
        #expect(
            Set(try BuiltSite(site.project).findings) == [
                "content.symbolic-link Content/uploads/a.txt",
                "link.page-excluded Content/pages/index.md:4:1",
            ])
    }

    @Test func namesOfFoldersAreJudgedToo() throws {
        let site = try BuiltSite(
            page("index.md", text: "[x](/uploads/aux/a.txt)")
                + "-- Content/uploads/aux/a.txt --\nx\n")
        #expect(site.findings == ["upload.refused Content/uploads/aux/a.txt"])
    }

    @Test func contentIsNoLinkToAnotherFolder() throws {
        let site = try BuiltSite(page("index.md"))
        let content = site.project.folder.url(of: "Content").path
        try FileManager.default.moveItem(
            atPath: content, toPath: site.project.folder.url(of: "Elsewhere").path)
        try FileManager.default.createSymbolicLink(
            atPath: content, withDestinationPath: "Elsewhere")
        #expect(try BuiltSite(site.project).findings == ["content.symbolic-link Content"])
    }

    /// Between the listing of a folder and the reading of its files.
    @Test func aFileThatIsGoneWhenItIsReadIsAnErrorOfThatFile() throws {
        let folder = try TemporaryFolder()
        let path = folder.url(of: "a.txt").path
        let error = try #require(throws: FileError.self) { try readFile(path) }
        let found = try Diagnostic.unread(.file(error), file: "Content/uploads/a.txt", places: [])
        #expect(found.code == "upload.changed" && found.message.en.contains("deleted"))
        try folder.write("x", to: "a.txt")
        #expect(throws: FileError.self) {
            try Diagnostic.unread(.file(error), file: "Content/uploads/a.txt", places: [])
        }
    }
}
