import Core
import TestSupport
import Testing

@testable import Content

@Suite struct YAMLHostileTests {
    @Test(.timeLimit(.minutes(10))) func aliasesThatStandForMillionsOfValuesAreRefused() {
        var yaml = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
        for level in 1...9 {
            let items = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
            yaml += "a\(level): &a\(level) [\(items)]\n"
        }
        #expect(ParsedYAML(yaml).diagnostics.map(\.code) == ["yaml.too-large"])
    }

    @Test func moreThanFourMebibytesAreRefusedUnread() {
        let bytes = [UInt8](repeating: 0x23, count: (4 << 20) + 1)
        #expect(ParsedYAML(bytes: bytes).diagnostics.map(\.code) == ["yaml.too-large"])
    }

    /// In one line: what is searched for to its end must not be searched for each value.
    @Test func aLineWithManyAnchorsIsReadSoon() {
        let items = (0..<20_000).map { "&a\($0) b" }.joined(separator: ", ")
        let duration = ContinuousClock().measure { _ = ParsedYAML("tags: [\(items)]\n") }
        #expect(duration < .seconds(10))
    }

    private static let nested = [
        "[": String(repeating: "[", count: 100_000),
        "{": String(repeating: "{a: ", count: 50_000),
        "-": String(repeating: "- ", count: 50_000) + "x",
        "?": String(repeating: "? ", count: 50_000) + "x",
        "[]": String(repeating: "[", count: 900) + String(repeating: "]", count: 900),
        "a:": (0..<600).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
    ]

    @Test(.timeLimit(.minutes(10)), arguments: nested.keys.sorted())
    func deepNestingIsReadOrRefusedAndNeverACrash(kind: String) {
        _ = ParsedYAML(Self.nested[kind] ?? "")
    }

    @Test(.timeLimit(.minutes(10))) func threeThousandMutationsAreReadOrRefusedWithPlacesInTheFile()
    {
        var random = SplitMix(seed: 27_017)
        for _ in 0..<3000 {
            let bytes = mutation(of: Self.seeds.randomElement(using: &random)!, &random)
            let parsed = ParsedYAML(bytes: bytes)
            if parsed.root == nil, parsed.diagnostics.isEmpty {
                // Only a document without content is neither.
                continue
            }
            var keys = YAMLMapping(parsed.root, file: "a.yml")
            _ = keys.localized("title")
            _ = keys.texts("tags")
            _ = keys.date("date")
            keys.finish()
            for finding in parsed.diagnostics + keys.diagnostics {
                guard let range = finding.span?.range else { continue }
                if range.lowerBound < 0 || range.upperBound > bytes.count {
                    Issue.record("\(finding.code) lies at \(range) of \(bytes.count): \(bytes)")
                }
            }
        }
    }

    private func mutation(of seed: String, _ random: inout SplitMix) -> [UInt8] {
        var bytes = Array(seed.utf8)
        for _ in 0..<Int.random(in: 1...6, using: &random) {
            let place = Int.random(in: 0..<max(bytes.count, 1), using: &random)
            switch Int.random(in: 0..<6, using: &random) {
            case 0 where !bytes.isEmpty: bytes.remove(at: place)
            case 1: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
            case 2:
                bytes.insert(contentsOf: Self.scraps.randomElement(using: &random)!.utf8, at: place)
            case 3 where !bytes.isEmpty:
                bytes[place] = Array("\n\t -:?[]{}&*!|>'\"%@`#,~".utf8).randomElement(
                    using: &random)!
            case 4: bytes.removeSubrange(place..<min(place + 7, bytes.count))
            default: bytes += bytes.suffix(place % 40)
            }
        }
        return bytes
    }

    private static let scraps = [
        "a: 1\n", "\n---\n", "&a ", "*a", "? ", "- ", "{a: 1, a: 2}", "\u{FEFF}", "\u{2028}",
        "\u{85}", "\r", "|\n  x\n", "!!int ", "<<: *a\n", "責任", "か\u{3099}", "\"", "'",
        "title: x\n",
    ]

    private static let seeds = [
        "title: 責任分界\ndate: 2025-02-03\ntags: [a, b]\ntitle: again\n",
        "title: {ja: 情報, en: infoCMS}\nnavigation:\n  - page: a.md\n    title: {ja: x}\n",
        "levels:\n  - {id: public, name: 公開}\n  - &m {id: members}\n  - *m\n",
        "text: |\n  one\n  two\nfold: >-\n  a\n\n  b\nquote: \"x\\n\\u8CAC\"\n",
        "\u{FEFF}a: 1\r\nb:\r\n  - c\r\n  - d: e\r\n",
    ]
}
