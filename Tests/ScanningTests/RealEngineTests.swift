import Content
import Core
import Foundation
import TestSupport
import Testing

@testable import Scanning

/// What the real clamd and c-icap say, through the engines.
@Suite(.serialized, .realScanners, .enabled(if: RealScanners.areExpected), .timeLimit(.minutes(3)))
struct RealEngineTests {
    private static let limit = Duration.seconds(20)

    private func clamd(lenient: Bool = false) throws -> ClamdEngine {
        let scanners = try #require(RealScanners.current)
        return ClamdEngine(
            .socket(lenient ? scanners.lenientSocket : scanners.socket), signatures: .any,
            limit: Self.limit)
    }

    private func icap(_ port: KeyPath<RealScanners, Int>) throws -> ICAPEngine {
        let scanners = try #require(RealScanners.current)
        return ICAPEngine(
            host: "127.0.0.1", port: scanners[keyPath: port], path: "/virus_scan",
            signatures: .any, limit: Self.limit)
    }

    /// The engine's own verdict, without the self-test.
    private func verdict(_ bytes: [UInt8], by engine: some Engine) async throws -> Verdict {
        let identity = try await engine.identify()
        return await engine.judge([Sample(name: "a", bytes: bytes)], as: identity, judged: {})[0]
            .verdict
    }

    private static func mebibytes(_ count: Int) -> [UInt8] {
        [UInt8](repeating: 0x20, count: count << 20)
    }

    /// Bytes of many sizes, which are not for messages.
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let bytes: [UInt8]
        let word: String

        init(_ description: String, _ bytes: [UInt8], _ word: String) {
            testDescription = description
            self.bytes = bytes
            self.word = word
        }
    }

    static let samples: [Case] = [
        Case("EICAR", BadArchives.eicar, "infected"),
        Case("EICAR in a zip", SelfTest.Trial.zippedEICAR.bytes, "infected"),
        Case("EICAR at the end of a PNG", SelfTest.Trial.eicarInImage.bytes, "infected"),
        Case("a text", Array("nothing".utf8), "clean"), Case("nothing", [], "clean"),
        Case("one byte", [0], "clean"), Case("three mebibytes", mebibytes(3), "clean"),
        Case("a piece exactly", [UInt8](repeating: 1, count: 256 * 1024), "clean"),
    ]

    @Test(arguments: samples) func allEnginesJudgeAlike(
        _ sample: Case
    ) async throws {
        let (bytes, word) = (sample.bytes, sample.word)
        let scanners = try #require(RealScanners.current)
        let tcp = ClamdEngine(
            .host("127.0.0.1", port: scanners.clamdPort), signatures: .any, limit: Self.limit)
        #expect(try await verdict(bytes, by: clamd()).word == word)
        #expect(try await verdict(bytes, by: clamd(lenient: true)).word == word)
        #expect(try await verdict(bytes, by: tcp).word == word)
        #expect(try await verdict(bytes, by: icap(\.icapPort)).word == word)
    }

    @Test func theSelfTestPassesAndVersionsAreTold() async throws {
        let (engine, service) = (try clamd(), try icap(\.icapPort))
        let (result, _) = await Scan([engine, service], now: .testing).run([
            Sample(name: "good", bytes: [1])
        ])
        #expect(result.exitStatus == 0, "\(result.diagnostics)")
        #expect(result.engines[0].identity?.version.hasPrefix("ClamAV ") == true)
        #expect(result.engines[0].identity?.signatures == nil)
        #expect(result.engines[1].identity?.version.contains("C-ICAP/") == true)
        #expect(result.engines[1].identity?.signatures?.version.isEmpty == false)
    }

    @Test func manyFilesKeepTheirOwnVerdicts() async throws {
        let samples = (0..<300).map { index in
            let tail = index % 10 == 3 ? BadArchives.eicar : []
            let text = Array(String(repeating: "\(index) ", count: index * 20).utf8)
            return Sample(name: "\(index)", bytes: text + tail)
        }
        for engine in [try clamd(), try icap(\.icapPort)] as [any Engine] {
            let (result, _) = await Scan([engine], now: .testing).run(samples)
            let words = result.judgements.map(\.verdict.word)
            let expected = (0..<300).map { $0 % 10 == 3 ? "infected" : "clean" }
            let wrong = zip(words, expected).filter { $0 != $1 }.map(\.0)
            #expect(wrong == [])
            let digests = samples.map { sample -> SHA256Digest? in
                guard case .bytes(let bytes) = sample.place else { return nil }
                return SHA256Digest(of: bytes)
            }
            let areEqual = result.judgements.map { $0.contents?.digest } == digests
            #expect(areEqual)
        }
    }

    @Test func overTheLimitsMeansUnscannableAndOthersAreJudged() async throws {
        // Over clamd's StreamMaxLength, and over its MaxFileSize only.
        let samples = [Self.mebibytes(1), Self.mebibytes(12), Self.mebibytes(5), [1]].map {
            Sample(name: "a", bytes: $0)
        }
        let (result, _) = await Scan([try clamd()], now: .testing).run(samples)
        #expect(
            result.judgements.map(\.verdict.word) == [
                "clean", "unscannable", "unscannable", "clean",
            ])
        #expect(result.exitStatus == 1)
    }

    @Test func anEncryptedZipIsUnscannable() async throws {
        #expect(try await verdict(BadArchives.encrypted, by: clamd()).word == "unscannable")
    }

    // MARK: What an engine passes wrongly

    /// The engine says OK: only the policy can refuse these archives.
    @Test(arguments: [
        Case("zip64", BadArchives.zip64, "clean"),
        Case("LZMA", BadArchives.lzma(lzmaOfEICAR), "clean"),
    ])
    func onlyThePolicyCanRefuse(_ archive: Case) async throws {
        #expect(try await verdict(archive.bytes, by: clamd()).word == archive.word)
    }

    /// Without AlertEncrypted and AlertExceedsMax the engine says OK: only the policy can refuse.
    @Test func onlyThePolicyCanRefuseWhereAlertsAreOff() async throws {
        let engine = try clamd(lenient: true)
        #expect(try await verdict(BadArchives.encrypted, by: engine).word == "clean")
        let long = Self.mebibytes(5) + BadArchives.eicar
        #expect(try await verdict(long, by: engine).word == "clean")
    }

    /// The EICAR file as Python's `lzma` packs it for a zip: version, length of the properties,
    /// properties, stream; made anew, since no file of this project may hold it.
    static let lzmaOfEICAR: [UInt8] = {
        let script = """
            import lzma, sys
            text = sys.stdin.buffer.read()
            props = {"id": lzma.FILTER_LZMA1, "dict_size": 1 << 16}
            raw = lzma.compress(text, lzma.FORMAT_ALONE, filters=[props])
            sys.stdout.buffer.write(bytes([9, 20, 5, 0]) + raw[:5] + raw[13:])
            """
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/python3")
        process.arguments = ["-c", script]
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        guard (try? process.run()) != nil else { return [] }
        input.fileHandleForWriting.write(Data(BadArchives.eicar))
        input.fileHandleForWriting.closeFile()
        return Array(output.fileHandleForReading.readDataToEndOfFile())
    }()

    // MARK: c-icap

    @Test func aServiceThatSkipsImagesIsNotBelieved() async throws {
        let (result, _) = await Scan([try icap(\.stockPort)], now: .testing).run([])
        #expect(result.exitStatus == 2)
        #expect(result.engines[0].failure?.message.en.contains("of eicar.png") == true)
    }

    /// Over MaxObjectSize c-icap answers 204 at once.
    @Test func whatTheServiceDoesNotReadIsUnscannable() async throws {
        #expect(try await verdict(Self.mebibytes(6), by: icap(\.stockPort)).word == "unscannable")
        #expect(try await verdict(Self.mebibytes(11), by: icap(\.icapPort)).word == "unscannable")
    }

    @Test func optionsProveNothingWhileClamdIsDown() async throws {
        let engine = try icap(\.orphanPort)
        _ = try await engine.identify()
        let word = try await verdict(BadArchives.eicar, by: engine).word
        #expect(word == "failed" || word == "unscannable")
        #expect(await Scan([engine], now: .testing).run([]).result.exitStatus == 2)
    }

    @Test func aServiceThatIsNotThereIsFailed() async throws {
        let scanners = try #require(RealScanners.current)
        let engine = ICAPEngine(
            host: "127.0.0.1", port: scanners.icapPort, path: "/nothing", signatures: .any,
            limit: Self.limit)
        let (result, _) = await Scan([engine], now: .testing).run([])
        #expect(result.exitStatus == 2)
    }

    // MARK: clamd's protocol, as the engine relies on it

    @Test(arguments: [
        ("zPING\0", "PONG\0"), ("zIDSESSION\0zINSTREAM\0\0\0\0\0zEND\0", "1: stream: OK\0"),
        ("zINSTREAM\0\0\0\0\u{1}A\0\0\0\0", "stream: OK\0"),
    ])
    func clamdAnswers(question: String, answer: String) throws {
        let connection = try Connection.open(try #require(RealScanners.current).socket)
        defer { close(connection.descriptor) }
        connection.write(question)
        #expect(String(decoding: connection.readAll(), as: UTF8.self) == answer)
    }

    @Test func clamdIsSilentWithoutATerminatorAndGivesUpWithoutACommand() throws {
        let socket = try #require(RealScanners.current).socket
        let half = try Connection.open(socket)
        defer { close(half.descriptor) }
        half.write("zINSTREAM\0\0\0\0\u{5}abc")
        half.finishWriting()
        #expect(half.readAll().isEmpty)
        let idle = try Connection.open(socket)
        defer { close(idle.descriptor) }
        #expect(String(decoding: idle.readAll(), as: UTF8.self) == "COMMAND READ TIMED OUT\n")
    }

    // MARK: clamav-testfiles

    /// Archives and documents with one harmless file inside, of which the database knows the
    /// digest.
    @Test(arguments: [
        "clam.exe", "clam.zip", "clam.7z", "clam.arj", "clam.cab", "clam.tar.gz", "clam.exe.bz2",
        "clam.bz2.zip", "clam.mail", "clam.newc.cpio",
    ])
    func filesInsideArchivesAreFound(name: String) async throws {
        let path = "/usr/share/clamav-testfiles/" + name
        let (result, _) = await Scan([try clamd(), try icap(\.icapPort)], now: .testing).run([
            Sample(path: Array(path.utf8))
        ])
        #expect(result.judgements[0].verdict.word == "infected")
        #expect(result.judgements[0].opinions.map(\.verdict.word) == ["infected", "infected"])
    }
}
