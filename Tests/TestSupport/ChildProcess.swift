package import Foundation

/// A process of its own, run to its end with given input and environment.
package enum ChildProcess {
    /// Runs a program to its end.
    ///
    /// Both outputs go through files, so that no amount of text can block the process, and nothing
    /// that it leaves running can hold up its caller.
    ///
    /// - Parameters:
    ///   - executable: The program, or a script that names its interpreter.
    ///   - arguments: What follows the program's name on the command line.
    ///   - folder: The process's current folder.
    ///   - environment: The whole environment; nothing is inherited.
    ///   - standardInput: What the process can read; then comes the end of the file.
    /// - Throws: Foundation's error when the process cannot be started.
    package static func run(
        _ executable: URL, _ arguments: [String], in folder: URL,
        environment: [String: String], standardInput: String = ""
    ) async throws -> ProgramRun {
        let scratch = try TemporaryFolder()
        try scratch.write(standardInput, to: "stdin")
        try scratch.write("", to: "stdout")
        try scratch.write("", to: "stderr")

        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = environment
        process.standardInput = try FileHandle(forReadingFrom: scratch.url(of: "stdin"))
        process.standardOutput = try FileHandle(forWritingTo: scratch.url(of: "stdout"))
        process.standardError = try FileHandle(forWritingTo: scratch.url(of: "stderr"))

        let clock = ContinuousClock()
        let start = clock.now
        let status = try await finish(process)
        return ProgramRun(
            status: status,
            stdout: try scratch.text(of: "stdout"), stderr: try scratch.text(of: "stderr"),
            elapsed: start.duration(to: clock.now))
    }

    /// Starts the process and waits for its end without holding a thread.
    private static func finish(_ process: Process) async throws -> Int32 {
        try await withCheckedThrowingContinuation { continuation in
            process.terminationHandler = { ended in
                let signalled = ended.terminationReason == .uncaughtSignal
                continuation.resume(returning: ended.terminationStatus + (signalled ? 128 : 0))
            }
            do {
                try process.run()
            } catch {
                process.terminationHandler = nil
                continuation.resume(throwing: error)
            }
        }
    }
}
