import Content
import Core
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Scanning

/// A clamd that fails in the middle of its work: the file is *failed*, within the time limit.
@Suite(.serialized, .timeLimit(.minutes(3))) struct ClamdFaultTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var midStream = false
        let fault: FakeClamd.Fault
    }

    static let limit = Duration.milliseconds(1000)

    private static func wait() { Thread.sleep(forTimeInterval: 4) }

    static let cases: [Case] = [
        Case(testDescription: "dies in mid-stream", midStream: true) { _, _ in },
        Case(testDescription: "dies after the stream") { connection, _ in
            shutdown(connection.descriptor, Int32(SHUT_RDWR))
        },
        Case(testDescription: "answers nothing") { _, _ in wait() },
        Case(testDescription: "reads nothing", midStream: true) { _, _ in wait() },
        Case(testDescription: "half an answer") { connection, number in
            connection.write("\(number): stre")
            shutdown(connection.descriptor, Int32(SHUT_RDWR))
        },
        Case(testDescription: "an answer without its end") { connection, number in
            connection.write("\(number): stream: OK")
            shutdown(connection.descriptor, Int32(SHUT_RDWR))
        },
        Case(testDescription: "a line feed for the NUL") { connection, number in
            connection.write("\(number): stream: OK\n")
            wait()
        },
        Case(testDescription: "FOUND, then OK") { connection, number in
            connection.write("\(number): stream: Eicar FOUND\0\(number): stream: OK\0")
        },
        Case(testDescription: "OK, then FOUND") { connection, number in
            connection.write("\(number): stream: OK\0\(number): stream: Eicar FOUND\0")
        },
        Case(testDescription: "OK twice") { connection, number in
            connection.write("\(number): stream: OK\0\(number): stream: OK\0")
        },
        Case(testDescription: "OK without a number") { connection, _ in
            connection.write("stream: OK\0")
        },
        Case(testDescription: "OK to another number") { connection, number in
            connection.write("\(number + 1): stream: OK\0")
        },
        Case(testDescription: "more than OK") { connection, number in
            connection.write("\(number): stream: OK \0")
        },
        Case(testDescription: "an error") { connection, number in
            connection.write("\(number): Can't allocate memory ERROR\0")
        },
        Case(testDescription: "FOUND without a name") { connection, number in
            connection.write("\(number): stream:  FOUND\0")
        },
        Case(testDescription: "a gigabyte") { connection, _ in
            let piece = [UInt8](repeating: 0x41, count: 1 << 20)
            for _ in 0..<1024 where !connection.write(piece) { return }
        },
        Case(testDescription: "a gigabyte of OK") { connection, number in
            let answer = Array("\(number): stream: OK\0".utf8)
            let piece = (0..<65_536).flatMap { _ in answer }
            for _ in 0..<1024 where !connection.write(piece) { return }
        },
        Case(testDescription: "one byte a second") { connection, number in
            for byte in "\(number): stream: OK\0".utf8 {
                Thread.sleep(forTimeInterval: 0.9)
                guard connection.write([byte]) else { return }
            }
        },
    ]

    @Test(arguments: cases) func theFileIsFailedWithinTheLimit(_ fault: Case) async throws {
        let clamd = try FakeClamd(midStream: fault.midStream, fault: fault.fault)
        let engine = ClamdEngine(
            .socket(clamd.socket), signatures: .any, limit: Self.limit, connections: 1)
        // Longer than the socket's buffers, for the case in which nothing is read.
        let bytes = Array("FAULT".utf8) + [UInt8](repeating: 0x20, count: 4 << 20)
        let clock = ContinuousClock()
        let start = clock.now
        let (result, _) = await Scan([engine], now: .testing).run([
            Sample(name: "bad", bytes: bytes)
        ])
        let elapsed = clock.now - start
        #expect(result.engines[0].identity?.version == "ClamAV 1.4.6")
        #expect(result.judgements[0].verdict.word == "failed", "\(result.judgements[0].verdict)")
        #expect(result.exitStatus == 2)
        #expect(elapsed < Self.limit + busy, "\(elapsed)")
    }

    @Test func theOtherFilesOfTheSessionGetTheirVerdicts() async throws {
        let clamd = try FakeClamd(midStream: true)
        let engine = ClamdEngine(.socket(clamd.socket), signatures: .any, limit: .seconds(5))
        var samples = (0..<40).map { Sample(name: "\($0)", bytes: Array("good \($0)".utf8)) }
        samples.insert(Sample(name: "bad", bytes: Array("FAULT".utf8)), at: 7)
        let (result, _) = await Scan([engine], now: .testing).run(samples)
        let words = result.judgements.map { "\($0.name) \($0.verdict.word)" }
        #expect(words.filter { $0.hasSuffix(" clean") }.count == 40)
        #expect(words[7] == "bad failed")
    }

    /// What it says of itself, and what is wrong with it.
    @Test(arguments: [
        ("ClamAV 1.4.6", "does not tell"),
        (FakeClamd.version(daysAgo: 30), "30 days old"),
        (FakeClamd.version(daysAgo: 7), "7 days old"),
        (FakeClamd.version(daysAgo: -2), "from the future"),
        ("ClamAV 1.4.6/27123/yesterday", "does not tell"),
        ("ClamAV 1.4.6/27123/Mon Foo 23 09:26:12 2026", "does not tell"),
        ("ClamAV 1.4.6//\(FakeClamd.freshVersion.split(separator: "/")[2])", "does not tell"),
        ("HTTP/1.1 200 OK", "is not understood"), ("", "is not understood"),
        ("ClamAV 1.4.6/1/2/3", "is not understood"),
    ])
    func anEngineWithoutFreshSignaturesIsFailed(version: String, reason: String) async throws {
        let clamd = try FakeClamd(version: version)
        let rule = SignatureRule(maxAge: .seconds(7 * 86_400), acceptsUnknown: false)
        let engine = ClamdEngine(.socket(clamd.socket), signatures: rule, limit: Self.limit)
        let sample = Sample(name: "good", bytes: Array("good".utf8))
        let (result, _) = await Scan([engine], now: .testing).run([sample])
        #expect(result.exitStatus == 2)
        #expect(result.diagnostics.map(\.code) == ["scan.engine-failed"])
        #expect(result.diagnostics[0].message.en.contains(reason))
        #expect(clamd.streams.load(ordering: .relaxed) == 0)
    }

    @Test func olderAndUnknownSignaturesCountWhereThatIsSaid() async throws {
        let sample = Sample(name: "good", bytes: Array("good".utf8))
        let month = SignatureRule(maxAge: .seconds(31 * 86_400), acceptsUnknown: false)
        for (version, rule) in [
            (FakeClamd.version(daysAgo: 30), month), ("ClamAV 1.4.6", SignatureRule.any),
            (FakeClamd.version(daysAgo: 6), .any), (FakeClamd.freshVersion, .any),
        ] {
            let clamd = try FakeClamd(version: version)
            let engine = ClamdEngine(.socket(clamd.socket), signatures: rule, limit: Self.limit)
            #expect(await Scan([engine], now: .testing).run([sample]).result.exitStatus == 0)
        }
        // To accept unknown ones is not to accept old ones.
        let clamd = try FakeClamd(version: FakeClamd.version(daysAgo: 30))
        let engine = ClamdEngine(.socket(clamd.socket), signatures: .any, limit: Self.limit)
        #expect(await Scan([engine], now: .testing).run([sample]).result.exitStatus == 2)
    }

    @Test func anEngineThatCallsEICARCleanIsFailedForTheWholeRun() async throws {
        let clamd = try FakeClamd(findsEICAR: false)
        let engine = ClamdEngine(.socket(clamd.socket), signatures: .any, limit: Self.limit)
        let sample = Sample(name: "good", bytes: Array("good".utf8))
        let (result, _) = await Scan([engine], now: .testing).run([sample])
        #expect(result.judgements[0].verdict.word == "failed")
        #expect(result.diagnostics[0].message.en.contains("it says 'clean' of eicar.com"))
    }

    @Test func anEngineThatIsNotThereIsFailed() async throws {
        let folder = try TemporaryFolder()
        for address in [folder.url(of: "none").path, folder.url.path] {
            let engine = ClamdEngine(.socket(address), signatures: .any, limit: Self.limit)
            let (result, _) = await Scan([engine], now: .testing).run([
                Sample(name: "good", bytes: [])
            ])
            #expect(result.exitStatus == 2)
        }
        let engine = ClamdEngine(.host("127.0.0.1", port: 1), signatures: .any, limit: Self.limit)
        let (result, _) = await Scan([engine], now: .testing).run([])
        #expect(result.exitStatus == 2)
    }

    @Test func signaturesThatChangeDuringTheRunAreTestedAgain() async throws {
        let clamd = try FakeClamd { connection, number in
            connection.write("\(number): stream: OK\0")
        }
        let samples = [Sample(name: "a", bytes: Array("FAULT a".utf8))]
        for (version, status) in [
            (FakeClamd.version(27124, daysAgo: 0), Int32(0)),
            (FakeClamd.version(1, daysAgo: 90), 2), ("ClamAV 1.4.6", 0),
        ] {
            clamd.version.withLock { $0 = FakeClamd.freshVersion }
            let engine = ChangingEngine(
                engine: ClamdEngine(.socket(clamd.socket), signatures: .any, limit: Self.limit)
            ) { clamd.version.withLock { $0 = version } }
            let (result, _) = await Scan([engine], now: .testing).run(samples)
            #expect(result.exitStatus == status)
        }
    }
}

/// An engine during whose work something happens.
struct ChangingEngine: Engine {
    let engine: ClamdEngine
    let change: @Sendable () -> Void

    var name: String { engine.name }
    var signatures: SignatureRule { engine.signatures }

    func identify() async throws(ScanFailure) -> EngineIdentity { try await engine.identify() }

    func judge(
        _ samples: [Sample], as identity: EngineIdentity, judged: @escaping @Sendable () -> Void
    ) async -> [Judged] {
        let results = await engine.judge(samples, as: identity, judged: judged)
        // Not during the self-test, which has several samples.
        if samples.count == 1 { change() }
        return results
    }
}

/// What a machine on which others build adds to a time limit.
let busy = Duration.seconds(15)

extension Moment {
    /// The machine's clock: the fake servers' signatures are of its days.
    static var testing: Moment {
        Moment(secondsSince1970: Int(Date().timeIntervalSince1970), zone: .utc)
    }
}
