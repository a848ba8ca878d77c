import Content
import Core
import Editorial

extension DeclarationReading {
    /// Reads what only the checks of the text need.
    mutating func checks(_ mapping: inout YAMLMapping, _ languages: [String]) -> CheckDeclaration {
        var editorial = editorial(&mapping)
        editorial.definedTerms = Set((mapping.texts("defined_terms") ?? []).map(\.value))
        return CheckDeclaration(
            editorial: editorial, documents: documents(&mapping, languages),
            productNames: (mapping.texts("product_names") ?? []).map(\.value),
            acceptsWithdrawnStandard: mapping.bool("accept_withdrawn_standard")?.value ?? false,
            standardSpan: mapping.localized("standard")?.span ?? mapping.span,
            documentsSpan: mapping.keySpan("documents"))
    }

    private mutating func documents(
        _ mapping: inout YAMLMapping, _ languages: [String]
    ) -> [DeclaredDocument]? {
        guard let nodes = mapping.sequence("documents") else { return nil }
        var documents: [DeclaredDocument] = []
        for node in nodes {
            var entry = YAMLMapping(node, file: mapping.span.file)
            let id = entry.text("id", required: true)
            let title = entry.localized("title", required: true)
            let url = entry.text("url")
            check(title, languages)
            entry.finish()
            mapping.take(entry)
            guard let id, let title else { continue }
            if let twin = documents.first(where: { $0.id.value == id.value }) {
                diagnostics.append(.documentTwice(id, first: twin.id.span))
            } else {
                documents.append(DeclaredDocument(id: id, title: title.value, url: url?.value))
            }
        }
        return documents
    }

    private func editorial(_ mapping: inout YAMLMapping) -> EditorialSettings {
        var settings = EditorialSettings()
        guard var entry = mapping.mapping("editorial") else { return settings }
        for name in entry.texts("off") ?? [] {
            if let rule = EditorialRule(rawValue: name.value) {
                settings.off.insert(rule)
            } else {
                let known = EditorialRule.allCases.map(\.rawValue)
                entry.take([.unknownValue(name.value, of: "off", known: known, at: name.span)])
            }
        }
        settings.parentheses = entry.choice("parentheses")?.value
        settings.spacing = entry.choice("spacing")?.value
        settings.terms = terms(&entry)
        settings.vagueWords = vagueWords(&entry)
        entry.finish()
        mapping.take(entry)
        return settings
    }

    private func terms(_ editorial: inout YAMLMapping) -> [EditorialSettings.Term] {
        guard var nested = editorial.mapping("terms") else { return [] }
        let terms = nested.keys.compactMap { key in
            nested.texts(key.value).map {
                EditorialSettings.Term(preferred: key.value, variants: $0.map(\.value))
            }
        }
        editorial.take(nested)
        return terms
    }

    /// `true` for the usual words, or a list.
    private func vagueWords(_ editorial: inout YAMLMapping) -> [String]? {
        if case .scalar? = editorial.node("vague_words")?.value {
            let isAsked = editorial.bool("vague_words")?.value ?? false
            return isAsked ? EditorialSettings.usualVagueWords : nil
        }
        return editorial.texts("vague_words")?.map(\.value)
    }
}

extension Diagnostic {
    fileprivate static func documentTwice(
        _ id: Located<String>, first: SourceSpan
    ) -> Diagnostic {
        Diagnostic(
            .error, "whitepaper.document-twice", at: id.span,
            en: "document '\(id.value)' is declared twice",
            ja: "文書「\(id.value)」が二度宣言されています",
            notes: [Note(at: first, en: "first declared here", ja: "最初の宣言はここです")])
    }
}
