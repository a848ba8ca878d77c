import Content
import Core
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Scanning

@Suite(.timeLimit(.minutes(2))) struct VerdictCacheTests {
    private let folder: TemporaryFolder
    private let key: VerdictKey
    private static let samples = (0..<5).map { Sample(name: "\($0)", bytes: [UInt8($0)]) }
    /// The self-test's own streams.
    private static let trials = 3

    init() throws {
        folder = try TemporaryFolder()
        key = try VerdictKey(in: folder.url(of: "config/hakusho").path)
    }

    private func scan(
        _ clamd: FakeClamd, _ memory: VerdictCache?, _ samples: [Sample] = samples
    ) async -> (result: ScanResult, memory: VerdictCache?, asked: Int) {
        let before = clamd.streams.load(ordering: .relaxed)
        let engine = ClamdEngine(.socket(clamd.socket), signatures: .any, limit: .seconds(5))
        let (result, learnt) = await Scan([engine], now: .testing, memory: memory).run(samples)
        return (result, learnt, clamd.streams.load(ordering: .relaxed) - before - Self.trials)
    }

    /// What the next run reads of what this one wrote.
    private func reloaded(_ bytes: [UInt8], key: VerdictKey? = nil) -> VerdictCache {
        var memory = VerdictCache(key: key ?? self.key)
        memory.load(bytes)
        return memory
    }

    @Test func whatWasCleanIsNotAskedAgain() async throws {
        let clamd = try FakeClamd()
        let first = await scan(clamd, VerdictCache(key: key))
        #expect(first.asked == 5)
        let bytes = try #require(first.memory?.bytes)
        let second = await scan(clamd, reloaded(bytes))
        #expect(second.asked == 0)
        #expect(second.result.exitStatus == 0)
        #expect(second.result.judgements.allSatisfy { $0.opinions[0].isRemembered })
        #expect(second.result.judgements.map(\.contents) == first.result.judgements.map(\.contents))
        #expect(second.memory?.bytes == bytes)
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
        #expect(lines.count == 6)
        #expect(lines.dropFirst().sorted() == Array(lines.dropFirst()))
    }

    @Test func newSignaturesAskAboutAllAgain() async throws {
        let clamd = try FakeClamd()
        let bytes = try #require(await scan(clamd, VerdictCache(key: key)).memory?.bytes)
        clamd.version.withLock { $0 = FakeClamd.version(27124, daysAgo: 0) }
        let next = await scan(clamd, reloaded(bytes))
        #expect(next.asked == 5)
        // What the old ones said is gone.
        let text = String(decoding: try #require(next.memory?.bytes), as: UTF8.self)
        #expect(!text.contains("27123"))
        clamd.version.withLock {
            $0 = $0.replacing("1.4.6", with: "1.4.7")
        }
        #expect(await scan(clamd, next.memory).asked == 5)
    }

    @Test func anotherPolicyAsksAgain() async throws {
        let clamd = try FakeClamd()
        let bytes = try #require(await scan(clamd, VerdictCache(key: key)).memory?.bytes)
        var other = VerdictCache(key: key, settings: SHA256Digest(of: [1]))
        other.load(bytes)
        #expect(await scan(clamd, other).asked == 5)
    }

    @Test func onlyCleanOfNamedSignaturesIsKept() async throws {
        let clamd = try FakeClamd()
        let samples = [Sample(name: "eicar", bytes: BadArchives.eicar)]
        let infected = await scan(clamd, VerdictCache(key: key), samples)
        #expect(infected.memory.map { lineCount($0.bytes) } == 1)
        clamd.version.withLock { $0 = "ClamAV 1.4.6" }
        let unknown = await scan(clamd, VerdictCache(key: key))
        #expect(unknown.memory.map { lineCount($0.bytes) } == 1)
    }

    private func lineCount(_ bytes: [UInt8]) -> Int { bytes.count { $0 == 0x0A } }

    /// Whoever can write to the project, but lacks the key.
    @Test(arguments: ["digest", "mark", "engine", "no mark", "another key", "copied mark"])
    func aForgedLineMakesNothingPass(forgery: String) async throws {
        let clamd = try FakeClamd()
        let eicar = BadArchives.eicar
        let honest = await scan(clamd, VerdictCache(key: key), [Self.samples[0]])
        var text = String(decoding: try #require(honest.memory?.bytes), as: UTF8.self)
        let digest = SHA256Digest(of: [0]).hex
        let forged = SHA256Digest(of: eicar).hex + "\t68"
        let mark = try #require(text.split(separator: "\t").last).dropLast()
        var key = key
        switch forgery {
        case "digest", "copied mark": text = text.replacing(digest + "\t1", with: forged)
        case "mark":
            text = text.replacing(digest + "\t1", with: forged)
                .replacing(mark, with: String(repeating: "0", count: 64))
        case "no mark":
            text = text.replacing(digest + "\t1", with: forged).replacing("\t" + mark, with: "")
        case "engine": text = text.replacing("27123", with: "27124")
        default:
            key = try VerdictKey(in: folder.url(of: "other").path)
            let other = EngineIdentity(
                engine: "clamd", version: "ClamAV 1.4.6",
                signatures: SignatureVersion(version: "27123", time: nil))
            var memory = VerdictCache(key: key)
            memory.remember(
                SampleContents(size: 68, digest: SHA256Digest(of: eicar)), by: other)
            text = String(decoding: memory.bytes, as: UTF8.self)
        }
        if forgery == "engine" {
            clamd.version.withLock { $0 = FakeClamd.version(27124, daysAgo: 0) }
        }
        let next = await scan(
            clamd, reloaded(Array(text.utf8)),
            [Sample(name: "eicar", bytes: eicar), Self.samples[0]])
        #expect(next.result.judgements[0].verdict.word == "infected")
        #expect(next.asked == 2)
        // Nor does a forged line live on.
        let after = String(decoding: try #require(next.memory?.bytes), as: UTF8.self)
        #expect(!after.contains(SHA256Digest(of: eicar).hex))
    }

    @Test func twoEnginesMustBothBeRemembered() async throws {
        let (one, two) = (try FakeClamd(), try FakeClamd())
        let engines = [("a", one), ("b", two)].map { name, clamd in
            ClamdEngine(
                name: name, .socket(clamd.socket), signatures: .any, limit: .seconds(5))
        }
        let first = await Scan([engines[0]], now: .testing, memory: VerdictCache(key: key))
            .run(Self.samples)
        let both = await Scan(engines, now: .testing, memory: first.memory).run(Self.samples)
        #expect(both.result.judgements.allSatisfy { !$0.opinions[0].isRemembered })
        let again = await Scan(engines, now: .testing, memory: both.memory).run(Self.samples)
        #expect(again.result.judgements.allSatisfy { $0.opinions.allSatisfy(\.isRemembered) })
    }

    @Test func theKeyIsTheUsersAlone() throws {
        let place = folder.url(of: "config/hakusho/verdict.key")
        let mode = try FileManager.default.attributesOfItem(atPath: place.path)[.posixPermissions]
        #expect(mode as? Int == 0o600)
        #expect(
            key.isMark(try VerdictKey(in: folder.url(of: "config/hakusho").path).mark("a"), of: "a")
        )
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o640], ofItemAtPath: place.path)
        #expect(throws: FileError.self) {
            try VerdictKey(in: folder.url(of: "config/hakusho").path)
        }
        try folder.write("short", to: "short/verdict.key")
        #expect(throws: FileError.self) { try VerdictKey(in: folder.url(of: "short").path) }
        try FileManager.default.createSymbolicLink(
            atPath: folder.url(of: "short/link").path, withDestinationPath: place.path)
    }

    @Test(arguments: [
        (nil, true), ("true", false), ("1", false), ("", true), ("false", true), ("0", true),
    ])
    func underCIItIsAskedForExplicitly(ci: String?, isUsual: Bool) {
        #expect(VerdictCache.isUsual(ci: ci) == isUsual)
    }

    @Test(arguments: ["", "nothing\n", "# hakusho verdicts 1", "# hakusho verdicts 1\n\t\n\n\u{0}"])
    func aFileThatIsNoneOfOursCountsForNothing(text: String) {
        #expect(lineCount(reloaded(Array(text.utf8)).bytes) == 1)
        #expect(lineCount(reloaded([0xFF, 0xFE]).bytes) == 1)
    }
}
