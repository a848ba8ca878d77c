package import Content
package import Core

/// labels.yml: the levels, lowest first, and the handling marks.
package struct LabelScheme: Sendable {
    /// A level or a mark.
    package struct Term: Sendable {
        /// What authors write in the front matter.
        package let id: String
        /// What readers see on a page.
        package let name: LocalizedText
        /// Where labels.yml lists it.
        package let span: SourceSpan
    }

    /// Lowest first and never empty; an index here is a `Label`'s level.
    package let levels: [Term]
    /// 64 at most; an index here is a bit of a `Label`'s handling.
    package let handling: [Term]
    /// The level of what has no label; nil makes it an error to have none.
    package let defaultLevel: Int?

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
        let levels = readTerms("levels", &keys)
        let handling = readTerms("handling", &keys)
        if levels.isEmpty, !keys.diagnostics.hasErrors { keys.take([.noLevels(at: keys.span)]) }
        if handling.count > 64 { keys.take([.tooManyMarks(at: handling[64].span)]) }
        var defaultLevel: Int?
        if let name = keys.text("default") {
            defaultLevel = levels.firstIndex { $0.id == name.value }
            if defaultLevel == nil {
                keys.take([.unknownLevel(name, known: levels.map(\.id))])
            } else if defaultLevel == 0, levels.count > 1 {
                keys.take([.lowestDefault(name.value, at: name.span)])
            }
        }
        keys.finish()
        guard !levels.isEmpty else { return (nil, keys.diagnostics) }
        let scheme = LabelScheme(
            levels: levels, handling: Array(handling.prefix(64)), defaultLevel: defaultLevel)
        return (scheme, keys.diagnostics)
    }

    /// The rank of a level; unknown is reported with the nearest.
    package func level(_ name: Located<String>) -> (level: Int?, diagnostics: [Diagnostic]) {
        if let level = levels.firstIndex(where: { $0.id == name.value }) { return (level, []) }
        return (nil, [.unknownLevel(name, known: levels.map(\.id))])
    }

    /// The set of some marks; unknown ones are reported with the nearest.
    package func marks(_ names: [Located<String>]) -> (marks: UInt64, diagnostics: [Diagnostic]) {
        var marks: UInt64 = 0
        var diagnostics: [Diagnostic] = []
        for name in names {
            if let index = handling.firstIndex(where: { $0.id == name.value }) {
                marks |= 1 << UInt64(index)
            } else {
                diagnostics.append(.unknownMark(name, known: handling.map(\.id)))
            }
        }
        return (marks, diagnostics)
    }

    /// A label in words: `会員限定・印刷禁止`, `Members, Do not print`.
    package func words(for label: Label, language: String) -> String {
        let names =
            [levels[label.level].name.text(in: language)]
            + terms(of: label).map { $0.name.text(in: language) }
        return names.joined(separator: language == "ja" ? "・" : ", ")
    }

    /// The handling marks of a label.
    package func terms(of label: Label) -> [Term] {
        handling.indices.filter { label.handling & (1 << UInt64($0)) != 0 }.map { handling[$0] }
    }

    private static func readTerms(_ key: String, _ keys: inout YAMLMapping) -> [Term] {
        var terms: [Term] = []
        for item in keys.sequence(key) ?? [] {
            var entry = YAMLMapping(item, file: item.span.file)
            let id = entry.text("id", required: true)
            let name = entry.localized("name")
            entry.finish()
            keys.take(entry)
            guard let id else { continue }
            if let first = terms.first(where: { $0.id == id.value }) {
                keys.take([.repeatedTerm(id.value, at: id.span, first: first.span)])
                continue
            }
            terms.append(
                Term(id: id.value, name: name?.value ?? LocalizedText(id.value), span: id.span))
        }
        return terms
    }
}

extension Diagnostic {
    static func unknownLevel(_ name: Located<String>, known: [String]) -> Diagnostic {
        let nearest = nearestName(to: name.value, in: known)
        let list = known.joined(separator: ", ")
        return Diagnostic(
            .error, "label.unknown-level", at: name.span,
            en: "label '\(name.value)' is not in labels.yml",
            ja: "ラベル「\(name.value)」は labels.yml にありません",
            notes: [.init(en: "labels, lowest first: \(list)", ja: "使えるラベル（低い順）: \(list)")],
            fix: nearest.map { .replace(with: $0) })
    }

    fileprivate static func unknownMark(_ name: Located<String>, known: [String]) -> Diagnostic {
        Diagnostic(
            .error, "label.unknown-handling", at: name.span,
            en: "handling mark '\(name.value)' is not in labels.yml",
            ja: "取扱い区分「\(name.value)」は labels.yml にありません",
            fix: nearestName(to: name.value, in: known).map { .replace(with: $0) })
    }

    fileprivate static func noLevels(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "label.no-levels", at: span,
            en: "labels.yml has no levels", ja: "labels.yml に levels がありません",
            fix: .advice(
                en: "list the levels, lowest first, or remove the file: then all is public",
                ja: "低い順に levels を書くか、ファイルを削除してください（削除するとすべて公開になります）"))
    }

    fileprivate static func tooManyMarks(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "label.too-many-marks", at: span,
            en: "labels.yml may have 64 handling marks at most", ja: "取扱い区分は 64 個までです")
    }

    fileprivate static func lowestDefault(_ name: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "label.lowest-default", at: span,
            en: "the default must not be the lowest level '\(name)': what nobody has labelled "
                + "would be shown to everybody",
            ja: "default に最も低い「\(name)」は指定できません。ラベルの付け忘れがそのまま公開されるためです",
            fix: .advice(
                en: "choose a higher level, or remove 'default' to make a missing label an error",
                ja: "より高いラベルにするか、default を削除してください（付け忘れがエラーになります）"))
    }

    fileprivate static func repeatedTerm(
        _ id: String, at span: SourceSpan, first: SourceSpan
    ) -> Diagnostic {
        Diagnostic(
            .error, "label.repeated", at: span,
            en: "'\(id)' is listed twice", ja: "「\(id)」が二度書かれています",
            notes: [.init(at: first, en: "first listed here", ja: "最初の記述はここです")])
    }
}
