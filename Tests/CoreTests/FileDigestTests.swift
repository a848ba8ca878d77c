import Core
import Foundation
import SystemPackage
import TestSupport
import Testing

@Suite struct FileDigestTests {
    @Test(arguments: [0, 1, 4095, 4096, 65_535, 65_536, 65_537, 200_000])
    func aFileHasTheDigestOfItsBytes(size: Int) throws {
        let folder = try TemporaryFolder()
        let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        try folder.write(bytes, to: "file")
        let path = folder.url(of: "file").path
        let found = try digestFile(path)
        #expect(found.size == size)
        #expect(found.digest == SHA256Digest(of: bytes))
        #expect(try file(path, holds: bytes))
        #expect(!(try file(path, holds: bytes + [0])))
        if size > 0 {
            var other = bytes
            other[size - 1] ^= 1
            #expect(!(try file(path, holds: other)))
        }
    }

    @Test func aLinkOrAFolderHasNoDigest() throws {
        let folder = try TemporaryFolder()
        try folder.write("x", to: "file")
        let root = folder.url.path
        try replaceLink(root + "/link", target: "file", staged: root + "/staged")
        #expect(try readLink(root + "/link") == "file")
        let link = #expect(throws: FileError.self) { try digestFile(root + "/link") }
        #expect(link?.cause == .tooManySymbolicLinkLevels)
        let itself = #expect(throws: FileError.self) { try digestFile(root) }
        #expect(itself?.cause == .notSupported)
    }

    @Test func aTreeIsRemovedAndWhatItLinksToStays() throws {
        let folder = try TemporaryFolder()
        try folder.write("kept", to: "kept/file")
        for index in 0..<40 { try folder.write("x", to: "tree/\(index % 5)/\(index)/file") }
        let root = folder.url.path
        try replaceLink(root + "/tree/1/link", target: "../../kept", staged: root + "/staged")
        try removeTree(root + "/tree", jobs: 4)
        #expect(!folder.has("tree"))
        #expect(try folder.text(of: "kept/file") == "kept")
        try removeTree(root + "/tree", jobs: 4)
    }
}
