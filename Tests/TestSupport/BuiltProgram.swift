package import Foundation

/// The program that the same build made, run as its users run it: a process of its own.
package enum BuiltProgram {
    /// There is no executable of that name beside the tests.
    package struct Missing: Error, CustomStringConvertible {
        /// Where it was looked for.
        let folders: [String]

        package var description: String {
            "no program 'hakusho' in \(folders.joined(separator: ", ")); run ./hakusho test"
        }
    }

    /// Runs the program to its end.
    ///
    /// Both outputs go through files, so that no amount of text can block the process.
    ///
    /// - Parameters:
    ///   - arguments: What follows the program's name on the command line.
    ///   - folder: The process's current folder.
    ///   - environment: The whole environment; nothing is inherited.
    ///   - standardInput: What the process can read; then comes the end of the file.
    /// - Throws: `Missing`, or Foundation's error when the process cannot be started.
    package static func run(
        _ arguments: [String], in folder: URL,
        environment: [String: String] = ["LANG": "C.UTF-8"], standardInput: String = ""
    ) async throws -> ProgramRun {
        let scratch = try TemporaryFolder()
        try scratch.write(standardInput, to: "stdin")
        try scratch.write("", to: "stdout")
        try scratch.write("", to: "stderr")

        let process = Process()
        process.executableURL = try url()
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

    /// Finds the executable beside the test bundle.
    ///
    /// - Throws: `Missing` when it has not been built.
    package static func url() throws -> URL {
        let bundles = Bundle.allBundles.map(\.bundleURL).filter { $0.pathExtension == "xctest" }
        let folders =
            bundles.map { $0.deletingLastPathComponent() } + [
                Bundle.main.bundleURL,
                URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent(),
            ]
        let candidates = folders.map { $0.appending(path: "hakusho") }
        let found = candidates.first { FileManager.default.isExecutableFile(atPath: $0.path) }
        guard let found else { throw Missing(folders: folders.map(\.path)) }
        return found
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
