import NIOCore
import NIOPosix

/// Has many samples judged over connections that may break, and still ends.
///
/// One file can end a session that others share: clamd closes it after a stream over its limit.
/// So what had no answer is asked again in the next round. A round without any verdict is
/// followed by one for the first sample alone, which then is to blame; after three of those the
/// engine is given up.
struct SessionRounds: Sendable {
    let samples: [Sample]
    /// Connections at a time.
    let connections: Int
    let judged: @Sendable () -> Void
    /// Runs one session until the queue is empty or the session ends.
    let session: @Sendable (SampleQueue, any EventLoop) async -> SessionResult

    private static let mostBlamed = 3

    func run() async -> [Judged] {
        let group = MultiThreadedEventLoopGroup(numberOfThreads: connections)
        var results = [Judged?](repeating: nil, count: samples.count)
        var remaining = Array(samples.indices)
        var blamed = 0
        var isAlone = false
        while !remaining.isEmpty {
            let turn = isAlone ? Array(remaining.prefix(1)) : remaining
            let round = await run(turn, in: group)
            for (index, verdict) in round.decided { results[index] = verdict }
            remaining.removeAll { results[$0] != nil }
            guard let trouble = round.trouble, !remaining.isEmpty else {
                isAlone = false
                continue
            }
            switch trouble {
            case .unreachable, .untrusted: blamed = Self.mostBlamed
            case .broken where isAlone && results[turn[0]] == nil:
                results[turn[0]] = Judged(.failed(trouble.failure))
                remaining.removeFirst()
                judged()
                blamed += 1
            case .broken: break
            }
            if blamed == Self.mostBlamed {
                for index in remaining {
                    results[index] = Judged(.failed(trouble.failure))
                    judged()
                }
                remaining = []
            }
            isAlone = !isAlone && round.decided.isEmpty
        }
        // The group's threads end by themselves; a failure to end them changes no verdict.
        group.shutdownGracefully { _ in }
        return results.map { $0 ?? Judged(.failed(.closed)) }
    }

    private func run(
        _ indices: [Int], in group: MultiThreadedEventLoopGroup
    ) async -> SessionResult {
        let queue = SampleQueue(samples, indices: indices)
        let width = min(connections, indices.count)
        return await withTaskGroup(of: SessionResult.self) { sessions in
            for _ in 0..<width {
                let loop = group.next()
                sessions.addTask { await session(queue, loop) }
            }
            var whole = SessionResult()
            for await result in sessions {
                whole.decided += result.decided
                whole.undecided += result.undecided
                whole.trouble = worse(whole.trouble, result.trouble)
            }
            return whole
        }
    }

    private func worse(
        _ a: SessionResult.Trouble?, _ b: SessionResult.Trouble?
    ) -> SessionResult.Trouble? {
        guard let a else { return b }
        guard case .broken = a, let b else { return a }
        return b
    }
}
