import Core
import Markdown

extension Whitepaper {
    /// Reports sections, controls, figures and tables that the text names by a number that the
    /// edition does not have.
    func checkReferences(_ statements: [Statement]) -> [Diagnostic] {
        let captions = Set(statements.flatMap { $0.blocks.compactMap(Caption.init) })
        return statements.flatMap { statement in
            statement.blocks.flatMap { block in
                ReferenceScanner(block).references().compactMap { reference in
                    let known = numbers(of: reference.kind, captions: captions)
                    return known.isEmpty || names(reference, known)
                        ? nil : .unknownReference(reference, known: known, in: block)
                }
            }
        }
    }

    /// The numbers that there are; none where nobody can tell.
    private func numbers(of kind: NumberedReference.Kind, captions: Set<Caption>) -> [String] {
        switch kind {
        case .bare: []
        case .section: newestEdition?.items.filter { !$0.isControl }.map(\.id) ?? []
        case .control: catalogue.map(\.id)
        case .figure, .table: captions.filter { $0.kind == kind }.map(\.number).sorted()
        }
    }

    /// Whether the number is known; 12 or 12.3 where there is 12.3.1.
    private func names(_ reference: NumberedReference, _ known: [String]) -> Bool {
        known.contains { $0 == reference.number || $0.hasPrefix(reference.number + ".") }
    }
}

/// The words below a figure or above a table: 「図1　責任分界」, "Table 1. Demarcation".
private struct Caption: Hashable {
    let kind: NumberedReference.Kind
    let number: String

    init?(_ block: MarkdownTextBlock) {
        guard block.kind == .paragraph,
            let first = ReferenceScanner(block).references().first, first.whole.lowerBound == 0,
            first.kind == .figure || first.kind == .table
        else { return nil }
        let end = first.range.upperBound
        let next = end < block.scalars.count ? block.scalars[end].value : "\n"
        guard " \u{3000}\n.:：．".unicodeScalars.contains(next) else { return nil }
        (kind, number) = (first.kind, first.number)
    }
}

extension Diagnostic {
    fileprivate static func unknownReference(
        _ reference: NumberedReference, known: [String], in block: MarkdownTextBlock
    ) -> Diagnostic {
        let nearest = nearestName(to: reference.number, in: known)
        let kind: (en: String, ja: String) =
            switch reference.kind {
            case .control: ("control", "管理策")
            case .figure: ("figure", "図")
            case .table: ("table", "表")
            case .section, .bare: ("section", "節")
            }
        return Diagnostic(
            .warning, "whitepaper.unknown-reference", at: block.span(of: reference.range),
            en: "the edition has no \(kind.en) '\(reference.number)'"
                + (nearest.map { "; did you mean '\($0)'?" } ?? ""),
            ja: "この版に\(kind.ja)「\(reference.number)」はありません"
                + (nearest.map { "。「\($0)」のことですか" } ?? ""),
            fix: nearest.map { .advice(en: "write '\($0)'", ja: "「\($0)」に直してください") })
    }
}
