package import Foundation

/// `hakusho serve` of the built program, which runs until this value goes.
///
/// A class, because the process is one, whoever holds it.
package final class RunningPreview: Sendable {
    /// Where browsers find it, without a slash at the end.
    package let origin: String
    /// On 127.0.0.1.
    package let port: Int

    private let process: Process
    private let errors: URL
    /// Its folder stays as long as somebody looks.
    private let project: TemporaryProject

    /// It did not come up.
    package struct Failure: Error, CustomStringConvertible {
        /// What it said.
        let words: String

        package var description: String { "hakusho serve did not start: \(words)" }
    }

    /// Starts it and waits until it answers.
    ///
    /// - Parameters:
    ///   - project: The project's folder; what the program says is kept beside it.
    ///   - arguments: Besides the port.
    package init(_ project: TemporaryProject, _ arguments: String...) async throws {
        port = (31_100...32_700).randomElement()!
        origin = "http://localhost:\(port)"
        self.project = project
        errors = project.folder.url(of: ".serve-errors")
        try Data().write(to: errors)
        process = Process()
        process.executableURL = try BuiltProgram.url()
        process.arguments = ["serve", "--port", "\(port)"] + arguments
        process.currentDirectoryURL = project.url
        process.environment = ["LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = try FileHandle(forWritingTo: errors)
        try process.run()
        for _ in 0..<1200 {
            let words = try words
            if words.contains("\(port)/") { return }
            guard process.isRunning else { throw Failure(words: words) }
            try await Task.sleep(for: .milliseconds(50))
        }
        process.terminate()
        throw Failure(words: try words)
    }

    deinit { if process.isRunning { process.terminate() } }

    /// What it has said on standard error so far.
    package var words: String { get throws { try String(contentsOf: errors, encoding: .utf8) } }

    /// Ends it as Ctrl-C does.
    ///
    /// - Returns: Its exit status; above 128 where a signal ended it.
    package func interrupt() async throws -> Int32 {
        process.interrupt()
        for _ in 0..<400 where process.isRunning { try await Task.sleep(for: .milliseconds(50)) }
        if process.isRunning {
            process.terminate()
            throw Failure(words: "it did not end")
        }
        let isSignal = process.terminationReason == .uncaughtSignal
        return process.terminationStatus + (isSignal ? 128 : 0)
    }

    /// Resident memory, in KiB.
    ///
    /// - Source: proc_pid_status(5), VmRSS.
    package var memory: Int {
        get throws {
            let status = try String(
                contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)
            let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") } ?? ""
            return Int(line.split(separator: " ").dropFirst().first ?? "") ?? 0
        }
    }
}
