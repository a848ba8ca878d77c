import Core
import Foundation
import TestSupport
import Testing

@testable import Whitepapers

/// What whitepaper.yml asks of the checks, and what it says of days and standards.
struct DeclaredCheckTests {
    @Test(arguments: [
        ("2026-02-28", nil), ("2026-03-01", "note in 30 days"), ("2026-03-31", "note today"),
        ("2026-04-01", "warning 1 day ago"),
    ])
    func askForTheReview(day: String, expected: String?) throws {
        let paper = try CheckedWhitepaper("review_by: 2026-03-31")
        let today = try #require(CalendarDate(iso: day))
        let found = try paper.load(on: today).diagnostics.map {
            "\($0.severity) " + ($0.message.en.split(separator: ", ").last ?? "")
        }
        #expect(found == (expected.map { [$0] } ?? []))
    }

    @Test func askForTheReviewWhereItsDayIsWritten() throws {
        let paper = try CheckedWhitepaper("review_by: 2020-03-31")
        let today = CalendarDate(iso: "2026-04-01")
        #expect(
            try paper.findings(on: today) == ["whitepaper.review-due whitepaper.yml 6:12-6:22"])
    }

    @Test func askForNoReviewWithoutADay() throws {
        #expect(try CheckedWhitepaper("review_by: 2020-03-31").findings() == [])
    }

    @Test(arguments: [
        ("ISO/IEC 27001:2013", "", 1), ("JIS Q 27001:2014 に基づく管理策", "", 1),
        ("ISO/IEC 27001:2022", "", 0), ("ISO/IEC 27018:2019", "", 1),
        ("ISO/IEC 27018:2019", "accept_withdrawn_standard: true", 0),
    ])
    func tellOfAStandardWithASuccessor(standard: String, more: String, count: Int) throws {
        let paper = try CheckedWhitepaper(more, standard: standard)
        let found = try paper.load().diagnostics
        #expect(
            found.map(\.code) == Array(repeating: "whitepaper.standard-withdrawn", count: count))
        #expect(found.allSatisfy { $0.severity == .note })
    }

    private static let faulty = CheckedWhitepaper.newest("ウィルスをＡＢで定期的に検知する。本サービスを守る。")

    @Test(arguments: [
        (
            "",
            [
                "editorial.term-variant 5:1-5:5", "editorial.full-width 5:6-5:8",
                "editorial.undefined-term 5:18-5:23",
            ]
        ),
        (
            "editorial: {off: [full-width], vague_words: true}\ndefined_terms: [本サービス]",
            ["editorial.term-variant 5:1-5:5", "editorial.vague-word 5:9-5:13"]
        ),
        (
            "editorial: {terms: {ウィルス: [ウイルス], 検出: [検知]}, vague_words: [守る], off: [full-width]}",
            [
                "editorial.term-variant 5:13-5:15", "editorial.undefined-term 5:18-5:23",
                "editorial.vague-word 5:24-5:26",
            ]
        ),
    ])
    func configureTheEditorialCheck(more: String, expected: [String]) throws {
        let found = try CheckedWhitepaper(more, files: Self.faulty).findings()
        let newest = " editions/1.1/section-2.2.md "
        #expect(found.map { $0.replacing(newest, with: " ") } == expected)
    }

    @Test func nameNoUnknownRules() throws {
        let found = try CheckedWhitepaper("editorial: {off: [fullwidth], spacings: none}")
            .findings()
        #expect(
            found.map { String($0.prefix { $0 != " " }) } == [
                "yaml.unknown-value", "yaml.unknown-key",
            ])
    }

    @Test func repairTheNewestEditionAlone() throws {
        let text = "InfoCMS10 とｉｎｆｏＣＭＳ 10 でウィルスを検知する（毎日)。"
        let paper = try CheckedWhitepaper(files: CheckedWhitepaper.newest(text), isDraft: true)
        let edits = try #require(try paper.load().whitepaper).safeEdits()
        let file = CheckedWhitepaper.folder + "/editions/1.1/section-2.2.md"
        #expect(Set(edits.map(\.file)) == [file])
        let after = try applying(edits, to: paper.project.folder.bytes(of: file))
        try paper.project.folder.write(after, to: file)
        let repaired = try paper.project.folder.text(of: file)
        #expect(repaired.hasSuffix("infoCMS10 と infoCMS10 でウイルスを検知する（毎日）。\n"))
        #expect(try paper.load().whitepaper?.safeEdits() == [])
        #expect(try paper.findings() == [])
    }

    @Test func leaveFrozenEditionsAlone() throws {
        let paper = try CheckedWhitepaper(files: Self.faulty)
        let whitepaper = try #require(try paper.load().whitepaper)
        #expect(!whitepaper.safeEdits().isEmpty)
        #expect(whitepaper.safeEdits(frozen: ["1.1"]) == [])
        #expect(whitepaper.changeableFiles(frozen: ["1.1"]) == [])
    }

    @Test func compareTitlesWhateverTheirSpelling() throws {
        let file =
            "-- editions/1.1/section-2.2.md --\n"
            + CheckedWhitepaper.section("2.2", "分担を改めて述べる。")
            + "\n-- catalogue.csv --\nid,title_ja\n10.1.1,暗号又は鍵並びに署名〜印・章\n12.3.1,x\nCLD.6.3.1,y"
            + "\n-- editions/1.0/10.1.1.md --\n"
            + CheckedWhitepaper.control("10.1.1", "暗号化する。", "title: 暗号または鍵ならびに署名～印章")
        #expect(try CheckedWhitepaper(files: file).findings() == [])
    }
}
