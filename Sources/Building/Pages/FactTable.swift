import Content
import Core
import Links
import Markdown
import Whitepapers

/// The facts that whitepapers declare, for `{{fact:KEY}}` in any text.
struct FactTable: Sendable {
    /// By `WHITEPAPER/KEY`, and by `KEY` where only one whitepaper declares it.
    private var entries: [String: Entry] = [:]

    private struct Entry: Sendable {
        let fact: Fact
        /// The outputs that hold the whitepaper.
        let outputs: OutputSet
    }

    init(_ papers: [PlannedWhitepaper]) {
        var owners: [String: Int] = [:]
        for fact in papers.flatMap(\.whitepaper.declaration.facts) {
            owners[fact.key.value, default: 0] += 1
        }
        for paper in papers {
            for fact in paper.whitepaper.declaration.facts {
                let key = fact.key.value
                let entry = Entry(fact: fact, outputs: paper.clearance.outputs)
                entries[paper.whitepaper.id + "/" + key] = entry
                if owners[key] == 1 { entries[key] = entry }
            }
        }
    }

    /// The text of a fact; nil where nothing declares it.
    func text(of key: String, language: String) -> String? {
        entries[key]?.fact.value.text(in: language)
    }

    /// What is wrong with a fact in a text that `outputs` show: nothing declares it, or a
    /// whitepaper that some of them do not hold.
    func check(_ fact: MarkdownFact, shownIn outputs: OutputSet) -> Diagnostic? {
        guard let entry = entries[fact.key] else { return unknown(fact) }
        return outputs & ~entry.outputs == 0 ? nil : .factTooHigh(fact, entry.fact)
    }

    /// The error for a fact that nothing declares.
    private func unknown(_ fact: MarkdownFact) -> Diagnostic {
        .unknownFact(fact, nearest: nearestName(to: fact.key, in: entries.keys.sorted()))
    }
}

extension Diagnostic {
    fileprivate static func factTooHigh(_ use: MarkdownFact, _ fact: Fact) -> Diagnostic {
        Diagnostic(
            .error, "label.fact-too-high", at: use.span,
            en: "the label of the whitepaper that declares '\(use.key)' ranks above this text",
            ja: "事実「\(use.key)」を宣言しているホワイトペーパーのラベルは、この文章で見せてよい範囲を超えています",
            notes: [Note(at: fact.key.span, en: "declared here", ja: "宣言はここです")],
            fix: .advice(
                en: "write the value out if it may be known, or label this text as high",
                ja: "公表してよい値なら直接書くか、この文章のラベルを同じ高さにしてください"))
    }

    fileprivate static func unknownFact(_ fact: MarkdownFact, nearest: String?) -> Diagnostic {
        Diagnostic(
            .error, "whitepaper.unknown-fact", at: fact.span,
            en: "no whitepaper declares the fact '\(fact.key)'",
            ja: "事実「\(fact.key)」はどのホワイトペーパーにも宣言されていません",
            fix: nearest.map { .replace(with: "{{fact:\($0)}}") }
                ?? .advice(
                    en: "declare it under 'facts' in whitepaper.yml",
                    ja: "whitepaper.yml の facts に加えてください"))
    }
}
