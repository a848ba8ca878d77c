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
        ("levels: [{id: Public}, {id: public}]", ["label.repeated 1:29"]),
        ("levels: [{id: a b}]", ["label.bad-id 1:15"]),
        ("levels: {a: {}, b: {}}\ndefault: b\nprofiles: {}", ["label.unordered-levels 1:10"]),
        ("levels: [{id: a}, {id: b, above: a}]", []),
        ("levels: [{id: a, above: b}, {id: b}]", ["label.contradictory-levels 1:25"]),
        ("levels: [{id: a}, {id: b, above: c}]", ["label.unknown-level 1:34"]),
        ("levels: [{id: a, above: b}, {id: b, above: a}]", ["label.cyclic-levels 1:25"]),
        ("levels: [{id: a, above: a}]", ["label.cyclic-levels 1:25"]),
    ])
    func eachThingThatIsWrongWithLabelsIsReported(yaml: String, expected: [String]) {
        #expect(findings(yaml) == expected)
    }

    @Test func aCircleOfLevelsShowsEachOfItsPlaces() throws {
        let yaml = "levels: [{id: a, above: c}, {id: b, above: a}, {id: c, above: b}]"
        let (_, found) = LabelScheme.read(Array(yaml.utf8), file: "Content/labels.yml")
        let finding = try #require(found.first)
        #expect(found.count == 1)
        let spans = [finding.span] + finding.notes.map(\.span)
        #expect(spans.map { $0?.range?.lowerBound } == [24, 62, 43])
    }

    private static let levels = "levels: [{id: public}, {id: members}, {id: internal}]\n"

    @Test(arguments: [
        ("{public: TLP:CLEAR, members: TLP:GREEN, internal: TLP:AMBER+STRICT}", []),
        ("{public: TLP:CLEAR, members: TLP:CLEAR, internal: TLP:RED}", []),
        (
            "{public: TLP:WHITE, members: GREEN, internal: tlp:red}",
            [
                "label.unknown-tlp 3:17 TLP:CLEAR", "label.unknown-tlp 3:37 TLP:GREEN",
                "label.unknown-tlp 3:54 TLP:RED",
            ]
        ),
        (
            "{public: TLP:CLEAR, members: TLP:AMBER+STRICT, internal: TLP:AMBER}",
            ["label.profile-order 3:65"]
        ),
        ("{public: TLP:CLEAR, internal: TLP:RED}", ["label.profile-incomplete 3:3"]),
        (
            "{public: TLP:CLEAR, members: TLP:GREEN, intern: TLP:RED}",
            ["label.profile-incomplete 3:3", "label.unknown-level 3:48 internal"]
        ),
        ("", ["label.profile-incomplete 3:3"]),
    ])
    func aTrafficLightForEachLevelInOrder(tlp: String, expected: [String]) {
        let yaml = Self.levels + "profiles:\n  tlp: " + tlp
        let (_, found) = LabelScheme.read(Array(yaml.utf8), file: "Content/labels.yml")
        let shown = found.inReportingOrder().map { finding in
            let start = finding.span?.range?.lowerBound ?? 0
            let place = LineIndex(Array(yaml.utf8)).position(of: start)
            let fix: String
            if case .replace(let text)? = finding.fix { fix = " " + text } else { fix = "" }
            return "\(finding.code) \(place.line):\(place.column)" + fix
        }
        #expect(shown == expected)
    }

    @Test func aProfileSaysWhatEachLevelIsCalledThere() throws {
        let yaml =
            Self.levels + """
                profiles:
                  tlp: {public: TLP:CLEAR, members: TLP:GREEN, internal: TLP:AMBER+STRICT}
                  government:
                    public: {ja: 公開情報, en: Open}
                    members: 要機密情報
                    internal: 極秘
                """
        let read = LabelScheme.read(Array(yaml.utf8), file: "Content/labels.yml")
        let scheme = try #require(read.scheme)
        #expect(read.diagnostics.isEmpty)
        #expect(scheme.profiles.map(\.id) == ["tlp", "government"])
        let highest = Label(level: 2)
        #expect(scheme.profiles[0].value(for: highest).text(in: "ja") == "TLP:AMBER+STRICT")
        #expect(scheme.profiles[1].value(for: .lowest).text(in: "en") == "Open")
        #expect(scheme.profiles[1].value(for: highest).text(in: "en") == "極秘")
    }

    /// FIRST, TLP 2.0, clause 3.
    @Test func trafficLightsHaveTheirStandardsColours() {
        let colours = Dictionary(
            uniqueKeysWithValues: TrafficLight.allCases.map { ($0.spelling, $0.color) })
        #expect(
            colours == [
                "TLP:RED": "#FF2B2B", "TLP:AMBER": "#FFC000", "TLP:AMBER+STRICT": "#FFC000",
                "TLP:GREEN": "#33FF00", "TLP:CLEAR": "#FFFFFF",
            ])
        #expect(TrafficLight.background == "#000000")
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
