import TestSupport
import Testing

@testable import Links

@Suite struct NameIndexTests {
    /// Names that share little, as those of a large folder do.
    private static let many = (0..<10_000).map { "page-\($0 &* 7919 % 100_003).md" }

    @Test(arguments: [
        ("責任分解", "責任分界"), ("guid", "guide"), ("gudie", "guide"), ("Guide", "guide"),
        ("xguide", "guide"),
    ])
    func findsTheNearestName(written: String, meant: String) {
        #expect(NameIndex(["責任分界", "guide", "start", "運用"]).nearest(to: written) == meant)
    }

    @Test func findsNothingWhereNothingIsNear() {
        #expect(NameIndex(["guide", "start"]).nearest(to: "完全に別") == nil)
        #expect(NameIndex([String]()).nearest(to: "x") == nil)
        #expect(NameIndex(["a"]).nearest(to: "b") == nil)
    }

    @Test(arguments: ["introduction", "監査証跡の保管"])
    func findsAMistakeAnywhereAmongManyNames(name: String) {
        let index = NameIndex(Self.many + [name])
        let letters = Array(name)
        for place in letters.indices {
            var written = letters
            written[place] = "〇"
            #expect(index.nearest(to: String(written)) == name)
            written.remove(at: place)
            #expect(index.nearest(to: String(written)) == name)
        }
    }
}
