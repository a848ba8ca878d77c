import Synchronization

/// Applies `work` to each of `count` indices on up to `jobs` threads and returns the results in
/// the order of the indices, so that the outcome does not depend on the number of threads.
///
/// Threads are POSIX threads and not tasks: `jobs` is what the user asked for, also above the
/// number of cores, and the work blocks on files.
///
/// A thread claims neighbouring indices, and towards the end fewer at a time, so that no thread
/// waits long for the last.
///
/// - Parameter chunk: The most indices that a thread claims at a time.
package func parallelMap<Result: Sendable>(
    count: Int, jobs: Int, chunk: Int = 16, _ work: @Sendable (Int) -> Result
) -> [Result] {
    let threads = min(max(jobs, 1), (count + chunk - 1) / max(chunk, 1))
    guard threads > 1 else { return (0..<count).map(work) }
    let pieces = Mutex<[(start: Int, results: [Result])]>([])
    withoutActuallyEscaping(work) { work in
        let next = Atomic(0)
        runOnThreads(threads) {
            var mine: [(start: Int, results: [Result])] = []
            while let claimed = next.claim(of: count, atMost: chunk, threads: threads) {
                mine.append((claimed.lowerBound, claimed.map(work)))
            }
            pieces.withLock { $0 += mine }
        }
    }
    var results: [Result] = []
    results.reserveCapacity(count)
    for piece in pieces.withLock({ $0 }).sorted(by: { $0.start < $1.start }) {
        results += piece.results
    }
    return results
}

extension Atomic<Int> {
    /// Takes the next indices below `count`; nil where none are left.
    fileprivate borrowing func claim(
        of count: Int, atMost chunk: Int, threads: Int
    ) -> Range<Int>? {
        var start = load(ordering: .relaxed)
        while start < count {
            let size = max(1, min(chunk, (count - start) / (4 * threads)))
            let claim = compareExchange(
                expected: start, desired: start + size, ordering: .relaxed)
            if claim.exchanged { return start..<start + size }
            start = claim.original
        }
        return nil
    }
}

/// Runs `body` on `count` threads, this one among them, and returns when all have ended.
private func runOnThreads(_ count: Int, _ body: @escaping @Sendable () -> Void) {
    // Fewer threads than asked for still finish the work.
    let others = (1..<count).map { _ in BackgroundThread(body) }
    body()
    for thread in others { thread?.join() }
}
