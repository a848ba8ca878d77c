import Core
import Foundation
import TestSupport
import Testing

@Suite struct PrivateFolderTests {
    @Test func isForThisUserAloneAndGoesWithItsHolder() throws {
        let parent = try TemporaryFolder()
        var folder: PrivateFolder? = try PrivateFolder(in: parent.url.path, for: "test")
        let path = try #require(folder?.path)
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
        #expect(mode as? Int == 0o700)
        #expect(path.contains("/hakusho-test-"))
        try FileManager.default.createDirectory(
            atPath: path + "/a", withIntermediateDirectories: false)
        try Data("x".utf8).write(to: URL(fileURLWithPath: path + "/a/b"))
        folder = nil
        #expect(try FileManager.default.contentsOfDirectory(atPath: parent.url.path) == [])
    }

    @Test func saysWhereItCannotBeMade() {
        #expect(throws: FileError.self) { try PrivateFolder(in: "/no/such/folder", for: "test") }
    }
}
