package import Content
import Core
import NIOCore
import NIOPosix

/// ClamAV's daemon, over a Unix socket or TCP.
///
/// Samples go over IDSESSION with INSTREAM: clamd gets bytes and never a path, so that it judges
/// what was read here, and needs no access to the files.
///
/// - Source: clamd(8).
package struct ClamdEngine: Engine {
    package let name: String
    package let signatures: SignatureRule
    private let address: ServerAddress
    private let limit: Duration
    private let connections: Int
    private let window: Int

    /// - Parameters:
    ///   - limit: The longest time without an answer or a piece taken.
    ///   - connections: Sessions at a time.
    ///   - window: Samples without an answer in one session; clamd's queue (MaxQueue) is 100.
    package init(
        name: String = "clamd", _ address: UploadSettings.ClamdAddress,
        signatures: SignatureRule, limit: Duration, connections: Int = 2, window: Int = 16
    ) {
        self.name = name
        self.signatures = signatures
        self.limit = limit
        self.connections = connections
        self.window = window
        switch address {
        case .socket(let path): self.address = .socket(path)
        case .host(let host, let port): self.address = .host(host, port: port)
        }
    }

    package func identify() async throws(ScanFailure) -> EngineIdentity {
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        defer { group.shutdownGracefully { _ in } }
        let limit = limit
        let answer = try await address.connect(on: group.next(), within: limit) { promise in
            Exchange(
                Array("zVERSION\0".utf8), mostBytes: 4096, limit: limit, promise: promise,
                isComplete: { $0.last == 0 })
        }
        let text = String(decoding: answer.dropLast(), as: UTF8.self)
        guard let identity = EngineIdentity(clamVersion: text, engine: name) else {
            throw .badAnswer(ScanFailure.excerpt(answer))
        }
        return identity
    }

    package func judge(
        _ samples: [Sample], as identity: EngineIdentity, judged: @escaping @Sendable () -> Void
    ) async -> [Judged] {
        await SessionRounds(samples: samples, connections: connections, judged: judged) {
            queue, loop in
            do throws(ScanFailure) {
                return try await address.connect(on: loop, within: limit) { promise in
                    ClamdSession(
                        queue, as: identity, window: window, limit: limit, judged: judged,
                        promise: promise)
                }
            } catch {
                return SessionResult(trouble: .unreachable(error))
            }
        }.run()
    }
}
