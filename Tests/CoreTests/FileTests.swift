import Foundation
import Synchronization
import SystemPackage
import TestSupport
import Testing

@testable import Core

@Suite struct FileReadingTests {
    let folder: TemporaryFolder
    init() throws { folder = try TemporaryFolder() }

    private func path(_ name: String) -> String { folder.url(of: name).path }

    private func cause(_ body: () throws(FileError) -> Void) -> Errno? {
        do {
            try body()
            return nil
        } catch {
            return error.cause
        }
    }

    @Test func readsAFileWholeOrItsBeginning() throws {
        let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        try folder.write(bytes, to: "a")
        try folder.write("", to: "empty")
        #expect(try readFile(path("a")) == bytes)
        #expect(try readFile(path("a"), limit: 10) == Array(bytes[..<10]))
        #expect(try readFile(path("a"), limit: 1_000_000) == bytes)
        #expect(try readFile(path("empty")) == [])
    }

    @Test func whatIsMissingALinkAFolderOrAPipeIsRefusedAtOnce() throws {
        try folder.write("secret", to: "target")
        try FileManager.default.createSymbolicLink(
            atPath: path("link"), withDestinationPath: path("target"))
        try #require(mkfifo(path("pipe"), 0o600) == 0)
        #expect(
            cause { () throws(FileError) in _ = try readFile(path("none")) }
                == .noSuchFileOrDirectory)
        #expect(
            cause { () throws(FileError) in _ = try readFile(path("link")) }
                == .tooManySymbolicLinkLevels)
        #expect(cause { () throws(FileError) in _ = try readFile(path("pipe")) } == .notSupported)
        #expect(cause { () throws(FileError) in _ = try readFile(folder.url.path) } == .isDirectory)
        #expect(
            cause { () throws(FileError) in _ = try digestFile(path("link")) }
                == .tooManySymbolicLinkLevels)
        #expect(cause { () throws(FileError) in _ = try digestFile(path("pipe")) } == .notSupported)
    }

    @Test func aFileThatPretendsToBeEmptyIsReadToItsEnd() throws {
        // The kernel's files have size 0 and grow under the reader.
        let status = try readFile("/proc/self/status")
        #expect(String(decoding: status, as: UTF8.self).hasPrefix("Name:"))
    }

    @Test func statusTellsKindsApartAndFollowsNoLink() throws {
        try folder.write("x", to: "file")
        try FileManager.default.createSymbolicLink(
            atPath: path("link"), withDestinationPath: path("nowhere"))
        try #require(mkfifo(path("pipe"), 0o600) == 0)
        #expect(try fileStatus(path("file"))?.kind == .file)
        #expect(try fileStatus(path("file"))?.size == 1)
        #expect(try fileStatus(path("link"))?.kind == .link)
        #expect(try fileStatus(path("pipe"))?.kind == .other)
        #expect(try fileStatus(folder.url.path)?.kind == .folder)
        #expect(try fileStatus(path("none")) == nil)
        #expect(try fileStatus(path("file/below")) == nil)
    }

    @Test func aFolderIsListedInTheOrderOfBytes() throws {
        for name in ["b", "a", "B", "あ", "a.b", "10", "9"] { try folder.write("", to: name) }
        #expect(
            try listFolder(folder.url.path).map(\.name) == ["10", "9", "B", "a", "a.b", "b", "あ"])
    }

    @Test func aNameThatIsNotUTF8IsListedSoThatItCanBeReported() throws {
        let name = Array(path("x").utf8.dropLast()) + [0xFF, 0]
        let descriptor = name.withUnsafeBufferPointer { buffer in
            buffer.withMemoryRebound(to: CChar.self) { open($0.baseAddress!, O_CREAT, 0o600) }
        }
        try #require(descriptor >= 0)
        close(descriptor)
        #expect(try listFolder(folder.url.path).map(\.name) == ["\u{FFFD}"])
    }
}

@Suite struct FileWritingTests {
    let folder: TemporaryFolder
    init() throws { folder = try TemporaryFolder() }

    private func path(_ name: String) -> String { folder.url(of: name).path }

    @Test func replacingPutsTheWholeFileInPlaceAndLeavesNothingBeside() throws {
        try folder.write("old", to: "a")
        let before = try fileStatus(path("a"))?.identity
        try replaceFile(path("a"), with: Array("new".utf8))
        #expect(try folder.text(of: "a") == "new")
        #expect(try fileStatus(path("a"))?.identity != before)
        #expect(folder.files() == ["a"])
    }

    @Test func aReplacementThatFailsLeavesTheOldFileAndNothingBeside() throws {
        try folder.write("x", to: "a/kept")
        #expect(throws: FileError.self) { try replaceFile(path("a"), with: [1]) }
        #expect(folder.files() == ["a/kept"])
    }

    @Test func replacingALinkReplacesTheLinkAndNotWhatItLeadsTo() throws {
        try folder.write("kept", to: "target")
        try FileManager.default.createSymbolicLink(
            atPath: path("link"), withDestinationPath: path("target"))
        try replaceFile(path("link"), with: Array("new".utf8))
        #expect(try folder.text(of: "target") == "kept")
        #expect(try fileStatus(path("link"))?.kind == .file)
    }

    @Test func aNewFileNeverOverwrites() throws {
        try writeNewFile(path("a"), [1])
        #expect(throws: FileError.self) { try writeNewFile(path("a"), [2]) }
        #expect(try folder.bytes(of: "a") == [1])
    }

    @Test(arguments: [1, 4]) func removingATreeNeverFollowsALink(jobs: Int) throws {
        try folder.write("kept", to: "outside/a")
        try folder.write("gone", to: "tree/b/c/d")
        try FileManager.default.createSymbolicLink(
            atPath: path("tree/b/link"), withDestinationPath: path("outside"))
        try removeTree(path("tree"), jobs: jobs)
        try removeTree(path("tree"), jobs: jobs)
        try removeTree(path("tree"))
        #expect(folder.files() == ["outside/a"])
        #expect(!folder.has("tree"))
    }

    @Test func foldersAreMadeWithAllThatLieAbove() throws {
        try makeFolder(path("a/b/c"))
        try makeFolder(path("a/b/c"))
        #expect(try fileStatus(path("a/b/c"))?.kind == .folder)
        try folder.write("x", to: "file")
        #expect(throws: FileError.self) { try makeFolder(path("file/below")) }
    }

    /// A run that is killed may leave it, and a file with another name would be a page or a stray.
    @Test(arguments: ["b.md", "a/b.md", "/a/c/b.md"])
    func whatIsWrittenBesideAFileIsHidden(path: String) {
        let staged = stagedPath(of: path)
        #expect(staged.hasPrefix(path.dropLast("b.md".count) + ".b.md."))
    }

    @Test func errorsSayWhatFailedOnWhichPathInBothLanguages() {
        let error = FileError(.open, "a/b", .permissionDenied)
        #expect(error.message.en == "cannot open 'a/b': Permission denied")
        #expect(error.message.ja == "「a/b」を開くことができません（権限がありません）")
    }
}

@Suite struct DigestTests {
    /// FIPS 180-4's own examples.
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ])
    func isTheSHA256OfTheBytes(text: String, hex: String) throws {
        let digest = SHA256Digest(of: Array(text.utf8))
        #expect(digest.hex == hex)
        #expect(SHA256Digest(hex: hex.uppercased()) == digest)
        let folder = try TemporaryFolder()
        try folder.write(text, to: "a")
        let read = try digestFile(folder.url(of: "a").path)
        #expect(read.digest == digest)
        #expect(read.size == text.utf8.count)
    }

    @Test(arguments: [
        "", "ab", String(repeating: "g", count: 64), String(repeating: "a", count: 65),
    ])
    func readsSixtyFourDigitsAndNothingElse(text: String) {
        #expect(SHA256Digest(hex: text) == nil)
    }

    @Test func comparesAFileOfManyPiecesByteForByte() throws {
        let bytes = (0..<150_000).map { UInt8(truncatingIfNeeded: $0 / 3) }
        var other = bytes
        other[149_999] ^= 1
        let folder = try TemporaryFolder()
        try folder.write(bytes, to: "a")
        let path = folder.url(of: "a").path
        #expect(try file(path, holds: bytes))
        #expect(try !file(path, holds: other))
        #expect(try !file(path, holds: Array(bytes.dropLast())))
        #expect(try digestFile(path).digest == SHA256Digest(of: bytes))
    }

    @Test func manyFilesAreRewrittenOrNone() throws {
        let folder = try TemporaryFolder()
        for name in ["a", "b", "target"] { try folder.write(name, to: name) }
        let path = { (name: String) in folder.url(of: name).path }
        try FileManager.default.createSymbolicLink(
            atPath: path("link"), withDestinationPath: "target")
        let new = Array("new".utf8)
        #expect(throws: FileError.self) {
            try rewriteFiles([(path("a"), new), (path("link"), new), (path("b"), new)])
        }
        #expect(try folder.text(of: "a") == "a" && folder.text(of: "target") == "target")
        #expect(folder.files().sorted() == ["a", "b", "link", "target"])
        try rewriteFiles([(path("a"), new), (path("c"), new)])
        #expect(try folder.text(of: "a") == "new" && folder.text(of: "c") == "new")
    }

    @Test func aReadNoticesThatTheFileIsWrittenTo() async throws {
        let folder = try TemporaryFolder()
        // The system stamps files some 250 times a second: a read has to last longer than that.
        try folder.write([UInt8](repeating: 0x61, count: 48 << 20), to: "a")
        let confined = try ConfinedFolder(Array(folder.url.path.utf8))
        #expect(try confined.read("a", limit: 48 << 20).count == 48 << 20)
        // A thread of its own: those of tasks may all be busy with other tests.
        let state = WriterState()
        defer { state.isOver.store(true, ordering: .relaxed) }
        let file = folder.url(of: "a")
        let writer = Thread {
            while !state.isOver.load(ordering: .relaxed) {
                guard let handle = try? FileHandle(forWritingTo: file) else { return }
                handle.write(Data("x".utf8))
                handle.closeFile()
            }
        }
        writer.start()
        var isNoticed = false
        for _ in 0..<200 where !isNoticed {
            do throws(ConfinedReadFailure) {
                _ = try confined.read("a", limit: 48 << 20)
            } catch {
                if case .changed = error { isNoticed = true }
            }
        }
        #expect(isNoticed)
    }

    @Test func nothingOutsideAFolderIsRead() throws {
        let folder = try TemporaryFolder()
        try folder.write("secret", to: "secret")
        try folder.write("b", to: "in/b")
        let link = folder.url(of: "in/link").path
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "../secret")
        try FileManager.default.createSymbolicLink(
            atPath: folder.url(of: "in/up").path, withDestinationPath: "..")
        mkfifo(folder.url(of: "in/pipe").path, 0o600)
        let confined = try ConfinedFolder(Array(folder.url(of: "in").path.utf8))
        func outcome(_ path: String, limit: Int = 10) -> String {
            do throws(ConfinedReadFailure) {
                return String(decoding: try confined.read(path, limit: limit), as: UTF8.self)
            } catch {
                switch error {
                case .link: return "link"
                case .special: return "special"
                case .changed: return "changed"
                case .tooLong(let bytes): return "too long: \(bytes)"
                case .file: return "file"
                }
            }
        }
        #expect(outcome("b") == "b")
        #expect(outcome("link") == "link" && outcome("up/secret") == "link")
        #expect(outcome("../secret") == "link")
        #expect(outcome("pipe") == "special")
        #expect(outcome("none") == "file" && outcome("b", limit: 0) == "too long: 1")
    }
}

/// Tells a thread that its test is over; a class, because both share it.
private final class WriterState: Sendable {
    let isOver = Atomic(false)
}
