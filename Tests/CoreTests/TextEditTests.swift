import Testing

@testable import Core

@Suite struct TextEditTests {
    private func edited(_ text: String, _ edits: [(Range<Int>, String)]) throws -> String {
        let edits = edits.map { TextEdit(file: "a", range: $0.0, text: $0.1) }
        return String(decoding: try applying(edits, to: Array(text.utf8)), as: UTF8.self)
    }

    @Test func rangesCountInTheFileAsItWasInAnyOrder() throws {
        #expect(
            try edited("0123456789", [(8..<9, ""), (0..<2, "abc"), (4..<4, "-")]) == "abc23-45679")
        #expect(try edited("0123", [(1..<2, "b"), (2..<3, "c")]) == "0bc3")
        #expect(try edited("責任分界", [(3..<6, "務")]) == "責務分界")
        #expect(try edited("same", []) == "same")
    }

    @Test func anEditThatTwoFindingsAskForIsMadeOnce() throws {
        #expect(try edited("ab", [(0..<1, "x"), (0..<1, "x")]) == "xb")
        #expect(try edited("ab", [(1..<1, "-"), (1..<1, "-")]) == "a-b")
    }

    @Test(arguments: [
        [(0..<3, "x"), (2..<4, "y")], [(0..<3, "x"), (0..<3, "y")], [(1..<1, "x"), (1..<1, "y")],
        [(0..<4, "x"), (2..<2, "y")],
    ])
    func editsOfTheSameBytesAreRefused(edits: [(Range<Int>, String)]) {
        #expect(throws: TextEditError.self) { try edited("0123456789", edits) }
    }

    @Test func aPlaceBehindTheFilesEndIsRefused() {
        #expect(throws: TextEditError.outside(3..<5, size: 4)) { try edited("0123", [(3..<5, "")]) }
    }

    @Test(arguments: [
        ("", "new\n"), ("old\n", "old\nnew\n"), ("old", "old\nnew\n"),
        ("a\r\nb\r\n", "a\r\nb\r\nnew\r\n"), ("a\r\nb", "a\r\nb\r\nnew\r\n"),
    ])
    func aLineIsAddedWithTheLineEndsOfTheFile(before: String, after: String) throws {
        let edit = TextEdit(file: "a", addingLine: "new")
        #expect(try applying([edit], to: Array(before.utf8)) == Array(after.utf8))
    }

    @Test func aFixKnowsItsEdits() {
        let span = SourceSpan(file: "a.md", range: 3..<20)
        func edits(_ fix: Diagnostic.Fix, _ span: SourceSpan?) -> [TextEdit] {
            Diagnostic(.error, "x.y", at: span, en: "", ja: "", fix: fix).edits
        }
        let whole = TextEdit(file: "a.md", range: 3..<20, text: "new")
        let narrow = TextEdit(file: "a.md", range: 8..<12, text: "new")
        #expect(edits(.replace(with: "new"), span) == [whole])
        #expect(edits(.replace(with: "new"), SourceSpan(file: "a.md")) == [])
        #expect(
            edits(.replace(at: SourceSpan(file: "a.md", range: 8..<12), with: "new"), span) == [
                narrow
            ])
        #expect(edits(.advice(en: "think", ja: "考える"), span) == [])
        let line = TextEdit(file: "Content/redirects.yml", addingLine: "- {from: /a/, to: /b/}")
        #expect(edits(.edit([narrow, line], en: "move", ja: "移す"), span) == [narrow, line])
    }
}
