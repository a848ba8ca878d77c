import Content
package import Core

extension LabelScheme {
    /// Reads labels.yml.
    ///
    /// - Returns: Nil where no level could be read; the diagnostics say why.
    package static func read(
        _ bytes: [UInt8], file: String
    ) -> (scheme: LabelScheme?, diagnostics: [Diagnostic]) {
        let (root, found) = YAMLNode.parse(bytes[...], file: file)
        guard root != nil || found.isEmpty else { return (nil, found) }
        var keys = YAMLMapping(root, file: file)
        keys.take(found)
        let levels = readLevels(&keys)
        let handling = readTerms("handling", &keys).terms
        if handling.count > 64 { keys.take([.tooManyMarks(at: handling[64].span)]) }
        let standard = readDefault(&keys, levels: levels)
        let profiles = LabelProfile.readAll(&keys, levels: levels)
        keys.finish()
        guard !levels.isEmpty else { return (nil, keys.diagnostics) }
        let scheme = LabelScheme(
            levels: levels, handling: Array(handling.prefix(64)), standard: standard,
            profiles: profiles)
        return (scheme, keys.diagnostics)
    }

    private static func readLevels(_ keys: inout YAMLMapping) -> [Term] {
        if case .mapping(let entries)? = keys.node("levels")?.value {
            keys.take([.unordered(entries.map { Located($0.key, at: $0.keySpan) })])
            return []
        }
        let (levels, above) = readTerms("levels", &keys, isOrdered: true)
        if levels.isEmpty, !keys.diagnostics.hasErrors { keys.take([.noLevels(at: keys.span)]) }
        keys.take(checkOrder(levels, above: above))
        return levels
    }

    private static func readDefault(
        _ keys: inout YAMLMapping, levels: [Term]
    ) -> Located<Int>? {
        guard let name = keys.text("default"), !levels.isEmpty else { return nil }
        guard let level = levels.firstIndex(where: { $0.id == name.value }) else {
            keys.take([.unknownLevel(name, known: levels)])
            return nil
        }
        if level == 0, levels.count > 1 {
            keys.take([.lowestDefault(name, lowest: levels[0].span)])
        }
        return Located(level, at: name.span)
    }

    /// - Parameter isOrdered: Whether an entry may say `above`.
    private static func readTerms(
        _ key: String, _ keys: inout YAMLMapping, isOrdered: Bool = false
    ) -> (terms: [Term], above: [Located<String>?]) {
        var terms: [Term] = []
        var above: [Located<String>?] = []
        for item in keys.sequence(key) ?? [] {
            var entry = YAMLMapping(item, file: item.span.file)
            let id = entry.text("id", required: true)
            let name = entry.localized("name")
            let formerly = entry.texts("formerly") ?? []
            let lower = isOrdered ? entry.text("above") : nil
            if let id, !isUsable(id.value) { entry.take([.badID(id)]) }
            entry.finish()
            keys.take(entry)
            guard let id else { continue }
            if let first = terms.first(where: { $0.id.lowercased() == id.value.lowercased() }) {
                keys.take([.repeatedTerm(id.value, at: id.span, first: first)])
                continue
            }
            terms.append(
                Term(
                    id: id.value, name: name?.value ?? LocalizedText(id.value),
                    formerly: formerly.map(\.value), span: id.span))
            above.append(lower)
        }
        return (terms, above)
    }

    /// Whether an id can stand in `:::label` and in labels.lock.
    private static func isUsable(_ id: String) -> Bool {
        !id.isEmpty
            && id.unicodeScalars.allSatisfy {
                $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "-"
                    || $0 == "_" || $0 == "."
            }
    }
}

extension Diagnostic {
    fileprivate static func noLevels(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "label.no-levels", at: span,
            en: "labels.yml has no levels", ja: "labels.yml に levels がありません",
            fix: .advice(
                en: "list the levels, lowest first: '- {id: …}' for each",
                ja: "低い順に levels を書いてください（一つのラベルにつき「- {id: …}」を一行）"))
    }

    fileprivate static func unordered(_ levels: [Located<String>]) -> Diagnostic {
        Diagnostic(
            .error, "label.unordered-levels", at: levels.first?.span,
            en: "the levels have no order: keys of YAML have none",
            ja: "levels に順序がありません（YAML のキーには順序がないためです）",
            notes: levels.dropFirst().map {
                .init(
                    at: $0.span, en: "nothing says whether '\($0.value)' ranks higher",
                    ja: "「\($0.value)」のほうが高いかどうかが決まりません")
            },
            fix: .advice(
                en: "write a list, lowest first: '- {id: …}' for each level",
                ja: "低い順のリストにしてください（一つのラベルにつき「- {id: …}」を一行）"))
    }

    fileprivate static func tooManyMarks(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "label.too-many-marks", at: span,
            en: "labels.yml may have 64 handling marks at most", ja: "取扱い区分は 64 個までです")
    }

    fileprivate static func badID(_ id: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "label.bad-id", at: id.span,
            en: "'\(id.value)' cannot be the id of a label",
            ja: "「\(id.value)」はラベルの id に使えません",
            fix: .advice(
                en: "use letters, digits, '-', '_' and '.', without spaces",
                ja: "文字、数字、「-」「_」「.」だけを使い、空白は含めないでください"))
    }

    fileprivate static func lowestDefault(
        _ name: Located<String>, lowest: SourceSpan
    ) -> Diagnostic {
        Diagnostic(
            .error, "label.lowest-default", at: name.span,
            en: "the default must not be the lowest level '\(name.value)': what nobody has "
                + "labelled would be shown to everybody",
            ja: "default に最も低い「\(name.value)」は指定できません。ラベルの付け忘れがそのまま公開されるためです",
            notes: [.init(at: lowest, en: "it is the lowest", ja: "最も低いラベルはこれです")],
            fix: .advice(
                en: "choose a higher level, or remove 'default' to make a missing label an error",
                ja: "より高いラベルにするか、default を削除してください（付け忘れがエラーになります）"))
    }

    fileprivate static func repeatedTerm(
        _ id: String, at span: SourceSpan, first: LabelScheme.Term
    ) -> Diagnostic {
        let isSame = first.id == id
        return Diagnostic(
            .error, "label.repeated", at: span,
            en: isSame
                ? "'\(id)' is listed twice" : "'\(id)' differs from '\(first.id)' in case only",
            ja: isSame ? "「\(id)」が二度書かれています" : "「\(id)」と「\(first.id)」は大文字と小文字が違うだけです",
            notes: [.init(at: first.span, en: "first listed here", ja: "最初の記述はここです")])
    }
}
