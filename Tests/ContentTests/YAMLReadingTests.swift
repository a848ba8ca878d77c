import Core
import Testing

@testable import Content

@Suite struct YAMLReadingTests {
    @Test(arguments: [
        ("v: 1.10", "1.10"), ("v: no", "no"), ("v: 0x1F", "0x1F"), ("v: 2025-02-03", "2025-02-03"),
        ("v: 012", "012"), ("v: 1e3", "1e3"), ("v: +09:00", "+09:00"), ("v: \"a: b\"", "a: b"),
        ("v: 'it''s'", "it's"), ("v: |\n  a\n  b\n", "a\nb\n"), ("v: >\n  a\n  b\n", "a b\n"),
        ("v: a\n  b\n", "a b"), ("v: \"\\u8CAC\"", "責"), ("\u{FEFF}v: x\nw: y", "x"),
        ("v: x\r\nw: y\r\n", "x"), ("w: &a x\nv: *a", "x"), ("---\nv: x\n", "x"),
        ("# note\nv: x # more\n", "x"), ("v: x\u{2028}w: y", "x"),
    ])
    func scalarsStayTheTextThatWasWritten(yaml: String, value: String) {
        let parsed = ParsedYAML(yaml)
        #expect(parsed.findings == [])
        #expect(parsed.value("v") == value)
    }

    @Test func theSecondLineAfterAByteOrderMarkIsReadToo() {
        let parsed = ParsedYAML("\u{FEFF}v: x\nw: y\n")
        #expect(parsed.value("w") == "y")
        let findings = parsed.reading { _ = $0.text("v") }
        #expect(findings == ["yaml.unknown-key 2:1 w"])
    }

    @Test(arguments: ["", "\n", "# only a comment\n", "---\n", "\u{FEFF}", "~", "---\n...\n"])
    func anEmptyDocumentHasNoKeysAndNothingWrong(yaml: String) {
        #expect(ParsedYAML(yaml).findings == [])
        #expect(
            ParsedYAML(yaml).reading { _ = $0.text("title", required: true) }.map { $0.prefix(16) }
                == ["yaml.missing-key"])
    }

    @Test(arguments: [
        ("a: b: c\n", "yaml.syntax 1:4 b: c"), ("a: [1, 2\n", "yaml.syntax 1:4 [1, 2"),
        ("a: \"open\n", "yaml.syntax 1:4 \"open"), ("a:\n\t- b\n", "yaml.syntax 2:1 \t"),
        ("a: @b\n", "yaml.syntax 1:4 @b"), ("a: *b\n", "yaml.syntax 1:4 *b"),
        ("a: 1\n---\nb: 2\n", "yaml.syntax 2:1 -"), ("責任: [\n", "yaml.syntax 1:5 ["),
        ("a: b\n  c: d\n", "yaml.syntax 2:4 :"),
    ])
    func brokenSyntaxIsReportedAtItsPlace(yaml: String, finding: String) {
        let parsed = ParsedYAML(yaml)
        #expect(parsed.findings == [finding])
        #expect(parsed.root == nil)
    }

    @Test func shiftJISIsNamedAtItsFirstByte() {
        // 題名 in Shift_JIS.
        let parsed = ParsedYAML(bytes: Array("a: b\nc: ".utf8) + [0x91, 0xE8, 0x96, 0xBC, 0x0A])
        #expect(parsed.diagnostics.map(\.code) == ["content.not-utf8"])
        #expect(parsed.place(of: parsed.diagnostics[0].span) == "2:4 ")
        #expect(parsed.diagnostics[0].message.ja.contains("Shift_JIS"))
    }

    @Test func aControlCharacterIsAnErrorOfItsPlace() {
        let parsed = ParsedYAML("title: 責任\nb: a\u{1}c\n")
        #expect(parsed.findings == ["yaml.syntax 2:5 \u{1}"])
    }

    @Test func aKeyThatIsAListIsRefused() {
        #expect(ParsedYAML("? [a, b]\n: c\nd: e\n").findings == ["yaml.key-not-text 1:3 ["])
    }

    /// Which bytes a value's span covers.
    @Test(arguments: [
        ("a: 責任 # note", "責任"), ("a: \"x\\\"y\" # n", "\"x\\\"y\""), ("a: 'it''s' ", "'it''s'"),
        ("a: |\n  one\n  two\n", "|"), ("a: >-\n  one\n", ">-"), ("a: one\n  two\n", "one"),
        ("b: x\u{85}a: y", "y"), ("b: x\u{2028}a: y", "y"), ("責: 任\r\na: y\r\n", "y"),
    ])
    func theSpanOfAValueIsWhatTheAuthorWrote(yaml: String, source: String) {
        let parsed = ParsedYAML(yaml)
        var keys = YAMLMapping(parsed.root, file: "a.yml")
        #expect(parsed.source(at: keys.node("a")?.span) == source)
    }
}
