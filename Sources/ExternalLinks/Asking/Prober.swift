import Content
import Core
import NIOCore
import NIOHTTP1

/// Asks one address, follows where it leads, and says what came of it.
struct Prober: Sendable {
    let hosts: Hosts
    let settings: ExternalLinkSettings
    let policy: AddressPolicy
    let resolver: NameResolver
    let limits: ProbeLimits
    let group: any EventLoopGroup
    /// Names Hakusho and the site that asks.
    let userAgent: String
    /// Our clock, for dates that servers name.
    let now: Moment

    /// Asks an address whose first request has been admitted by `Hosts`.
    func probe(_ start: WebAddress, fragments: Set<String>) async -> Outcome {
        var answer = Answer()
        var current = start
        var isAdmitted = true
        var isForGood = true
        var visited: Set<String> = [start.text]
        for _ in 0...limits.redirects {
            let asked = await ask(current, wantsPage: !fragments.isEmpty, isAdmitted: isAdmitted)
            isAdmitted = false
            guard case .reply(let reply) = asked else { return asked.outcome }
            if isGood(reply.status, current) {
                answer.anchors = AnchorSearch.verdicts(
                    on: current.fragment == nil ? fragments : [], page: reply.body,
                    isWhole: reply.isWhole, type: reply.type)
                for fragment in fragments where answer.anchors[fragment] == nil {
                    answer.anchors[fragment] = .found
                }
                return .answered(answer)
            }
            guard [301, 302, 303, 307, 308].contains(reply.status) else {
                return .failed(.status(reply.status))
            }
            let next: WebAddress
            switch target(of: reply, from: current) {
            case .success(let address): next = address
            case .failure(let outcome): return outcome.outcome
            }
            isForGood = isForGood && (reply.status == 301 || reply.status == 308)
            if isForGood { answer.movedTo = next.text + (next.fragment.map { "#" + $0 } ?? "") }
            if current.isSecure, !next.isSecure { answer.downgradedTo = next.text }
            guard visited.insert(next.text).inserted else { return .failed(.redirectLoop) }
            current = next
        }
        return .failed(.tooManyRedirects)
    }

    private func isGood(_ status: Int, _ address: WebAddress) -> Bool {
        (200...299).contains(status) || settings.accept.contains { $0.contains(status) }
            || settings.host(address.host)?.accept.contains { $0.contains(status) } ?? false
    }

    private struct Stop: Error { let outcome: Outcome }

    private func target(
        of reply: Reply, from address: WebAddress
    ) -> Result<WebAddress, Stop> {
        guard let location = reply.location, !location.isEmpty else {
            return .failure(Stop(outcome: .failed(.redirectToNowhere)))
        }
        do throws(WebAddress.Fault) {
            return .success(try WebAddress(location, base: address))
        } catch {
            switch error {
            case .scheme(let scheme):
                return .failure(Stop(outcome: .failed(.redirectToScheme(scheme))))
            case .credentials: return .failure(Stop(outcome: .refused(.credentials)))
            case .host, .port, .length:
                return .failure(Stop(outcome: .failed(.redirectToNowhere)))
            }
        }
    }
}

// One address, as often as it takes.
extension Prober {
    private enum Asked: Sendable {
        case reply(Reply)
        case end(Outcome)

        var outcome: Outcome {
            switch self {
            case .end(let outcome): outcome
            case .reply(let reply): .failed(.status(reply.status))
            }
        }
    }

    /// HEAD, unless the page is wanted or the host is known to answer it badly; GET where HEAD is
    /// not answered well; again after a time where the failure may pass.
    private func ask(_ address: WebAddress, wantsPage: Bool, isAdmitted: Bool) async -> Asked {
        var isAdmitted = isAdmitted
        var attempts = 0
        var usesGET = wantsPage || hosts.prefersGET(address)
        while true {
            let sent = await send(
                usesGET ? .GET : .HEAD, address, readsBody: wantsPage, isAdmitted: isAdmitted)
            isAdmitted = false
            if case .end(let outcome) = sent, !isWorthMore(outcome, afterHEAD: !usesGET) {
                hosts.note(outcome, of: address)
                return sent
            }
            if case .reply(let reply) = sent {
                if isGood(reply.status, address) || (300...399).contains(reply.status) {
                    hosts.note(.answered(Answer()), of: address)
                    if usesGET, !wantsPage { hosts.preferGET(address) }
                    return sent
                }
                if let wait = pause(reply) {
                    let asked = Outcome.askedToWait(wait)
                    guard wait <= limits.longestWait, attempts < limits.backOff.count else {
                        hosts.note(asked, of: address)
                        return .end(asked)
                    }
                    hosts.rest(address, for: wait)
                } else if usesGET, !ProbeFailure.status(reply.status).mayPassSoon {
                    hosts.note(.failed(.status(reply.status)), of: address)
                    return sent
                }
            }
            let isFirstGET = !usesGET
            usesGET = true
            if isFirstGET, case .reply = sent { continue }
            guard attempts < limits.backOff.count else {
                hosts.note(sent.outcome, of: address)
                return sent
            }
            try? await Task.sleep(for: limits.backOff[attempts])
            attempts += 1
        }
    }

    /// Whether another attempt may do better than one that got no reply.
    private func isWorthMore(_ outcome: Outcome, afterHEAD: Bool) -> Bool {
        guard case .failed(let failure) = outcome else { return false }
        return failure.mayPassSoon || afterHEAD && failure == .notHTTP
    }

    /// How long a server asks to be left alone; nil where it does not ask.
    private func pause(_ reply: Reply) -> Duration? {
        guard reply.status == 429 || reply.status == 503 else { return nil }
        let stated = reply.retryAfter.flatMap {
            RetryAfter.wait($0, date: reply.date, now: now)
        }
        if let stated { return stated }
        return reply.status == 429 ? limits.backOff.last ?? .seconds(3) : nil
    }
}

// One request.
extension Prober {
    private func send(
        _ method: HTTPMethod, _ address: WebAddress, readsBody: Bool, isAdmitted: Bool
    ) async -> Asked {
        if !isAdmitted {
            do {
                if let settled = try await hosts.enter(address) { return .end(settled) }
            } catch {
                return .end(.failed(.timeOut))
            }
        }
        defer { hosts.leave(address) }
        guard AddressPolicy.allows(port: address.port) else {
            return .end(.refused(.port(address.port)))
        }
        let addresses: [IPAddress]
        switch await hosts.addresses(of: address, by: resolver) {
        case .success(let found): addresses = found
        case .failure(.unknown): return .end(.failed(.unknownHost))
        case .failure(.unavailable): return .end(.failed(.unavailableResolver))
        }
        if let wrong = addresses.first(where: { !policy.allows($0) }) {
            return .end(.refused(.address(wrong, host: address.host)))
        }
        return await exchange(method, address, readsBody: readsBody, at: addresses)
    }

    private func exchange(
        _ method: HTTPMethod, _ address: WebAddress, readsBody: Bool, at addresses: [IPAddress]
    ) async -> Asked {
        while true {
            let client = hosts.client(for: address, at: addresses)
            let result = await client.send(method, address, headers: headers, readsBody: readsBody)
            switch result {
            case .success(let reply): return .reply(reply)
            case .failure(let failure)
            where failure == .connectionRefused || failure == .connectionTimeOut:
                if hosts.abandon(client, of: address, among: addresses.count) { continue }
                return .end(.failed(failure))
            case .failure(.untrusted):
                let moment = await CertificateLook.timeProblem(
                    at: client.address, port: address.port, host: address.host, now: now,
                    limits: limits, group: group)
                return .end(.failed(moment.map { .expired($0) } ?? .untrusted))
            case .failure(let failure): return .end(.failed(failure))
            }
        }
    }

    private var headers: [(String, String)] {
        [("User-Agent", userAgent), ("Accept", "*/*"), ("Accept-Encoding", "identity")]
    }
}
