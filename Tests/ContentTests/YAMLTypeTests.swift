import Core
import Testing

@testable import Content

@Suite struct YAMLTypeTests {
    enum Sort: String, CaseIterable, Sendable { case date, order }

    private func read(_ kind: String, _ keys: inout YAMLMapping) {
        switch kind {
        case "text": _ = keys.text("v")
        case "bool": _ = keys.bool("v")
        case "int": _ = keys.int("v")
        case "date": _ = keys.date("v")
        case "moment": _ = keys.moment("v", zone: .japan)
        case "list": _ = keys.sequence("v")
        case "texts": _ = keys.texts("v")
        case "mapping": _ = keys.mapping("v")
        case "localized": _ = keys.localized("v")
        case "choice": _ = keys.choice("v", of: Sort.self)
        default: preconditionFailure(kind)
        }
    }

    @Test(arguments: [
        ("text", "[a]", "yaml.wrong-type 1:4 ["), ("text", "{a: b}", "yaml.wrong-type 1:4 {"),
        ("bool", "yes", "yaml.wrong-type 1:4 yes"),
        ("bool", "\"true\"", "yaml.wrong-type 1:4 \"true\""),
        ("bool", "True", "yaml.wrong-type 1:4 True"), ("int", "1.5", "yaml.wrong-type 1:4 1.5"),
        ("int", "ten", "yaml.wrong-type 1:4 ten"),
        ("int", "99999999999999999999", "yaml.wrong-type 1:4 99999999999999999999"),
        ("date", "2025-02-30", "yaml.bad-date 1:4 2025-02-30"),
        ("date", "2025-02-03T09:00", "yaml.bad-date 1:4 2025-02-03T09:00"),
        ("date", "[2025-02-03]", "yaml.bad-date 1:4 ["),
        ("moment", "2025/02/03", "yaml.bad-date 1:4 2025/02/03"),
        ("moment", "2025-02-03T25:00", "yaml.bad-date 1:4 2025-02-03T25:00"),
        ("list", "a", "yaml.wrong-type 1:4 a"), ("texts", "a, b", "yaml.wrong-type 1:4 a, b"),
        ("texts", "[a, [b]]", "yaml.wrong-type 1:8 ["),
        ("texts", "[a, ~]", "yaml.wrong-type 1:8 ~"),
        ("mapping", "a", "yaml.wrong-type 1:4 a"), ("mapping", "[a]", "yaml.wrong-type 1:4 ["),
        ("localized", "[a]", "yaml.wrong-type 1:4 ["),
        ("localized", "{ja: [a]}", "yaml.wrong-type 1:4 {"),
        ("localized", "{}", "yaml.wrong-type 1:4 {"),
        ("choice", "title", "yaml.unknown-value 1:4 title"),
        ("choice", "[date]", "yaml.wrong-type 1:4 ["),
    ])
    func aValueOfAnotherKindIsReportedWhereItStands(kind: String, value: String, finding: String) {
        let findings = ParsedYAML("v: " + value).reading { read(kind, &$0) }
        #expect(findings == [finding])
    }

    @Test(
        arguments: [
            "text", "bool", "int", "date", "moment", "list", "texts", "mapping", "localized",
            "choice",
        ], ["", "~", "null", "# nothing"])
    func nothingIsNoValueOfAnyKind(kind: String, value: String) {
        #expect(ParsedYAML("v: " + value).reading { read(kind, &$0) } == [])
    }

    @Test func unknownKeysAreReportedEachWithTheNearestKnownOne() {
        var keys = YAMLMapping(
            ParsedYAML("titel: a\ndate: 2025-01-01\nxyzzy: b\n").root, file: "a.yml")
        _ = keys.text("title")
        _ = keys.date("date")
        keys.finish()
        #expect(keys.diagnostics.map(\.code) == ["yaml.unknown-key", "yaml.unknown-key"])
        #expect(keys.diagnostics[0].fix == .replace(with: "title"))
        #expect(keys.diagnostics[0].message.ja == "キー「titel」は使えません。「title」のことですか")
        #expect(keys.diagnostics[1].edits.isEmpty)
        #expect(keys.diagnostics[1].notes.map(\.message.en) == ["known keys: date, title"])
    }

    @Test func aListWhereKeysBelongIsOneError() {
        #expect(ParsedYAML("- a\n- b\n").reading { _ = $0.text("a") } == ["yaml.wrong-type 1:1 -"])
    }

    @Test func textByLanguageFallsBackToTheFirstThatWasWritten() throws {
        var keys = YAMLMapping(ParsedYAML("v: {en: Home, ja: 家}\nw: Same").root, file: "a.yml")
        let text = try #require(keys.localized("v")?.value)
        #expect(["ja", "en", "fr"].map(text.text(in:)) == ["家", "Home", "Home"])
        let same = try #require(keys.localized("w")?.value)
        #expect(same.text(in: "ja") == "Same")
    }
}
