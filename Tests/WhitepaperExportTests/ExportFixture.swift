import Content
import Core
import Foundation
import TestSupport
import Testing

@testable import Whitepapers

/// The sample's whitepaper, or another, as an output that sees all of it exports it.
struct ExportFixture {
    let context: ExportContext

    /// The whitepaper of the sample site.
    static func sample() throws -> ExportFixture {
        try ExportFixture(project: PackageFolder.url.path, id: "iso27017")
    }

    /// - Parameters:
    ///   - hiding: The label of items that the output must not show.
    ///   - withDrafts: Whether it is a preview.
    init(
        project: String, id: String, hiding label: String? = nil, withDrafts: Bool = false
    ) throws {
        let loaded = try Whitepaper.load(id: id, project: project, siteLanguages: ["ja", "en"])
        let whitepaper = try #require(loaded.whitepaper)
        let day = try #require(CalendarDate(year: 2026, month: 1, day: 1))
        let site = WhitepaperSite(
            whitepaper, editions: whitepaper.editions(publishedBy: day, withDrafts: withDrafts),
            prefixes: ["ja": "", "en": "/en"], facts: whitepaper.declaration.facts,
            shows: { $0.label?.value != label || label == nil })
        context = ExportContext(site, url: "https://www.example.jp/", zone: .japan)
    }

    static let label = ExportLabel(id: "public", words: ["ja": "公開", "en": "Public"])

    /// The export of an edition, with statements as they are written.
    func export(_ version: String) throws -> EditionExport {
        let edition = try #require(context.site.editions.first { $0.version == version })
        var statements: [ItemKey: [String: StatementText]] = [:]
        for item in context.site.shown(edition) {
            statements[item.key] = item.texts.mapValues { text in
                StatementText(plain: text.statement, markdown: text.statement)
            }
        }
        return EditionExport(
            of: edition, in: context, label: Self.label, statements: statements)
    }

    /// A file of an edition, as text.
    func text(_ name: String, of version: String) throws -> String {
        let file = try #require(try export(version).files().first { $0.name == name })
        return try #require(String(validating: file.bytes, as: UTF8.self))
    }
}
