/// Writes diagnostics as workflow commands, which GitHub Actions shows beside the changed lines.
///
/// GitHub shows the first 10 errors, 10 warnings and 10 notices of a step, and 50 of a job; the
/// log has all of them. Errors come first. Columns are given where a finding keeps to one line.
///
/// - Source: GitHub Actions, "Workflow commands"; actions/toolkit, `command.ts` (escaping).
package struct GitHubCommands {
    private let language: MessageLanguage
    private var sources: SourceLines
    private let prefix: String

    /// - Parameters:
    ///   - language: The language of the messages.
    ///   - sources: The files for lines and columns.
    ///   - prefix: The path from the repository's root to the project, with `/` at its end.
    package init(language: MessageLanguage, sources: SourceLines, prefix: String) {
        self.language = language
        self.sources = sources
        self.prefix = prefix
    }

    /// Appends one line for each diagnostic.
    package mutating func append(_ diagnostics: [Diagnostic], to writer: inout ByteWriter) {
        for severity in Severity.allCases {
            for diagnostic in diagnostics where diagnostic.severity == severity {
                append(diagnostic, to: &writer)
            }
        }
    }

    private mutating func append(_ diagnostic: Diagnostic, to writer: inout ByteWriter) {
        writer.append("::")
        writer.append(diagnostic.severity == .note ? "notice" : diagnostic.severity.rawValue)
        var properties = place(of: diagnostic.span)
        let title = Rule.of(diagnostic.code)?.title.text(in: language)
        properties.append(("title", (title.map { $0 + " " } ?? "") + "[\(diagnostic.code)]"))
        for (index, property) in properties.enumerated() {
            writer.append((index == 0 ? " " : ",") + property.name + "=")
            writer.appendCommand(property.value, isProperty: true)
        }
        writer.append("::")
        writer.appendCommand(diagnostic.wholeText(in: language), isProperty: false)
        writer.append("\n")
    }

    private mutating func place(of span: SourceSpan?) -> [(name: String, value: String)] {
        guard let span else { return [] }
        var properties = [(name: "file", value: prefix + span.file)]
        guard let range = span.range, let lines = sources.lines(of: span.file) else {
            return properties
        }
        let start = lines.position(of: range.lowerBound)
        let end = lines.position(of: range.upperBound)
        properties.append(("line", String(start.line)))
        properties.append(("endLine", String(end.line)))
        if start.line == end.line {
            properties.append(("col", String(start.column)))
            properties.append(("endColumn", String(end.column)))
        }
        return properties
    }
}

extension Diagnostic {
    /// The headline, what to do and the notes, a line each: for forms that have one text.
    func wholeText(in language: MessageLanguage) -> String {
        var lines = [message.text(in: language)]
        if let fix { lines.append(fix.sentence(in: language)) }
        lines += notes.map { note in
            (note.span.map { $0.file + ": " } ?? "") + note.message.text(in: language)
        }
        return lines.joined(separator: "\n")
    }
}

extension ByteWriter {
    /// Text that can neither end its line nor begin another command.
    fileprivate mutating func appendCommand(_ text: String, isProperty: Bool) {
        for byte in text.utf8 {
            switch byte {
            case 0x25: append("%25" as StaticString)
            case 0x0D: append("%0D" as StaticString)
            case 0x0A: append("%0A" as StaticString)
            case 0x3A where isProperty: append("%3A" as StaticString)
            case 0x2C where isProperty: append("%2C" as StaticString)
            // An escape sequence could rewrite what the log shows.
            case 0..<0x09, 0x0B..<0x20, 0x7F: append("\u{FFFD}" as StaticString)
            default: append(byte)
            }
        }
    }
}
