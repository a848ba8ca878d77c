import Core

extension Whitepaper {
    /// Reports sections and controls without a text. A section whose content is generated, or
    /// which only heads others, needs none.
    func checkEmptySections() -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        for edition in editions {
            for file in edition.files where file.withdrawal == nil {
                guard Self.isBlank(file.text.statement) else { continue }
                let item = edition.item(file.key)
                if let item, !needsText(item, in: edition) { continue }
                diagnostics.append(.empty(file))
            }
        }
        return diagnostics
    }

    /// Whether nothing but its own text is an item's content.
    func needsText(_ item: EditionItem, in edition: Edition) -> Bool {
        if item.listsControls || item.showsHistory { return false }
        return item.isControl
            || !edition.items.contains { other in
                guard !other.isControl, let head = item.key.number else { return false }
                return other.key.number.map { $0.isWithin(head) } ?? false
            }
    }

    /// Whether a text shows nothing: blank, or comments only.
    static func isBlank(_ statement: String) -> Bool {
        var rest = statement[...]
        while let start = rest.firstIndex(where: { !$0.isWhitespace }) {
            rest = rest[start...]
            guard rest.hasPrefix("<!--"), let end = rest.firstRange(of: "-->") else { return false }
            rest = rest[end.upperBound...]
        }
        return true
    }
}

extension Diagnostic {
    fileprivate static func empty(_ file: ItemFile) -> Diagnostic {
        let isControl = file.key.kind == .control
        return Diagnostic(
            .error, "whitepaper.empty", at: file.text.span,
            en: (isControl ? "control" : "section") + " '\(file.key.id)' has no text",
            ja: (isControl ? "管理策" : "節") + "「\(file.key.id)」の本文が空です",
            fix: .advice(
                en: "write it, or withdraw it with 'withdrawn: true'",
                ja: "本文を書くか、「withdrawn: true」で廃止してください"))
    }
}
