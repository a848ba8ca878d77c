import Core
import NIOCore
import NIOPosix
import Synchronization

/// A virus scanner behind ICAP, such as c-icap with virus_scan, or a commercial one.
///
/// OPTIONS proves nothing about the scanner (c-icap says 200 while its clamd is down): only the
/// self-test does.
///
/// - Source: RFC 3507.
package struct ICAPEngine: Engine {
    package let name: String
    package let signatures: SignatureRule
    private let service: ICAPService
    private let limit: Duration
    private let connections: Int

    /// With an image, since c-icap's stock list of types leaves images out.
    package var selfTest: [SelfTest.Trial] { [.eicar, .zippedEICAR, .eicarInImage, .clean] }

    private var address: ServerAddress { .host(service.host, port: service.port) }

    /// - Parameters:
    ///   - path: Of the service, with its slash.
    ///   - limit: The longest time without an answer or a piece taken.
    ///   - connections: Requests at a time.
    package init(
        name: String = "icap", host: String, port: Int = 1344, path: String,
        signatures: SignatureRule, limit: Duration, connections: Int = 4
    ) {
        self.name = name
        self.signatures = signatures
        self.limit = limit
        self.connections = connections
        service = ICAPService(host: host, port: port, path: path)
    }

    /// The service's name, and its ISTag as the version of its signatures: a service changes the
    /// tag with whatever changes its answers. It does not tell their age.
    package func identify() async throws(ScanFailure) -> EngineIdentity {
        let options = try await options()
        return EngineIdentity(
            engine: name, version: options.version,
            signatures: options.tag.map { SignatureVersion(version: $0, time: nil) })
    }

    package func judge(
        _ samples: [Sample], as identity: EngineIdentity, judged: @escaping @Sendable () -> Void
    ) async -> [Judged] {
        let options: ICAPService.Options
        do throws(ScanFailure) {
            options = try await self.options()
            guard options.tag == identity.signatures?.version else {
                throw .badAnswer("ISTag \(options.tag ?? "-")")
            }
        } catch {
            return samples.map { _ in
                judged()
                return Judged(.failed(error))
            }
        }
        return await SessionRounds(samples: samples, connections: connections, judged: judged) {
            queue, loop in
            do throws(ScanFailure) {
                return try await address.connect(on: loop, within: limit) { promise in
                    ICAPSession(
                        queue, service, options, as: identity, limit: limit, judged: judged,
                        promise: promise)
                }
            } catch {
                return SessionResult(trouble: .unreachable(error))
            }
        }.run()
    }

    private func options() async throws(ScanFailure) -> ICAPService.Options {
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        defer { group.shutdownGracefully { _ in } }
        let (limit, question) = (limit, service.optionsRequest)
        let answer = try await address.connect(on: group.next(), within: limit) { promise in
            Exchange(
                question, mostBytes: ICAPHead.longest, limit: limit, promise: promise,
                isComplete: { ICAPHead.end(in: $0) != nil })
        }
        return try ICAPService.options(answer)
    }
}
