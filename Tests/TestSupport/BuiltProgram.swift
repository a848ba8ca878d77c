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
        try await ChildProcess.run(
            try url(), arguments, in: folder, environment: environment,
            standardInput: standardInput)
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
}
