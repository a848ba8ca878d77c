import Core
import Foundation
import Testing

@testable import Scanning

/// An ICAP service that fails: the file is *failed*, within the time limit.
@Suite(.serialized, .timeLimit(.minutes(3))) struct ICAPFaultTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var early = false
        var word = "failed"
        let fault: FakeICAP.Fault

        /// A case in which something is written in place of the right answer.
        static func answer(_ description: String, _ text: String, early: Bool = false) -> Case {
            Case(testDescription: description, early: early) { connection in
                connection.write(text)
            }
        }
    }

    static let limit = Duration.milliseconds(1000)
    private static let tag = FakeICAP.tag

    static let cases: [Case] = [
        .answer(
            "200 without the header",
            "ICAP/1.0 200 OK\r\n\(tag)Encapsulated: null-body=0\r\n\r\n"),
        .answer("404", "ICAP/1.0 404 Service not found\r\n\(tag)\r\n"),
        .answer("500", "ICAP/1.0 500 Server error\r\n\(tag)\r\n"),
        .answer("404 to the preview", "ICAP/1.0 404 Service not found\r\n\r\n", early: true),
        .answer("no tag", "ICAP/1.0 204 No Content\r\n\r\n"),
        .answer("another tag", "ICAP/1.0 204 No Content\r\nISTag: \"abd\"\r\n\r\n"),
        .answer("HTTP", "HTTP/1.1 204 No Content\r\n\(tag)\r\n"),
        .answer("204 in words", "ICAP/1.0 204x No Content\r\n\(tag)\r\n"),
        .answer("continue once more", "ICAP/1.0 100 Continue\r\n\r\n"),
        .answer("two answers", FakeICAP.clean + FakeICAP.infected),
        .answer("nothing", ""),
        .answer("nothing to the preview", "", early: true),
        Case(testDescription: "half an answer") { connection in
            connection.write("ICAP/1.0 204 No Con")
            shutdown(connection.descriptor, Int32(SHUT_RDWR))
        },
        Case(testDescription: "closes") { connection in
            shutdown(connection.descriptor, Int32(SHUT_RDWR))
        },
        Case(testDescription: "a gigabyte of head") { connection in
            connection.write("ICAP/1.0 204 No Content\r\n")
            let line = Array(("X: " + String(repeating: "a", count: 60_000) + "\r\n").utf8)
            for _ in 0..<17_000 where !connection.write(line) { return }
        },
        Case(testDescription: "a huge chunk") { connection in
            connection.write(
                "ICAP/1.0 200 OK\r\n\(tag)Encapsulated: res-hdr=0, res-body=0\r\n\r\n"
                    + "ffffffffffffffff\r\n")
            let piece = [UInt8](repeating: 0x41, count: 1 << 20)
            for _ in 0..<1024 where !connection.write(piece) { return }
        },
        Case(testDescription: "one byte a second") { connection in
            for byte in FakeICAP.clean.utf8 {
                Thread.sleep(forTimeInterval: 0.9)
                guard connection.write([byte]) else { return }
            }
        },
        Case(testDescription: "clean before it has seen all", early: true, word: "unscannable") {
            connection in connection.write(FakeICAP.clean)
        },
    ]

    private func engine(_ icap: FakeICAP) -> ICAPEngine {
        ICAPEngine(
            host: "127.0.0.1", port: icap.server.port, path: "/scan", signatures: .any,
            limit: Self.limit, connections: 1)
    }

    @Test(arguments: cases) func theFileIsFailedWithinTheLimit(_ fault: Case) async throws {
        let icap = try FakeICAP(early: fault.early, fault: fault.fault)
        let clock = ContinuousClock()
        let start = clock.now
        let sample = Sample(name: "bad", bytes: Array("FAULT and more".utf8))
        let (result, _) = await Scan([engine(icap)], now: .testing).run([sample])
        #expect(result.engines[0].identity?.version == "Fake")
        #expect(result.judgements[0].verdict.word == fault.word, "\(result.judgements[0].verdict)")
        #expect(clock.now - start < Self.limit + busy)
    }

    /// Answers to OPTIONS, and to each RESPMOD.
    @Test(arguments: [
        ("", FakeICAP.clean), ("ICAP/1.0 404 Service not found\r\n\r\n", FakeICAP.clean),
        (FakeICAP.options.replacing("RESPMOD", with: "REQMOD"), FakeICAP.clean),
        (FakeICAP.options.replacing("Allow: 204\r\n", with: ""), FakeICAP.clean),
        ("HTTP/1.1 200 OK\r\n\r\n", FakeICAP.clean),
        // 204 to OPTIONS, 200 to nothing: a server that says so to everything.
        (FakeICAP.clean, FakeICAP.clean),
        // OPTIONS proves nothing: everything is clean to this one, everything infected to that.
        (FakeICAP.options, FakeICAP.clean), (FakeICAP.options, FakeICAP.infected),
        (FakeICAP.options, "ICAP/1.0 500 Server error\r\n\r\n"),
    ])
    func aServiceThatFailsItsTestIsFailed(options: String, respmod: String) async throws {
        let icap = try FakeICAP(options: options, respmod: respmod)
        let (result, _) = await Scan([engine(icap)], now: .testing).run([
            Sample(name: "good", bytes: Array("good".utf8))
        ])
        #expect(result.exitStatus == 2)
        #expect(result.diagnostics.map(\.code) == ["scan.engine-failed"])
    }

    @Test func aServiceDoesNotTellTheAgeOfItsSignatures() async throws {
        let strict = ICAPEngine(
            host: "127.0.0.1", port: try FakeICAP().server.port, path: "/scan",
            signatures: SignatureRule(maxAge: .seconds(86_400), acceptsUnknown: false),
            limit: Self.limit)
        let (result, _) = await Scan([strict], now: .testing).run([])
        #expect(result.exitStatus == 2)
    }

    @Test func aServiceWithoutPreviewsGetsTheWholeFile() async throws {
        let icap = try FakeICAP(options: FakeICAP.options.replacing("Preview: 4\r\n", with: ""))
        let (result, _) = await Scan([engine(icap)], now: .testing).run([
            Sample(name: "good", bytes: [UInt8](repeating: 0x20, count: 700_000)),
            Sample(name: "empty", bytes: []), Sample(name: "eicar", bytes: BadArchives.eicar),
        ])
        #expect(result.judgements.map(\.verdict.word) == ["clean", "clean", "infected"])
    }

    @Test func headsMayGoOnInTheNextLine() throws {
        let text = "ICAP/1.0 200 OK\r\nX-Violations-Found: 1\r\n\t-\r\n\tEicar\r\nISTAG: a\r\n\r\n"
        let head = try #require(ICAPHead(Array(text.utf8)))
        #expect(head.infection == "1 - Eicar")
        #expect(head.tag == "a")
    }
}
