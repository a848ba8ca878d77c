import Content
import Core
import Labels
import Links
import Whitepapers

/// The labels of a whitepaper and of its items, and which outputs see them.
struct WhitepaperClearance: Sendable {
    /// The whitepaper's own; nil where it has no usable one.
    let label: Label?
    /// The outputs that hold the whitepaper.
    let outputs: OutputSet
    /// By the name of a level: an item's label joined with the whitepaper's, and who sees it.
    private let items: [String: (label: Label, outputs: OutputSet)]

    /// Decides the labels of one whitepaper.
    static func decide(
        _ whitepaper: Whitepaper, _ project: Project, _ clearances: Clearances
    ) -> (clearance: WhitepaperClearance, diagnostics: [Diagnostic]) {
        let own = whitepaper.declaration.label
        let (label, found) = level(own, of: whitepaper, project.scheme)
        var items: [String: (label: Label, outputs: OutputSet)] = [:]
        if let label {
            for (rank, level) in (project.scheme?.levels ?? []).enumerated() {
                let joined = label.joined(with: Label(level: rank))
                items[level.id] = (joined, clearances.outputs(seeing: joined))
            }
        }
        let clearance = WhitepaperClearance(
            label: label, outputs: label.map { clearances.outputs(seeing: $0) } ?? 0, items: items)
        let wrong = whitepaper.editions.flatMap(\.items).compactMap(\.label).flatMap { name in
            project.scheme?.level(name).diagnostics ?? [.noScheme(at: name.span)]
        }
        return (clearance, found + wrong)
    }

    /// An item's effective label; nil for a wrong one, which hides it.
    func label(of item: EditionItem) -> Label? {
        item.label.map { items[$0.value]?.label } ?? label
    }

    /// The outputs that hold an item.
    func outputs(of item: EditionItem) -> OutputSet {
        item.label.map { items[$0.value]?.outputs ?? 0 } ?? outputs
    }

    private static func level(
        _ name: Located<String>?, of whitepaper: Whitepaper, _ scheme: LabelScheme?
    ) -> (label: Label?, diagnostics: [Diagnostic]) {
        guard let scheme else { return (.lowest, name.map { [.noScheme(at: $0.span)] } ?? []) }
        if let name {
            let (level, found) = scheme.level(name)
            return (level.map { Label(level: $0) }, found)
        }
        if let level = scheme.defaultLevel { return (Label(level: level), []) }
        return (nil, [.unlabelled(whitepaper, scheme)])
    }
}

extension Diagnostic {
    fileprivate static func unlabelled(
        _ whitepaper: Whitepaper, _ scheme: LabelScheme
    ) -> Diagnostic {
        let list = scheme.levels.map(\.id).joined(separator: ", ")
        return Diagnostic(
            .error, "label.missing",
            at: SourceSpan(file: whitepaper.folder + "/whitepaper.yml", range: 0..<0),
            en: "the whitepaper has no label, and labels.yml has no default",
            ja: "ホワイトペーパーにラベルがなく、labels.yml に default もありません",
            fix: .advice(
                en: "add 'label: …' (\(list))", ja: "「label: …」を加えてください（\(list)）"))
    }
}
