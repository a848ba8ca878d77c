import NIOCore
import NIOPosix
import NIOSSL
import Synchronization

/// What a test server does with one request.
struct ServerReply: Sendable {
    /// Sent as they are, one after the other.
    var parts: [Part]
    /// Whether the connection is ended afterwards.
    var closes = true

    /// A piece of what is sent.
    enum Part: Sendable {
        case bytes(String)
        case raw([UInt8])
        case pause(TimeAmount)
        /// The same again and again, with a pause between, until the peer goes.
        case endless(String, TimeAmount)
        /// Ends the connection with a reset.
        case reset
    }

    /// An answer with its length.
    static func status(
        _ status: Int, _ headers: String..., body: String = "", type: String = "text/html"
    ) -> ServerReply {
        let head = headers.map { $0 + "\r\n" }.joined()
        let text =
            "HTTP/1.1 \(status) X\r\nContent-Type: \(type)\r\n\(head)"
            + "Content-Length: \(body.utf8.count)\r\n\r\n"
        return ServerReply(parts: [.bytes(text + body)], closes: false)
    }

    /// A redirect.
    static func redirect(_ status: Int, to location: String) -> ServerReply {
        self.status(status, "Location: " + location)
    }

    /// Bytes that need not be HTTP; then the connection ends.
    static func raw(_ text: String) -> ServerReply { ServerReply(parts: [.bytes(text)]) }

    /// Nothing, for longer than anybody waits.
    static var silence: ServerReply { ServerReply(parts: [.pause(.seconds(60))]) }
}

/// What a test server was asked.
struct ServerRequest: Sendable {
    let method: String
    let path: String
    /// The whole head, as it came.
    let head: String
    /// How many requests for this path came before.
    let earlier: Int

    var isHEAD: Bool { method == "HEAD" }
}

/// A server on loopback that answers as a test says, also in ways that no HTTP library would.
///
/// A class because the connections share what was asked.
final class LoopbackServer: Sendable {
    typealias Answer = @Sendable (ServerRequest) -> ServerReply

    let port: Int
    private let channel: any Channel
    private let log: RequestLog

    /// `http://127.0.0.1:PORT`, or the same with https.
    let origin: String

    /// - Parameter tls: The server's certificate and key; nil serves plain HTTP.
    init(
        host: String = "127.0.0.1", tls: NIOSSLContext? = nil, _ answer: @escaping Answer
    ) async throws {
        let log = RequestLog()
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.backlog, value: 512)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    if let tls {
                        try channel.pipeline.syncOperations.addHandler(
                            NIOSSLServerHandler(context: tls))
                    }
                    try channel.pipeline.syncOperations.addHandler(
                        RawHandler(log: log, answer: answer))
                }
            }
            .bind(host: host, port: 0).get()
        self.log = log
        self.channel = channel
        port = channel.localAddress?.port ?? 0
        origin = (tls == nil ? "http://" : "https://") + "\(host):\(port)"
    }

    deinit { channel.close(promise: nil) }

    /// `METHOD PATH` of all requests, in the order in which they came.
    var requests: [String] { log.all.map { "\($0.method) \($0.path)" } }

    /// All requests.
    var asked: [ServerRequest] { log.all }

    /// The most connections that were open at once.
    var mostConnections: Int { log.mostConnections }
}

/// The requests of a server; shared by its connections.
private final class RequestLog: Sendable {
    private struct State {
        var requests: [ServerRequest] = []
        var counts: [String: Int] = [:]
        var open = 0
        var most = 0
    }
    private let state = Mutex(State())

    var all: [ServerRequest] { state.withLock { $0.requests } }
    var mostConnections: Int { state.withLock { $0.most } }

    func note(head: String) -> ServerRequest {
        let words = head.split(separator: " ")
        let path = words.count > 1 ? String(words[1]) : ""
        return state.withLock { state in
            let request = ServerRequest(
                method: String(words.first ?? ""), path: path, head: head,
                earlier: state.counts[path, default: 0])
            state.counts[path, default: 0] += 1
            state.requests.append(request)
            return request
        }
    }

    func open() {
        state.withLock {
            $0.open += 1
            $0.most = max($0.most, $0.open)
        }
    }

    func close() { state.withLock { $0.open -= 1 } }
}

/// Reads heads of requests, and sends what the test says, byte for byte.
private final class RawHandler: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let log: RequestLog
    private let answer: LoopbackServer.Answer
    private var received = ""

    init(log: RequestLog, answer: @escaping LoopbackServer.Answer) {
        self.log = log
        self.answer = answer
    }

    func channelActive(context: ChannelHandlerContext) {
        log.open()
        context.fireChannelActive()
    }

    func channelInactive(context: ChannelHandlerContext) { log.close() }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        received += String(buffer: unwrapInboundIn(data))
        while let end = received.firstRange(of: "\r\n\r\n") {
            let head = String(received[..<end.lowerBound])
            received = String(received[end.upperBound...])
            let reply = answer(log.note(head: head))
            send(reply.parts[...], closes: reply.closes, head.hasPrefix("HEAD "), context)
        }
    }

    private func send(
        _ parts: ArraySlice<ServerReply.Part>, closes: Bool, _ isHEAD: Bool,
        _ context: ChannelHandlerContext
    ) {
        let loop = context.eventLoop
        let bound = NIOLoopBound((self, context), eventLoop: loop)
        let rest = parts.dropFirst()
        let after: @Sendable () -> Void = {
            let (handler, context) = bound.value
            handler.send(rest, closes: closes, isHEAD, context)
        }
        switch parts.first {
        case .bytes(let text):
            // An answer to HEAD ends with its head.
            let head = text.firstRange(of: "\r\n\r\n")
            let sent = isHEAD ? head.map { text[..<$0.upperBound] } ?? text[...] : text[...]
            context.writeAndFlush(wrapOutboundOut(ByteBuffer(substring: sent)), promise: nil)
            after()
        case .raw(let bytes):
            context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: bytes)), promise: nil)
            after()
        case .pause(let time): loop.scheduleTask(in: time, after)
        case .endless(let text, let time):
            let written = context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: text)))
            written.whenSuccess {
                loop.scheduleTask(in: time) {
                    let (handler, context) = bound.value
                    handler.send(parts, closes: closes, isHEAD, context)
                }
            }
        case .reset:
            guard let socket = context.channel as? any SocketOptionProvider else { return }
            socket.setSoLinger(linger(l_onoff: 1, l_linger: 0)).whenComplete { _ in
                bound.value.1.close(promise: nil)
            }
        case nil:
            if closes { context.close(promise: nil) }
        }
    }
}
