/// Writes diagnostics for people: `file:line:column: error[code]: message`, the source line, a
/// caret, the notes and what to do.
package struct DiagnosticText {
    private let language: MessageLanguage
    private var sources: SourceLines
    private let isColoured: Bool

    /// - Parameters:
    ///   - language: The language of the messages.
    ///   - sources: The files for the lines that are shown.
    ///   - isColoured: Whether severities and carets are set in colours by ECMA-48 sequences.
    package init(language: MessageLanguage, sources: SourceLines, isColoured: Bool = false) {
        self.language = language
        self.sources = sources
        self.isColoured = isColoured
    }

    /// Appends one diagnostic.
    package mutating func append(_ diagnostic: Diagnostic, to writer: inout ByteWriter) {
        let colour = isColoured ? diagnostic.severity.colour : nil
        appendPlace(diagnostic.span, to: &writer)
        writer.append("\(word(for: diagnostic.severity))[\(diagnostic.code)]", in: colour)
        writer.append(": " as StaticString)
        writer.append(diagnostic.message.text(in: language).printable)
        writer.append("\n" as StaticString)
        appendSource(diagnostic.span, colour: colour, to: &writer)
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

    private mutating func appendSource(
        _ span: SourceSpan?, colour: String?, to writer: inout ByteWriter
    ) {
        guard let span, let range = span.range, let lines = sources.lines(of: span.file),
            range.lowerBound < lines.bytes.count
        else { return }
        let line = lines.position(of: range.lowerBound).line
        let excerpt = SourceExcerpt(of: range, inLine: lines.range(ofLine: line), lines.bytes)
        guard !excerpt.text.isEmpty else { return }
        let shown = Array(excerpt.text.printable)
        let number = String(line)
        writer.append("  \(number) | ")
        writer.append(String(shown))
        writer.append("\n" as StaticString)
        let before = shown.prefix(excerpt.before)
        let marked = shown.dropFirst(excerpt.before).prefix(max(excerpt.marked, 1))
        let gap = String(repeating: " ", count: number.count)
        writer.append("  \(gap) | " + String(repeating: " ", count: before.displayWidth))
        writer.append(String(repeating: "^", count: max(marked.displayWidth, 1)), in: colour)
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

extension Severity {
    /// Bold red, yellow or cyan.
    ///
    /// - Source: ECMA-48, 8.3.117 (SGR).
    fileprivate var colour: String {
        switch self {
        case .error: "\u{1B}[1;31m"
        case .warning: "\u{1B}[1;33m"
        case .note: "\u{1B}[1;36m"
        }
    }
}

extension ByteWriter {
    fileprivate mutating func append(_ text: String, in colour: String?) {
        guard let colour else { return append(text) }
        append(colour + text + "\u{1B}[0m")
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
