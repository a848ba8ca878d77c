package import Foundation

/// A whole project on disk, written from one text, for as long as a test needs it.
///
/// ```swift
/// let project = try TemporaryProject(
///     """
///     -- Content/site.yml --
///     title: Example
///     url: https://www.example.jp/
///     -- Content/pages/index.md --
///     ---
///     title: Home
///     ---
///     """)
/// let run = try await project.run("build")
/// #expect(run.status == 0)
/// ```
package struct TemporaryProject: Sendable {
    /// The project's folder, deleted when the last copy of this value goes.
    package let folder: TemporaryFolder

    /// Writes each file of a `TextArchive` into a new folder.
    package init(_ archive: String = "") throws {
        folder = try TemporaryFolder()
        try add(archive)
    }

    /// Where the project is: what `--project` takes.
    package var url: URL { folder.url }

    /// Writes more files, over those of the same paths. A picture or a PDF document among the
    /// uploads becomes a small real one.
    package func add(_ archive: String) throws {
        for file in TextArchive(archive).files {
            try folder.write(SmallFile.bytes(of: file) ?? Array(file.text.utf8), to: file.path)
        }
    }

    /// Runs the built program in the project's folder.
    ///
    /// - Parameters:
    ///   - arguments: What follows the program's name on the command line.
    ///   - environment: The whole environment; nothing is inherited.
    ///   - standardInput: What the process can read.
    package func run(
        _ arguments: String..., environment: [String: String] = ["LANG": "C.UTF-8"],
        standardInput: String = ""
    ) async throws -> ProgramRun {
        try await BuiltProgram.run(
            arguments, in: url, environment: environment, standardInput: standardInput)
    }
}
