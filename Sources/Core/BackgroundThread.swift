#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Work that a POSIX thread of its own does. Not a task: it blocks on files, and there are as many
/// as were asked for, also above the number of cores.
package struct BackgroundThread {
    private let handle: pthread_t

    /// Starts the work; nil where the system has no thread left.
    ///
    /// - Source: pthread_create(3).
    package init?(_ work: @escaping @Sendable () -> Void) {
        let box = Unmanaged.passRetained(Work(work))
        #if canImport(Darwin)
            var made: pthread_t?
        #else
            var made = pthread_t()
        #endif
        guard pthread_create(&made, nil, startThread, box.toOpaque()) == 0 else {
            box.release()
            return nil
        }
        #if canImport(Darwin)
            guard let made else { return nil }
        #endif
        handle = made
    }

    /// Waits for the end of the work; to be called once.
    package func join() { pthread_join(handle, nil) }
}

#if canImport(Darwin)
    private func startThread(_ raw: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
        Unmanaged<Work>.fromOpaque(raw).takeRetainedValue().run()
        return nil
    }
#else
    private func startThread(_ raw: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
        if let raw { Unmanaged<Work>.fromOpaque(raw).takeRetainedValue().run() }
        return nil
    }
#endif

/// Carries a closure through `pthread_create`: one thread makes it, and another takes it.
private final class Work: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}
