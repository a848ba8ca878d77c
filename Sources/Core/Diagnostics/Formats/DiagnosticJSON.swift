/// The report of a run as JSON, in the form of design section 8.
package struct DiagnosticJSON {
    private let language: MessageLanguage
    private var sources: SourceLines

    /// Takes the language of the messages, and the files for lines and columns.
    package init(language: MessageLanguage, sources: SourceLines) {
        self.language = language
        self.sources = sources
    }

    /// The whole report.
    package mutating func report(_ diagnostics: [Diagnostic], _ accounting: Accounting) -> JSONValue
    {
        let listed = diagnostics.map { value(for: $0) }
        return [
            "version": 1,
            "diagnostics": .array(listed),
            "accounting": [
                "inputs": .number(accounting.inputs),
                "published": .number(accounting.published),
                "excluded": .number(accounting.excluded),
                "failed": .number(accounting.failed),
                "excludedBecause": .object(
                    accounting.excludedBecause.map { ($0.reason, .number($0.count)) }),
                "exclusions": .array(
                    accounting.exclusions.map {
                        ["file": .string($0.file), "reason": .string($0.reason)]
                    }),
            ],
            "summary": [
                "errors": .number(diagnostics.count { $0.severity == .error }),
                "warnings": .number(diagnostics.count { $0.severity == .warning }),
            ],
        ]
    }

    /// One finding.
    package mutating func value(for diagnostic: Diagnostic) -> JSONValue {
        var members: [(key: String, value: JSONValue)] = [
            ("severity", .string(diagnostic.severity.rawValue)),
            ("code", .string(diagnostic.code)),
        ]
        members += place(diagnostic.span)
        members.append(("message", .string(diagnostic.message.text(in: language))))
        let notes = diagnostic.notes.map { note in
            JSONValue.object(
                place(note.span) + [("message", .string(note.message.text(in: language)))])
        }
        members.append(("notes", .array(notes)))
        if let fix = diagnostic.fix {
            members.append(("fix", .string(fix.sentence(in: language))))
        }
        let edits = diagnostic.edits
        if !edits.isEmpty { members.append(("edits", .array(edits.map(Self.value(for:))))) }
        return .object(members)
    }

    /// One edit: `start` and `end` count bytes from 0; without them, the text is a new last line.
    private static func value(for edit: TextEdit) -> JSONValue {
        var members: [(key: String, value: JSONValue)] = [("file", .string(edit.file))]
        if case .bytes(let range) = edit.place {
            members.append(("start", .number(range.lowerBound)))
            members.append(("end", .number(range.upperBound)))
        }
        members.append(("text", .string(edit.text)))
        return .object(members)
    }

    private mutating func place(_ span: SourceSpan?) -> [(key: String, value: JSONValue)] {
        guard let span else { return [] }
        var members: [(key: String, value: JSONValue)] = [("file", .string(span.file))]
        guard let range = span.range, let lines = sources.lines(of: span.file) else {
            return members
        }
        let (start, end) = (
            lines.position(of: range.lowerBound), lines.position(of: range.upperBound)
        )
        members += [
            ("line", .number(start.line)), ("column", .number(start.column)),
            ("endLine", .number(end.line)), ("endColumn", .number(end.column)),
        ]
        return members
    }
}
