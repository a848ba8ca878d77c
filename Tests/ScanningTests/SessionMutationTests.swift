import NIOCore
import NIOEmbedded
import TestSupport
import Testing

@testable import Scanning

/// Whatever a server answers, and in whatever pieces: a session ends, loses no sample, and
/// believes only what its protocol calls clean.
@Suite struct SessionMutationTests {
    private static let count = 250
    private static let identity = EngineIdentity(engine: "e", version: "", signatures: nil)
    private static let samples = ["one", "two and more", ""].map {
        Sample(name: $0, bytes: Array($0.utf8))
    }

    private static let clamd = [
        "1: stream: OK\0", "2: stream: OK\0", "3: stream: OK\0", "1: stream: Eicar FOUND\0",
        "2: INSTREAM size limit exceeded. ERROR\0", "3: UNKNOWN COMMAND ERROR\0", "\0", "4: ",
    ]
    private static let icap = [
        FakeICAP.clean, FakeICAP.clean, FakeICAP.infected, "ICAP/1.0 100 Continue\r\n\r\n",
        "ICAP/1.0 100 Continue\r\n\r\n", "ICAP/1.0 500 Server error\r\n\r\n", "\r\n\r\n",
        "ICAP/1.0 204 No Content\r\nISTag: \"abc\"\r\nConnection: close\r\n\r\n",
    ]

    @Test(.timeLimit(.minutes(5))) func clamdMayAnswerAnything() throws {
        for seed in 0..<Self.count {
            let script = Script(Self.clamd, seed: UInt64(seed))
            let result = try run(script) { queue, promise in
                ClamdSession(
                    queue, as: Self.identity, window: 2, limit: .seconds(1), judged: {},
                    promise: promise)
            }
            let answers = script.text.split(separator: "\0").map(String.init)
            for (index, judged) in result.decided where judged.verdict.isClean {
                #expect(answers.contains("\(index + 1): stream: OK"), "\(seed): \(script.text)")
            }
        }
    }

    @Test(.timeLimit(.minutes(5)), arguments: [nil, 0, 4]) func anICAPServiceMayAnswerAnything(
        preview: Int?
    ) throws {
        let service = ICAPService(host: "h", port: 1344, path: "/a")
        let options = ICAPService.Options(preview: preview, tag: "abc", version: "")
        for seed in 0..<Self.count {
            let script = Script(Self.icap, seed: UInt64(seed))
            let result = try run(script) { queue, promise in
                ICAPSession(
                    queue, service, options, as: Self.identity, limit: .seconds(1), judged: {},
                    promise: promise)
            }
            let clean = result.decided.filter(\.judged.verdict.isClean).count
            let answers = script.text.ranges(of: "ICAP/1.0 204").count
            #expect(clean <= answers, "\(seed): \(script.text)")
        }
    }

    /// Has a session talk to a script, and counts its samples.
    private func run(
        _ script: Script,
        _ session: (SampleQueue, EventLoopPromise<SessionResult>) -> any ChannelHandler
    ) throws -> SessionResult {
        let channel = EmbeddedChannel()
        let queue = SampleQueue(Self.samples, indices: Array(Self.samples.indices))
        let promise = channel.eventLoop.makePromise(of: SessionResult.self)
        try channel.pipeline.syncOperations.addHandler(session(queue, promise))
        try channel.connect(to: SocketAddress(unixDomainSocketPath: "/a")).wait()
        for piece in script.pieces where channel.isActive {
            try channel.writeInbound(ByteBuffer(bytes: piece))
            channel.embeddedEventLoop.run()
        }
        _ = try? channel.finish(acceptAlreadyClosed: true)
        let result = try promise.futureResult.wait()
        let indices = result.decided.map(\.index) + result.undecided + queue.rest
        #expect(indices.sorted() == [0, 1, 2], "\(script.text)")
        if case .untrusted = result.trouble {
            #expect(!result.decided.contains { $0.judged.verdict.isClean }, "\(script.text)")
        }
        return result
    }
}

/// What a server sends: right answers, mostly, some of them damaged.
private struct Script {
    private(set) var pieces: [[UInt8]] = []

    init(_ answers: [String], seed: UInt64) {
        var random = SplitMix(seed: seed)
        var bytes: [UInt8] = []
        for _ in 0..<Int.random(in: 0...6, using: &random) {
            bytes += Array((answers.randomElement(using: &random) ?? "").utf8)
        }
        for _ in 0..<Int.random(in: 0...2, using: &random) where !bytes.isEmpty {
            let place = Int.random(in: bytes.indices, using: &random)
            switch Int.random(in: 0..<5, using: &random) {
            case 0: bytes[place] = .random(in: 0...255, using: &random)
            case 1: bytes.remove(at: place)
            case 2: bytes.insert(contentsOf: bytes[place...].prefix(20), at: place)
            case 3: bytes.insert(contentsOf: [0x0D, 0x0A], at: place)
            default: bytes.insert(contentsOf: repeatElement(0x41, count: 20_000), at: place)
            }
        }
        while !bytes.isEmpty {
            let length = Int.random(in: 1...max(1, bytes.count), using: &random)
            pieces.append(Array(bytes.prefix(length)))
            bytes.removeFirst(min(length, bytes.count))
        }
    }

    var text: String { String(decoding: pieces.joined(), as: UTF8.self) }
}
