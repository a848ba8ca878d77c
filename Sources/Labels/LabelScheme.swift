package import Content
package import Core

/// labels.yml: the levels, lowest first, the handling marks, and what they are called elsewhere.
package struct LabelScheme: Sendable {
    /// A level or a mark.
    package struct Term: Sendable {
        /// What authors write in the front matter: letters, digits, `-`, `_` and `.`.
        package let id: String
        /// What readers see on a page.
        package let name: LocalizedText
        /// What it was called before; labels.lock may still have it so.
        package let formerly: [String]
        /// Where labels.yml lists it.
        package let span: SourceSpan
    }

    /// Lowest first and never empty; an index here is a `Label`'s level.
    package let levels: [Term]
    /// 64 at most; an index here is a bit of a `Label`'s handling.
    package let handling: [Term]
    /// The level of what has no label, and where it is set; nil makes it an error to have none.
    package let standard: Located<Int>?
    /// What the levels are called in other schemes, in the order of labels.yml.
    package let profiles: [LabelProfile]

    /// The level of what has no label; nil makes it an error to have none.
    package var defaultLevel: Int? { standard?.value }

    /// What everybody may see: the lattice's lower bound.
    package var lowest: Label { .lowest }

    /// The highest level with all marks: the lattice's upper bound.
    package var highest: Label {
        let marks = handling.count == 64 ? UInt64.max : (1 << UInt64(handling.count)) - 1
        return Label(level: levels.count - 1, handling: marks)
    }

    /// The rank of the level that some program calls `name`: by the level's id, by its name in any
    /// language, or by what a profile calls it; without regard to case. The highest where several
    /// have the name.
    package func level(called name: String) -> Int? {
        let wanted = name.lowercased()
        return levels.indices.last { index in
            let own = [levels[index].id] + levels[index].name.all
            let others = profiles.flatMap { profile in
                switch profile.values[index] {
                case .trafficLight(let light): [light.spelling]
                case .text(let text): text.all
                }
            }
            return (own + others).contains { $0.lowercased() == wanted }
        }
    }

    /// The rank of a level; unknown is reported with the nearest and every known one.
    package func level(_ name: Located<String>) -> (level: Int?, diagnostics: [Diagnostic]) {
        if let level = levels.firstIndex(where: { $0.id == name.value }) { return (level, []) }
        return (nil, [.unknownLevel(name, known: levels)])
    }

    /// The set of some marks; unknown ones are reported with the nearest and every known one.
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

    /// A label as authors write it: a level and then its marks, `internal no-print`.
    package func notation(of label: Label) -> String {
        ([levels[label.level]] + terms(of: label)).map(\.id).joined(separator: " ")
    }

    /// Reads a level and marks with spaces between them, as `:::label` and labels.lock have them.
    package func label(
        _ notation: Located<String>
    ) -> (label: Label?, diagnostics: [Diagnostic]) {
        let words = notation.value.split(separator: " ").map {
            Located(String($0), at: notation.span)
        }
        let (level, found) = level(words.first ?? notation)
        let (marks, markFindings) = marks(Array(words.dropFirst()))
        let diagnostics = found + markFindings
        guard let level, diagnostics.isEmpty else { return (nil, diagnostics) }
        return (Label(level: level, handling: marks), [])
    }

    /// The handling marks of a label.
    package func terms(of label: Label) -> [Term] {
        handling.indices.filter { label.handling & (1 << UInt64($0)) != 0 }.map { handling[$0] }
    }
}

extension Diagnostic {
    /// A level that labels.yml does not list.
    static func unknownLevel(_ name: Located<String>, known: [LabelScheme.Term]) -> Diagnostic {
        let successor = known.first { $0.formerly.contains(name.value) }?.id
        let named = known.first { $0.name.all.contains(name.value) }?.id
        let nearest = successor ?? named ?? nearestName(to: name.value, in: known.map(\.id))
        let list = known.map(\.id).joined(separator: ", ")
        return Diagnostic(
            .error, "label.unknown-level", at: name.span,
            en: "label '\(name.value)' is not in labels.yml",
            ja: "ラベル「\(name.value)」は labels.yml にありません",
            notes: [.init(en: "labels, lowest first: \(list)", ja: "使えるラベル（低い順）: \(list)")],
            fix: nearest.map { .replace(with: $0) }
                ?? .advice(
                    en: "write one of these labels as it stands here",
                    ja: "使えるラベルの一つを、このままの形で書いてください"))
    }

    fileprivate static func unknownMark(_ name: Located<String>, known: [String]) -> Diagnostic {
        let list = known.joined(separator: ", ")
        return Diagnostic(
            .error, "label.unknown-handling", at: name.span,
            en: "handling mark '\(name.value)' is not in labels.yml",
            ja: "取扱い区分「\(name.value)」は labels.yml にありません",
            notes: known.isEmpty
                ? [
                    .init(
                        en: "labels.yml has no handling marks",
                        ja: "labels.yml に handling がありません")
                ]
                : [.init(en: "handling marks: \(list)", ja: "使える取扱い区分: \(list)")],
            fix: nearestName(to: name.value, in: known).map { .replace(with: $0) })
    }
}
