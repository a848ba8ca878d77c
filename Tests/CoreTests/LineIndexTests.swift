import Testing

@testable import Core

@Suite struct LineIndexTests {
    /// Text, byte offset, line, column.
    @Test(arguments: [
        ("a\nbc\n", 0, 1, 1), ("a\nbc\n", 3, 2, 2), ("a\nbc\n", 5, 3, 1), ("a\nbc\n", 99, 3, 1),
        ("a\r\nbc", 3, 2, 1), ("a\r\nbc", 1, 1, 2), ("a\rbc", 2, 2, 1), ("a\rbc\r\nd", 6, 3, 1),
        ("\u{FEFF}abc", 3, 1, 1), ("\u{FEFF}abc", 4, 1, 2), ("\u{FEFF}abc", 0, 1, 1),
        ("\u{FEFF}a\nb", 5, 2, 1), ("責任分界", 6, 1, 3), ("題: 責任", 5, 1, 4),
        ("か\u{3099}き", 6, 1, 2), ("e\u{301}x", 3, 1, 2), ("👨‍👩‍👧x", 18, 1, 2), ("\t\tx", 2, 1, 3),
        ("", 0, 1, 1), ("", 7, 1, 1), ("a", -3, 1, 1),
    ])
    func aPlaceIsALineAndACharacter(text: String, offset: Int, line: Int, column: Int) {
        let position = LineIndex(Array(text.utf8)).position(of: offset)
        #expect(position == LineIndex.Position(line: line, column: column))
    }

    @Test func linesComeWithoutTheirEndsAndWithoutAByteOrderMark() {
        let index = LineIndex(Array("\u{FEFF}one\r\ntwo\rthree\n\nfive".utf8))
        #expect((1...5).map(index.text(ofLine:)) == ["one", "two", "three", "", "five"])
    }

    @Test func bytesThatAreNotUTF8StillHaveLines() {
        let index = LineIndex([0x93, 0xFA, 0x0A, 0x96, 0x7B])
        #expect(index.position(of: 3).line == 2)
        #expect(index.text(ofLine: 2).unicodeScalars.contains("\u{FFFD}"))
    }
}

@Suite struct DiagnosticTextTests {
    /// The three lines under a finding whose span is the first `mark` in `source`.
    private func shown(_ source: String, marking mark: String) throws -> String {
        let bytes = Array(source.utf8)
        let found = try #require(source.firstRange(of: mark))
        let start = source.utf8.distance(from: source.startIndex, to: found.lowerBound)
        let span = SourceSpan(file: "a.md", range: start..<start + mark.utf8.count)
        var text = DiagnosticText(
            language: .en, sources: SourceLines { $0 == "a.md" ? bytes : nil })
        var output = ByteWriter()
        text.append(Diagnostic(.error, "x.y", at: span, en: "wrong", ja: "誤り"), to: &output)
        return output.text
    }

    @Test(arguments: [
        ("label: secret\n", "secret", "1:8", "label: secret", "       ^^^^^^"),
        ("題名: 誤り\n", "誤り", "1:5", "題名: 誤り", "      ^^^^"),
        ("a\tb: x\n", "x", "1:6", "a b: x", "     ^"),
        ("か\u{3099}x\n", "x", "1:2", "か\u{3099}x", "  ^"),
        ("ab\r\n", "b", "1:2", "ab", " ^"),
        ("\u{FEFF}ab\n", "b", "1:2", "ab", " ^"),
        ("one\ntwo three", "two", "2:1", "two three", "^^^"),
        ("a\u{1B}[31mb\n", "b", "1:7", "a\u{FFFD}[31mb", "      ^"),
        ("a\u{202E}b\n", "b", "1:3", "a\u{FFFD}b", "  ^"),
    ])
    func theCaretStandsUnderWhatIsMeant(
        source: String, mark: String, place: String, line: String, caret: String
    ) throws {
        let number = place.prefix { $0 != ":" }
        #expect(
            try shown(source, marking: mark) == """
                a.md:\(place): error[x.y]: wrong
                  \(number) | \(line)
                    | \(caret)

                """)
    }

    @Test func aFamilyEmojiIsAsWideAsItIsShown() throws {
        #expect(try shown("👨‍👩‍👧 x\n", marking: "x").hasSuffix("  1 | 👨‍👩‍👧 x\n    |    ^\n"))
    }

    @Test func noControlCharacterOfTheInputReachesTheTerminal() {
        let finding = Diagnostic(
            .error, "x.y", at: SourceSpan(file: "a\u{1B}.md"), en: "'a\nb\u{7}'", ja: "",
            fix: .replace(with: "\u{9B}1m"))
        var text = DiagnosticText(language: .en, sources: SourceLines { _ in nil })
        var output = ByteWriter()
        text.append(finding, to: &output)
        #expect(
            output.text
                == "a\u{FFFD}.md: error[x.y]: 'a\u{FFFD}b\u{FFFD}'\n  fix: write '\u{FFFD}1m'\n")
    }

    @Test func speaksJapaneseWithNotesAndFixes() {
        let note = Diagnostic.Note(en: "see there", ja: "参照先")
        let finding = Diagnostic(
            .warning, "x.y", at: SourceSpan(file: "b.md"), en: "odd", ja: "妙です",
            notes: [note], fix: .replace(with: "正"))
        var text = DiagnosticText(language: .ja, sources: SourceLines { _ in nil })
        var output = ByteWriter()
        text.append(finding, to: &output)
        #expect(output.text == "b.md: 警告[x.y]: 妙です\n  補足: 参照先\n  対処: 「正」に直してください\n")
    }
}
