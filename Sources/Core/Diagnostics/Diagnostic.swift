/// One finding of a run: what is wrong, where, and what to do.
///
/// All rooms report with this type. Diagnostics are values: they are returned, merged and
/// sorted before they are shown, so that a run's report does not depend on its threads.
package struct Diagnostic: Hashable, Sendable {
    /// Whether it forbids publishing.
    package var severity: Severity
    /// Stable name for tools, `room.kebab-case`.
    package let code: String
    /// The place that has to be changed; nil where no file is to blame.
    package let span: SourceSpan?
    /// The headline.
    package let message: Message
    /// Further places and sentences that explain the headline.
    package private(set) var notes: [Note]
    /// What to do, where one way is likely.
    package private(set) var fix: Fix?

    /// A second place, or a sentence that says what to do.
    package struct Note: Hashable, Sendable {
        /// The second place; nil for a mere sentence.
        package let span: SourceSpan?
        /// What is found there, or what explains the headline.
        package let message: Message

        /// Takes the sentence in both languages; without a place, a mere explanation.
        package init(at span: SourceSpan? = nil, en: String, ja: String) {
            self.span = span
            self.message = Message(en: en, ja: ja)
        }
    }

    /// A likely repair.
    package enum Fix: Hashable, Sendable {
        /// Put this text where the diagnostic's span is.
        case replace(with: String)
        /// Make these edits, all of them; the sentence says the same in words.
        case edit([TextEdit], Message)
        /// Do what the sentence says.
        case advice(Message)
    }

    /// Takes the headline in both languages; `code` never changes once it is in use.
    package init(
        _ severity: Severity, _ code: String, at span: SourceSpan?,
        en: String, ja: String, notes: [Note] = [], fix: Fix? = nil
    ) {
        self.severity = severity
        self.code = code
        self.span = span
        self.message = Message(en: en, ja: ja)
        self.notes = notes
        self.fix = fix
    }

    /// The same finding with more notes at its end.
    package func noting(_ more: [Note]) -> Diagnostic {
        var copy = self
        copy.notes += more
        return copy
    }

    /// The same finding, whose repair is advice: people make it.
    package var leftToPeople: Diagnostic {
        var copy = self
        switch fix {
        case .replace(let text): copy.fix = .advice(en: "write '\(text)'", ja: "「\(text)」に直してください")
        case .edit(_, let sentence): copy.fix = .advice(sentence)
        case .advice, nil: break
        }
        return copy
    }
}

extension Diagnostic: Comparable {
    /// By place, then severity, code and words: the order in which a run reports.
    package static func < (a: Diagnostic, b: Diagnostic) -> Bool {
        switch (a.span, b.span) {
        case (nil, .some): return true
        case (.some, nil): return false
        case (let left?, let right?) where left != right: return left < right
        default: break
        }
        if a.severity != b.severity { return a.severity < b.severity }
        if a.code != b.code { return a.code < b.code }
        return a.message.en < b.message.en
    }
}

extension Diagnostic {
    /// What a tool can change by itself to repair this; empty where a person has to.
    package var edits: [TextEdit] {
        switch fix {
        case .replace(let text):
            guard let span, let range = span.range else { return [] }
            return [TextEdit(file: span.file, range: range, text: text)]
        case .edit(let edits, _): return edits
        case .advice, nil: return []
        }
    }
}

extension Diagnostic.Fix {
    /// Put `text` at a place other than the finding's span, such as a part of it.
    ///
    /// - Parameter span: Has a range; a finding about a whole file is repaired by people.
    package static func replace(at span: SourceSpan, with text: String) -> Self {
        guard let range = span.range else { preconditionFailure("an edit needs a range") }
        return .edit(
            [TextEdit(file: span.file, range: range, text: text)],
            Message(en: "write '\(text)'", ja: "「\(text)」に直してください"))
    }

    /// Edits in any files, with the sentence in both languages.
    package static func edit(_ edits: [TextEdit], en: String, ja: String) -> Self {
        .edit(edits, Message(en: en, ja: ja))
    }

    /// Put a text at each of several places, with the sentence in both languages. A place without
    /// a range is left to people.
    package static func replace(
        _ places: [(span: SourceSpan, text: String)], en: String, ja: String
    ) -> Self {
        let edits = places.compactMap { place in
            place.span.range.map { TextEdit(file: place.span.file, range: $0, text: place.text) }
        }
        return .edit(edits, Message(en: en, ja: ja))
    }

    /// Advice in both languages.
    package static func advice(en: String, ja: String) -> Self {
        .advice(Message(en: en, ja: ja))
    }
}

extension Array where Element == Diagnostic {
    /// Whether one of them forbids publishing.
    package var hasErrors: Bool { contains { $0.severity == .error } }

    /// Sorted, with findings that are wholly equal reported once.
    package func inReportingOrder() -> [Diagnostic] {
        var seen = Set<Diagnostic>()
        return filter { seen.insert($0).inserted }.sorted()
    }
}
