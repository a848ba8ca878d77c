import Content
import Core
import Markdown

/// The facts that whitepapers declare, for `{{fact:KEY}}` in any text.
struct FactTable: Sendable {
    /// By `WHITEPAPER/KEY`, and by `KEY` where only one whitepaper declares it.
    private var texts: [String: LocalizedText] = [:]

    /// - Parameter declared: By whitepaper.
    init(_ declared: [(whitepaper: String, facts: [(key: String, text: LocalizedText)])]) {
        var owners: [String: Int] = [:]
        for paper in declared {
            for fact in paper.facts {
                texts[paper.whitepaper + "/" + fact.key] = fact.text
                owners[fact.key, default: 0] += 1
            }
        }
        for paper in declared {
            for fact in paper.facts where owners[fact.key] == 1 { texts[fact.key] = fact.text }
        }
    }

    /// The text of a fact; nil where nothing declares it.
    func text(of key: String, language: String) -> String? {
        texts[key]?.text(in: language)
    }

    /// The error for a fact that nothing declares.
    func unknown(_ fact: MarkdownFact) -> Diagnostic {
        .unknownFact(fact, nearest: nearestName(to: fact.key, in: texts.keys.sorted()))
    }
}

extension Diagnostic {
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
