package import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The built program while it runs, for tests that stop it, kill it or do something behind its
/// back.
///
/// A class, because the process is one, whoever holds it.
package final class StartedProgram: Sendable {
    private let process: Process
    private let scratch: TemporaryFolder
    private let start = ContinuousClock.now

    /// Starts it.
    ///
    /// - Parameters:
    ///   - arguments: What follows the program's name on the command line.
    ///   - folder: The process's current folder.
    /// - Throws: `BuiltProgram.Missing`, or Foundation's error when it cannot be started.
    package init(_ arguments: String..., in folder: URL) throws {
        scratch = try TemporaryFolder()
        for name in ["stdout", "stderr"] { try scratch.write("", to: name) }
        process = Process()
        process.executableURL = try BuiltProgram.url()
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = ["LANG": "C.UTF-8"]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = try FileHandle(forWritingTo: scratch.url(of: "stdout"))
        process.standardError = try FileHandle(forWritingTo: scratch.url(of: "stderr"))
        try process.run()
    }

    deinit { if process.isRunning { send(SIGKILL) } }

    /// Its process id.
    package var id: Int32 { process.processIdentifier }

    /// Whether it has not ended yet; a stopped one has not.
    package var isRunning: Bool { process.isRunning }

    /// Sends it a signal; one that has ended gets none.
    package func send(_ signal: Int32) { if process.isRunning { kill(id, signal) } }

    /// Stops it as soon as something is so.
    ///
    /// - Returns: False where it ended before.
    package func stop(when isSo: () -> Bool) -> Bool {
        while !isSo() {
            guard process.isRunning else { return false }
            usleep(100)
        }
        send(SIGSTOP)
        return process.isRunning
    }

    /// Waits for its end.
    package func end() async throws -> ProgramRun {
        while process.isRunning { try await Task.sleep(for: .milliseconds(2)) }
        let isSignal = process.terminationReason == .uncaughtSignal
        return ProgramRun(
            status: process.terminationStatus + (isSignal ? 128 : 0),
            stdout: try scratch.text(of: "stdout"), stderr: try scratch.text(of: "stderr"),
            elapsed: start.duration(to: .now))
    }
}
