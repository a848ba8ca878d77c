/// Writes diagnostics as SARIF 2.1.0, the form that code scanning and editors read.
///
/// Columns count code points, lines end as in the other forms. Rules come in the run's language
/// with a translation into the other one. The same findings give the same bytes: there is no
/// time, no user and no path of the machine in the document.
///
/// GitHub's code scanning accepts 25,000 results of a run and 1,000 places of a result, and shows
/// 5,000 results. Of more findings the most severe 25,000 are written, and a notification states
/// how many are not; the other formats have them all.
///
/// - Source: OASIS SARIF 2.1.0 with errata 01; GitHub, "SARIF support for code scanning".
package struct SARIFLog {
    /// What GitHub takes of one run.
    package static let resultLimit = 25_000

    private let language: MessageLanguage
    private let version: String
    private var results: SARIFResults

    /// - Parameters:
    ///   - language: The language of the messages.
    ///   - sources: The files for lines and columns.
    ///   - prefix: The path from the repository's root to the project, with `/` at its end.
    ///   - version: The program's, three numbers with dots.
    package init(
        language: MessageLanguage, sources: SourceLines, prefix: String, version: String
    ) {
        self.language = language
        self.version = version
        results = SARIFResults(language: language, sources: sources, prefix: prefix)
    }

    /// Appends the whole document, a line for each result.
    package mutating func append(_ diagnostics: [Diagnostic], to writer: inout ByteWriter) {
        let written = Self.mostSevere(diagnostics)
        let codes = Set(written.map(\.code)).sorted()
        writer.append("{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",")
        writer.append("\"version\":\"2.1.0\",\"runs\":[{\n")
        for member in members(
            rules: codes, exitCode: diagnostics.hasErrors ? 1 : 0,
            leftOut: diagnostics.count - written.count)
        {
            writer.append(json: .string(member.key))
            writer.append(":")
            writer.append(json: member.value)
            writer.append(",\n")
        }
        writer.append("\"results\":[")
        let indices = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($1, $0) })
        for (number, diagnostic) in written.enumerated() {
            writer.append(number == 0 ? "\n" : ",\n")
            let index = indices[diagnostic.code, default: 0]
            writer.append(json: results.value(for: diagnostic, ruleIndex: index))
        }
        writer.append("]\n}]}\n")
    }

    /// In their order, without the least severe where there are too many.
    private static func mostSevere(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        guard diagnostics.count > resultLimit else { return diagnostics }
        let ranked = diagnostics.indices.sorted {
            (diagnostics[$0].severity, $0) < (diagnostics[$1].severity, $1)
        }
        return ranked.prefix(resultLimit).sorted().map { diagnostics[$0] }
    }

    /// The members of the run but its results.
    private func members(
        rules: [String], exitCode: Int, leftOut: Int
    ) -> [(key: String, value: JSONValue)] {
        let other: MessageLanguage = language == .ja ? .en : .ja
        var invocation: [(key: String, value: JSONValue)] = [
            ("executionSuccessful", true), ("exitCode", .number(exitCode)),
        ]
        if leftOut > 0 {
            invocation.append(("toolExecutionNotifications", [notification(leftOut)]))
        }
        return [
            (
                "tool",
                ["driver": .object(driver(in: language) + [("rules", self.rules(rules))])]
            ),
            ("translations", [translation(of: rules, into: other)]),
            ("language", .string(language.rawValue)),
            ("automationDetails", ["id": "hakusho/"]),
            ("invocations", [.object(invocation)]),
            ("originalUriBaseIds", ["%SRCROOT%": ["description": ["text": .string(root)]]]),
            ("columnKind", "unicodeCodePoints"),
            ("defaultEncoding", "UTF-8"),
            ("newlineSequences", ["\r\n", "\n", "\r"]),
        ]
    }

    private var root: String {
        language == .ja ? "リポジトリー（またはプロジェクト）の最上位" : "The top of the repository, or of the project"
    }

    private func notification(_ leftOut: Int) -> JSONValue {
        let text =
            language == .ja
            ? "ほかに \(leftOut) 件の指摘がありますが、結果の上限のため含まれていません。"
            : "\(leftOut) more findings are not in this file, which is limited in results."
        return ["level": "warning", "message": ["text": .string(text)]]
    }

    private func driver(in language: MessageLanguage) -> [(key: String, value: JSONValue)] {
        let description =
            language == .ja
            ? "ラベル付きの原稿と、版のあるホワイトペーパーから静的サイトを作ります。"
            : "Compiles labelled content and versioned whitepapers into a static site."
        return [
            ("name", "Hakusho"), ("version", .string(version)),
            ("semanticVersion", .string(version)), ("language", .string(language.rawValue)),
            ("shortDescription", ["text": .string(description)]),
        ]
    }

    private func rules(_ codes: [String]) -> JSONValue {
        .array(
            codes.map { code in
                let words = Rule.of(code).map { $0.words(in: language) } ?? []
                let severity = Rule.of(code)?.severity ?? .error
                return .object(
                    [
                        ("id", .string(code)), ("name", .string(Rule.pascalCase(code))),
                        ("defaultConfiguration", ["level": .string(severity.rawValue)]),
                    ] + words + [
                        (
                            "properties",
                            [
                                "tags": [.string(String(code.prefix { $0 != "." }))],
                                "problem.severity": .string(severity.problem),
                            ]
                        )
                    ])
            })
    }

    /// The rules' words in the other language.
    private func translation(of codes: [String], into other: MessageLanguage) -> JSONValue {
        let rules = codes.map { code in
            JSONValue.object(
                [("id", .string(code))] + (Rule.of(code).map { $0.words(in: other) } ?? []))
        }
        return .object(
            driver(in: other) + [
                ("contents", ["localizedData"]),
                ("associatedComponent", ["name": "Hakusho"]),
                ("translationMetadata", ["name": .string("Hakusho (\(other.rawValue))")]),
                ("rules", .array(rules)),
            ])
    }
}

extension Rule {
    /// `link.page-missing` as `LinkPageMissing`: the form of a name in SARIF.
    fileprivate static func pascalCase(_ code: String) -> String {
        code.split { $0 == "." || $0 == "-" }
            .map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }

    fileprivate func words(in language: MessageLanguage) -> [(key: String, value: JSONValue)] {
        let title = title.text(in: language)
        let help = help.text(in: language)
        let command = "hakusho explain \(code)"
        return [
            ("shortDescription", ["text": .string(title.sarifEscaped)]),
            ("fullDescription", ["text": .string(help.sarifEscaped)]),
            (
                "help",
                [
                    "text": .string("\(title)\n\(help)".sarifEscaped),
                    "markdown": .string("**\(title)**\n\n\(help)\n\n`\(command)`".sarifEscaped),
                ]
            ),
        ]
    }
}

extension Severity {
    /// The words of GitHub's code scanning.
    fileprivate var problem: String { self == .note ? "recommendation" : rawValue }
}

extension String {
    /// Text in which SARIF sees neither placeholders nor links.
    ///
    /// - Source: SARIF 2.1.0, 3.11.5 and 3.11.6.
    var sarifEscaped: String {
        guard utf8.contains(where: { [0x7B, 0x7D, 0x5B, 0x5C, 0x5D].contains($0) }) else {
            return self
        }
        var escaped = ""
        for character in self {
            switch character {
            case "{", "}": escaped += "\(character)\(character)"
            case "[", "]", "\\": escaped += "\\\(character)"
            default: escaped.append(character)
            }
        }
        return escaped
    }
}
