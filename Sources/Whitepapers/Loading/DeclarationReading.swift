import Content
import Core

/// Reads `whitepaper.yml`.
struct DeclarationReading {
    /// Nil where something that nothing can do without is missing.
    private(set) var declaration: WhitepaperDeclaration?
    var diagnostics: [Diagnostic] = []
    let siteLanguages: [String]

    init(_ root: YAMLNode?, file: String, siteLanguages: [String]) {
        self.siteLanguages = siteLanguages
        var mapping = YAMLMapping(root, file: file)
        declaration = read(&mapping)
        mapping.finish()
        diagnostics += mapping.diagnostics
    }

    private mutating func read(_ mapping: inout YAMLMapping) -> WhitepaperDeclaration? {
        let languages = languages(&mapping)
        let title = mapping.localized("title", required: true)
        let product = mapping.localized("product", required: true)
        let standard = mapping.localized("standard", required: true)
        let owner = mapping.localized("owner")
        for text in [title, product, standard, owner] { check(text, languages) }
        let path = mapping.text("path", required: true)
        if let path { check(path) }
        let label = mapping.text("label")
        let handling = mapping.texts("handling") ?? []
        let downgrades = Downgrade.readAll(&mapping)
        let contact = mapping.text("contact")
        let reviewBy = mapping.date("review_by")
        let pdf = mapping.bool("pdf")
        let catalogue = mapping.text("catalogue")
        let facts = facts(&mapping, languages)
        let notCovered = notCovered(&mapping, languages)
        let checks = checks(&mapping, languages)
        let editions = editions(&mapping, languages)
        guard let title, let product, let standard, let path else { return nil }
        return WhitepaperDeclaration(
            title: title.value, product: product.value, path: path, label: label,
            handling: handling, downgrades: downgrades, owner: owner?.value,
            contact: contact?.value, reviewBy: reviewBy, pdf: pdf,
            standard: standard.value,
            languages: languages, facts: facts, notCovered: notCovered, checks: checks,
            catalogue: catalogue, editions: editions,
            languagesSpan: mapping.keySpan("languages"), editionsSpan: mapping.keySpan("editions"),
            notCoveredSpan: mapping.keySpan("not_covered"))
    }

    private mutating func languages(_ mapping: inout YAMLMapping) -> [String] {
        guard let stated = mapping.texts("languages") else { return siteLanguages }
        var languages: [String] = []
        for language in stated {
            if !siteLanguages.contains(language.value) {
                diagnostics.append(
                    .unknownLanguage(language.value, known: siteLanguages, at: language.span))
            } else if languages.contains(language.value) {
                diagnostics.append(.languageTwice(language.value, at: language.span))
            } else {
                languages.append(language.value)
            }
        }
        return languages.isEmpty ? siteLanguages : languages
    }

    private mutating func facts(_ mapping: inout YAMLMapping, _ languages: [String]) -> [Fact] {
        guard var nested = mapping.mapping("facts") else { return [] }
        var facts: [Fact] = []
        for key in nested.keys {
            guard let (value, label, handling) = fact(key.value, &nested) else { continue }
            check(value, languages)
            if key.value.isEmpty || !key.value.utf8.allSatisfy(Self.isKeyByte) {
                diagnostics.append(.badFactKey(key.value, at: key.span))
            } else {
                facts.append(
                    Fact(key: key, value: value.value, label: label, handling: handling))
            }
        }
        mapping.take(nested)
        return facts
    }

    /// A fact's value; or a mapping of `value`, `label` and `handling`.
    private func fact(
        _ key: String, _ facts: inout YAMLMapping
    ) -> (Located<LocalizedText>, Located<String>?, [Located<String>])? {
        guard case .mapping(let entries)? = facts.node(key)?.value,
            entries.contains(where: { $0.key == "value" }), var entry = facts.mapping(key)
        else { return facts.localized(key).map { ($0, nil, []) } }
        let value = entry.localized("value", required: true)
        let label = entry.text("label")
        let handling = entry.texts("handling") ?? []
        entry.finish()
        facts.take(entry)
        return value.map { ($0, label, handling) }
    }

    /// Letters, digits and `.-_`: what can stand in `{{fact:KEY}}`.
    private static func isKeyByte(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
            || [0x2D, 0x2E, 0x5F].contains(byte)
    }

    private mutating func notCovered(
        _ mapping: inout YAMLMapping, _ languages: [String]
    ) -> [NotCovered] {
        var list: [NotCovered] = []
        for node in mapping.sequence("not_covered") ?? [] {
            var entry = YAMLMapping(node, file: mapping.span.file)
            let control = entry.text("control", required: true)
            let reason = entry.localized("reason", required: true)
            check(reason, languages)
            entry.finish()
            mapping.take(entry)
            guard let control, let reason else { continue }
            list.append(NotCovered(control: control, reason: reason.value))
        }
        return list
    }

    /// Reports languages that the whitepaper does not have.
    mutating func check(_ text: Located<LocalizedText>?, _ languages: [String]) {
        guard let text else { return }
        for language in text.value.languages.sorted() where !languages.contains(language) {
            diagnostics.append(.unknownLanguage(language, known: languages, at: text.span))
        }
    }

    private mutating func check(_ path: Located<String>) {
        let bytes = Array(path.value.utf8)
        let parts = path.value.split(separator: "/", omittingEmptySubsequences: false)
        let names = parts.dropFirst().dropLast()
        let isSound =
            bytes.first == 0x2F && bytes.last == 0x2F && !names.isEmpty
            && names.allSatisfy { !["", ".", ".."].contains($0) }
            && bytes.allSatisfy { $0 > 0x20 && $0 != 0x7F && !"?#%\\\"<>".utf8.contains($0) }
        if !isSound { diagnostics.append(.badPath(path.value, at: path.span)) }
    }
}

extension Diagnostic {
    /// A language that is not declared where it must be.
    static func unknownLanguage(_ code: String, known: [String], at span: SourceSpan) -> Diagnostic
    {
        let list = known.joined(separator: ", ")
        return Diagnostic(
            .error, "whitepaper.unknown-language", at: span,
            en: "language '\(code)' is not declared; there are \(list)",
            ja: "言語「\(code)」は宣言されていません。使える言語: \(list)",
            fix: nearestName(to: code, in: known).map { .replace(with: $0) })
    }

    fileprivate static func languageTwice(_ code: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "whitepaper.language-twice", at: span,
            en: "language '\(code)' is given twice", ja: "言語「\(code)」が二度書かれています")
    }

    fileprivate static func badFactKey(_ key: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "whitepaper.bad-fact-key", at: span,
            en: "a fact's name has letters a to z, digits and '.', '-', '_' only, not '\(key)'",
            ja: "ファクトの名前「\(key)」に使えるのは英数字と「.」「-」「_」だけです")
    }

    fileprivate static func badPath(_ path: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "whitepaper.bad-path", at: span,
            en: "'\(path)' is not the path of a page, like /security/whitepaper/",
            ja: "「\(path)」はページのパス（例: /security/whitepaper/）ではありません",
            fix: .advice(
                en: "begin and end it with '/', without spaces and '?', '#', '%'",
                ja: "「/」で始め「/」で終え、空白や「?」「#」「%」を除いてください"))
    }
}
