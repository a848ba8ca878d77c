import Content
import Core
import Markdown
import TestSupport
import Testing

@testable import Whitepapers

/// An edition is its predecessor plus what is in its own folder.
struct CompositionTests {
    /// What a folder says of one item in one language: a text, or nil for a withdrawal.
    private struct Step { let key: ItemKey, language: String, text: String? }

    private static let keys =
        ["1", "1.1", "2", "10", "A"].map { ItemKey(.section, $0) }
        + ["5.1.1", "12.4.4", "CLD.12.4.5", "12.6.1"].map { ItemKey(.control, $0) }

    private func file(_ step: Step, edition: Int) -> ItemFile {
        let span = SourceSpan(file: "f", range: 0..<1)
        let bytes = Array((step.text ?? "").utf8)
        let text = ItemText(
            language: step.language, edition: "1.\(edition)",
            source: MarkdownSource(file: "f", bytes: bytes, body: 0..<bytes.count), span: span,
            title: nil, label: nil, handling: [], downgrades: [], responsibility: nil,
            customerActions: [], evidence: [], claims: [],
            listsControls: step.key.id == "2" ? Located(true, at: span) : nil,
            showsHistory: nil)
        return ItemFile(key: step.key, text: text, withdrawal: step.text == nil ? span : nil)
    }

    /// Five folders with random contents, each item at most once a language in each.
    private func folders(using random: inout SplitMix) -> [[Step]] {
        (0..<5).map { edition in
            var steps: [Step] = []
            for key in Self.keys {
                for language in ["ja", "en"] where Int.random(in: 0..<3, using: &random) == 0 {
                    let isWithdrawn = Int.random(in: 0..<3, using: &random) == 0
                    let text = isWithdrawn ? nil : "\(key.anchor) \(language) \(edition)"
                    steps.append(Step(key: key, language: language, text: text))
                }
            }
            return steps.shuffled(using: &random)
        }
    }

    @Test(arguments: 0..<200)
    func holdsTheNewestTextOfEachItemThatIsNotWithdrawn(_ seed: Int) {
        var random = SplitMix(seed: UInt64(seed))
        var composition = Composition()
        var expected: [ItemKey: [String: String]] = [:]
        for (index, steps) in folders(using: &random).enumerated() {
            composition = composition.applying(
                steps.map { file($0, edition: index) }, originalLanguage: "ja", catalogue: [:])
            for step in steps { expected[step.key, default: [:]][step.language] = step.text }
            for step in steps where step.language == "ja" && step.text == nil {
                expected[step.key] = nil
            }
            expected = expected.filter { !$0.value.isEmpty }
            let items = composition.inDocumentOrder()
            let found = Dictionary(
                items.map { ($0.key, $0.texts.mapValues(\.statement)) }, uniquingKeysWith: { $1 })
            #expect(found == expected)
            #expect(items.count == expected.count)
        }
    }

    @Test(arguments: 0..<50)
    func keepsTheOrderOfTheDocument(_ seed: Int) {
        var random = SplitMix(seed: UInt64(seed))
        let files = Self.keys.shuffled(using: &random).map {
            file(Step(key: $0, language: "ja", text: "x"), edition: 0)
        }
        let items = Composition()
            .applying(files, originalLanguage: "ja", catalogue: [:]).inDocumentOrder()
        let expected = [
            "1", "1.1", "2", "5.1.1", "12.4.4", "CLD.12.4.5", "12.6.1", "10", "A",
        ]
        #expect(items.map(\.id) == expected)
    }

    @Test func saysWhichEditionChangedAnItemLast() {
        let key = ItemKey(.section, "1")
        var composition = Composition()
        for (edition, language) in ["ja", "en"].enumerated() {
            let step = Step(key: key, language: language, text: language)
            composition = composition.applying(
                [file(step, edition: edition)], originalLanguage: "ja", catalogue: [:])
        }
        #expect(composition.items[key]?.changedIn == "1.1")
        #expect(composition.items[key]?.texts["ja"]?.edition == "1.0")
    }
}
