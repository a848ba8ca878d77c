import Building
import Core
import Foundation
import SiteFixtures
import TestSupport
import Testing

/// The generated corpus with broken links planted in it: all of them are found, each at its line
/// and column, and nothing else. `Tests/Benchmarks/planted.py` does the same with 10,000 pages.
@Suite(.enabled(if: Corpus.isThere, "../shared/bench/gen_corpus.py is not there"))
struct PlantedLinksTests {
    @Test func exactlyThePlantedLinksAreFound() async throws {
        let folder = try TemporaryFolder()
        try await Corpus.write(pages: 1000, broken: 50, into: folder)
        let expected = try Corpus.planted(in: folder)
        let (report, _) = try BuiltSite.build(folder.url)
        var sources = SourceLines { try? folder.bytes(of: $0) }
        let found = report.diagnostics.map { diagnostic in
            guard let span = diagnostic.span, let range = span.range,
                let place = sources.lines(of: span.file)?.position(of: range.lowerBound)
            else { return diagnostic.code }
            return "\(diagnostic.code) \(span.file):\(place.line):\(place.column)"
        }
        #expect(expected.count == 50)
        #expect(found.sorted() == expected.sorted())
    }
}

/// Pages that `gen_corpus.py` writes.
private enum Corpus {
    private static let generator =
        PackageFolder.url.deletingLastPathComponent().appending(path: "shared/bench/gen_corpus.py")

    static var isThere: Bool { FileManager.default.isReadableFile(atPath: generator.path) }

    /// A project of so many pages.
    static func write(pages: Int, broken: Int, into folder: TemporaryFolder) async throws {
        let content = folder.url.appending(path: "Content")
        try FileManager.default.createDirectory(at: content, withIntermediateDirectories: true)
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "python3", generator.path, content.appending(path: "pages").path, "--pages",
            "\(pages)", "--broken", "\(broken)",
        ]
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        try FileManager.default.moveItem(
            at: content.appending(path: "pages/uploads"), to: content.appending(path: "uploads"))
        try FileManager.default.moveItem(
            at: content.appending(path: "broken.tsv"), to: folder.url.appending(path: "broken.tsv"))
        try folder.write(
            """
            title: Corpus
            url: https://example.com/
            taxonomies: [tags]
            outputs:
              all: {clearance: internal}
            """, to: "Content/site.yml")
        try folder.write(
            "levels: [{id: public}, {id: members}, {id: internal}]\n", to: "Content/labels.yml")
        try folder.write("label: public\n", to: "Content/uploads/folder.yml")
    }

    /// Where `broken.tsv` says that a link is broken, as `code file:line:column`; the place is that
    /// of the page's link with the text `gone`.
    static func planted(in folder: TemporaryFolder) throws -> [String] {
        let list = String(decoding: try folder.bytes(of: "broken.tsv"), as: UTF8.self)
        return try list.split(separator: "\n").map { row in
            let (page, kind) = try #require(
                row.firstIndex(of: "\t").map {
                    (row[..<$0], row[$0...].dropFirst())
                })
            let file = "Content/pages/\(page)"
            let mark = kind == "page" ? "[gone](../nowhere/missing-" : "#no-such-part-"
            let text = String(decoding: try folder.bytes(of: file), as: UTF8.self)
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            let line = try #require(
                lines.firstIndex { $0.contains("[gone](") && $0.contains(mark) })
            let column = try #require(lines[line].firstRange(of: "[gone]("))
            let before = lines[line].distance(
                from: lines[line].startIndex, to: column.lowerBound)
            let code = kind == "page" ? "link.page-missing" : "link.anchor-missing"
            return "\(code) \(file):\(line + 1):\(before + 1)"
        }
    }
}
