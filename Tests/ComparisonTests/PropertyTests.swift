import Comparison
import Core
import Markdown
import Testing

/// Whatever the two texts: the difference that is shown is the whole difference.
struct PropertyTests {
    @Test(arguments: 0..<10)
    func whatIsShownMakesOneTextOfTheOther(part: Int) {
        for seed in (part * 100)..<(part * 100 + 100) {
            var generated = GeneratedText(seed: UInt64(seed))
            let old = generated.text()
            let new = seed % 10 == 0 ? generated.text() : generated.edited(old)
            let comparison = TextComparison(from: old, to: new)
            #expect(comparison.applied(to: old) == new, "seed \(seed)")
            #expect(comparison.inverse.applied(to: new) == old, "seed \(seed), backwards")
            #expect(comparison.isEqual == (old == new), "seed \(seed)")
            #expect(comparison.inverse.inverse == comparison, "seed \(seed)")
            var writer = ByteWriter()
            comparison.html(ComparisonWords(.ja), context: nil, into: &writer)
            let shown = ShownHTML(writer.text)
            #expect(shown.findings == [], "seed \(seed)")
            #expect(shown.newText == new.plainText.withoutSpace, "seed \(seed)")
            #expect(shown.oldText == old.plainText.withoutSpace, "seed \(seed)")
            #expect(!writer.text.contains("href=\"javascript"))
            writer = ByteWriter()
            comparison.html(ComparisonWords(.en), into: &writer)
            #expect(ShownHTML(writer.text).findings == [], "seed \(seed)")
            _ = comparison.text(isColoured: true)
        }
    }

    @Test func theSameTextsGiveTheSameBytes() {
        var generated = GeneratedText(seed: 7)
        let old = generated.text()
        let new = generated.edited(old)
        let pages = (0..<3).map { _ in
            var writer = ByteWriter()
            TextComparison(from: old, to: new).html(ComparisonWords(.ja), into: &writer)
            return writer.bytes
        }
        #expect(Set(pages).count == 1)
    }
}
