import Building
import Core
import SiteFixtures
import TestSupport
import Testing

@testable import Labels

@Suite struct LabelSchemeTests {
    private func findings(_ yaml: String) -> [String] {
        let bytes = Array(yaml.utf8)
        let (_, found) = LabelScheme.read(bytes, file: "Content/labels.yml")
        return found.inReportingOrder().map { finding in
            guard let range = finding.span?.range else { return finding.code }
            let place = LineIndex(bytes).position(of: range.lowerBound)
            return "\(finding.code) \(place.line):\(place.column)"
        }
    }

    @Test(arguments: [
        ("", ["label.no-levels"]), ("levels: []", ["label.no-levels 1:1"]),
        ("levels: public", ["yaml.wrong-type 1:9"]),
        ("levels: [public]", ["yaml.wrong-type 1:10"]),
        ("levels: [{id: a}, {id: b}, {id: a}]", ["label.repeated 1:33"]),
        ("levels: [{id: a}, {id: b}]\ndefault: a", ["label.lowest-default 2:10"]),
        ("levels: [{id: a}]\ndefault: a", []),
        ("levels: [{id: public}, {id: secret}]\ndefault: secrte", ["label.unknown-level 2:10"]),
        ("levels: [{id: a, nmae: b}]", ["yaml.unknown-key 1:18"]),
        ("levels: [{id: a}]\nhandling: [{id: x}, {id: x}]", ["label.repeated 2:26"]),
        ("level: [{id: a}]", ["label.no-levels 1:1", "yaml.unknown-key 1:1"]),
    ])
    func eachThingThatIsWrongWithLabelsIsReported(yaml: String, expected: [String]) {
        #expect(findings(yaml) == expected)
    }

    @Test func moreMarksThanASetHoldsAreRefused() {
        let marks = (0..<65).map { "{id: m\($0)}" }.joined(separator: ", ")
        #expect(
            findings("levels: [{id: a}]\nhandling: [\(marks)]").map { $0.prefix(20) }
                == ["label.too-many-marks"])
    }

    @Test func aLabelIsSpokenInTheReadersLanguage() throws {
        let yaml = """
            levels: [{id: public}, {id: members, name: {ja: 会員限定, en: Members}}]
            handling: [{id: no-print, name: {ja: 印刷禁止, en: Do not print}}, {id: x}]
            """
        let read = LabelScheme.read(Array(yaml.utf8), file: "Content/labels.yml")
        let scheme = try #require(read.scheme)
        #expect(read.diagnostics.isEmpty)
        let label = Label(level: 1, handling: 3)
        #expect(scheme.words(for: label, language: "ja") == "会員限定・印刷禁止・x")
        #expect(scheme.words(for: label, language: "en") == "Members, Do not print, x")
        #expect(scheme.words(for: .lowest, language: "ja") == "public")
    }
}
