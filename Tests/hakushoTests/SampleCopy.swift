import Foundation
import TestSupport

/// A copy of the sample site for tests that change it.
struct SampleCopy {
    let project: TemporaryProject

    /// The folder of its whitepaper.
    static let paper = "Content/whitepapers/iso27017"
    /// A day on which its four editions are out.
    static let asOf = "2026-01-15"

    init() throws {
        project = try TemporaryProject()
        for name in ["Content", "Themes"] {
            try FileManager.default.copyItem(
                at: PackageFolder.url.appending(path: name), to: project.folder.url(of: name))
        }
        if project.folder.has("Content/published.tsv") {
            try project.folder.remove("Content/published.tsv")
        }
    }

    /// Runs the program on it, in English unless the arguments say otherwise.
    func run(
        _ arguments: String..., environment: [String: String] = ["LANG": "C.UTF-8"]
    ) async throws -> ProgramRun {
        try await BuiltProgram.run(
            arguments + ["--as-of", Self.asOf], in: project.url, environment: environment)
    }

    /// A file of the whitepaper's folder.
    func text(_ path: String) throws -> String {
        try project.folder.text(of: Self.paper + "/" + path)
    }

    /// Writes a file of the whitepaper's folder.
    func write(_ text: String, _ path: String) throws {
        try project.folder.write(text, to: Self.paper + "/" + path)
    }

    /// Replaces a text that a file of the whitepaper's folder has.
    func replace(_ old: String, _ new: String, in path: String) throws {
        let text = try text(path)
        precondition(text.contains(old), "\(path) does not have: \(old)")
        try write(text.replacing(old, with: new), path)
    }

    /// All files of the whitepaper with their bytes.
    func files() throws -> [String: [UInt8]] {
        Dictionary(
            uniqueKeysWithValues: try project.folder.files(below: Self.paper).map {
                ($0, try project.folder.bytes(of: Self.paper + "/" + $0))
            })
    }

    /// Where `Site/current` leads.
    func current() throws -> String {
        try FileManager.default.destinationOfSymbolicLink(
            atPath: project.folder.url(of: "Site/current").path)
    }
}
