import Core
import Markdown

extension Manuscript {
    /// Reports terms that are used as if they were defined, each where it first stands.
    func undefinedTermFindings(defined: Set<String>) -> [Diagnostic] {
        Self.terms.filter { !defined.contains($0) }.compactMap { term in
            let places = passages.map { ($0, $0.uses(of: term)) }.filter { !$0.1.isEmpty }
            if places.contains(where: { passage, uses in
                uses.contains { passage.defines(term, at: $0) }
            }) {
                return nil
            }
            guard let (passage, uses) = places.first(where: { $0.0.mayChange }) else { return nil }
            let start = uses[0]
            let nearest = nearestName(to: term, in: defined.sorted())
            return .undefinedTerm(
                term, at: passage.span(start..<start + term.unicodeScalars.count),
                nearest: nearest)
        }
    }

    private static let terms = [
        "本サービス", "本書", "本システム", "本ソフトウェア", "本製品", "本契約", "本規約", "本サイト",
        "本アプリ", "本基盤", "甲", "乙", "丙",
    ]
}

extension Passage {
    /// Where the term stands by itself: not as a part of 日本サービス, 本書面 or 甲種.
    fileprivate func uses(of term: String) -> [Int] {
        places(of: term).filter { start in
            let end = start + term.unicodeScalars.count
            if let before = scalar(start - 1), before.isKanji {
                let isPartner =
                    term.unicodeScalars.count == 1 && "及並又".unicodeScalars.contains(before)
                if !isPartner { return false }
            }
            guard let after = scalar(end) else { return true }
            if term.unicodeScalars.last?.isKatakana ?? false, after.isKatakana { return false }
            if term == "本書" { return !"面籍人類".unicodeScalars.contains(after) }
            let mayFollow = "及並又間双".unicodeScalars
            return term.unicodeScalars.count > 1 || !after.isKanji || mayFollow.contains(after)
        }
    }

    /// Whether this use of the term says what it means.
    fileprivate func defines(_ term: String, at start: Int) -> Bool {
        let end = start + term.unicodeScalars.count
        if kind == .heading || kind == .tableCell, start == 0, end == text.count { return true }
        if has(Array("とは".unicodeScalars), at: end) { return true }
        if hasQuoted(start..<end),
            follows(end + 1, ["と", "」と"], then: ["い", "呼", "称", "略", "す", "定義"])
        {
            return true
        }
        if follows(end, ["と"], then: ["いう", "いい", "呼", "称", "略", "定義"]) { return true }
        let near = string(max(0, start - 14)..<start)
        if let after = near.range(of: "以下") { return !near[after].contains("。") }
        // A document that says what it is for defines 本書 by that.
        return term == "本書" && follows(end, ["は", "では"], then: [""]) && describesItself(from: end)
    }

    private func hasQuoted(_ range: Range<Int>) -> Bool {
        scalar(range.lowerBound - 1) == "「" && scalar(range.upperBound) == "」"
    }

    /// Whether one of `particles` stands at `index`, with one of `verbs` behind it.
    private func follows(_ index: Int, _ particles: [String], then verbs: [String]) -> Bool {
        particles.contains { particle in
            let particle = Array(particle.unicodeScalars)
            return has(particle, at: index)
                && verbs.contains { has(Array($0.unicodeScalars), at: index + particle.count) }
        }
    }

    private func describesItself(from start: Int) -> Bool {
        let end = text[start...].firstIndex(of: "。") ?? text.count
        let sentence = string(start..<end)
        return ["文書", "ホワイトペーパー", "資料", "冊子", "説明", "示", "記載", "まとめ", "目的"].contains {
            sentence.contains($0)
        }
    }
}

extension String {
    /// What follows `word` in the string; nil where it does not stand there.
    fileprivate func range(of word: String) -> Range<String.Index>? {
        ranges(of: word).last.map { $0.upperBound..<endIndex }
    }
}

extension Diagnostic {
    fileprivate static func undefinedTerm(
        _ term: String, at span: SourceSpan, nearest: String?
    ) -> Diagnostic {
        Diagnostic(
            .warning, "editorial.undefined-term", at: span,
            en: "'\(term)' is used, but nowhere defined",
            ja: "「\(term)」が定義されないまま使われています",
            notes: nearest.map {
                [Note(en: "defined is '\($0)'", ja: "定義されているのは「\($0)」です")]
            } ?? [],
            fix: .advice(
                en: "define it where it first stands, as （以下「\(term)」という。）, or name it in "
                    + "'defined_terms' of whitepaper.yml",
                ja: "初出の箇所に「（以下「\(term)」という。）」と書くか、whitepaper.yml の "
                    + "defined_terms に加えてください"))
    }
}
