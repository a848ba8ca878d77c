import Core
import Editorial
import Foundation
import Markdown
import TestSupport
import Testing

@testable import Whitepapers

/// The whitepaper of the sample site says nothing that an editor would object to.
struct SampleWordingTests {
    private let loaded: LoadedWhitepaper

    init() throws {
        loaded = try Whitepaper.load(
            id: "iso27017", project: PackageFolder.url.path, siteLanguages: ["ja", "en"],
            on: CalendarDate(iso: "2025-06-01"))
    }

    @Test func hasNoFindings() throws {
        #expect(loaded.diagnostics.map(\.message.en) == [])
        #expect(try #require(loaded.whitepaper).safeEdits() == [])
    }

    @Test func wouldHaveNoneIfAllItsFilesCouldBeChanged() throws {
        let whitepaper = try #require(loaded.whitepaper)
        let texts = whitepaper.newestEdition?.items.flatMap { item in
            item.texts.values.map { EditorialText(language: $0.language, source: $0.source) }
        }
        let found = EditorialCheck().findings(in: texts ?? [])
        #expect(found.map { "\($0.span?.file ?? "") \($0.message.en)" } == [])
        for language in whitepaper.languages {
            let statements = whitepaper.newestStatements(in: language)
            #expect(statements.count == 47)
            #expect(
                statements.flatMap { whitepaper.productVariants(in: $0, language: language) }
                    .map(\.written) == [])
        }
    }

    @Test func isReadToTheLastCharacter() throws {
        let whitepaper = try #require(loaded.whitepaper)
        for statement in whitepaper.newestStatements(in: "ja") {
            for scalar in statement.blocks.flatMap(\.scalars) where scalar.isVerbatim {
                let bytes = statement.text.source.bytes[scalar.range]
                #expect(String(decoding: bytes, as: UTF8.self) == String(Character(scalar.value)))
            }
        }
    }
}
