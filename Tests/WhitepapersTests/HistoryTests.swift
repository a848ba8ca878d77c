import Core
import Testing

@testable import Whitepapers

/// The revision history against what the editions' folders really change.
struct HistoryTests {
    private func advice(_ finding: Diagnostic?) -> String {
        guard case .advice(let message)? = finding?.fix else { return "" }
        return message.en
    }

    @Test func findsNothingWhereBothAgree() throws {
        #expect(try SmallWhitepaper().findings() == [])
    }

    @Test func reportsAChangeThatTheHistoryDoesNotNameWithTheLineToWrite() throws {
        let small = try SmallWhitepaper(
            """
            -- editions/1.1/cld.12.4.5.md --
            \(SmallWhitepaper.control("CLD.12.4.5", "つねに監視する。"))
            """)
        let found = try small.load().diagnostics
        #expect(found.map(\.code) == ["whitepaper.change-not-named"])
        #expect(try small.text(at: found[0].span) == "changes")
        #expect(found[0].notes.first?.span?.file.hasSuffix("1.1/cld.12.4.5.md") == true)
        #expect(advice(found[0]).contains("- {id: CLD.12.4.5, summary: {ja: …, en: …}}"))
        #expect(advice(found[0]).contains("edition 1.1"))
    }

    @Test func reportsANamedItemThatDidNotChange() throws {
        let more = "\n      - {id: CLD.12.4.5}\n      - {id: \"4\"}"
        let small = try SmallWhitepaper(
            """
            -- whitepaper.yml --
            \(SmallWhitepaper.declaration)
            \(SmallWhitepaper.editions)\(more)
            """)
        let found = try small.load().diagnostics
        #expect(found.map(\.code) == Array(repeating: "whitepaper.change-not-made", count: 2))
        let places = try found.map { try small.text(at: $0.span) }
        #expect(places == ["CLD.12.4.5", "\"4\""])
        #expect(advice(found[0]).contains("'- id: CLD.12.4.5'"))
        #expect(advice(found[1]).contains("editions/1.1/section-4.md"))
    }

    @Test func reportsAnUnknownNameWithTheNearest() throws {
        let small = try SmallWhitepaper(
            """
            -- whitepaper.yml --
            \(SmallWhitepaper.declaration)
            \(SmallWhitepaper.editions)
                  - {id: 10.1.11}
            """)
        let found = try small.load().diagnostics
        #expect(found.map(\.code) == ["whitepaper.change-unknown"])
        #expect(found[0].fix == .replace(with: "10.1.1"))
    }

    @Test func reportsAFileThatRepeatsItsPredecessor() throws {
        let small = try SmallWhitepaper(
            """
            -- editions/1.1/cld.12.4.5.md --
            ---
            responsibility: provider
            control: CLD.12.4.5
            ---

            監視する。

            """)
        #expect(
            try small.findings() == ["whitepaper.file-unchanged editions/1.1/cld.12.4.5.md"])
    }

    @Test func countsAddingAndWithdrawingAsChanges() throws {
        let small = try SmallWhitepaper(
            """
            -- editions/1.1/section-2.md --
            ---
            id: "2"
            title: 概要
            ---
            概要を述べる。
            -- editions/1.1/section-2.en.md --
            ---
            id: "2"
            title: Overview
            ---
            An overview.
            -- editions/1.1/section-1.md --
            ---
            id: "1"
            withdrawn: true
            ---
            """)
        let found = try small.load().diagnostics
        #expect(found.map(\.code) == Array(repeating: "whitepaper.change-not-named", count: 2))
        #expect(found.map { advice($0).contains("{id: 1,") } == [true, false])
        #expect(found.map { advice($0).contains("{id: 2,") } == [false, true])
    }

    @Test func takesAWithdrawnItemOutOfItsEditionAndThoseAfterIt() throws {
        let small = try SmallWhitepaper(
            """
            -- whitepaper.yml --
            \(SmallWhitepaper.declaration)
            \(SmallWhitepaper.editions)
                  - {id: "1"}
              - version: "1.2"
                summary: 確認のみ
            -- editions/1.1/section-1.md --
            ---
            id: "1"
            withdrawn: true
            ---
            """)
        let loaded = try small.load()
        #expect(loaded.diagnostics == [])
        let editions = try #require(loaded.whitepaper).editions
        #expect(editions[0].items.map(\.id) == ["1", "3.2", "10.1.1", "CLD.12.4.5", "4"])
        #expect(editions[1].items.map(\.id) == ["3.2", "10.1.1", "CLD.12.4.5", "4"])
        #expect(editions[2].items.map(\.id) == ["3.2", "10.1.1", "CLD.12.4.5", "4"])
        #expect(editions.map(\.isDraft) == [false, false, true])
    }

    @Test func keepsTheOlderTranslationOfAnItemThatChangedInItsOriginalOnly() throws {
        let small = try SmallWhitepaper(removing: ["editions/1.1/10.1.1.en.md"])
        let loaded = try small.load()
        #expect(loaded.diagnostics == [])
        let edition = try #require(loaded.whitepaper?.editions.last)
        let item = try #require(edition.item(ItemKey(.control, "10.1.1")))
        #expect(item.text(in: "ja")?.statement == "TLS で暗号化する。")
        #expect(item.text(in: "en")?.statement == "We encrypt.")
        #expect(item.text(in: "en")?.edition == "1.0")
    }
}
