import Content
import Core
import Testing

@testable import Whitepapers

/// What readers see of an edition.
struct EditionPageTests {
    private let today = CalendarDate(year: 2026, month: 1, day: 1)!

    private func site(
        _ small: SmallWhitepaper, on day: CalendarDate? = nil, withDrafts: Bool = false,
        hiding label: String? = nil
    ) throws -> WhitepaperSite {
        let whitepaper = try #require(try small.load().whitepaper)
        return WhitepaperSite(
            whitepaper,
            editions: whitepaper.editions(publishedBy: day ?? today, withDrafts: withDrafts),
            prefixes: ["ja": "", "en": "/en"], facts: whitepaper.declaration.facts,
            shows: { $0.label?.value != label || label == nil })
    }

    @Test func showsTheCurrentEditionWithItsContentsMatrixAndHistory() throws {
        let site = try site(SmallWhitepaper())
        let page = EditionPage(of: try #require(site.current), in: site, language: "en")
        #expect(page.edition.version == "1.1" && page.isCurrent)
        #expect(page.currentURL == "/en/security/whitepaper/")
        #expect(page.permalink == "/en/security/whitepaper/1.1/")
        #expect(page.editions.map(\.version) == ["1.1", "1.0"])
        #expect(
            page.sections.map { "\($0.level) \($0.item.anchor) \($0.title)" } == [
                "2 section-1 Purpose", "2 section-3.2 Controls", "3 10.1.1 Cryptographic controls",
                "3 CLD.12.4.5 Monitoring", "2 section-4 History",
            ])
        #expect(page.sections.map(\.isChanged) == [false, false, true, false, false])
        #expect(page.matrix.map(\.item.id) == ["10.1.1", "CLD.12.4.5"])
        #expect(page.matrix.map { $0.control?.otherTitle } == ["暗号", "監視"])
        #expect(page.matrix.map { $0.control?.changedIn } == ["1.1", nil])
        #expect(page.matrix.map { $0.control?.currentURL } == [nil, nil])
        #expect(page.notCovered.map(\.id) == ["9.1.2"])
        #expect(page.notCovered.map(\.reason) == ["for customers"])
        let change = try #require(page.history.last?.changes.first)
        #expect(change.url == "/en/security/whitepaper/1.1/#10.1.1" && change.summary == "changed")
    }

    @Test func leadsFromAnOldEditionToTheSameControlOfTheCurrentOne() throws {
        let site = try site(SmallWhitepaper())
        let page = EditionPage(of: site.editions[0], in: site, language: "ja")
        #expect(!page.isCurrent)
        #expect(page.matrix[0].control?.currentURL == "/security/whitepaper/#10.1.1")
        #expect(page.history.map(\.version) == ["1.0"])
        #expect(page.facts.isEmpty)
    }

    @Test func putsWhatIsAboveTheReadersClearanceNowhere() throws {
        let secret = "label: internal"
        let small = try SmallWhitepaper(
            """
            -- editions/1.0/10.1.1.md --
            \(SmallWhitepaper.control("10.1.1", "暗号化する。", secret))
            -- editions/1.1/10.1.1.md --
            \(SmallWhitepaper.control("10.1.1", "TLS で暗号化する。", secret))
            """)
        let site = try site(small, hiding: "internal")
        for edition in site.editions {
            let page = EditionPage(of: edition, in: site, language: "ja")
            #expect(!page.sections.contains { $0.item.id == "10.1.1" })
            #expect(!page.matrix.contains { $0.item.id == "10.1.1" })
            #expect(page.history.flatMap(\.changes).isEmpty)
        }
    }

    @Test func showsAnEditionFromItsDayOn() throws {
        let small = try SmallWhitepaper()
        let before = try site(small, on: CalendarDate(year: 2025, month: 3, day: 31))
        #expect(before.editions.map(\.version) == ["1.0"])
        #expect(before.current?.version == "1.0")
        let after = try site(small, on: CalendarDate(year: 2025, month: 4, day: 1))
        #expect(after.current?.version == "1.1")
    }

    @Test func showsDraftsOnlyToThoseWhoAskForThem() throws {
        let small = try SmallWhitepaper(
            """
            -- whitepaper.yml --
            \(SmallWhitepaper.declaration)
            \(SmallWhitepaper.editions)
              - version: "1.2"
                summary: 次の版
            """)
        #expect(try site(small).editions.map(\.version) == ["1.0", "1.1"])
        let preview = try site(small, withDrafts: true)
        #expect(preview.editions.map(\.version) == ["1.0", "1.1", "1.2"])
        #expect(preview.current?.version == "1.1")
    }

    @Test func standsInWithTheOriginalForAMissingTranslation() throws {
        let small = try SmallWhitepaper(removing: ["editions/1.0/section-1.en.md"])
        let loaded = try small.load()
        #expect(loaded.diagnostics.map(\.code) == ["whitepaper.untranslated"])
        #expect(loaded.diagnostics.map(\.severity) == [.warning])
        let site = try site(small)
        let page = EditionPage(of: try #require(site.current), in: site, language: "en")
        #expect(page.lacksTranslations)
        #expect(page.sections[0].text.language == "ja" && page.sections[0].title == "目的")
    }

    @Test func hasNoPageInALanguageThatAnEditionLacks() throws {
        let english = ["section-1", "section-3.2", "section-4", "10.1.1", "cld.12.4.5"]
        let small = try SmallWhitepaper(removing: english.map { "editions/1.0/\($0).en.md" })
        let site = try site(small)
        #expect(site.editions.map { site.languages(of: $0) } == [["ja"], ["ja", "en"]])
        #expect(site.url(of: site.editions[0], language: "en") == "/security/whitepaper/1.0/")
    }

    @Test func countsOnlyTheChaptersThatAreThereInTheLevelOfAHeading() throws {
        let small = try SmallWhitepaper(
            """
            -- editions/1.0/section-3.md --
            ---
            id: "3"
            title: 管理策への対応
            ---
            """)
        let site = try site(small)
        let page = EditionPage(of: site.editions[0], in: site, language: "ja")
        #expect(
            page.sections.map { "\($0.level) \($0.item.id)" } == [
                "2 1", "2 3", "3 3.2", "4 10.1.1", "4 CLD.12.4.5", "2 4",
            ])
    }
}
