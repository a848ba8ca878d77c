import NIOCore
import NIOPosix
import Synchronization
import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The samples that the sessions of one engine share: each takes the next when it has room.
final class SampleQueue: Sendable {
    let samples: [Sample]
    private let pending: Mutex<[Int]>

    /// - Parameter indices: Of the samples that have no verdict yet.
    init(_ samples: [Sample], indices: [Int]) {
        self.samples = samples
        pending = Mutex(indices.reversed())
    }

    /// The next sample's index; nil where all are taken.
    func next() -> Int? { pending.withLock { $0.popLast() } }

    /// Those that nobody took.
    var rest: [Int] { pending.withLock { $0.reversed() } }
}

/// How one connection to an engine went.
struct SessionResult: Sendable {
    /// Why a session ended before its work was done.
    enum Trouble: Sendable {
        /// Nobody listens; another attempt is no use.
        case unreachable(ScanFailure)
        /// The engine ended the session. What had no answer yet may be tried again.
        case broken(ScanFailure)
        /// The engine was silent for too long, or did not keep to its protocol: it is not to be
        /// believed, and what had no answer is *failed*.
        case untrusted(ScanFailure)

        var failure: ScanFailure {
            switch self {
            case .unreachable(let failure), .broken(let failure), .untrusted(let failure): failure
            }
        }
    }

    var decided: [(index: Int, judged: Judged)] = []
    /// Taken from the queue, and without a verdict.
    var undecided: [Int] = []
    var trouble: Trouble?

    /// Takes back every verdict of a session whose engine gave an answer that nobody asked for, or
    /// that is none: its other answers are not believed either. What was refused before it was
    /// sent stays refused.
    ///
    /// - Returns: Why the session is not to be believed.
    mutating func distrust(_ bytes: ArraySlice<UInt8>) -> ScanFailure {
        let failure = ScanFailure.badAnswer(ScanFailure.excerpt(bytes))
        decided = decided.map { index, judged in
            if case .refused = judged.verdict { return (index, judged) }
            return (index, Judged(.failed(failure)))
        }
        return failure
    }
}

/// Where a server listens.
enum ServerAddress: Sendable, Hashable, CustomStringConvertible {
    case socket(String)
    case host(String, port: Int)

    var description: String {
        switch self {
        case .socket(let path): path
        case .host(let name, let port): name.contains(":") ? "[\(name)]:\(port)" : "\(name):\(port)"
        }
    }
}

extension ServerAddress {
    /// Connects, and gives the connection a handler that keeps `promise`.
    ///
    /// A burst of connections finds a Unix socket's backlog full (EAGAIN): then it waits a little
    /// and tries again, up to the limit.
    ///
    /// - Throws: `.unreachable`, at most `limit` later.
    func connect<Answer: Sendable>(
        on loop: any EventLoop, within limit: Duration, for type: Answer.Type = Answer.self,
        handler: @escaping @Sendable (EventLoopPromise<Answer>) -> some ChannelHandler
    ) async throws(ScanFailure) -> Answer {
        let clock = ContinuousClock()
        let deadline = clock.now.advanced(by: limit)
        while true {
            let promise = loop.makePromise(of: Answer.self)
            let bootstrap = ClientBootstrap(group: loop)
                .connectTimeout(TimeAmount(limit))
                .channelOption(.maxMessagesPerRead, value: 4)
                .channelInitializer { channel in
                    channel.eventLoop.makeCompletedFuture {
                        try channel.pipeline.syncOperations.addHandler(handler(promise))
                    }
                }
            do {
                switch self {
                case .socket(let path):
                    _ = try await bootstrap.connect(unixDomainSocketPath: path).get()
                case .host(let name, let port):
                    _ = try await bootstrap.connect(host: name, port: port).get()
                }
            } catch {
                // The handler of a connection that never came to be promises nothing any more.
                promise.fail(error)
                if let cause = error as? IOError, cause.errnoCode == EAGAIN, clock.now < deadline {
                    _ = try? await clock.sleep(for: .milliseconds(10))
                    continue
                }
                throw .unreachable(address: description, cause: describe(error))
            }
            do {
                return try await promise.futureResult.get()
            } catch {
                throw error as? ScanFailure ?? .badAnswer(String(describing: error))
            }
        }
    }

    /// The system's words for why a connection could not be made.
    private func describe(_ error: any Error) -> String {
        if let error = error as? IOError { return Errno(rawValue: error.errnoCode).description }
        if let error = error as? NIOConnectionError {
            let first = error.connectionErrors.first?.error as? IOError
            if let first { return Errno(rawValue: first.errnoCode).description }
            return "name not known"
        }
        if let error = error as? ChannelError, case .connectTimeout = error { return "timeout" }
        return String(describing: error)
    }
}

/// Ends a session that makes no progress. Lives on the session's event loop, like its owner.
struct Watchdog {
    private let limit: TimeAmount
    private var last: NIODeadline = .now()
    private var task: RepeatedTask?

    init(limit: Duration) { self.limit = TimeAmount(limit) }

    /// Looks every tenth of the limit, and calls `expired` once it has passed.
    mutating func start(on loop: any EventLoop, expired: @escaping @Sendable () -> Void) {
        progress()
        let pause = TimeAmount.nanoseconds(max(limit.nanoseconds / 10, 1_000_000))
        task = loop.scheduleRepeatedTask(initialDelay: pause, delay: pause) { _ in
            expired()
        }
    }

    mutating func progress() { last = .now() }

    var hasExpired: Bool { NIODeadline.now() - last >= limit }

    mutating func stop() {
        task?.cancel()
        task = nil
    }
}
