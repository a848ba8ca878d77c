import Content
import Core
import NIOCore
import Synchronization

/// What is known of each host during one run: its addresses, its connections, when it may be
/// asked next, and whether asking it is of any use.
///
/// A class because all probes share it. A host is a scheme, a name and a port.
final class Hosts: Sendable {
    /// Whether a request may start.
    enum Admission: Sendable {
        /// It may, and counts as started.
        case admitted
        /// Not before so long.
        case wait(Duration)
        /// Not before another has ended.
        case busy
        /// It is of no use: this is what would come of it.
        case settled(Outcome)
    }

    private struct Host {
        var active = 0
        var nextStart: ContinuousClock.Instant
        var addresses: Result<[IPAddress], NameResolver.Failure>?
        var place = 0
        var client: HostClient?
        var retired: [HostClient] = []
        var failuresInRow = 0
        var settled: Outcome?
        var prefersGET: Bool
    }

    private let hosts = Mutex<[String: Host]>([:])
    /// Names that could not be looked up; nil once one of them was.
    private let unavailable = Mutex<Int?>(0)
    private let clock = ContinuousClock()
    private let settings: ExternalLinkSettings
    private let limits: ProbeLimits
    private let roots: TrustRoots
    private let group: any EventLoopGroup

    init(
        settings: ExternalLinkSettings, limits: ProbeLimits, roots: TrustRoots,
        group: any EventLoopGroup
    ) {
        self.settings = settings
        self.limits = limits
        self.roots = roots
        self.group = group
    }

    private func with<Value>(
        _ address: WebAddress, _ body: (inout sending Host) -> sending Value
    ) -> sending Value {
        let start = clock.now
        let prefersGET = settings.host(address.host)?.method == .get
        return hosts.withLock { hosts in
            body(&hosts[address.origin, default: Host(nextStart: start, prefersGET: prefersGET)])
        }
    }
}

// Pacing.
extension Hosts {
    /// Lets a request to a host start, where the host's pace allows it.
    func admit(_ address: WebAddress) -> Admission {
        let own = settings.host(address.host)
        let most = own?.concurrency ?? settings.hostConcurrency
        let interval = own?.interval ?? settings.interval
        let now = clock.now
        return with(address) { host in
            if let settled = host.settled { return .settled(settled) }
            if host.active >= most { return .busy }
            if now < host.nextStart { return .wait(now.duration(to: host.nextStart)) }
            host.active += 1
            host.nextStart = now.advanced(by: interval)
            return .admitted
        }
    }

    /// Waits until a request may start.
    ///
    /// - Returns: What would come of it, where it is of no use.
    /// - Throws: `CancellationError`.
    func enter(_ address: WebAddress) async throws -> Outcome? {
        while true {
            switch admit(address) {
            case .admitted: return nil
            case .settled(let outcome): return outcome
            case .wait(let time): try await Task.sleep(for: time)
            // Only a redirect from another host comes here; it need not be told at once.
            case .busy: try await Task.sleep(for: .milliseconds(20))
            }
        }
    }

    /// A request has ended.
    func leave(_ address: WebAddress) { with(address) { $0.active -= 1 } }

    /// Leaves a host alone for a time.
    func rest(_ address: WebAddress, for time: Duration) {
        let end = clock.now.advanced(by: time)
        with(address) { $0.nextStart = max($0.nextStart, end) }
    }
}

// What was learnt.
extension Hosts {
    /// Whether the host answers HEAD badly.
    func prefersGET(_ address: WebAddress) -> Bool { with(address) { $0.prefersGET } }

    /// The host answers GET better than HEAD.
    func preferGET(_ address: WebAddress) { with(address) { $0.prefersGET = true } }

    /// Notes what came of a link; a host that fails again and again is not asked any more.
    func note(_ outcome: Outcome, of address: WebAddress) {
        with(address) { host in
            switch outcome {
            case .failed(let failure) where failure.concernsHost:
                host.failuresInRow += 1
                let isHopeless =
                    failure == .unknownHost || failure == .unavailableResolver
                    || host.failuresInRow >= limits.failuresOfHost
                if isHopeless { host.settled = outcome }
            case .refused(.address), .askedToWait: host.settled = outcome
            case .refused: break
            default: host.failuresInRow = 0
            }
        }
    }
}

// Connections.
extension Hosts {
    /// The addresses that a name was found to have.
    func addresses(
        of address: WebAddress, by resolver: NameResolver
    ) async -> Result<[IPAddress], NameResolver.Failure> {
        if let known = with(address, { $0.addresses }) { return known }
        // Without a network each look-up may take ten seconds, and ends as the others did.
        if unavailable.withLock({ $0 ?? 0 >= limits.failuresOfResolver }) {
            return .failure(.unavailable)
        }
        let found: Result<[IPAddress], NameResolver.Failure>
        do throws(NameResolver.Failure) {
            found = .success(try await resolver.addresses(of: address.host))
        } catch {
            found = .failure(error)
        }
        let isName = IPAddress(address.host) == nil && !HostName.isLocal(address.host)
        unavailable.withLock { count in
            if found == .failure(.unavailable) {
                count? += 1
            } else if isName {
                count = nil
            }
        }
        // The first answer holds, so that all links of a host lead to the address that was judged.
        return with(address) { host in
            if host.addresses == nil { host.addresses = found }
            return host.addresses ?? found
        }
    }

    /// The connections to a host whose addresses were judged.
    func client(for address: WebAddress, at addresses: [IPAddress]) -> HostClient {
        let most = settings.host(address.host)?.concurrency ?? settings.hostConcurrency
        return with(address) { host in
            if let client = host.client { return client }
            let client = HostClient(
                host: address.host, address: addresses[host.place % addresses.count],
                connections: most, limits: limits, roots: roots, group: group)
            host.client = client
            return client
        }
    }

    /// Gives up an address where nobody answers.
    ///
    /// - Returns: Whether there is another one, which is then used.
    func abandon(_ client: HostClient, of address: WebAddress, among count: Int) -> Bool {
        with(address) { host in
            // Another probe may have done it.
            guard host.client?.address == client.address else { return true }
            // Two of each version are enough to tell.
            guard host.place + 1 < min(count, 4) else { return false }
            host.place += 1
            host.client.map { host.retired.append($0) }
            host.client = nil
            return true
        }
    }

    /// Closes the connections to a host that no link is left for.
    func close(_ address: WebAddress) async {
        let clients = with(address) { host -> [HostClient] in
            guard host.active == 0 else { return [] }
            defer { (host.client, host.retired) = (nil, []) }
            return host.retired + (host.client.map { [$0] } ?? [])
        }
        for client in clients { await client.shutDown() }
    }

    /// Closes all connections.
    func closeAll() async {
        let clients = hosts.withLock { hosts in
            hosts.values.flatMap { $0.retired + ($0.client.map { [$0] } ?? []) }
        }
        hosts.withLock { $0.removeAll() }
        for client in clients { await client.shutDown() }
    }
}
