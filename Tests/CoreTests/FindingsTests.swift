import Testing

@testable import Core

@Suite struct AccountingTests {
    @Test func everyFileIsCountedOnceAndTheCountsBalance() {
        var accounting = Accounting()
        accounting.record("a", .published)
        accounting.record("b", .excluded("draft"))
        accounting.record("c", .excluded("label"))
        accounting.record("d", .excluded("draft"))
        accounting.record("e", .failed)
        accounting.record("e", .published)
        accounting.record("a", .published)
        #expect(accounting.inputs == 5)
        #expect(accounting.published == 1)
        #expect(accounting.failed == 1)
        #expect(accounting.excluded == 3)
        #expect(accounting.excludedBecause.map(\.reason) == ["draft", "label"])
        #expect(accounting.excludedBecause.map(\.count) == [2, 1])
        #expect(accounting.exclusions.map(\.file) == ["b", "c", "d"])
    }

    @Test func anErrorMakesItsFileFailAndNoOther() {
        var accounting = Accounting()
        accounting.record("a", .published)
        accounting.record("b", .published)
        accounting.record("c", .excluded("draft"))
        accounting.fail(by: [
            Diagnostic(.error, "x.y", at: SourceSpan(file: "a"), en: "", ja: ""),
            Diagnostic(.warning, "x.y", at: SourceSpan(file: "b"), en: "", ja: ""),
            Diagnostic(.error, "x.y", at: SourceSpan(file: "c"), en: "", ja: ""),
            Diagnostic(.error, "x.y", at: SourceSpan(file: "no input"), en: "", ja: ""),
            Diagnostic(.error, "x.y", at: nil, en: "", ja: ""),
        ])
        #expect(accounting.inputs == 3)
        #expect(accounting.published == 1)
        #expect(accounting.failed == 2)
        #expect(accounting.excluded == 0)
    }
}

@Suite struct ReportingOrderTests {
    private func finding(
        _ file: String?, _ start: Int?, _ code: String = "x.y", _ severity: Severity = .error
    ) -> Diagnostic {
        let span = file.map { file in
            SourceSpan(file: file, range: start.map { $0..<$0 + 1 })
        }
        return Diagnostic(severity, code, at: span, en: "m", ja: "m")
    }

    @Test func goesByFileThenPlaceThenSeverityAndSaysNothingTwice() {
        let sorted = [
            finding(nil, nil), finding("a", nil), finding("a", 3, "a.b"), finding("a", 3, "x.y"),
            finding("a", 3, "a.a", .warning), finding("a", 20), finding("b", 0),
        ]
        #expect((sorted.reversed() + sorted).inReportingOrder() == sorted)
    }
}

@Suite struct JSONWriterTests {
    @Test(
        arguments: [
            (.null, "null"), (true, "true"), (.number(-12), "-12"),
            ("責\"\\\n\r\t\u{1}\u{1F}/", #""責\"\\\n\r\t\u0001\u001f/""#),
            ([], "[]"), ([:], "{}"), ([1, ["a": "b"]], #"[1,{"a":"b"}]"#),
            (["b": 1, "a": [.null]], #"{"b":1,"a":[null]}"#),
        ] as [(JSONValue, String)])
    func writesOneLineWithMembersInTheirOrder(value: JSONValue, text: String) {
        var writer = ByteWriter()
        writer.append(json: value)
        #expect(writer.text == text)
    }

    @Test func indentsByTwoSpaces() {
        var writer = ByteWriter()
        writer.append(json: ["a": [1, 2], "b": [], "c": [:]], indented: true)
        #expect(
            writer.text == """
                {
                  "a": [
                    1,
                    2
                  ],
                  "b": [],
                  "c": {}
                }
                """)
    }
}

@Suite struct DiagnosticJSONTests {
    @Test func hasTheMembersOfTheDocumentedFormAndPlacesInCharacters() {
        let source = Array("題: 責任\nlabel: x\n".utf8)
        let finding = Diagnostic(
            .error, "a.b", at: SourceSpan(file: "f.md", range: 5..<11), en: "wrong", ja: "誤り",
            notes: [.init(at: SourceSpan(file: "f.md", range: 12..<17), en: "here", ja: "ここ")],
            fix: .replace(with: "正"))
        let bare = Diagnostic(.warning, "c.d", at: nil, en: "odd", ja: "妙")
        var accounting = Accounting()
        accounting.record("f.md", .failed)
        accounting.record("g.md", .excluded("draft"))
        var json = DiagnosticJSON(
            language: .ja, sources: SourceLines { $0 == "f.md" ? source : nil })
        let note: JSONValue = [
            "file": "f.md", "line": 2, "column": 1, "endLine": 2, "endColumn": 6, "message": "ここ",
        ]
        let expected: JSONValue = [
            "version": 1,
            "diagnostics": [
                [
                    "severity": "error", "code": "a.b", "file": "f.md", "line": 1, "column": 4,
                    "endLine": 1, "endColumn": 6, "message": "誤り", "notes": [note],
                    "fix": "「正」に直してください",
                    "edits": [["file": "f.md", "start": 5, "end": 11, "text": "正"]],
                ],
                ["severity": "warning", "code": "c.d", "message": "妙", "notes": []],
            ],
            "accounting": [
                "inputs": 2, "published": 0, "excluded": 1, "failed": 1,
                "excludedBecause": ["draft": 1],
                "exclusions": [["file": "g.md", "reason": "draft"]],
            ],
            "summary": ["errors": 1, "warnings": 1],
        ]
        #expect(json.report([finding, bare], accounting) == expected)
    }
}
