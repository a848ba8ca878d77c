import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Applies `work` to each of `count` indices on up to `jobs` threads and returns the results in
/// the order of the indices, so that the outcome does not depend on the number of threads.
///
/// Threads are POSIX threads and not tasks: `jobs` is what the user asked for, also above the
/// number of cores, and the work blocks on files.
///
/// - Parameter chunk: How many neighbouring indices a thread claims at a time.
package func parallelMap<Result: Sendable>(
    count: Int, jobs: Int, chunk: Int = 16, _ work: @Sendable (Int) -> Result
) -> [Result] {
    let chunks = (count + chunk - 1) / max(chunk, 1)
    let threads = min(max(jobs, 1), chunks)
    guard threads > 1 else { return (0..<count).map(work) }
    let results = Mutex([[Result]](repeating: [], count: chunks))
    let next = Atomic(0)
    let drain = {
        while true {
            let mine = next.add(1, ordering: .relaxed).oldValue
            guard mine < chunks else { return }
            let done = (mine * chunk..<min((mine + 1) * chunk, count)).map(work)
            results.withLock { $0[mine] = done }
        }
    }
    withoutActuallyEscaping(drain) { runOnThreads(threads, $0) }
    return results.withLock { Array($0.joined()) }
}

/// Runs `body` on `count` threads, this one among them, and returns when all have ended.
private func runOnThreads(_ count: Int, _ body: @escaping () -> Void) {
    var handles: [pthread_t] = []
    for _ in 1..<count {
        let box = Unmanaged.passRetained(ThreadBody(body))
        #if canImport(Darwin)
            var handle: pthread_t?
        #else
            var handle = pthread_t()
        #endif
        let status = pthread_create(&handle, nil, startThread, box.toOpaque())
        // Fewer threads than asked for still finish the work.
        if status != 0 {
            box.release()
            break
        }
        #if canImport(Darwin)
            if let handle { handles.append(handle) }
        #else
            handles.append(handle)
        #endif
    }
    body()
    for handle in handles { pthread_join(handle, nil) }
}

#if canImport(Darwin)
    private func startThread(_ raw: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
        Unmanaged<ThreadBody>.fromOpaque(raw).takeRetainedValue().run()
        return nil
    }
#else
    private func startThread(_ raw: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
        if let raw { Unmanaged<ThreadBody>.fromOpaque(raw).takeRetainedValue().run() }
        return nil
    }
#endif

/// Carries a closure through `pthread_create`; shared by nobody: one thread makes it, one takes it.
private final class ThreadBody {
    let run: () -> Void
    init(_ run: @escaping () -> Void) { self.run = run }
}
