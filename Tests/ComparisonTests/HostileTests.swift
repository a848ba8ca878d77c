import Comparison
import Core
import Markdown
import TestSupport
import Testing

/// No pair of texts takes long, and what is shown of them is still the whole difference.
///
/// The limits are for a debug build on a busy machine.
struct HostileTests {
    private static let limit = Duration.seconds(20)

    private func paragraphs(_ count: Int, _ text: (Int) -> String) -> [TextBlock] {
        (0..<count).map { TextBlock(.init(.paragraph), [TextRun(text($0))]) }
    }

    private func check(_ name: String, _ old: [TextBlock], _ new: [TextBlock]) {
        var comparison = TextComparison(from: [], to: [])
        let time = ContinuousClock().measure {
            comparison = TextComparison(from: old, to: new)
        }
        print("comparison of \(name): \(time)")
        #expect(time < Self.limit, "\(name)")
        #expect(comparison.applied(to: old) == new, "\(name)")
        #expect(comparison.inverse.applied(to: new) == old, "\(name)")
    }

    @Test func shuffledParagraphsAreFast() {
        var numbers = SplitMix(seed: 1)
        let short = paragraphs(5_000) { "項目 \($0)" }
        check("5,000 short paragraphs, shuffled", short, short.shuffled(using: &numbers))
        let long = paragraphs(5_000) { "項目 \($0) の運用は手順書 \($0 * 7) に従って行います。" }
        check("5,000 longer paragraphs, shuffled", long, long.shuffled(using: &numbers))
        let changed = paragraphs(5_000) { "項目 \($0) の運用は規程 \($0 * 7) に従います。" }
        check("5,000 changed paragraphs, shuffled", long, changed.shuffled(using: &numbers))
    }

    @Test func equalParagraphsAreFast() {
        let same = paragraphs(5_000) { _ in "なし" }
        check("5,000 equal paragraphs", same, same)
        check("5,000 and 4,000 equal paragraphs", same, Array(same.prefix(4_000)))
        let two = paragraphs(5_000) { $0 % 2 == 0 ? "なし" : "あり" }
        let three = paragraphs(5_000) { $0 % 3 == 0 ? "なし" : "あり" }
        check("5,000 paragraphs of two texts", two, three)
    }

    @Test func aHugeParagraphIsFast() {
        var numbers = SplitMix(seed: 2)
        let letters = Array("運用管理手順責任分界東西南北一二三四五六七八九十のはをにでと、。")
        var text = (0..<67_000).map { _ in letters.randomElement(using: &numbers) ?? "の" }
        let old = paragraphs(1) { _ in String(text) }
        for _ in 0..<300 {
            text[Int.random(in: text.indices, using: &numbers)] = "新"
        }
        check("200 kB with 300 changes", old, paragraphs(1) { _ in String(text) })
        check("200 kB, reversed", old, paragraphs(1) { _ in String(text.reversed()) })
        check(
            "200 kB, shuffled", old, paragraphs(1) { _ in String(text.shuffled(using: &numbers)) })
        let dull = paragraphs(1) { _ in String(repeating: "あい", count: 33_000) }
        let other = paragraphs(1) { _ in String(repeating: "いああ", count: 22_000) }
        check("200 kB of two letters", dull, other)
    }

    @Test func aHugeTableIsFast() {
        var numbers = SplitMix(seed: 3)
        let rows = (0..<5_000).map { row in
            (0..<5).map { [TextRun("欄 \(row)-\($0) の値")] }
        }
        let table = { (rows: [[TextTable.Cell]]) in
            let header = (0..<5).map { [TextRun("列 \($0)")] }
            return [TextBlock(TextTable(alignments: [], header: header, rows: rows))]
        }
        check("5,000 rows, shuffled", table(rows), table(rows.shuffled(using: &numbers)))
        let wide = { (name: String) in
            let header = (0..<500).map { [TextRun("\(name)\($0)")] }
            let rows = (0..<99).map { row in (0..<500).map { [TextRun("値 \(row * $0)")] } }
            return [TextBlock(TextTable(alignments: [], header: header, rows: rows))]
        }
        check("500 columns, renamed", wide("甲"), wide("乙"))
    }
}
