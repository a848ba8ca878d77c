import Content
import Core
import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import Scanning

/// Which files are opened, and how.
@Suite(.timeLimit(.minutes(2))) struct SampleTests {
    private let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        try folder.write("a", to: "in/a.txt")
        try folder.write("b", to: "in/sub/b.txt")
        try folder.write("secret", to: "out/a.txt")
    }

    private func path(_ name: String) -> [UInt8] { Array(folder.url(of: name).path.utf8) }

    private func link(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(
            atPath: folder.url(of: name).path, withDestinationPath: target)
    }

    /// `name: word` of each sample, by a command that finds everything clean.
    private func words(_ samples: [Sample]) async -> [String] {
        let engine = CommandEngine(
            ["true"], version: nil, signatures: .any, limit: .seconds(20),
            in: .init(
                environment: ["PATH": "/usr/bin:/bin"], temporaryFolder: folder.url.path,
                folder: "/"))
        let identity = EngineIdentity(engine: "true", version: "", signatures: nil)
        let results = await engine.judge(samples, as: identity, judged: {})
        let prefix = folder.url.path + "/"
        return zip(samples, results).map { sample, judged in
            sample.name.replacing(prefix, with: "") + ": " + judged.verdict.word
        }
    }

    @Test func aFolderStandsForAllFilesBelowItInOrder() async throws {
        try folder.write("", to: "in/sub/\u{1}\n")
        try folder.write("", to: "in/sub-1")
        let expected = [
            "in/a.txt: clean", "in/sub-1: clean", "in/sub/\u{1}\n: clean", "in/sub/b.txt: clean",
        ]
        #expect(await words(Sample.below([path("in")])) == expected)
    }

    @Test func whatIsNoFileIsRefusedAndNothingWaits() async throws {
        #expect(mkfifo(folder.url(of: "in/fifo").path, 0o600) == 0)
        let server = try TestServer(socket: folder.url(of: "in/socket").path) { _ in }
        try link("in/file-link", to: "a.txt")
        try link("in/folder-link", to: "../out")
        try link("in/itself", to: "itself")
        try link("in/nowhere", to: "none")
        let clock = ContinuousClock()
        let start = clock.now
        #expect(
            await words(Sample.below([path("in")])) == [
                "in/a.txt: clean", "in/fifo: refused", "in/file-link: refused",
                "in/folder-link: refused", "in/itself: refused", "in/nowhere: refused",
                "in/socket: refused", "in/sub/b.txt: clean",
            ])
        let named = ["in/fifo", "in/file-link", "in/folder-link", "in/folder-link/", "in/itself"]
        #expect(
            await words(Sample.below(named.map(path))).map { $0.suffix(9) }
                == named.map { _ in ": refused" })
        #expect(await words(Sample.below([Array("/dev/null".utf8)])) == ["/dev/null: refused"])
        #expect(await words(Sample.below([path("none")])) == ["none: failed"])
        #expect(clock.now - start < busy)
        _ = server
    }

    @Test func aFolderThatIsSwappedDuringTheWalkIsNotFollowed() async throws {
        let samples = Sample.below([path("in")])
        try FileManager.default.removeItem(at: folder.url(of: "in/sub"))
        try link("in/sub", to: "../out")
        try folder.write("secret", to: "out/b.txt")
        #expect(await words(samples) == ["in/a.txt: clean", "in/sub/b.txt: refused"])
        // The whole folder: what was opened stays what is read.
        try FileManager.default.moveItem(at: folder.url(of: "in"), to: folder.url(of: "moved"))
        try link("in", to: "out")
        let reader = try SampleReader(samples[0])
        #expect(reader.size == 1)
    }

    @Test func noPathLeadsOutOfAFolder() throws {
        try link("in/up", to: "..")
        let confined = try ConfinedFolder(path("in"))
        for name in ["../out/a.txt", "up/out/a.txt", "sub/../../out/a.txt", "/etc/passwd"] {
            for opened in [
                confined.open(Array(name.utf8), flags: O_RDONLY),
                confined.openStepwise(Array(name.utf8), flags: O_RDONLY | O_NOFOLLOW),
            ] {
                if case .success = opened { Issue.record("\(name) was opened") }
            }
        }
        for opened in [
            confined.open(Array("sub/b.txt".utf8), flags: O_RDONLY),
            confined.openStepwise(Array("sub/b.txt".utf8), flags: O_RDONLY | O_NOFOLLOW),
        ] {
            close(try opened.get())
        }
        #expect(throws: FileError.self) { try ConfinedFolder(path("in/up")) }
    }

    /// What happens to the file after its first byte was read.
    @Test(arguments: ["grows", "shrinks", "is rewritten", "is touched"])
    func aFileThatChangesWhileItIsReadIsFailed(change: String) throws {
        try folder.write("four", to: "in/a.txt")
        let reader = try SampleReader(Sample(path: path("in/a.txt")))
        var byte: [UInt8] = [0]
        _ = try byte.withUnsafeMutableBytes { try reader.read(into: $0) }
        Thread.sleep(forTimeInterval: 0.02)
        let file = try FileDescriptor.open(
            FilePath(folder.url(of: "in/a.txt").path), .readWrite)
        switch change {
        case "grows": _ = try file.writeAll(toAbsoluteOffset: 4, Array("five".utf8))
        case "shrinks": try file.resize(to: 2)
        case "is rewritten": _ = try file.writeAll(toAbsoluteOffset: 0, Array("FOUR".utf8))
        default: #expect(futimens(file.rawValue, nil) == 0)
        }
        try file.close()
        #expect(throws: ScanFailure.changed) {
            var rest = [UInt8](repeating: 0, count: 8)
            while reader.position < reader.size {
                _ = try rest.withUnsafeMutableBytes { try reader.read(into: $0) }
            }
            _ = try reader.finish()
        }
    }

    @Test func twoEnginesMustHaveReadTheSameBytes() async throws {
        let file = folder.url(of: "in/a.txt")
        let clamd = try FakeClamd()
        let first = ClamdEngine(
            name: "one", .socket(clamd.socket), signatures: .any, limit: .seconds(5))
        let second = LateEngine(engine: first)
        let changing = ChangingEngine(engine: first) {
            try? Data("other".utf8).write(to: file)
        }
        let (result, _) = await Scan([changing, second], now: .testing).run([
            Sample(path: path("in/a.txt"))
        ])
        #expect(result.judgements[0].opinions.map(\.verdict.word) == ["clean", "clean"])
        #expect(result.judgements[0].verdict == .failed(.changed))
    }
}

/// An engine that reads a second later than others.
private struct LateEngine: Engine {
    let engine: ClamdEngine
    let name = "two"
    var signatures: SignatureRule { engine.signatures }

    func identify() async throws(ScanFailure) -> EngineIdentity { try await engine.identify() }

    func judge(
        _ samples: [Sample], as identity: EngineIdentity, judged: @escaping @Sendable () -> Void
    ) async -> [Judged] {
        try? await Task.sleep(for: .seconds(1))
        return await engine.judge(samples, as: identity, judged: judged)
    }
}
