/// Writes diagnostics for people: `file:line:column: error[code]: message`, the source line, a
/// caret, the notes and what to do.
package struct DiagnosticText {
    private let language: MessageLanguage
    private var sources: SourceLines

    /// Takes the language of the messages, and the files for the lines that are shown.
    package init(language: MessageLanguage, sources: SourceLines) {
        self.language = language
        self.sources = sources
    }

    /// Appends one diagnostic.
    package mutating func append(_ diagnostic: Diagnostic, to writer: inout ByteWriter) {
        appendPlace(diagnostic.span, to: &writer)
        writer.append(word(for: diagnostic.severity))
        writer.append("[\(diagnostic.code)]: ")
        writer.append(diagnostic.message.text(in: language).printable)
        writer.append("\n" as StaticString)
        appendSource(diagnostic.span, to: &writer)
        for note in diagnostic.notes {
            writer.append("  " as StaticString)
            appendPlace(note.span, to: &writer)
            writer.append(language == .ja ? "補足: " : "note: ")
            writer.append(note.message.text(in: language).printable)
            writer.append("\n" as StaticString)
        }
        if let fix = diagnostic.fix {
            writer.append(language == .ja ? "  対処: " : "  fix: ")
            writer.append(fix.sentence(in: language).printable)
            writer.append("\n" as StaticString)
        }
    }

    private mutating func appendPlace(_ span: SourceSpan?, to writer: inout ByteWriter) {
        guard let span else { return }
        writer.append(span.file.printable)
        if let range = span.range, let lines = sources.lines(of: span.file) {
            let position = lines.position(of: range.lowerBound)
            writer.append(":\(position.line):\(position.column)")
        }
        writer.append(": " as StaticString)
    }

    private mutating func appendSource(_ span: SourceSpan?, to writer: inout ByteWriter) {
        guard let span, let range = span.range, let lines = sources.lines(of: span.file),
            range.lowerBound < lines.bytes.count
        else { return }
        let start = lines.position(of: range.lowerBound)
        let end = lines.position(of: range.upperBound)
        let text = lines.text(ofLine: start.line)
        guard !text.isEmpty, text.utf8.count <= 400 else { return }
        let number = String(start.line)
        let shown = Array(text.printable)
        writer.append("  \(number) | ")
        writer.append(String(shown))
        writer.append("\n" as StaticString)
        let before = shown.prefix(start.column - 1)
        let length = end.line == start.line ? end.column - start.column : shown.count
        let marked = shown.dropFirst(start.column - 1).prefix(max(length, 1))
        let gap = String(repeating: " ", count: number.count)
        writer.append("  \(gap) | " + String(repeating: " ", count: before.displayWidth))
        writer.append(String(repeating: "^", count: max(marked.displayWidth, 1)))
        writer.append("\n" as StaticString)
    }

    private func word(for severity: Severity) -> String {
        switch (severity, language) {
        case (.error, .ja): "エラー"
        case (.warning, .ja): "警告"
        case (.note, .ja): "情報"
        case (_, .en): severity.rawValue
        }
    }
}

extension Diagnostic.Fix {
    /// The repair as a sentence.
    package func sentence(in language: MessageLanguage) -> String {
        switch self {
        case .replace(let text): language == .ja ? "「\(text)」に直してください" : "write '\(text)'"
        case .edit(_, let message), .advice(let message): message.text(in: language)
        }
    }
}

extension ArraySlice<Character> {
    /// Columns of a terminal: two for a wide character.
    fileprivate var displayWidth: Int {
        reduce(0) { $0 + ($1.unicodeScalars.first?.isEastAsianWide ?? false ? 2 : 1) }
    }
}

extension String {
    /// The text on one line, with a sign in place of every control character.
    fileprivate var printable: String {
        if utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return self }
        return String(map { $0 == "\t" ? " " : $0.isPrintable ? $0 : "\u{FFFD}" })
    }
}

extension Character {
    /// Control characters could move a terminal's cursor, or hide what follows.
    fileprivate var isPrintable: Bool {
        // A joiner within an emoji is part of its picture; alone it could hide or turn text.
        if unicodeScalars.count > 1, unicodeScalars.first?.properties.isEmojiPresentation ?? false {
            return true
        }
        return unicodeScalars.allSatisfy { scalar in
            scalar.value >= 0x20 && scalar.value != 0x7F
                && scalar.properties.generalCategory != .format
                && scalar.properties.generalCategory != .control
        }
    }
}
