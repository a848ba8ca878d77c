import Foundation
import TestSupport

@testable import Printing

/// What the programs of poppler-utils read from a PDF.
struct PDFReading {
    let folder: TemporaryFolder

    /// Whether `./hakusho test` installs WeasyPrint and poppler-utils here.
    static var areExpected: Bool { FileManager.default.fileExists(atPath: "/usr/bin/apt-get") }

    init(_ bytes: [UInt8]) throws {
        folder = try TemporaryFolder()
        try folder.write(bytes, to: "a.pdf")
    }

    /// The pages' texts, each as it lies on the paper.
    func pages() async throws -> [String] {
        let text = try await run("pdftotext", ["-layout", "-enc", "UTF-8", "a.pdf", "-"])
        var pages = text.components(separatedBy: "\u{0C}")
        if pages.last?.isEmpty == true { pages.removeLast() }
        return pages
    }

    /// The whole text in reading order, without any space and what stands in the margins.
    func text(without margins: [String] = []) async throws -> String {
        let text = try await run("pdftotext", ["-raw", "-enc", "UTF-8", "a.pdf", "-"])
        let lines = text.split { $0 == "\n" || $0 == "\u{0C}" }.map { Self.squeezed(String($0)) }
        let number = /\d+\/\d+ページ|Page\d+of\d+/
        return lines.filter { line in
            // A head or a foot is one line or several.
            !margins.reduce(line) { $0.replacing($1, with: "") }.replacing(number, with: "").isEmpty
        }.joined()
    }

    static func squeezed(_ text: String) -> String { text.filter { !$0.isWhitespace } }

    /// What `pdfinfo` says, by its own names.
    func facts() async throws -> [String: String] {
        var facts: [String: String] = [:]
        for line in try await run("pdfinfo", ["-isodates", "a.pdf"]).split(separator: "\n") {
            guard let colon = line.firstIndex(of: ":") else { continue }
            facts[String(line[..<colon])] =
                line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
        }
        return facts
    }

    /// A line for each font.
    func fonts() async throws -> [[Substring]] {
        try await run("pdffonts", ["a.pdf"]).split(separator: "\n").dropFirst(2).map {
            $0.split(separator: " ")
        }
    }

    func structure() async throws -> String { try await run("pdfinfo", ["-struct-text", "a.pdf"]) }

    /// The titles of all bookmarks, a line each.
    func bookmarks() async throws -> String {
        // pdfinfo does not show them; pdftohtml does.
        try await run("pdftohtml", ["-i", "-xml", "-stdout", "-enc", "UTF-8", "a.pdf"])
            .replacing(/<[^>]*>/, with: "").replacing("&#34;", with: "\"")
            .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    }

    private func run(_ program: String, _ arguments: [String]) async throws -> String {
        let run = try await ChildProcess.run(
            URL(filePath: "/usr/bin/" + program), arguments, in: folder.url,
            environment: ["LANG": "C.UTF-8"])
        guard run.status == 0 else { throw Failure(words: run.stderr) }
        return run.stdout
    }

    struct Failure: Error { let words: String }
}
