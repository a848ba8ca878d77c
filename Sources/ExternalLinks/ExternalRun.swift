import Content
import Core
import Links

/// The state of one check: what is to be asked, what came of it, and what it means.
struct ExternalRun {
    private let check: ExternalCheck
    private let targets: ExternalTargets
    /// By target: what is known without asking.
    private let recalled: [LinkMemory.Recalled]
    /// By request: its target.
    private let asked: [Int]
    private var pages: [Int: ExternalVerdict] = [:]
    private var anchors: [Int: [String: ExternalVerdict]] = [:]
    private var uncheckedAnchors = 0
    /// Without the addresses that no link leads to any more.
    private(set) var memory: LinkMemory

    init(check: ExternalCheck, references: [ExternalReference], known: LinkMemory) {
        self.check = check
        let targets = ExternalTargets(
            references, exclude: check.settings.exclude.map(\.value), site: check.site)
        self.targets = targets
        var memory = LinkMemory()
        for target in targets.targets {
            let text = target.address.text
            memory.histories[text] = known.histories[text]
            for fragment in target.fragments {
                memory.histories[text + "#" + fragment] = known.histories[text + "#" + fragment]
            }
        }
        self.memory = memory
        let time = check.settings.cacheFor
        recalled = targets.targets.map { memory.remembered($0, at: check.now, for: time) }
        asked = targets.targets.indices.filter { [recalled] in !recalled[$0].isWhole }
    }

    /// What has to be asked.
    var requests: [ProbeSchedule.Request] {
        asked.map { target in
            ProbeSchedule.Request(
                address: targets.targets[target].address, fragments: recalled[target].missing)
        }
    }

    /// Notes what came of a request.
    mutating func take(_ outcome: Outcome, of request: Int) {
        let target = asked[request]
        let address = targets.targets[target].address
        let (page, found) = memory.take(outcome, of: address, at: check.now)
        pages[target] = page
        anchors[target] = found
        if case .answered(let answer) = outcome {
            uncheckedAnchors += answer.anchors.values.count { $0 == .unknown }
        }
    }

    /// What all of it means.
    var result: ExternalCheck.Result {
        var result = ExternalCheck.Result()
        result.isOffline = isOffline
        result.summary.hosts = Set(targets.targets.map(\.address.host)).count
        result.summary.uncheckedAnchors = uncheckedAnchors
        if targets.excluded > 0 { result.summary.links[.excluded] = targets.excluded }
        if !targets.faults.isEmpty { result.summary.links[.refused] = targets.faults.count }
        guard !isOffline else { return result }
        for fault in targets.faults {
            result.diagnostics.append(
                .externalRefused(
                    fault.fault == .credentials ? .credentials : .invalid, fault.written,
                    at: fault.place))
        }
        for (number, target) in targets.targets.enumerated() {
            for place in target.places { report(place, of: number, in: &result) }
        }
        for (number, pattern) in check.settings.exclude.enumerated()
        where !targets.usedPatterns.contains(number) {
            result.diagnostics.append(.externalExcludeUnused(pattern.value, at: pattern.span))
        }
        return result
    }

    /// Whether no name could be looked up: for want of somebody to ask, or, which is the answer
    /// of many networks that lead nowhere, since none of three or more is known.
    var isOffline: Bool {
        var (unknown, unavailable): (Set<String>, Set<String>) = ([], [])
        for target in asked {
            let host = targets.targets[target].address.host
            guard IPAddress(host) == nil, !HostName.isLocal(host) else { continue }
            switch pages[target] {
            case .failed(.unavailableResolver, _): unavailable.insert(host)
            case .failed(.unknownHost, _): unknown.insert(host)
            default: return false
            }
        }
        return unknown.count >= 3 || !unavailable.isEmpty
    }

    private func report(
        _ place: ExternalTarget.Place, of number: Int, in result: inout ExternalCheck.Result
    ) {
        let page = pages[number] ?? recalled[number].page.map { .good($0) }
        let anchor = place.fragment.flatMap { anchors[number]?[$0] }
        let worst = [page, anchor].compactMap { $0 }.max { $0.state.rank < $1.state.rank }
        guard let worst else { return }
        result.summary.links[worst.state, default: 0] += 1
        if pages[number] == nil { result.summary.remembered += worst.state == .ok ? 1 : 0 }
        if case .good(let good) = worst {
            if let down = good.downgradedTo {
                result.diagnostics.append(
                    .externalDowngraded(place.written, to: down, at: place.span))
            }
            if let moved = good.movedTo {
                result.diagnostics.append(
                    .externalMoved(place, to: moved, source: check.source(place.span.file)))
            }
            return
        }
        if case .refused(let refusal) = worst {
            result.diagnostics.append(.externalRefused(refusal, place.written, at: place.span))
        } else if case .askedToWait(let time) = worst {
            result.diagnostics.append(.externalWait(place.written, time, at: place.span))
        } else if case .failed(let failure, let history) = worst {
            let zone = check.now.zone
            result.diagnostics.append(
                history.isBroken
                    ? .externalBroken(place.written, failure, history, zone, at: place.span)
                    : .externalUnreachable(place.written, failure, history, zone, at: place.span))
        }
    }
}

extension ProbeState {
    /// How much a link is worth telling of.
    fileprivate var rank: Int {
        switch self {
        case .excluded: 0
        case .ok: 1
        case .redirected: 2
        case .askedToWait: 3
        case .refused: 4
        case .unreachable: 5
        case .broken: 6
        }
    }
}
