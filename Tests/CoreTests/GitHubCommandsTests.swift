import Testing

@testable import Core

@Suite struct GitHubCommandsTests {
    private func written(
        _ diagnostics: [Diagnostic], _ language: MessageLanguage = .en, prefix: String = ""
    ) -> String {
        var commands = GitHubCommands(
            language: language, sources: FormatFixture.sources(), prefix: prefix)
        var output = ByteWriter()
        commands.append(diagnostics, to: &output)
        return output.text
    }

    @Test func errorsComeFirstAndTellPlaceTitleAndAllWords() {
        #expect(
            written([FormatFixture.note, FormatFixture.stray, FormatFixture.link]) == """
                ::error file=Content/pages/手順 1.md,line=2,endLine=2,col=6,endColumn=18,\
                title=\(title("link.page-missing")) [link.page-missing]::no page 'guid.md'%0A\
                write 'guide.md'%0AContent/pages/手順 1.md: see here%0Alooked everywhere
                ::warning file=Content/a%2Cb%3A100%25,title=\(title("content.stray-file")) \
                [content.stray-file]::'a' is {{left}} out [1]
                ::notice title=\(title("yaml.syntax")) [yaml.syntax]::just so

                """)
    }

    private func title(_ code: String) -> String { Rule.of(code)?.title.en ?? "?" }

    @Test func pathsAreCountedFromTheRepositorysRoot() {
        #expect(written([FormatFixture.link], prefix: "docs/").contains("file=docs/Content/pages/"))
    }

    @Test func aFindingOverSeveralLinesHasNoColumns() {
        let span = SourceSpan(file: FormatFixture.file, range: 0..<FormatFixture.text.utf8.count)
        let written = written([Diagnostic(.error, "x.y", at: span, en: "long", ja: "長い")])
        #expect(written.contains(",line=1,endLine=3,title="))
    }

    @Test func nothingInAMessageOrNameEndsItsLineOrBeginsACommand() {
        let lines = written([FormatFixture.hostile]).split(separator: "\n")
        #expect(lines.count == 1)
        #expect(
            lines[0].hasPrefix("::error file=a%0A%3A%3Aerror%3A%3Ab\u{FFFD}[2J<&\"'>.md,title="))
        #expect(lines[0].contains("::x%0D%0A::set-output name=a::b\u{FFFD}\u{FFFD}"))
        #expect(lines[0].hasSuffix(#"%250A \ {0} [l](1)"#))
    }
}
