import Core
import Markdown

extension Manuscript {
    /// Reports words in another spelling than the document's.
    func termFindings(_ list: TermList) -> [Diagnostic] {
        let words = list.entries.enumerated().flatMap { index, entry in
            entry.spellings.map { (entry: index, word: Array($0.unicodeScalars)) }
        }.sorted { $0.word.count > $1.word.count }
        let byFirst = Dictionary(grouping: words) { $0.word.first }
        let found = passages.map { passage in
            (passage: passage, terms: passage.terms(byFirst))
        }
        var counts: [String: Int] = [:]
        for term in found.flatMap(\.terms) { counts[term.word, default: 0] += 1 }
        return found.filter(\.passage.mayChange).flatMap { passage, terms in
            terms.compactMap { term in
                let entry = list.entries[term.entry]
                let preferred = entry.preferred(counts)
                guard term.word != preferred else { return nil }
                return .termVariant(term, preferred, passage, isWrong: entry.isWrong(term.word))
            }
        }
    }
}

/// A word of the list in a text.
private struct FoundTerm {
    let range: Range<Int>
    let word: String
    /// The index of its entry.
    let entry: Int
}

extension TermList.Entry {
    /// The choice that the document has most often.
    fileprivate func preferred(_ counts: [String: Int]) -> String {
        choices.reduce(choices[0]) { best, choice in
            counts[choice, default: 0] > counts[best, default: 0] ? choice : best
        }
    }

    fileprivate func isWrong(_ word: String) -> Bool { !choices.contains(word) }
}

extension Passage {
    /// The longest word of the list at each place, those within other words left out.
    fileprivate func terms(
        _ words: [Unicode.Scalar?: [(entry: Int, word: [Unicode.Scalar])]]
    ) -> [FoundTerm] {
        var terms: [FoundTerm] = []
        var index = 0
        while index < text.count {
            let longest = words[text[index]]?.first { has($0.word, at: index) }
            guard let longest else {
                index += 1
                continue
            }
            let range = index..<index + longest.word.count
            if isWhole(range) {
                terms.append(
                    FoundTerm(range: range, word: longest.word.string, entry: longest.entry))
            }
            index = range.upperBound
        }
        return terms
    }

    /// Whether a word ends where the characters do: サーバ is no word in サーバント, WEB none in
    /// WEBSITE, ご覧また は no または.
    private func isWhole(_ range: Range<Int>) -> Bool {
        let before = scalar(range.lowerBound - 1)
        let after = scalar(range.upperBound)
        let (first, last) = (text[range.lowerBound], text[range.upperBound - 1])
        if first.isASCIIWord, before?.joinsASCIIWords ?? false { return false }
        if last.isASCIIWord, after?.joinsASCIIWords ?? false { return false }
        if last.isKatakana, last != "ー", !"ブ".unicodeScalars.contains(last) {
            return !(after?.isKatakana ?? false)
        }
        return true
    }
}

extension Unicode.Scalar {
    /// Whether a Latin word may go on with it, as in `web-server` or `web.xml`.
    fileprivate var joinsASCIIWords: Bool {
        isASCIIWord || "-_./:@".unicodeScalars.contains(self)
    }
}

extension Diagnostic {
    fileprivate static func termVariant(
        _ term: FoundTerm, _ preferred: String, _ passage: Passage, isWrong: Bool
    ) -> Diagnostic {
        Diagnostic(
            .warning, "editorial.term-variant", at: passage.span(term.range),
            en: "'\(term.word)' is written '\(preferred)'"
                + (isWrong ? "" : " in the rest of the document"),
            ja: isWrong
                ? "「\(term.word)」は「\(preferred)」と書きます"
                : "「\(term.word)」は文書の他の箇所では「\(preferred)」と書かれています",
            fix: passage.fix(term.range, preferred))
    }
}
