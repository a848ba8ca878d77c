import Content
import Core
import Foundation
import Links
import TestSupport

@testable import ExternalLinks

/// A check against the servers of a test: impatient, and allowed onto loopback.
struct Probing {
    var check: ExternalCheck
    private let folder: TemporaryFolder

    init(allows: [String] = ["127.0.0.0/8"]) throws {
        folder = try TemporaryFolder()
        var settings = ExternalLinkSettings()
        settings.interval = .zero
        settings.allowedAddresses = allows.compactMap { AddressBlock($0) }
        check = ExternalCheck(
            settings: settings, site: "https://www.example.jp/", now: Self.start,
            memory: (folder.url(of: "memory/links.tsv").path, "links.tsv"))
        var limits = ProbeLimits(timeout: .milliseconds(400))
        limits.backOff = [.milliseconds(20), .milliseconds(40)]
        limits.longestWait = .seconds(2)
        check.limits = limits
    }

    /// 15 January 2026.
    static let start = Moment(secondsSince1970: 1_768_435_200, zone: .utc)

    /// Checks links, each in a line of its own in one file.
    func run(_ urls: [String]) async throws -> ExternalCheck.Result {
        let references = urls.enumerated().map { line, url in
            ExternalReference(
                url, at: SourceSpan(file: "a.md", range: line * 10..<line * 10 + 5), outputs: 1)
        }
        return try await check.run(references, version: "0", progress: { _, _ in })
    }

    /// The state of one link.
    func state(of url: String) async throws -> ProbeState? {
        try await run([url]).summary.links.first { $0.value == 1 }?.key
    }

    /// What came of asking one address, without memory.
    func outcome(of url: String) async throws -> String {
        let result = try await run([url])
        let codes = result.diagnostics.map { diagnostic in
            diagnostic.code.split(separator: "-").last.map(String.init) ?? ""
        }
        let words = result.diagnostics.first?.message.en ?? ""
        return (codes.isEmpty ? "ok" : codes.joined(separator: " "))
            + (words.firstRange(of: ": ").map { ": " + words[$0.upperBound...] } ?? "")
    }

    /// What is remembered, line by line.
    var memory: [String] {
        get throws {
            try folder.text(of: "memory/links.tsv").split(separator: "\n").map(String.init)
        }
    }

    /// Puts a file of memory in place.
    func remember(_ text: String) throws { try folder.write(text, to: "memory/links.tsv") }
}
