package import Core
import Hummingbird
import Logging
import NIOCore
import NIOPosix
import ServiceLifecycle
import SystemPackage
import UnixSignals

/// Serves a preview to the browsers of this machine.
package struct PreviewServer: Sendable {
    private let preview: Preview
    private let port: Int
    private let polls: Bool

    /// - Parameters:
    ///   - port: On 127.0.0.1.
    ///   - polls: Whether the files are looked at twice a second, where the system does not tell.
    package init(_ preview: Preview, port: Int, polls: Bool) {
        self.preview = preview
        self.port = port
        self.polls = polls
    }

    /// Why the preview cannot go on.
    package enum Failure: Error, Sendable {
        /// Another program, or another preview, has the port.
        case portInUse(Int)
        /// The system does not give the port, for another reason.
        case port(Int, cause: String)
        /// The files cannot be watched.
        case watch(FileError)
    }

    /// Serves until the program is told to end by SIGINT or SIGTERM.
    ///
    /// - Parameter ready: Is told the address once browsers are answered.
    /// - Throws: `Failure`.
    package func run(ready: @escaping @Sendable (String) -> Void) async throws {
        var logger = Logger(label: "hakusho")
        // What concerns editors is told by the panel and by the command.
        logger.logLevel = .critical
        let (preview, port) = (preview, port)
        var application = Application(
            responder: PreviewResponder(preview: preview, port: port),
            configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: port)),
            onServerRunning: { _ in ready("http://localhost:\(port)/") }, logger: logger)
        application.addServices(
            WatchService(preview: preview, polls: polls), Heartbeat(preview: preview))
        do {
            try await application.runService(gracefulShutdownSignals: [.sigint, .sigterm])
        } catch let error as FileError {
            throw Failure.watch(error)
        } catch let error as IOError {
            throw Errno(rawValue: error.errnoCode) == .addressInUse
                ? Failure.portInUse(port) : Failure.port(port, cause: error.description)
        }
    }
}

/// Keeps the preview up to date.
private struct WatchService: Service {
    let preview: Preview
    let polls: Bool

    func run() async throws {
        let watch = ProjectWatch(
            project: preview.setting.project, polls: polls, known: preview.current.files)
        try await untilShutdown {
            try await watch.run { change in
                // The pool refuses work only when the program ends.
                do {
                    try await NIOThreadPool.singleton.runIfActive { preview.take(change) }
                } catch {}
            }
        }
    }
}

/// Has the streams write now and then, so that those are noticed whose browser has gone.
private struct Heartbeat: Service {
    let preview: Preview

    /// Every quarter of an hour: what is scheduled comes, and what expires goes.
    private static let beatsOfAReading = 60

    func run() async throws {
        try await untilShutdown {
            var beats = 0
            while !Task.isCancelled {
                try await Task.sleep(for: .seconds(15))
                beats += 1
                preview.callListeners()
                guard beats.isMultiple(of: Self.beatsOfAReading) else { continue }
                try await NIOThreadPool.singleton.runIfActive { preview.take(.everything) }
            }
        }
    }
}

/// Works until the program is told to end, which is no failure.
private func untilShutdown(_ work: @escaping @Sendable () async throws -> Void) async throws {
    do {
        try await cancelWhenGracefulShutdown(work)
    } catch is CancellationError {}
}
