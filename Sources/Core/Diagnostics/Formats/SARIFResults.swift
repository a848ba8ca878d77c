/// Makes the results of a SARIF log, one after the other.
struct SARIFResults {
    private let language: MessageLanguage
    private var sources: SourceLines
    private let prefix: String
    /// How often findings that read the same came up.
    private var repetitions: [String: Int] = [:]

    init(language: MessageLanguage, sources: SourceLines, prefix: String) {
        self.language = language
        self.sources = sources
        self.prefix = prefix
    }

    /// One result.
    mutating func value(for diagnostic: Diagnostic, ruleIndex: Int) -> JSONValue {
        var members: [(key: String, value: JSONValue)] = [
            ("ruleId", .string(diagnostic.code)), ("ruleIndex", .number(ruleIndex)),
            ("level", .string(diagnostic.severity.rawValue)),
            ("message", ["text": .string(text(of: diagnostic).sarifEscaped)]),
            ("locations", [location(diagnostic.span ?? Self.wholeProject)]),
            ("partialFingerprints", ["finding/v1": .string(fingerprint(of: diagnostic))]),
        ]
        var related: [JSONValue] = []
        for note in diagnostic.notes.prefix(100) {
            guard let span = note.span, case .object(var place) = location(span) else { continue }
            place.insert(("id", .number(related.count + 1)), at: 0)
            let words = note.message.text(in: language).sarifEscaped
            place.append(("message", ["text": .string(words)]))
            related.append(.object(place))
        }
        if !related.isEmpty { members.append(("relatedLocations", .array(related))) }
        let edits = diagnostic.edits
        if !edits.isEmpty {
            let sentence = diagnostic.fix?.sentence(in: language) ?? ""
            members.append(("fixes", [fix(edits, sentence)]))
        }
        return .object(members)
    }

    /// Code scanning refuses a result without a place, so what concerns the project as a whole is
    /// shown at its settings.
    private static let wholeProject = SourceSpan(file: "Content/site.yml")

    /// The headline, what to do, and the notes that have no place of their own.
    private func text(of diagnostic: Diagnostic) -> String {
        var lines = [diagnostic.message.text(in: language)]
        if let fix = diagnostic.fix { lines.append(fix.sentence(in: language)) }
        lines += diagnostic.notes.filter { $0.span == nil }.map { $0.message.text(in: language) }
        return lines.joined(separator: "\n")
    }

    /// The same for a finding in any language, also after lines above it have come or gone.
    private mutating func fingerprint(of diagnostic: Diagnostic) -> String {
        let words = [diagnostic.code, diagnostic.span?.file ?? "", diagnostic.message.en]
            .joined(separator: "\u{0}")
        let number = repetitions[words, default: 0] + 1
        repetitions[words] = number
        let digest = SHA256Digest(of: Array("\(words)\u{0}\(number)".utf8)).hex
        return String(digest.prefix(32))
    }

    private mutating func location(_ span: SourceSpan) -> JSONValue {
        var place: [(key: String, value: JSONValue)] = [
            ("artifactLocation", artifact(span.file))
        ]
        if let range = span.range, let lines = sources.lines(of: span.file) {
            place.append(("region", Self.region(range, in: lines)))
        }
        return ["physicalLocation": .object(place)]
    }

    private func artifact(_ file: String) -> JSONValue {
        let path = PercentEncoding.encodePath(prefix + file)
        // Before the first '/', a ':' would end the scheme of a URI.
        let isOpen = path.prefix { $0 != "/" }.contains(":")
        return ["uri": .string(isOpen ? "./" + path : path), "uriBaseId": "%SRCROOT%"]
    }

    private static func region(_ range: Range<Int>, in lines: LineIndex) -> JSONValue {
        let start = lines.position(of: range.lowerBound, in: .scalars)
        let end = lines.position(of: range.upperBound, in: .scalars)
        return [
            "startLine": .number(start.line), "startColumn": .number(start.column),
            "endLine": .number(end.line), "endColumn": .number(end.column),
            "byteOffset": .number(range.lowerBound), "byteLength": .number(range.count),
        ]
    }

    private mutating func fix(_ edits: [TextEdit], _ sentence: String) -> JSONValue {
        var order: [String] = []
        var replacements: [String: [JSONValue]] = [:]
        for edit in edits {
            if replacements[edit.file] == nil { order.append(edit.file) }
            replacements[edit.file, default: []].append(replacement(edit))
        }
        let changes = order.map { file -> JSONValue in
            [
                "artifactLocation": artifact(file),
                "replacements": .array(replacements[file] ?? []),
            ]
        }
        return [
            "description": ["text": .string(sentence.sarifEscaped)],
            "artifactChanges": .array(changes),
        ]
    }

    /// Bytes that give way to a text; a new line is an insertion at the file's end.
    private mutating func replacement(_ edit: TextEdit) -> JSONValue {
        let lines = sources.lines(of: edit.file) ?? LineIndex([])
        let (range, text) = edit.replacement(in: lines.bytes)
        return [
            "deletedRegion": Self.region(range, in: lines),
            "insertedContent": ["text": .string(text)],
        ]
    }
}
