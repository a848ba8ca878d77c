import Content
import Core

extension Whitepaper {
    /// Reports claims that name no fact, contradict one, or contradict one another.
    ///
    /// Facts are today's: the newest edition is held against them. What an older edition claimed
    /// must agree within that edition.
    func checkClaims() -> [Diagnostic] {
        let known = declaration.facts.map(\.key.value)
        var diagnostics: [Diagnostic] = []
        for file in editions.flatMap(\.files) {
            for claim in file.text.claims where !known.contains(claim.key) {
                diagnostics.append(.unknownFact(claim, known: known))
            }
        }
        for edition in editions {
            for language in languages {
                let texts = edition.items.compactMap { $0.texts[language] }
                diagnostics +=
                    edition.version == newestEdition?.version
                    ? texts.flatMap(contradictedFacts) : contradictions(among: texts)
            }
        }
        return diagnostics
    }

    private func contradictedFacts(in text: ItemText) -> [Diagnostic] {
        text.claims.compactMap { claim in
            guard let fact = declaration.facts.first(where: { $0.key.value == claim.key }) else {
                return nil
            }
            let value = fact.value.text(in: text.language)
            return value == claim.value.value
                ? nil : .contradictsFact(claim, value: value, at: fact.key.span)
        }
    }

    private func contradictions(among texts: [ItemText]) -> [Diagnostic] {
        var first: [String: ItemText.Claim] = [:]
        var diagnostics: [Diagnostic] = []
        for claim in texts.flatMap(\.claims) {
            guard let other = first[claim.key] else {
                first[claim.key] = claim
                continue
            }
            if other.value.value != claim.value.value {
                diagnostics.append(.claimsDisagree(claim, other))
            }
        }
        return diagnostics
    }
}

extension Diagnostic {
    fileprivate static func unknownFact(_ claim: ItemText.Claim, known: [String]) -> Diagnostic {
        let nearest = nearestName(to: claim.key, in: known)
        let list = known.joined(separator: ", ")
        return Diagnostic(
            .error, "whitepaper.unknown-fact", at: claim.keySpan,
            en: "whitepaper.yml declares no fact '\(claim.key)'"
                + (nearest.map { "; did you mean '\($0)'?" } ?? ""),
            ja: "whitepaper.yml にファクト「\(claim.key)」はありません"
                + (nearest.map { "。「\($0)」のことですか" } ?? ""),
            notes: nearest == nil ? [Note(en: "declared are: \(list)", ja: "宣言済み: \(list)")] : [],
            fix: nearest.map { .replace(with: $0) })
    }

    fileprivate static func contradictsFact(
        _ claim: ItemText.Claim, value: String, at span: SourceSpan
    ) -> Diagnostic {
        Diagnostic(
            .error, "whitepaper.claim-contradicts-fact", at: claim.value.span,
            en:
                "'\(claim.key)' is claimed to be '\(claim.value.value)', but the fact is '\(value)'",
            ja: "「\(claim.key)」が「\(claim.value.value)」とされていますが、ファクトの値は「\(value)」です",
            notes: [Note(at: span, en: "the fact is declared here", ja: "ファクトの宣言はここです")],
            fix: .advice(
                en: "correct the statement and its claim, or the fact and all that claim it",
                ja: "本文と claims を直すか、ファクトとそれを使う記述のすべてを直してください"))
    }

    fileprivate static func claimsDisagree(
        _ claim: ItemText.Claim, _ other: ItemText.Claim
    ) -> Diagnostic {
        Diagnostic(
            .error, "whitepaper.claims-disagree", at: claim.value.span,
            en:
                "'\(claim.key)' is '\(claim.value.value)' here and '\(other.value.value)' elsewhere "
                + "in the same edition",
            ja: "同じ版の中で「\(claim.key)」が「\(claim.value.value)」と「\(other.value.value)」に分かれています",
            notes: [Note(at: other.value.span, en: "the other claim", ja: "もう一方の記述")])
    }
}
