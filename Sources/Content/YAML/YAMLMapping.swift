package import Core

/// A value together with the place where it was written.
package struct Located<Value: Sendable>: Sendable {
    /// What was read.
    package let value: Value
    /// The value's bytes in its file; the key is not part of it.
    package let span: SourceSpan

    /// Takes a value and the place to blame for it.
    package init(_ value: Value, at span: SourceSpan) {
        self.value = value
        self.span = span
    }
}

/// Reads the keys of one mapping and collects what is wrong with them.
///
/// Every key that is asked for is a known key; `finish()` then reports all others.
package struct YAMLMapping {
    /// What has been found wrong so far.
    package var diagnostics: [Diagnostic] = []
    /// The place of the mapping as a whole.
    package let span: SourceSpan
    /// Whether there are keys at all, or could be; else that is what is wrong, and not each key
    /// that is missing.
    package let isMapping: Bool
    private let entries: [YAMLNode.Entry]
    private var asked: [String] = []

    /// Wraps `node`; one that is not a mapping is reported and read as an empty one.
    package init(_ node: YAMLNode?, file: String) {
        span = node?.span ?? SourceSpan(file: file)
        guard let node, !node.isNull else {
            entries = []
            isMapping = true
            return
        }
        if case .mapping(let entries) = node.value {
            self.entries = entries
            isMapping = true
        } else {
            entries = []
            isMapping = false
            diagnostics.append(.wrongType(nil, expected: .mapping, at: node.span))
        }
    }

    /// The keys as written, in order.
    package var keys: [Located<String>] { entries.map { Located($0.key, at: $0.keySpan) } }

    /// The entry of `key`, marked as known; nil where it is absent or empty.
    package mutating func node(_ key: String) -> YAMLNode? {
        entry(key)?.value
    }

    /// The place of `key` itself; the whole mapping where it is absent.
    package func keySpan(_ key: String) -> SourceSpan {
        entries.first { $0.key == key }?.keySpan ?? span
    }

    /// Text. Absent and required is an error.
    package mutating func text(_ key: String, required: Bool = false) -> Located<String>? {
        guard let node = node(key) else {
            if required { missing(key) } else { refuseEmpty(key, .text) }
            return nil
        }
        guard case .scalar(let text, _) = node.value else { return wrong(key, .text, node) }
        return Located(text, at: node.span)
    }

    /// `true` or `false`.
    package mutating func bool(_ key: String) -> Located<Bool>? {
        guard let node = node(key) else { return nil }
        guard case .scalar(let text, isPlain: true) = node.value, text == "true" || text == "false"
        else { return wrong(key, .bool, node) }
        return Located(text == "true", at: node.span)
    }

    /// A whole number.
    package mutating func int(_ key: String) -> Located<Int>? {
        guard let node = node(key) else { return nil }
        guard case .scalar(let text, _) = node.value, let number = Int(text) else {
            return wrong(key, .int, node)
        }
        return Located(number, at: node.span)
    }

    /// A day, `2025-02-03`.
    package mutating func date(_ key: String) -> Located<CalendarDate>? {
        guard let node = node(key) else { return nil }
        guard case .scalar(let text, _) = node.value, let date = CalendarDate(iso: text) else {
            return wrong(key, .date, node)
        }
        return Located(date, at: node.span)
    }

    /// A day or a moment; `zone` is meant where none is written.
    package mutating func moment(_ key: String, zone: ZoneOffset) -> Located<Moment>? {
        guard let node = node(key) else { return nil }
        guard case .scalar(let text, _) = node.value,
            let moment = Moment(iso: text, defaultZone: zone)
        else { return wrong(key, .moment, node) }
        return Located(moment, at: node.span)
    }

    /// A list of texts.
    package mutating func texts(_ key: String) -> [Located<String>]? {
        refuseEmpty(key, .list)
        guard let items = sequence(key) else { return nil }
        return items.compactMap { item in
            guard case .scalar(let text, _) = item.value, !item.isNull else {
                diagnostics.append(.wrongType(key, expected: .text, at: item.span))
                return nil
            }
            return Located(text, at: item.span)
        }
    }

    /// A list of whatever.
    package mutating func sequence(_ key: String) -> [YAMLNode]? {
        guard let node = node(key) else { return nil }
        guard case .sequence(let items) = node.value else { return wrong(key, .list, node) }
        return items
    }

    /// One of the cases of an enumeration, by raw value.
    package mutating func choice<Choice>(
        _ key: String, of type: Choice.Type = Choice.self
    ) -> Located<Choice>? where Choice: RawRepresentable<String> & CaseIterable & Sendable {
        guard let text = text(key) else { return nil }
        guard let choice = Choice(rawValue: text.value) else {
            let known = Choice.allCases.map(\.rawValue)
            diagnostics.append(.unknownValue(text.value, of: key, known: known, at: text.span))
            return nil
        }
        return Located(choice, at: text.span)
    }

    /// Text that may differ by language: a string, or a mapping from language to string.
    package mutating func localized(
        _ key: String, required: Bool = false
    ) -> Located<LocalizedText>? {
        guard let node = node(key) else {
            if required { missing(key) }
            return nil
        }
        guard let text = LocalizedText(node) else { return wrong(key, .localized, node) }
        return Located(text, at: node.span)
    }

    /// A mapping within this one; merge its `diagnostics` back with `take`.
    package mutating func mapping(_ key: String) -> YAMLMapping? {
        guard let node = node(key) else { return nil }
        guard case .mapping = node.value else { return wrong(key, .mapping, node) }
        return YAMLMapping(node, file: span.file)
    }

    /// Takes over what a nested mapping found.
    package mutating func take(_ nested: YAMLMapping) { diagnostics += nested.diagnostics }

    /// Takes over findings.
    package mutating func take(_ found: [Diagnostic]) { diagnostics += found }

    /// Reports the keys that nobody asked for, each with the nearest known one.
    package mutating func finish() {
        let unknown = entries.filter { !asked.contains($0.key) }
        for (index, entry) in unknown.enumerated() {
            // What was meant by a key that no report shows is not worth the search.
            let known = index < Diagnostic.mostShown ? asked : []
            diagnostics.append(.unknownKey(entry.key, known: known, at: entry.keySpan))
        }
    }

    private mutating func entry(_ key: String) -> YAMLNode.Entry? {
        if !asked.contains(key) { asked.append(key) }
        guard let entry = entries.first(where: { $0.key == key }), !entry.value.isNull else {
            return nil
        }
        return entry
    }

    /// Keys that say who may read something. Written without a value, they would be passed over,
    /// and the file would silently inherit.
    private static let labelling: Set<String> = ["label", "floor", "handling"]

    private mutating func refuseEmpty(_ key: String, _ expected: YAMLExpectation) {
        guard Self.labelling.contains(key),
            let entry = entries.first(where: { $0.key == key }), entry.value.isNull
        else { return }
        diagnostics.append(.wrongType(key, expected: expected, at: entry.keySpan))
    }

    private mutating func missing(_ key: String) {
        if isMapping { diagnostics.append(.missingKey(key, at: span)) }
    }

    private mutating func wrong<Value>(
        _ key: String, _ expected: YAMLExpectation, _ node: YAMLNode
    ) -> Value? {
        diagnostics.append(
            .wrongType(key, expected: expected, at: node.span, written: node.text))
        return nil
    }
}
