import Testing

@testable import Core

@Suite struct SARIFLogTests {
    private func written(
        _ diagnostics: [Diagnostic], _ language: MessageLanguage = .en, prefix: String = "",
        sources: SourceLines = FormatFixture.sources()
    ) throws -> JSONValue {
        var log = SARIFLog(language: language, sources: sources, prefix: prefix, version: "1.2.3")
        var output = ByteWriter()
        log.append(diagnostics, to: &output)
        return try JSONValue(parsing: output.bytes)
    }

    private func run(_ log: JSONValue) throws -> JSONValue { try #require(log["runs"]?[0]) }

    /// Line 2 is a tab, e with an acute accent (two code points), a space, a family (five code
    /// points), a space and the link.
    private let link: JSONValue = [
        "ruleId": "link.page-missing", "ruleIndex": 0, "level": "error",
        "message": ["text": "no page 'guid.md'\nwrite 'guide.md'\nlooked everywhere"],
        "locations": [
            [
                "physicalLocation": [
                    "artifactLocation": [
                        "uri": "docs/Content/pages/%E6%89%8B%E9%A0%86%201.md",
                        "uriBaseId": "%SRCROOT%",
                    ],
                    "region": [
                        "startLine": 2, "startColumn": 11, "endLine": 2, "endColumn": 23,
                        "byteOffset": 32, "byteLength": 12,
                    ],
                ]
            ]
        ],
    ]

    @Test func aResultTellsItsPlaceInCodePointsAndBytes() throws {
        let run = try run(written([FormatFixture.link], prefix: "docs/"))
        let result = try #require(run["results"]?[0])
        for member in ["ruleId", "ruleIndex", "level", "message", "locations"] {
            #expect(result[member] == link[member], "\(member)")
        }
        let related = try #require(result["relatedLocations"]?[0])
        #expect(related["id"] == 1)
        #expect(related["message"] == ["text": "see here"])
        let region = related["physicalLocation"]?["region"]
        #expect(region?["startLine"] == 1)
        #expect(region?["startColumn"] == 4)
        #expect(run["columnKind"] == "unicodeCodePoints")
    }

    @Test func rulesComeInTheRunsLanguageWithATranslation() throws {
        let run = try run(written([FormatFixture.stray, FormatFixture.link], .ja))
        let driver = try #require(run["tool"]?["driver"])
        #expect(driver["name"] == "Hakusho")
        #expect(driver["version"] == "1.2.3")
        #expect(driver["language"] == "ja")
        #expect(driver["rules"]?[0]?["id"] == "content.stray-file")
        #expect(driver["rules"]?[0]?["defaultConfiguration"] == ["level": "warning"])
        #expect(driver["rules"]?[1]?["name"] == "LinkPageMissing")
        let rule = try #require(Rule.of("link.page-missing"))
        #expect(driver["rules"]?[1]?["shortDescription"] == ["text": .string(rule.title.ja)])
        let translation = try #require(run["translations"]?[0])
        #expect(translation["language"] == "en")
        #expect(translation["rules"]?[1]?["fullDescription"] == ["text": .string(rule.help.en)])
        #expect(run["results"]?[0]?["ruleIndex"] == 0)
        #expect(run["results"]?[1]?["ruleIndex"] == 1)
    }

    @Test func theInvocationHasTheExitStatusAndNoPathOfTheMachine() throws {
        let failed = try run(written([FormatFixture.link]))
        #expect(failed["invocations"] == [["executionSuccessful": true, "exitCode": 1]])
        let clean = try run(written([]))
        #expect(clean["invocations"] == [["executionSuccessful": true, "exitCode": 0]])
        #expect(clean["results"] == [])
        #expect(clean["originalUriBaseIds"]?["%SRCROOT%"]?["uri"] == nil)
    }

    @Test func aMessageHasNoPlaceholdersAndNoLinks() throws {
        let results = try run(written([FormatFixture.stray, FormatFixture.hostile]))["results"]
        #expect(results?[0]?["message"] == ["text": "'a' is {{{{left}}}} out \\[1\\]"])
        guard case .string(let text) = results?[1]?["message"]?["text"] else {
            Issue.record("no text")
            return
        }
        #expect(text.hasSuffix(#"%0A \\ {{0}} \[l\](1)"#))
    }

    @Test func aPathIsARelativeReferenceWhateverIsInIt() throws {
        let findings = [FormatFixture.stray, FormatFixture.hostile, FormatFixture.note]
        let results = try run(written(findings))["results"]
        let uri = { (index: Int) in
            results?[index]?["locations"]?[0]?["physicalLocation"]?["artifactLocation"]?["uri"]
        }
        #expect(uri(0) == "Content/a,b:100%25")
        #expect(uri(1) == "./a%0A::error::b%1B%5B2J%3C&%22'%3E.md")
        #expect(uri(2) == "Content/site.yml")
    }

    @Test func aFingerprintStaysWhenLinesMoveAndInEitherLanguage() throws {
        func fingerprints(_ range: Range<Int>, _ language: MessageLanguage) throws -> [JSONValue?] {
            let span = SourceSpan(file: FormatFixture.file, range: range)
            let finding = Diagnostic(.error, "x.y", at: span, en: "odd", ja: "妙")
            let results = try run(written([finding, finding], language))["results"]
            return (0...1).map { results?[$0]?["partialFingerprints"]?["finding/v1"] }
        }
        let here = try fingerprints(0..<3, .en)
        #expect(here[0] != nil && here[0] != here[1])
        #expect(try fingerprints(12..<14, .ja) == here)
    }

    @Test func ofTooManyTheLeastSevereAreLeftOutAndCounted() throws {
        var findings = (0..<SARIFLog.resultLimit).map { number in
            Diagnostic(.warning, "x.y", at: SourceSpan(file: "a"), en: "\(number)", ja: "")
        }
        findings.append(FormatFixture.link)
        let run = try run(written(findings))
        guard case .array(let results) = run["results"] else {
            Issue.record("no results")
            return
        }
        #expect(results.count == SARIFLog.resultLimit)
        #expect(results.last?["ruleId"] == "link.page-missing")
        let notice = run["invocations"]?[0]?["toolExecutionNotifications"]?[0]
        #expect(notice?["level"] == "warning")
        #expect(
            notice?["message"]
                == ["text": "1 more findings are not in this file, which is limited in results."])
    }

    /// Edits in two files, one of them new, read back from the log and made by line and column.
    @Test func theFixesOfTheLogGiveTheCorrectedText() throws {
        let old = "- {from: /x/, to: /y/}"
        let bytes = ["a.md": Array(FormatFixture.text.utf8), "r.yml": Array(old.utf8)]
        let place = try #require(FormatFixture.span(of: "guid.md").range)
        let fix = Diagnostic.Fix.edit(
            [
                TextEdit(file: "a.md", range: place, text: "手順/guide.md"),
                TextEdit(file: "a.md", range: 0..<0, text: "頭"),
                TextEdit(file: "r.yml", addingLine: "- {from: /a/, to: /b/}"),
                TextEdit(file: "new.yml", addingLine: "- {from: /c/, to: /d/}"),
            ], en: "move", ja: "移す")
        let finding = Diagnostic(.error, "x.y", at: nil, en: "", ja: "", fix: fix)
        let log = try written([finding], sources: SourceLines { bytes[$0] })
        let changes = try run(log)["results"]?[0]?["fixes"]?[0]?["artifactChanges"]
        let fixed = try (0..<3).map { index in
            let change = try #require(changes?[index])
            guard case .string(let file) = change["artifactLocation"]?["uri"],
                case .array(let replacements) = change["replacements"]
            else { throw Unreadable() }
            return try replaced(String(decoding: bytes[file] ?? [], as: UTF8.self), replacements)
        }
        #expect(fixed[0] == "頭" + FormatFixture.text.replacing("guid.md", with: "手順/guide.md"))
        #expect(fixed[1] == old + "\n- {from: /a/, to: /b/}\n")
        #expect(fixed[2] == "- {from: /c/, to: /d/}\n")
    }

    private struct Unreadable: Error {}

    /// Makes replacements as a reader of SARIF does: by lines and code points, the last one first.
    private func replaced(_ text: String, _ replacements: [JSONValue]) throws -> String {
        var scalars = Array(text.unicodeScalars)
        func index(_ line: Int, _ column: Int) -> Int {
            var (index, current) = (0, 1)
            while current < line {
                let isEnd = scalars[index] == "\n"
                index += 1
                if isEnd { current += 1 }
            }
            return index + column - 1
        }
        let edits = try replacements.map { value -> (Range<Int>, String) in
            guard let region = value["deletedRegion"],
                case .string(let text) = value["insertedContent"]?["text"],
                case .number(let startLine) = region["startLine"],
                case .number(let startColumn) = region["startColumn"],
                case .number(let endLine) = region["endLine"],
                case .number(let endColumn) = region["endColumn"]
            else { throw Unreadable() }
            return (index(startLine, startColumn)..<index(endLine, endColumn), text)
        }
        for (range, text) in edits.sorted(by: { $0.0.lowerBound > $1.0.lowerBound }) {
            scalars.replaceSubrange(range, with: text.unicodeScalars)
        }
        return String(String.UnicodeScalarView(scalars))
    }
}
