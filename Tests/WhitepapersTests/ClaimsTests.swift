import Core
import Testing

@testable import Whitepapers

/// Facts, and what controls claim of them.
struct ClaimsTests {
    @Test func showsBothPlacesOfAContradiction() throws {
        let small = try SmallWhitepaper(
            """
            -- editions/1.1/10.1.1.md --
            \(SmallWhitepaper.control("10.1.1", "提供しない。", "claims: {tls.option: なし}"))
            """)
        let found = try small.load().diagnostics
        #expect(found.map(\.code) == ["whitepaper.claim-contradicts-fact"])
        #expect(try small.text(at: found[0].span) == "なし")
        #expect(try small.text(at: found[0].notes[0].span) == "tls.option")
        #expect(found[0].notes[0].span?.file.hasSuffix("whitepaper.yml") == true)
    }

    @Test func letsAnOldEditionClaimWhatWasTrueThen() throws {
        let then = "claims: {tls.option: なし, backup.generations: \"1\"}"
        let small = try SmallWhitepaper(
            """
            -- editions/1.0/10.1.1.md --
            \(SmallWhitepaper.control("10.1.1", "暗号化しない。", then))
            """)
        let loaded = try small.load()
        #expect(loaded.diagnostics == [])
        let whitepaper = try #require(loaded.whitepaper)
        let items = whitepaper.editions.compactMap { $0.item(ItemKey(.control, "10.1.1")) }
        #expect(items.map { whitepaper.fact("tls.option", in: "ja", for: $0) } == ["なし", "オプション"])
        #expect(whitepaper.fact("tls.option", in: "en") == "an option")
        #expect(whitepaper.fact("backup.generations", in: "en") == "3")
        #expect(whitepaper.fact("backup", in: "en") == nil)
    }

    @Test func reportsClaimsOfAnOldEditionThatDisagree() throws {
        let small = try SmallWhitepaper(
            """
            -- editions/1.0/10.1.1.md --
            \(SmallWhitepaper.control("10.1.1", "暗号化しない。", "claims: {tls.option: なし}"))
            -- editions/1.0/cld.12.4.5.md --
            \(SmallWhitepaper.control("CLD.12.4.5", "監視する。", "claims: {tls.option: オプション}"))
            """)
        let found = try small.load().diagnostics
        #expect(found.map(\.code) == ["whitepaper.claims-disagree"])
        #expect(try small.text(at: found[0].span) == "オプション")
        #expect(try small.text(at: found[0].notes[0].span) == "なし")
    }
}
