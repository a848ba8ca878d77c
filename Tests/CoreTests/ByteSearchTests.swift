import TestSupport
import Testing

@testable import Core

@Suite struct ByteSearchTests {
    /// Few different bytes, so that beginnings of a word are frequent.
    private func text(_ random: inout SplitMix) -> [UInt8] {
        (0..<Int.random(in: 0...40, using: &random)).map { _ in
            "ab：\n".utf8.randomElement(using: &random) ?? 0
        }
    }

    @Test func findsWhatLookingAtEachByteFinds() {
        var random = SplitMix(seed: 1)
        for _ in 0..<2000 {
            let bytes = text(&random)
            bytes.withUnsafeBufferPointer { buffer in
                for start in 0...bytes.count {
                    #expect(
                        buffer.index(of: 0x61, from: start) == bytes[start...].firstIndex(of: 0x61))
                }
                let holds = { (word: String) in
                    bytes.indices.contains { bytes[$0...].starts(with: word.utf8) }
                }
                #expect(buffer.contains("aab") == holds("aab"))
                #expect(buffer.contains("aab", rarest: 2) == holds("aab"))
                #expect(buffer.contains("：：", rarest: 2) == holds("：："))
                #expect(buffer.contains("b") == holds("b"))
            }
        }
    }

    @Test func textsAreOrderedByTheirBytes() {
        var random = SplitMix(seed: 2)
        let characters = ["a", "b", "é", "e\u{301}", "ア", "漢", "🗾", "\u{0}"]
        for _ in 0..<2000 {
            let texts = (0..<2).map { _ in
                (0..<Int.random(in: 0...12, using: &random)).reduce(into: "") { text, _ in
                    text += characters.randomElement(using: &random) ?? ""
                }
            }
            #expect(
                texts[0].precedesByBytes(texts[1])
                    == texts[0].utf8.lexicographicallyPrecedes(texts[1].utf8))
        }
        // Equal as texts, and two names of files.
        #expect("e\u{301}".precedesByBytes("é") && !"é".precedesByBytes("e\u{301}"))
    }
}
