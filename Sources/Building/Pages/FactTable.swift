import Content
import Core
import Labels
import Links
import Markdown
import Whitepapers

/// The facts that whitepapers declare, for `{{fact:KEY}}` in any text.
struct FactTable: Sendable {
    /// By `WHITEPAPER/KEY`, and by `KEY`, which several whitepapers may declare.
    private var entries: [String: [Entry]] = [:]

    private struct Entry: Sendable {
        let fact: Fact
        /// The outputs that may see it.
        let outputs: OutputSet
        /// Where it, or its whitepaper, gets its label.
        let source: SourceSpan
        /// How to name it without doubt.
        let name: String
    }

    init(_ papers: [PlannedWhitepaper]) {
        for paper in papers {
            for fact in paper.whitepaper.declaration.facts {
                let key = fact.key.value
                let label = paper.clearance.facts[key]
                let name = paper.whitepaper.id + "/" + key
                let entry = Entry(
                    fact: fact, outputs: label?.outputs ?? 0,
                    source: label?.own?.span ?? fact.key.span, name: name)
                entries[name, default: []].append(entry)
                entries[key, default: []].append(entry)
            }
        }
    }

    /// The text that stands for a fact in a text that `outputs` show.
    ///
    /// Only facts that all of them may see count, so that one which is hidden from readers of the
    /// text cannot make its name ambiguous.
    ///
    /// - Parameter whitepaper: The id of the whitepaper that the text belongs to, whose own facts
    ///   come first.
    /// - Returns: Nil where there is none to be shown; the diagnostic says why.
    func text(
        of fact: MarkdownFact, in whitepaper: String?, language: String, shownIn outputs: OutputSet
    ) -> (text: String?, diagnostic: Diagnostic?) {
        let own = whitepaper.flatMap { entries[$0 + "/" + fact.key] }
        let known = own ?? entries[fact.key] ?? []
        let shown = known.filter { outputs & ~$0.outputs == 0 }
        if shown.count == 1 { return (shown[0].fact.value.text(in: language), nil) }
        if shown.count > 1 { return (nil, .ambiguousFact(fact, names: shown.map(\.name))) }
        if let hidden = known.first { return (nil, .factTooHigh(fact, at: hidden.source)) }
        let nearest = nearestName(to: fact.key, in: entries.keys.sorted())
        return (nil, .unknownFact(fact, nearest: nearest))
    }
}

extension Diagnostic {
    fileprivate static func factTooHigh(_ use: MarkdownFact, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "label.fact-too-high", at: use.span,
            en: "some readers of this text must not see the fact '\(use.key)'",
            ja: "ファクト「\(use.key)」のラベルは、この文章で見せてよい範囲を超えています",
            notes: [Note(at: span, en: "its label is stated here", ja: "ラベルはここで指定されています")],
            fix: .advice(
                en: "put it into a ':::label' portion, or label this text as high",
                ja: "「:::label」の囲みに入れるか、この文章のラベルを同じ高さにしてください"))
    }

    fileprivate static func ambiguousFact(_ fact: MarkdownFact, names: [String]) -> Diagnostic {
        let list = names.joined(separator: ", ")
        return Diagnostic(
            .error, "whitepaper.ambiguous-fact", at: fact.span,
            en: "several whitepapers declare the fact '\(fact.key)': \(list)",
            ja: "ファクト「\(fact.key)」は複数のホワイトペーパーに宣言されています: \(list)",
            fix: .replace(with: "{{fact:\(names[0])}}"))
    }

    fileprivate static func unknownFact(_ fact: MarkdownFact, nearest: String?) -> Diagnostic {
        Diagnostic(
            .error, "whitepaper.unknown-fact", at: fact.span,
            en: "no whitepaper declares the fact '\(fact.key)'",
            ja: "ファクト「\(fact.key)」はどのホワイトペーパーにも宣言されていません",
            fix: nearest.map { .replace(with: "{{fact:\($0)}}") }
                ?? .advice(
                    en: "declare it under 'facts' in whitepaper.yml",
                    ja: "whitepaper.yml の facts に加えてください"))
    }
}
