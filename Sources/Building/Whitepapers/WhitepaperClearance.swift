import Content
import Core
import Labels
import Links
import Whitepapers

/// The labels of a whitepaper, its editions, items and facts, and which outputs see them.
struct WhitepaperClearance: Sendable {
    /// A label, who sees it, and what its author states.
    struct Entry: Sendable {
        let label: Label
        let outputs: OutputSet
        let own: Located<String>?
        let handling: [Located<String>]
    }

    /// The whitepaper's own; nil where it has no usable one.
    let whitepaper: Entry?
    /// By version. An edition holds what its predecessors changed, so it ranks no lower.
    private(set) var editions: [String: Entry] = [:]
    /// By key.
    private(set) var facts: [String: Entry] = [:]
    /// By what an item states: its label joined with the whitepaper's, and who sees it.
    private var items: [String: Entry] = [:]

    /// Decides the labels of one whitepaper.
    static func decide(
        _ whitepaper: Whitepaper, _ project: Project, _ clearances: Clearances
    ) -> (clearance: WhitepaperClearance, diagnostics: [Diagnostic]) {
        var reading = LabelReading(scheme: project.scheme, clearances: clearances)
        let declaration = whitepaper.declaration
        let own = reading.whitepaper(whitepaper)
        var clearance = WhitepaperClearance(whitepaper: own)
        var above = own
        for edition in whitepaper.editions {
            above = reading.edition(edition.declaration, above: above)
            clearance.editions[edition.version] = above
        }
        for fact in declaration.facts {
            clearance.facts[fact.key.value] = reading.entry(
                fact.label, fact.handling, above: own)
        }
        for item in whitepaper.editions.flatMap(\.items) {
            let key = Self.key(item)
            if clearance.items[key] == nil {
                clearance.items[key] = reading.entry(item.label, item.handling, above: own)
            }
        }
        for text in whitepaper.editions.flatMap(\.items).flatMap(\.texts.values) {
            reading.check(text.label, text.handling)
        }
        reading.diagnostics += clearance.checkClaims(of: whitepaper)
        return (clearance, reading.diagnostics)
    }

    /// The outputs that hold the whitepaper.
    var outputs: OutputSet { whitepaper?.outputs ?? 0 }

    /// The outputs that hold an edition.
    func outputs(of edition: Edition) -> OutputSet { editions[edition.version]?.outputs ?? 0 }

    /// An item's label as `edition` shows it; nil for a wrong one, which hides it.
    func label(of item: EditionItem, in edition: Edition) -> Label? {
        guard let label = entry(of: item)?.label, let outer = editions[edition.version]?.label
        else { return nil }
        return label.joined(with: outer)
    }

    /// The outputs that hold an item.
    func outputs(of item: EditionItem) -> OutputSet { entry(of: item)?.outputs ?? 0 }

    private func entry(of item: EditionItem) -> Entry? {
        if item.label == nil, item.handling.isEmpty { return whitepaper }
        return items[Self.key(item)]
    }

    private static func key(_ item: EditionItem) -> String {
        ([item.label?.value ?? ""] + item.handling.map(\.value)).joined(separator: "\n")
    }

    /// Reports claims, which readers of an item see, about facts that they must not see. Facts are
    /// today's, so only the newest edition is held against them.
    private func checkClaims(of whitepaper: Whitepaper) -> [Diagnostic] {
        guard let edition = whitepaper.newestEdition else { return [] }
        return edition.items.flatMap { item -> [Diagnostic] in
            guard let label = label(of: item, in: edition) else { return [] }
            return item.texts.values.flatMap(\.claims).compactMap { claim in
                guard let fact = facts[claim.key], !fact.label.flows(to: label),
                    let declared = whitepaper.declaration.facts.first(where: {
                        $0.key.value == claim.key
                    })
                else { return nil }
                return .claimOfHigher(claim, at: fact.own?.span ?? declared.key.span)
            }
        }
    }
}

/// Reads the labels that a whitepaper's files state, and reports what is wrong with them.
private struct LabelReading {
    let scheme: LabelScheme?
    let clearances: Clearances
    var diagnostics: [Diagnostic] = []

    init(scheme: LabelScheme?, clearances: Clearances) {
        self.scheme = scheme
        self.clearances = clearances
    }

    mutating func whitepaper(_ whitepaper: Whitepaper) -> WhitepaperClearance.Entry? {
        let (own, handling) = (whitepaper.declaration.label, whitepaper.declaration.handling)
        guard let scheme, own == nil else {
            return entry(own, handling, above: entry(.lowest, nil, []))
        }
        guard let level = scheme.defaultLevel else {
            diagnostics.append(.unlabelled(whitepaper, scheme))
            return nil
        }
        return entry(nil, handling, above: entry(Label(level: level), nil, []))
    }

    mutating func edition(
        _ edition: EditionDeclaration, above: WhitepaperClearance.Entry?
    ) -> WhitepaperClearance.Entry? {
        let found = entry(edition.label, edition.handling, above: above)
        if let own = edition.label, let above, let scheme,
            let level = scheme.level(own).level, level < above.label.level
        {
            let least = scheme.levels[above.label.level].id
            diagnostics.append(.belowPredecessor(own, least: least, at: above.own?.span))
        }
        return found
    }

    /// A label joined with the one above it; nil where either is wrong.
    mutating func entry(
        _ own: Located<String>?, _ handling: [Located<String>], above: WhitepaperClearance.Entry?
    ) -> WhitepaperClearance.Entry? {
        check(own, handling)
        guard let above else { return nil }
        guard let scheme else { return above }
        var level = 0
        if let own {
            guard let found = scheme.level(own).level else { return nil }
            level = found
        }
        let label = Label(level: level, handling: scheme.marks(handling).marks)
        let isHigher = level > above.label.level
        return entry(
            label.joined(with: above.label), isHigher ? own : above.own ?? own,
            above.handling + handling)
    }

    private func entry(
        _ label: Label, _ own: Located<String>?, _ handling: [Located<String>]
    ) -> WhitepaperClearance.Entry {
        WhitepaperClearance.Entry(
            label: label, outputs: clearances.outputs(seeing: label), own: own, handling: handling)
    }

    /// Reports names that labels.yml does not have.
    mutating func check(_ own: Located<String>?, _ handling: [Located<String>]) {
        guard let scheme else {
            diagnostics += ([own].compactMap(\.self) + handling).map { .noScheme(at: $0.span) }
            return
        }
        if let own { diagnostics += scheme.level(own).diagnostics }
        diagnostics += scheme.marks(handling).diagnostics
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

    fileprivate static func belowPredecessor(
        _ own: Located<String>, least: String, at span: SourceSpan?
    ) -> Diagnostic {
        Diagnostic(
            .error, "label.below-predecessor", at: own.span,
            en: "an edition holds what those before it changed, so it cannot rank below '\(least)'",
            ja: "版は前の版の内容を引き継ぐため、「\(least)」より低いラベルにはできません",
            notes: [
                .init(
                    at: span, en: "'\(least)' is the label of the editions before it",
                    ja: "前の版のラベルは「\(least)」です")
            ],
            fix: .advice(
                en: "remove this label, or lower that of the earlier edition",
                ja: "このラベルを削除するか、前の版のラベルを下げてください"))
    }

    fileprivate static func claimOfHigher(
        _ claim: ItemText.Claim, at span: SourceSpan
    ) -> Diagnostic {
        Diagnostic(
            .error, "label.fact-too-high", at: claim.keySpan,
            en: "readers of this text must not see the fact '\(claim.key)', which it claims",
            ja: "この文章の読者には見せられないファクト「\(claim.key)」が claims に書かれています",
            notes: [
                .init(at: span, en: "the fact is labelled here", ja: "ファクトのラベルはここで指定されています")
            ],
            fix: .advice(
                en: "remove the claim, or give the text the fact's label",
                ja: "claims から外すか、文章にファクトと同じラベルを付けてください"))
    }
}
