import Content
import Core
import Foundation
import Markdown
import TestSupport
import Testing

@testable import Whitepapers

/// A whitepaper as an output exports it.
struct ExportFixture {
    let context: ExportContext
    /// Keeps a project on disk for as long as the test runs.
    private let project: TemporaryProject?

    /// The whitepaper of the sample site.
    static func sample() throws -> ExportFixture {
        try ExportFixture(folder: PackageFolder.url.path, id: "iso27017")
    }

    /// A whitepaper from a text archive of the files in its folder.
    ///
    /// - Parameters:
    ///   - label: The label of items and facts that the output must not show.
    ///   - withDrafts: Whether it is a preview.
    init(_ archive: String, hiding label: String? = nil, withDrafts: Bool = false) throws {
        let project = try TemporaryProject()
        for file in TextArchive(archive).files {
            try project.folder.write(file.text, to: "Content/whitepapers/demo/" + file.path)
        }
        try self.init(
            folder: project.url.path, id: "demo", hiding: label, withDrafts: withDrafts,
            project: project)
    }

    private init(
        folder: String, id: String, hiding label: String? = nil, withDrafts: Bool = false,
        project: TemporaryProject? = nil
    ) throws {
        self.project = project
        let loaded = try Whitepaper.load(id: id, project: folder, siteLanguages: ["ja", "en"])
        let whitepaper = try #require(loaded.whitepaper)
        let day = try #require(CalendarDate(year: 2026, month: 1, day: 1))
        let site = WhitepaperSite(
            whitepaper, editions: whitepaper.editions(publishedBy: day, withDrafts: withDrafts),
            prefixes: ["ja": "", "en": "/en"],
            facts: whitepaper.declaration.facts.filter {
                label == nil || $0.label?.value != label
            },
            shows: { label == nil || $0.label?.value != label })
        context = ExportContext(site, url: "https://www.example.jp/", zone: .japan)
    }

    static let label = ExportLabel(id: "public", words: ["ja": "公開", "en": "Public"])

    /// The export of an edition.
    func export(_ version: String) throws -> EditionExport {
        let edition = try #require(context.site.editions.first { $0.version == version })
        var statements: [ItemKey: [String: StatementText]] = [:]
        for item in context.site.shown(edition) {
            for (language, text) in item.texts {
                statements[item.key, default: [:]][language] = try statement(text, of: item)
            }
        }
        return EditionExport(
            of: edition, in: context, label: Self.label, statements: statements)
    }

    private func statement(_ text: ItemText, of item: EditionItem) throws -> StatementText {
        let (document, _) = MarkdownDocument.parse(text.source, dialect: MarkdownDialect())
        let parsed = try #require(document)
        let facts = parsed.facts.map { fact in
            context.site.whitepaper.fact(fact.key, in: text.language, for: item)
        }
        return StatementText(
            of: parsed, from: text.source,
            destination: { index in
                let written = parsed.references[index].destination
                return written.hasPrefix("/") ? context.absolute(written) : nil
            },
            fact: { facts[$0] })
    }

    /// A file of an edition, as text.
    func text(_ name: String, of version: String) throws -> String {
        let file = try #require(try export(version).files().first { $0.name == name })
        return try #require(String(validating: file.bytes, as: UTF8.self))
    }
}
