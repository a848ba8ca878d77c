import Core
import TestSupport
import Testing

@testable import Whitepapers

/// Edits of whitepaper.yml that keep all that an editor wrote.
@Suite struct EditingTests {
    /// A way to write the entry of a draft, and the same with a control among its changes.
    struct Form: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let draft: String
        let edited: String
    }

    private static let forms = [
        Form(
            testDescription: "no changes yet", draft: "  - version: \"1.2\"\n    # later\n",
            edited: "  - version: \"1.2\"\n    changes:\n      - id: 10.1.1\n    # later\n"),
        Form(
            testDescription: "a list with a dash in the column of its key",
            draft: "  - version: \"1.2\"\n    changes:\n    - id: CLD.12.4.5\n      summary: a\n"
                + "    summary: b\n",
            edited: "  - version: \"1.2\"\n    changes:\n    - id: CLD.12.4.5\n      summary: a\n"
                + "    - id: 10.1.1\n    summary: b\n"),
        Form(
            testDescription: "a list in brackets",
            draft: "  - summary: b\n    changes: [ {id: \"1\"} ] # so far\n    version: \"1.2\"\n",
            edited: "  - summary: b\n    changes: [ {id: \"1\"}, {id: 10.1.1} ] # so far\n"
                + "    version: \"1.2\"\n"),
        Form(
            testDescription: "an empty list in brackets",
            draft: "  - version: \"1.2\"\n    changes: []\n",
            edited: "  - version: \"1.2\"\n    changes: [{id: 10.1.1}]\n"),
        Form(
            testDescription: "an entry in braces", draft: "  - {version: \"1.2\"}\n",
            edited: "  - {version: \"1.2\", changes: [{id: 10.1.1}]}\n"),
        Form(
            testDescription: "an entry and its changes in braces",
            draft: "  - {version: \"1.2\", changes: [{id: \"1\"}]}",
            edited: "  - {version: \"1.2\", changes: [{id: \"1\"}, {id: 10.1.1}]}"),
    ]

    private func declaration(_ draft: String) -> String {
        "# Ours\n" + SmallWhitepaper.declaration + "\n" + SmallWhitepaper.editions + "\n" + draft
    }

    @Test(arguments: forms)
    func aChangeIsNamedInTheFormOfTheEntry(form: Form) throws {
        for lineEnd in ["\n", "\r\n"] {
            let text = declaration(form.draft).replacing("\n", with: lineEnd)
            let paper = try SmallWhitepaper()
            try paper.write(text, "whitepaper.yml")
            let whitepaper = try #require(try paper.load().whitepaper)
            let files = try whitepaper.copying(
                "10.1.1", into: "1.2", language: nil, Array(text.utf8))
            let folder = SmallWhitepaper.folder
            #expect(
                files.map(\.path) == [
                    folder + "/editions/1.2/10.1.1.md", folder + "/editions/1.2/10.1.1.en.md",
                    folder + "/whitepaper.yml",
                ])
            let edited = String(decoding: files[2].bytes, as: UTF8.self)
            #expect(
                edited == declaration(form.edited).replacing("\n", with: lineEnd),
                "\(form.testDescription)")
        }
    }

    @Test func aSectionWhoseNumberLooksLikeADecimalIsQuoted() throws {
        let text = declaration("  - version: \"1.2\"\n")
        let paper = try SmallWhitepaper("-- whitepaper.yml --\n" + text)
        let whitepaper = try #require(try paper.load().whitepaper)
        let files = try whitepaper.copying("3.2", into: "1.2", language: "ja", Array(text.utf8))
        #expect(files.map(\.path).first?.hasSuffix("editions/1.2/section-3.2.md") == true)
        #expect(String(decoding: files[1].bytes, as: UTF8.self).contains("      - id: \"3.2\"\n"))
    }

    @Test func aDraftComesAfterTheLastEntryAndBeforeWhatFollows() throws {
        let tail = "\n# The end\ncontact: a@example.jp\n"
        let text = SmallWhitepaper.declaration + "\n" + SmallWhitepaper.editions + "\n" + tail
        let paper = try SmallWhitepaper("-- whitepaper.yml --\n" + text)
        let whitepaper = try #require(try paper.load().whitepaper)
        let edited = try whitepaper.declaringDraft("1.10", in: Array(text.utf8))
        #expect(
            String(decoding: edited, as: UTF8.self)
                == SmallWhitepaper.declaration + "\n" + SmallWhitepaper.editions
                + "\n  - version: \"1.10\"\n" + tail)
    }

    @Test func aListInBracketsIsLeftToItsAuthor() throws {
        let text =
            SmallWhitepaper.declaration
            + "\neditions: [{version: \"1.0\", date: 2024-04-01, approver: a, summary: b}]\n"
        let paper = try SmallWhitepaper("-- whitepaper.yml --\n" + text, removing: ["editions/1.1"])
        let whitepaper = try #require(try paper.load().whitepaper)
        let refusal = #expect(throws: WhitepaperRefusal.self) {
            try whitepaper.declaringDraft("1.1", in: Array(text.utf8))
        }
        #expect(refusal?.message.en.hasSuffix("by hand: - version: \"1.1\"") == true)
    }
}
