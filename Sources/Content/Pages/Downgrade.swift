package import Core

/// Why the label of something was lowered, as its author accounts for it.
package struct Downgrade: Sendable {
    /// The part that is meant, by its name behind `#` in labels.lock: a portion of a page, a fact
    /// or an edition of a whitepaper; nil means the item as a whole.
    package let part: Located<String>?
    /// The label that it had: a level and its marks, `internal no-print`.
    package let from: Located<String>
    /// The label that it has now, written in the same way.
    package let to: Located<String>
    /// Why the lower label is enough; for the record, not for readers.
    package let reason: String
    /// Who decided it.
    package let by: String
    /// The day of the decision.
    package let on: Located<CalendarDate>
    /// The whole entry.
    package let span: SourceSpan
}

extension Downgrade {
    /// Reads the key `downgrade`: one entry, or a list of entries.
    ///
    /// An entry that lacks a key is reported, and left out.
    package static func readAll(_ keys: inout YAMLMapping) -> [Downgrade] {
        guard let node = keys.node("downgrade") else { return [] }
        let nodes: [YAMLNode]
        if case .sequence(let items) = node.value { nodes = items } else { nodes = [node] }
        return nodes.compactMap { item in
            var entry = YAMLMapping(item, file: item.span.file)
            let downgrade = read(&entry)
            entry.finish()
            keys.take(entry)
            return downgrade
        }
    }

    private static func read(_ keys: inout YAMLMapping) -> Downgrade? {
        let part = keys.text("part")
        let (from, to) = (keys.text("from", required: true), keys.text("to", required: true))
        let (reason, by) = (words("reason", &keys), words("by", &keys))
        let on = keys.date("on")
        let isWrong = keys.diagnostics.contains { $0.code == "yaml.bad-date" }
        if on == nil, keys.isMapping, !isWrong { keys.take([.missingKey("on", at: keys.span)]) }
        guard let from, let to, let reason, let by, let on else { return nil }
        return Downgrade(
            part: part, from: from, to: to, reason: reason, by: by, on: on, span: keys.span)
    }

    /// Text that says something; blanks alone are reported like nothing at all.
    private static func words(_ key: String, _ keys: inout YAMLMapping) -> String? {
        guard let text = keys.text(key, required: true) else { return nil }
        if !text.value.allSatisfy(\.isWhitespace) { return text.value }
        keys.take([.missingKey(key, at: text.span)])
        return nil
    }
}
