import Core

/// Asks many addresses: at most `width` at once, each host at its own pace, the hosts in turn.
struct ProbeSchedule: Sendable {
    /// One address and the anchors that are looked for.
    struct Request: Sendable {
        let address: WebAddress
        let fragments: Set<String>
    }

    let prober: Prober
    let width: Int

    private enum Event: Sendable {
        case done(request: Int, queue: Int, Outcome)
        /// A host may be asked again.
        case tick
    }

    /// The requests to one host.
    private struct Queue {
        let address: WebAddress
        var waiting: ArraySlice<Int>
        var running = 0
    }

    /// What one look at all queues found.
    private struct Round {
        var ready: [(request: Int, queue: Int)] = []
        var settled: [(request: Int, outcome: Outcome)] = []
        /// Until a host may be asked again.
        var pause: Duration?
    }

    /// Asks all, and tells of each outcome as it comes.
    ///
    /// - Parameter note: Gets the place of a request in `requests`. Called from one task.
    func run(_ requests: [Request], note: (Int, Outcome) -> Void) async {
        var queues = Self.queues(requests)
        await withTaskGroup(of: Event.self) { group in
            var (running, isTicking, first) = (0, false, 0)
            while true {
                let round = look(at: &queues, from: first, free: width - running)
                first += 1
                for (request, outcome) in round.settled { note(request, outcome) }
                for (request, queue) in round.ready {
                    running += 1
                    start(request, requests[request], queue, in: &group)
                }
                if let pause = round.pause, !isTicking {
                    isTicking = true
                    group.addTask {
                        // Short, since another host may be ready long before this one.
                        try? await Task.sleep(for: min(pause, .milliseconds(20)))
                        return .tick
                    }
                }
                guard let event = await group.next() else { break }
                guard case .done(let request, let queue, let outcome) = event else {
                    isTicking = false
                    continue
                }
                running -= 1
                note(request, outcome)
                queues[queue].running -= 1
                if queues[queue].running == 0, queues[queue].waiting.isEmpty {
                    await prober.hosts.close(queues[queue].address)
                }
            }
        }
        await prober.hosts.closeAll()
    }

    /// Takes the requests that may start now, one of each host in turn.
    private func look(at queues: inout [Queue], from first: Int, free: Int) -> Round {
        var round = Round()
        var isIdle = false
        while !isIdle {
            isIdle = true
            round.pause = nil
            for offset in queues.indices where round.ready.count < free {
                let queue = (first + offset) % queues.count
                guard let request = queues[queue].waiting.first else { continue }
                switch prober.hosts.admit(queues[queue].address) {
                case .admitted:
                    queues[queue].waiting.removeFirst()
                    queues[queue].running += 1
                    round.ready.append((request, queue))
                    isIdle = false
                case .wait(let time): round.pause = min(round.pause ?? time, time)
                case .busy: break
                case .settled(let outcome):
                    round.settled += queues[queue].waiting.map { ($0, outcome) }
                    queues[queue].waiting = []
                }
            }
        }
        return round
    }

    private func start(
        _ number: Int, _ request: Request, _ queue: Int, in group: inout TaskGroup<Event>
    ) {
        let prober = prober
        group.addTask {
            .done(
                request: number, queue: queue,
                await prober.probe(request.address, fragments: request.fragments))
        }
    }

    /// The requests of each host, in their order.
    private static func queues(_ requests: [Request]) -> [Queue] {
        var places: [String: Int] = [:]
        var queues: [Queue] = []
        for (number, request) in requests.enumerated() {
            let origin = request.address.origin
            if let place = places[origin] {
                queues[place].waiting.append(number)
            } else {
                places[origin] = queues.count
                queues.append(Queue(address: request.address, waiting: [number]))
            }
        }
        return queues
    }
}
