import Synchronization

/// What has changed and was not yet handed on.
///
/// A class because one task gathers and another one hands on.
final class PendingChange: Sendable {
    private struct Pending {
        var change: ProjectChange?
        /// Of all changes so far.
        var count = 0
    }

    private let pending = Mutex(Pending())
    private let signals: AsyncStream<Void>
    private let signal: AsyncStream<Void>.Continuation

    /// How long nothing may happen before a change counts as whole.
    private static let silence = Duration.milliseconds(10)
    /// How often that silence is waited for: a long copy is taken over in parts.
    private static let patience = 20

    /// Nothing has changed.
    init() {
        (signals, signal) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// Notes a change.
    func add(_ change: ProjectChange) {
        pending.withLock { pending in
            pending.change = pending.change?.joined(with: change) ?? change
            pending.count += 1
        }
        signal.yield()
    }

    /// Hands every change on, until the task is cancelled.
    func hand(to take: @Sendable (ProjectChange) async -> Void) async throws {
        for await _ in signals {
            var known = 0
            for _ in 0..<Self.patience {
                let count = pending.withLock { $0.count }
                if count == known { break }
                known = count
                try await Task.sleep(for: Self.silence)
            }
            let change = pending.withLock { pending in
                defer { pending.change = nil }
                return pending.change
            }
            if let change { await take(change) }
        }
    }
}
