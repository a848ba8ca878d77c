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
    return [Result](unsafeUninitializedCapacity: count) { buffer, initializedCount in
        // Each index is claimed once, so no two threads touch one element.
        nonisolated(unsafe) let results = buffer
        let next = Atomic(0)
        let drain = {
            while true {
                let start = next.load(ordering: .relaxed)
                guard start < count else { return }
                let size = max(1, min(chunk, (count - start) / (4 * threads)))
                let claim = next.compareExchange(
                    expected: start, desired: start + size, ordering: .relaxed)
                guard claim.exchanged else { continue }
                for index in start..<start + size {
                    results.initializeElement(at: index, to: work(index))
                }
            }
        }
        withoutActuallyEscaping(drain) { runOnThreads(threads, $0) }
        initializedCount = count
    }
}

/// Runs `body` on `count` threads, this one among them, and returns when all have ended.
private func runOnThreads(_ count: Int, _ body: @escaping () -> Void) {
    // Called by many threads, which all have ended when this function returns; what it touches are an
    // atomic number and elements of which each is one thread's.
    nonisolated(unsafe) let shared = body
    // Fewer threads than asked for still finish the work.
    let others = (1..<count).map { _ in BackgroundThread { shared() } }
    body()
    for thread in others { thread?.join() }
}
