import Synchronization

/// Begins to flush a file system while more is written to it, so that the flush at the end has
/// little left to wait for: the disk works while the processors do.
///
/// A class since the threads that write share it.
package final class EarlyFlush: Sendable {
    private struct State {
        /// Bytes written since the last flush began.
        var unflushed = 0
        var phase = Phase.idle
        var thread: BackgroundThread?
        /// What the disk refused; a later flush would not say it again.
        var failure: FileError?
    }

    private enum Phase { case idle, flushing, stopped }

    /// Bytes that make a flush worth its while.
    private static let portion = 16 << 20

    private let folder: String
    private let state = Mutex(State())

    /// Takes a folder of the file system.
    package init(of folder: String) { self.folder = folder }

    /// Counts what was written. May be called from many threads at once, which wait for each other
    /// while one of them starts a flush, once in 16 MB.
    package func count(_ bytes: Int) {
        state.withLock { state in
            state.unflushed += bytes
            guard state.unflushed >= Self.portion, state.phase == .idle else { return }
            state.thread?.join()
            state.unflushed = 0
            state.thread = BackgroundThread { self.flush() }
            if state.thread != nil { state.phase = .flushing }
        }
    }

    /// Flushes what is left, and waits until all of it is on the disk.
    ///
    /// - Throws: `FileError`, also for what an earlier flush met.
    package func finish() throws(FileError) {
        stop()
        try flushFileSystem(of: folder)
        if let failure = state.withLock({ $0.failure }) { throw failure }
    }

    /// Waits for a flush that is on its way, and begins no other.
    package func stop() {
        let thread = state.withLock { state in
            defer { state.thread = nil }
            state.phase = .stopped
            return state.thread
        }
        thread?.join()
    }

    private func flush() {
        let result = Result { () throws(FileError) in try flushFileSystem(of: folder) }
        state.withLock { state in
            if state.phase == .flushing { state.phase = .idle }
            if case .failure(let failure) = result, state.failure == nil { state.failure = failure }
        }
    }
}
