import TestSupport
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

/// A column in a long line is not counted from the line's beginning, and yet the same.
@Suite struct LongLineTests {
    private static let parts = ["a", "責", "か\u{3099}", "e\u{301}", "👨‍👩‍👧", "\t", "🇯🇵", "각"]

    /// Lines of 3,000 characters, of one kind each and mixed, between short ones.
    private static let text: String = {
        var random = SplitMix(seed: 4)
        var lines = parts.map { String(repeating: $0, count: 3000) }
        lines.append((0..<3000).map { _ in parts.randomElement(using: &random) ?? "" }.joined())
        return "short\n" + lines.joined(separator: "\r\nshort\n")
    }()

    @Test func everyPlaceHasTheColumnThatCountingGives() {
        let bytes = Array(Self.text.utf8)
        let index = LineIndex(bytes)
        var start = 0
        for offset in stride(from: 0, to: bytes.count, by: 211) {
            while let end = bytes[start..<offset].firstIndex(of: 0x0A) { start = end + 1 }
            let before = String(decoding: bytes[start..<offset], as: UTF8.self)
            #expect(index.position(of: offset).column == before.count + 1)
            #expect(
                index.position(of: offset, in: .scalars).column == before.unicodeScalars.count + 1)
        }
    }

    @Test func aLineThatIsNotUTF8HasColumnsToo() {
        let line = [UInt8](repeating: 0x93, count: 5000)
        #expect(LineIndex(line).position(of: 4000, in: .scalars).column == 4001)
    }

    /// The work grows with the findings and not with their square: five minutes would not do.
    @Test(.timeLimit(.minutes(5)))
    func tenThousandFindingsInOneLineAreShownInTime() {
        let bytes = Array(String(repeating: "責任 [a](x.md) ", count: 10_000).utf8)
        var output = ByteWriter()
        var text = DiagnosticText(language: .ja, sources: SourceLines { _ in bytes })
        for number in 0..<10_000 {
            let start = number * 18 + 7
            let span = SourceSpan(file: "a.md", range: start..<start + 9)
            text.append(Diagnostic(.error, "x.y", at: span, en: "m", ja: "誤り"), to: &output)
        }
        #expect(output.text.contains("a.md:1:119992: エラー[x.y]"))
    }

    @Test func ofALongLineThePartAroundTheFindingIsShown() {
        let source = String(repeating: "前", count: 500) + "誤" + String(repeating: "後", count: 500)
        let bytes = Array(source.utf8)
        var output = ByteWriter()
        var text = DiagnosticText(language: .en, sources: SourceLines { _ in bytes })
        let span = SourceSpan(file: "a", range: 1500..<1503)
        text.append(Diagnostic(.error, "x.y", at: span, en: "m", ja: ""), to: &output)
        let before = String(repeating: "前", count: 33)
        let after = String(repeating: "後", count: 99)
        let gap = String(repeating: " ", count: 67)
        #expect(
            output.text == """
                a:1:501: error[x.y]: m
                  1 | …\(before)誤\(after)…
                    | \(gap)^^

                """)
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

    @Test func coloursMarkSeverityAndCaretAndNothingElse() {
        let bytes = Array("ab".utf8)
        var text = DiagnosticText(
            language: .en, sources: SourceLines { _ in bytes }, isColoured: true)
        var output = ByteWriter()
        let span = SourceSpan(file: "f", range: 1..<2)
        text.append(Diagnostic(.warning, "x.y", at: span, en: "m", ja: ""), to: &output)
        #expect(
            output.text == "f:1:2: \u{1B}[1;33mwarning[x.y]\u{1B}[0m: m\n  1 | ab\n"
                + "    |  \u{1B}[1;33m^\u{1B}[0m\n")
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
