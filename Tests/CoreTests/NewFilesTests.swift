import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import Core

@Suite struct NewFilesTests {
    private let folder: TemporaryFolder
    init() throws { folder = try TemporaryFolder() }

    private func write(_ files: [(path: String, bytes: [UInt8])]) -> Errno? {
        do throws(FileError) {
            try writeNewFiles(files, below: folder.url.path)
            return nil
        } catch {
            return error.cause
        }
    }

    @Test func filesAreWrittenWithTheirFolders() throws {
        #expect(write([("a/b/c.md", [1]), ("a/d.md", [2, 3]), ("e", [])]) == nil)
        #expect(folder.files() == ["a/b/c.md", "a/d.md", "e"])
        #expect(try folder.bytes(of: "a/d.md") == [2, 3])
    }

    @Test func whereOneIsThereNoneIsWritten() throws {
        try folder.write("old", to: "z.md")
        #expect(write([("new/a.md", [1]), ("z.md", [2])]) == .fileExists)
        #expect(folder.files() == ["z.md"])
        #expect(try folder.text(of: "z.md") == "old")
        #expect(!folder.has("new"))
    }

    @Test func noLinkIsFollowedOnTheWayOrAtItsEnd() throws {
        let other = try TemporaryFolder()
        try FileManager.default.createSymbolicLink(
            at: folder.url(of: "out"), withDestinationURL: other.url)
        try FileManager.default.createSymbolicLink(
            at: folder.url(of: "dangling"), withDestinationURL: other.url(of: "x"))
        #expect(write([("a/b", [1]), ("out/c", [1])]) == .tooManySymbolicLinkLevels)
        #expect(write([("dangling", [1])]) == .fileExists)
        #expect(write([("a", [1]), ("a/b", [1])]) == .notDirectory || !folder.has("a/b"))
        #expect(other.files() == [])
    }

    @Test func whatWasMadeCanBeUndoneAndNothingElseGoes() throws {
        try folder.write("mine", to: "kept/a.md")
        let made = try writeNewFiles(
            [("kept/b.md", [1]), ("new/c.md", [2])], below: folder.url.path)
        try folder.write("theirs", to: "new/d.md")
        made.undo()
        #expect(folder.files() == ["kept/a.md", "new/d.md"])
    }
}
