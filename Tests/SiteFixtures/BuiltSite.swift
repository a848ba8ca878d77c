package import Building
package import Core
package import Foundation
import Synchronization
package import TestSupport

/// A small site, built from one text: the files of every output, and what was found.
///
/// Files stand on a real disk; what the build writes stays in memory.
package struct BuiltSite: Sendable {
    /// What the build said.
    package let report: BuildReport

    /// By output and path: `public/guide/start/index.html`.
    package let files: [String: [UInt8]]

    /// Where the sources are.
    package let project: TemporaryProject

    /// Writes the files of an archive, and builds.
    ///
    /// - Parameters:
    ///   - archive: A `TextArchive`; without a site.yml it is given a plain one.
    ///   - asOf: The moment of the build.
    ///   - jobs: Threads.
    package init(
        _ archive: String, asOf: String = Self.usualMoment, jobs: Int = 2
    ) throws {
        let project = try TemporaryProject(archive)
        if !project.folder.has("Content/site.yml") { try project.add(Self.plainSite) }
        try self.init(project, asOf: asOf, jobs: jobs)
    }

    /// Builds a project that is on the disk already.
    package init(
        _ project: TemporaryProject, asOf: String = Self.usualMoment, jobs: Int = 2
    ) throws {
        self.project = project
        (report, files) = try Self.build(project.url, asOf: asOf, jobs: jobs)
    }

    /// Builds any folder into memory.
    package static func build(
        _ folder: URL, asOf: String = Self.usualMoment, jobs: Int = 2
    ) throws -> (report: BuildReport, files: [String: [UInt8]]) {
        guard let moment = Moment(iso: asOf, defaultZone: .japan) else { throw WrongMoment() }
        let path = folder.path.hasSuffix("/") ? String(folder.path.dropLast()) : folder.path
        let options = BuildOptions(project: path, asOf: .moment(moment), jobs: jobs)
        let written = Mutex<[String: [UInt8]]>([:])
        let report = try PreparedBuild(options).run { output, path, bytes throws(FileError) in
            written.withLock { files in
                precondition(files[output + "/" + path] == nil, "\(path) is written twice")
                files[output + "/" + path] = bytes
            }
        }
        return (report, written.withLock { $0 })
    }

    /// A site of one language without labels.
    package static let plainSite = """
        -- Content/site.yml --
        title: Example
        url: https://www.example.jp/
        """

    /// 15 January 2026, nine o'clock in Tokyo.
    package static let usualMoment = "2026-01-15T09:00:00+09:00"

    private struct WrongMoment: Error {}
}

extension BuiltSite {
    /// The text of a written file; empty where there is none.
    package func text(_ path: String) -> String {
        String(decoding: files[path] ?? [], as: UTF8.self)
    }

    /// The paths of one output's files that are pages.
    package func pages(of output: String = "public") -> [String] {
        files.keys.filter { $0.hasPrefix(output + "/") && $0.hasSuffix(".html") }
            .map { String($0.dropFirst(output.count + 1)) }.sorted()
    }

    /// The errors and warnings as `code file:line:column`, in their order; what has no place as
    /// `code`.
    package var findings: [String] {
        report.diagnostics.filter { $0.severity != .note }.map { $0.code + place(of: $0.span) }
    }

    /// The codes of the findings, in their order.
    package var codes: [String] { report.diagnostics.map(\.code) }

    /// The first finding of a code.
    package func finding(_ code: String) -> Diagnostic? {
        report.diagnostics.first { $0.code == code }
    }

    /// The source under a finding; nil for a whole file.
    package func source(under span: SourceSpan?) -> String? {
        guard let span, let range = span.range, let bytes = try? project.folder.bytes(of: span.file)
        else { return nil }
        return String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
    }

    private func place(of span: SourceSpan?) -> String {
        guard let span else { return "" }
        let file = " " + span.file
        guard let range = span.range, let bytes = try? project.folder.bytes(of: span.file) else {
            return file
        }
        let position = LineIndex(bytes).position(of: range.lowerBound)
        return file + ":\(position.line):\(position.column)"
    }
}
