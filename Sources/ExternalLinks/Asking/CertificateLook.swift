import Core
import NIOCore
import NIOPosix
import NIOSSL
import Synchronization

/// Looks at the certificate of a server that was not believed, to say why.
///
/// A connection of its own, to the judged address, that ends with the handshake: the client that
/// refused the certificate does not tell more than that.
enum CertificateLook {
    /// The last second of a certificate whose time is over, or the first of one whose time has
    /// not come; nil where its time is not what is wrong, or where it cannot be looked at.
    static func timeProblem(
        at address: IPAddress, port: Int, host: String, now: Moment, limits: ProbeLimits,
        group: any EventLoopGroup
    ) async -> Moment? {
        let seen = Seen()
        do {
            let socket = try SocketAddress(ipAddress: address.description, port: port)
            let context = try NIOSSLContext(configuration: .makeClientConfiguration())
            let channel = try await ClientBootstrap(group: group)
                .connectTimeout(TimeAmount(limits.connect))
                .channelInitializer { channel in
                    channel.eventLoop.makeCompletedFuture {
                        let handler = try NIOSSLClientHandler(
                            context: context, serverHostname: IPAddress(host) == nil ? host : nil,
                            customVerificationCallback: { chain, promise in
                                seen.note(chain.first)
                                promise.succeed(.failed)
                            })
                        try channel.pipeline.syncOperations.addHandlers(
                            handler, CloseOnError())
                    }
                }
                .connect(to: socket).get()
            let closing = channel.eventLoop.scheduleTask(in: TimeAmount(limits.connect)) {
                channel.close(promise: nil)
            }
            defer { closing.cancel() }
            try await channel.closeFuture.get()
        } catch {
            // Why it was refused is then said in general words.
            return nil
        }
        guard let (first, last) = seen.validity else { return nil }
        if now.secondsSince1970 > last { return Moment(secondsSince1970: last, zone: now.zone) }
        if now.secondsSince1970 < first { return Moment(secondsSince1970: first, zone: now.zone) }
        return nil
    }

    /// Shares the times of a certificate between the handshake and who waits for its end.
    private final class Seen: Sendable {
        private let times = Mutex<(Int, Int)?>(nil)

        var validity: (Int, Int)? { times.withLock { $0 } }

        func note(_ certificate: NIOSSLCertificate?) {
            guard let certificate else { return }
            times.withLock { $0 = (certificate.notValidBefore, certificate.notValidAfter) }
        }
    }

    /// Ends the connection when the handshake has failed, as it always does.
    private final class CloseOnError: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer

        func errorCaught(context: ChannelHandlerContext, error: any Error) {
            context.close(promise: nil)
        }
    }
}
