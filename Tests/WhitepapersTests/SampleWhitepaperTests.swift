import Core
import Foundation
import Testing

@testable import Whitepapers

/// The whitepaper of the sample site, as it stands in this repository.
struct SampleWhitepaperTests {
    private let loaded: LoadedWhitepaper

    init() throws {
        let here = URL(filePath: #filePath)
        let root = here.deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        loaded = try Whitepaper.load(
            id: "iso27017", project: root.path, siteLanguages: ["ja", "en"])
    }

    @Test func hasNoFindings() {
        #expect(loaded.diagnostics.map(\.message.en) == [])
    }

    @Test func hasFourEditionsWithFortyControlsEach() throws {
        let whitepaper = try #require(loaded.whitepaper)
        #expect(whitepaper.editions.map(\.version) == ["1.0", "1.1", "1.2", "1.3"])
        for edition in whitepaper.editions {
            #expect(edition.items.filter(\.isControl).count == 40)
        }
    }

    @Test func changesOneControlInEachLaterEdition() throws {
        let whitepaper = try #require(loaded.whitepaper)
        let changed = whitepaper.editions.dropFirst().map { $0.ownItems.map(\.id) }
        #expect(changed == [["18.2.1"], ["5.1.1"], ["12.3.1"]])
    }

    @Test func countsEveryFileAsAnInput() throws {
        let files = loaded.inputs.map(\.path)
        #expect(files == files.sorted() && Set(files).count == files.count)
        #expect(files.contains("Content/whitepapers/iso27017/whitepaper.yml"))
        #expect(files.contains("Content/whitepapers/iso27017/catalogue.csv"))
        #expect(files.contains("Content/whitepapers/iso27017/editions/1.3/12.3.1.en.md"))
        // Four editions in two languages: seven sections and forty controls, then one each.
        #expect(files.filter { $0.hasSuffix(".md") }.count == (7 + 40 + 3) * 2)
    }
}
