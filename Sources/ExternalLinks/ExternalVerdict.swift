import Core

/// What a check found out about an address or one of its anchors.
enum ExternalVerdict: Hashable, Sendable {
    case good(LinkHistory.Good)
    case failed(ProbeFailure, LinkHistory.Failing)
    case refused(Refusal)
    case askedToWait(Duration)

    var state: ProbeState {
        switch self {
        case .good(let good): good.movedTo == nil ? .ok : .redirected
        case .failed(_, let history): history.isBroken ? .broken : .unreachable
        case .refused: .refused
        case .askedToWait: .askedToWait
        }
    }
}

extension LinkMemory {
    /// What a link's address and anchor were found to be not long ago.
    func remembered(_ target: ExternalTarget, at now: Moment, for time: Duration) -> Recalled {
        let text = target.address.text
        let page = histories[text]?.fresh(at: now, for: time)
        let anchors = target.fragments.filter { fragment in
            histories[text + "#" + fragment]?.fresh(at: now, for: time) != nil
        }
        return Recalled(page: page, missing: target.fragments.subtracting(anchors))
    }

    /// What need not be asked.
    struct Recalled: Sendable {
        let page: LinkHistory.Good?
        /// Anchors that have to be looked for.
        let missing: Set<String>

        /// Whether nothing has to be asked.
        var isWhole: Bool { page != nil && missing.isEmpty }
    }

    /// Remembers an outcome.
    ///
    /// - Returns: What it means, for the address and for each anchor that was looked for.
    mutating func take(
        _ outcome: Outcome, of address: WebAddress, at now: Moment
    ) -> (page: ExternalVerdict, anchors: [String: ExternalVerdict]) {
        let text = address.text
        switch outcome {
        case .refused(let refusal):
            histories[text] = nil
            return (.refused(refusal), [:])
        case .askedToWait(let time): return (.askedToWait(time), [:])
        case .failed(let failure):
            let failing = LinkHistory.failed(after: histories[text], at: now)
            histories[text] = .failing(failing)
            return (.failed(failure, failing), [:])
        case .answered(let answer):
            let good = LinkHistory.Good(
                checked: now.secondsSince1970, movedTo: answer.movedTo,
                downgradedTo: answer.downgradedTo)
            histories[text] = .good(good)
            var anchors: [String: ExternalVerdict] = [:]
            for (fragment, verdict) in answer.anchors {
                let name = text + "#" + fragment
                if verdict == .missing {
                    let failing = LinkHistory.failed(after: histories[name], at: now)
                    histories[name] = .failing(failing)
                    anchors[fragment] = .failed(.anchorMissing(fragment), failing)
                } else {
                    histories[name] = .good(.init(checked: now.secondsSince1970))
                }
            }
            return (.good(good), anchors)
        }
    }
}
