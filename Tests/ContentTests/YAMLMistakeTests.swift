import Testing

@testable import Content

/// What explains YAML that cannot be read, and what is no mistake.
@Suite struct YAMLMistakeTests {
    /// A text with its findings, as code and place.
    @Test(arguments: [
        ("title： a\n", ["yaml.syntax 1:6 ： "]),
        // Times within a text are none, and do not hide what is.
        (
            "description: |\n  9:00開場\n  10:30開始\nlabel: [a\nb: c\n",
            ["yaml.syntax 4:8 [a"]
        ),
        ("description: >\n  注意：必読\nlabel: [a\nb: c\n", ["yaml.syntax 3:8 [a"]),
        ("9:00\nlabel: [a\nb: c\n", ["yaml.syntax 2:8 [a"]),
        // Two at once are both told.
        ("title：a\nlabel: [a\n", ["yaml.syntax 1:6 ：", "yaml.syntax 2:8 [a"]),
        // A place is a whole character.
        ("? 題: a\n: b\n", ["yaml.key-not-text 1:3 題"]),
    ])
    func tells(text: String, findings: [String]) {
        #expect(ParsedYAML(text).findings == findings)
    }
}
