import Content
import Core

extension Whitepaper {
    /// Reports what is stated in one language only, and what two languages state differently.
    func checkLanguages() -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        for edition in editions {
            let changed = Set(edition.files.map(\.key))
            for item in edition.items where changed.contains(item.key) {
                guard item.texts[languages[0]] != nil else {
                    diagnostics += item.original.map { [.noOriginal(item, $0, languages[0])] } ?? []
                    continue
                }
                diagnostics += disagreements(of: item)
            }
        }
        guard let current = newestEdition else { return diagnostics }
        for language in languages.dropFirst() {
            let missing = current.items.filter { $0.texts[language] == nil }
            if missing.isEmpty { continue }
            diagnostics.append(
                .untranslated(
                    missing.map(\.id), language, current.version, at: declaration.languagesSpan))
        }
        return diagnostics
    }

    /// A translation may leave out what holds for all languages; it may not contradict it.
    private func disagreements(of item: EditionItem) -> [Diagnostic] {
        guard let original = item.texts[languages[0]] else { return [] }
        var diagnostics: [Diagnostic] = []
        for language in languages.dropFirst() {
            guard let text = item.texts[language] else { continue }
            let pairs: [(key: String, a: Located<String>?, b: Located<String>?)] = [
                ("responsibility", original.responsibility?.word, text.responsibility?.word),
                ("label", original.label, text.label),
                ("handling", original.handling.words, text.handling.words),
                ("controls", original.listsControls?.word, text.listsControls?.word),
                ("history", original.showsHistory?.word, text.showsHistory?.word),
            ]
            for pair in pairs {
                guard let stated = pair.b, stated.value != pair.a?.value else { continue }
                diagnostics.append(
                    .disagree(pair.key, stated, original: pair.a, at: original.span))
            }
        }
        if item.isControl, original.responsibility == nil {
            diagnostics.append(.noResponsibility(item.id, at: original.span))
        }
        return diagnostics
    }
}

extension Located where Value == Responsibility {
    fileprivate var word: Located<String> { Located<String>(value.rawValue, at: span) }
}

extension [Located<String>] {
    fileprivate var words: Located<String>? {
        first.map { Located(map(\.value).joined(separator: ", "), at: $0.span) }
    }
}

extension Located where Value == Bool {
    fileprivate var word: Located<String> { Located<String>(value ? "true" : "false", at: span) }
}

extension Diagnostic {
    fileprivate static func noOriginal(
        _ item: EditionItem, _ text: ItemText, _ language: String
    ) -> Diagnostic {
        Diagnostic(
            .error, "whitepaper.original-missing", at: text.span,
            en: "'\(item.id)' has a translation, but no text in '\(language)'",
            ja: "「\(item.id)」には翻訳だけがあり、原文（\(language)）がありません",
            fix: .advice(
                en: "write \(item.key.fileName).md beside it",
                ja: "同じフォルダーに \(item.key.fileName).md を書いてください"))
    }

    fileprivate static func untranslated(
        _ ids: [String], _ language: String, _ version: String, at span: SourceSpan
    ) -> Diagnostic {
        let list = ids.joined(separator: ", ")
        return Diagnostic(
            .warning, "whitepaper.untranslated", at: span,
            en: "edition \(version) lacks '\(language)' for \(list)",
            ja: "\(version) 版の次の項目には「\(language)」の本文がありません: \(list)",
            fix: .advice(
                en: "write their files with '.\(language).md', or remove the language",
                ja: "「.\(language).md」のファイルを書くか、languages から「\(language)」を除いてください"))
    }

    fileprivate static func disagree(
        _ key: String, _ stated: Located<String>, original: Located<String>?, at span: SourceSpan
    ) -> Diagnostic {
        let note =
            original.map {
                Note(
                    at: $0.span, en: "the original says '\($0.value)'", ja: "原文では「\($0.value)」です")
            } ?? Note(at: span, en: "the original says nothing", ja: "原文には書かれていません")
        return Diagnostic(
            .error, "whitepaper.languages-disagree", at: stated.span,
            en: "'\(key)' is '\(stated.value)' here, but not in the original",
            ja: "「\(key)」が「\(stated.value)」となっていて、原文と違います", notes: [note],
            fix: .advice(
                en: "make both the same, or leave it to the original",
                ja: "両方を同じにするか、翻訳から「\(key)」を除いてください"))
    }

    fileprivate static func noResponsibility(_ id: String, at span: SourceSpan) -> Diagnostic {
        let list = Responsibility.allCases.map(\.rawValue).joined(separator: ", ")
        return Diagnostic(
            .error, "whitepaper.no-responsibility", at: span,
            en: "'\(id)' does not say who is responsible",
            ja: "「\(id)」に、責任を負う者（responsibility）が書かれていません",
            fix: .advice(
                en: "add 'responsibility: …' (\(list))",
                ja: "「responsibility: …」を加えてください（\(list)）"))
    }
}
