import Core
import Testing

@testable import Content

@Suite struct YAMLDuplicateKeyTests {
    @Test(arguments: [
        ("a: 1\nb: 2\na: 3\n", ["3:1 a"]),
        ("a: 1\na: 2\na: 3\n", ["2:1 a", "3:1 a"]),
        ("b: 1\na: 1\nb: 2\na: 3\n", ["3:1 b", "4:1 a"]),
        ("v:\n  x: 1\n  x: 2\nw:\n  x: 3\n", ["3:3 x"]),
        ("- id: a\n  id: b\n- id: c\n", ["2:3 id"]),
        ("v: {ja: a, en: b, ja: c}\n", ["1:19 ja"]),
        ("\"a\": 1\n'a': 2\na : 3\n", ["2:1 'a'", "3:1 a"]),
        ("題: 1\n# 題: 2\n題: 3\n", ["3:1 題"]),
        ("t: |\n  a: 1\n  a: 2\na: 3\na: 4\n", ["5:1 a"]),
        ("a: 1\nb: {a: 2}\na: 3\n", ["3:1 a"]),
        ("\u{FEFF}a: 1\r\na: 2\r\n", ["2:1 a"]),
        ("a: 1\nv: {x: 1, x: 2}\na: 3\nw: [{y: 1, y: 2}]\n", ["2:11 x", "3:1 a", "4:12 y"]),
        ("aa: 1\naaa: 2\naa: 3\n", ["3:1 aa"]),
    ])
    func everyLaterOneIsReportedWhereItStands(yaml: String, places: [String]) {
        let parsed = ParsedYAML(yaml)
        #expect(parsed.findings == places.map { "yaml.duplicate-key " + $0 })
        #expect(parsed.diagnostics.allSatisfy { $0.notes.count == 1 })
        #expect(parsed.root != nil)
    }

    @Test func theFirstOneCountsAndTheRestOfTheFileIsReadToo() {
        let parsed = ParsedYAML("a: one\na: two\nb: three\n")
        #expect(parsed.value("a") == "one")
        #expect(parsed.value("b") == "three")
        #expect(
            parsed.reading { _ = $0.text("a") } == ["yaml.unknown-key 3:1 b"],
            "what was hidden from the parser is no unknown key")
    }

    @Test func theNoteShowsTheFirstOne() throws {
        let parsed = ParsedYAML("x: 1\ntitle: a\ntitle: b\n")
        let note = try #require(parsed.diagnostics.first?.notes.first)
        #expect(parsed.place(of: note.span) + parsed.source(at: note.span) == "2:1 title")
    }

    /// Yams sorts keys of different kinds in no order of its own, so one reading must not differ
    /// from the next.
    @Test(arguments: ["a: 1\n? [x]\n: 1\na: 2\n? [x]\n: 2\nb: 1\nb: 2\n"])
    func aListGivenTwiceAsAKeyIsAlwaysReportedAlike(text: String) {
        for _ in 0..<20 {
            #expect(ParsedYAML(text).findings == ["yaml.key-not-text 2:1 ? [x]"])
        }
    }

    @Test func whereTheyCannotBeFoundTheFirstPlaceIsReported() {
        // The second key is written with an escape.
        let parsed = ParsedYAML("title: a\n\"\\u0074itle\": b\n")
        #expect(parsed.findings == ["yaml.duplicate-key 1:1 title"])
    }
}
