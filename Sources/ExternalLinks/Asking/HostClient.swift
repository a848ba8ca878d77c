import AsyncHTTPClient
import Core
import NIOCore
import NIOHTTP1
import NIOSSL

/// An answer, as far as a probe looks at it.
struct Reply: Sendable {
    let status: Int
    let location: String?
    let retryAfter: String?
    /// When the server says that it answered.
    let date: String?
    let type: String?
    /// Empty unless it was asked for.
    var body: [UInt8] = []
    /// Whether `body` is all of it, and not compressed.
    var isWhole = true
}

/// Connections to one host and port, at one address that was judged.
///
/// The name is looked up by us alone: the client is told the address, and each new connection is
/// looked at again before anything is sent through it. So nobody can answer a second look-up with
/// another address.
struct HostClient: Sendable {
    /// Where the connections lead.
    let address: IPAddress
    private let client: HTTPClient
    private let limits: ProbeLimits

    /// Connects nothing yet; `shutDown` must be called in the end.
    init(
        host: String, address: IPAddress, connections: Int, limits: ProbeLimits,
        roots: TrustRoots, group: any EventLoopGroup
    ) {
        self.address = address
        self.limits = limits
        var configuration = HTTPClient.Configuration(
            tlsConfiguration: roots.configuration, redirectConfiguration: .disallow,
            timeout: .init(connect: TimeAmount(limits.connect), read: TimeAmount(limits.idle)),
            decompression: .disabled)
        configuration.httpVersion = .http1Only
        configuration.dnsOverride = [host: address.description]
        configuration.connectionPool.retryConnectionEstablishment = false
        configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = connections
        configuration.connectionPool.idleTimeout = .seconds(5)
        configuration.http1_1ConnectionDebugInitializer = { channel in
            let peer = channel.remoteAddress?.ipAddress.flatMap { text in
                IPAddress(text.prefix { $0 != "%" })
            }
            if peer == address { return channel.eventLoop.makeSucceededVoidFuture() }
            channel.close(promise: nil)
            return channel.eventLoop.makeFailedFuture(UnjudgedAddress())
        }
        client = HTTPClient(eventLoopGroup: group, configuration: configuration)
    }

    /// A connection leads elsewhere than it was meant to.
    private struct UnjudgedAddress: Error {}

    /// Closes all connections.
    func shutDown() async {
        // It fails only where somebody else has done it.
        try? await client.shutdown()
    }

    /// Asks once.
    func send(
        _ method: HTTPMethod, _ address: WebAddress, headers: [(String, String)], readsBody: Bool
    ) async -> Result<Reply, ProbeFailure> {
        var request = HTTPClientRequest(url: address.text)
        request.method = method
        request.headers = HTTPHeaders(headers)
        do {
            let asked = request
            return .success(
                try await within(limits.whole) { try await exchange(asked, readsBody: readsBody) })
        } catch {
            return .failure(ProbeFailure(error))
        }
    }

    private func exchange(
        _ request: HTTPClientRequest, readsBody: Bool
    ) async throws -> Reply {
        let response = try await client.execute(request, timeout: TimeAmount(limits.whole))
        let headers = response.headers
        var reply = Reply(
            status: Int(response.status.code), location: headers.first(name: "location"),
            retryAfter: headers.first(name: "retry-after"), date: headers.first(name: "date"),
            type: headers.first(name: "content-type"))
        guard readsBody, (200...299).contains(reply.status) else {
            await drain(response)
            return reply
        }
        let encoding = headers.first(name: "content-encoding")?.lowercased() ?? "identity"
        reply.isWhole = encoding == "identity"
        guard reply.isWhole else { return reply }
        for try await part in response.body {
            reply.body += part.readableBytesView
            if reply.body.count >= limits.body {
                reply.isWhole = false
                break
            }
        }
        return reply
    }
}

extension HostClient {
    /// Reads a short body that nobody wants, so that its connection can be used again. What is
    /// wrong with it is none of the link's business.
    private func drain(_ response: HTTPClientResponse) async {
        let length = response.headers.first(name: "content-length").flatMap { Int($0) }
        guard response.status != .noContent, let length, length <= 1 << 14 else { return }
        do {
            for try await _ in response.body {}
        } catch {
            // The connection ends with it.
        }
    }
}

/// Does something, but not for longer than a time.
///
/// - Throws: `HTTPClientError.deadlineExceeded`, or what `work` throws.
private func within<Value: Sendable>(
    _ limit: Duration, _ work: @escaping @Sendable () async throws -> Value
) async throws -> Value {
    try await withThrowingTaskGroup(of: Value.self) { group in
        group.addTask(operation: work)
        group.addTask {
            try await Task.sleep(for: limit)
            throw HTTPClientError.deadlineExceeded
        }
        defer { group.cancelAll() }
        guard let first = try await group.next() else { throw HTTPClientError.cancelled }
        return first
    }
}
