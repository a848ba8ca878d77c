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
            switch next(after: sent, address, usesGET: usesGET) {
            case .settled:
                if case .reply = sent, usesGET, !wantsPage { hosts.preferGET(address) }
                return end(sent, address)
            case .ended: return end(sent, address)
            case .wait(let time):
                let isTooLong = (time ?? .zero) > limits.longestWait
                if isTooLong || attempts == limits.backOff.count {
                    return end(.end(.askedToWait(time ?? .zero)), address)
                }
                hosts.rest(address, for: time ?? limits.backOff[attempts])
            case .otherMethod:
                usesGET = true
                continue
            case .again:
                if attempts == limits.backOff.count { return end(sent, address) }
            }
            usesGET = true
            try? await Task.sleep(for: limits.backOff[attempts])
            attempts += 1
        }
    }

    /// What to do after one request.
    private enum Next {
        /// It is answered as well as can be.
        case settled
        /// No further request would change it.
        case ended
        /// The server asks to be left alone; for how long it may not say.
        case wait(Duration?)
        /// HEAD may be what is not liked.
        case otherMethod
        case again
    }

    private func next(after sent: Asked, _ address: WebAddress, usesGET: Bool) -> Next {
        switch sent {
        case .end(.failed(let failure)):
            if failure == .notHTTP, !usesGET { return .otherMethod }
            return failure.mayPassSoon ? .again : .ended
        case .end: return .ended
        case .reply(let reply):
            let status = reply.status
            if isGood(status, address) || (300...399).contains(status) { return .settled }
            let wait = reply.retryAfter.flatMap {
                RetryAfter.wait($0, date: reply.date, now: now)
            }
            if status == 429 || status == 503 && wait != nil { return .wait(wait) }
            if !usesGET { return .otherMethod }
            return ProbeFailure.status(status).mayPassSoon ? .again : .ended
        }
    }

    /// Notes what came of an address.
    private func end(_ asked: Asked, _ address: WebAddress) -> Asked {
        if case .reply(let reply) = asked, isGood(reply.status, address) || reply.status < 400 {
            hosts.note(.answered(Answer()), of: address)
        } else {
            hosts.note(asked.outcome, of: address)
        }
        return asked
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
