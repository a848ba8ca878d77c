import Core
import Markdown

extension Manuscript {
    /// Notes words that promise nothing definite.
    ///
    /// - Parameter words: In any language; Latin ones are found whatever their case.
    func vagueWordFindings(_ words: [String]) -> [Diagnostic] {
        let words = words.map { Array($0.unicodeScalars) }.filter { !$0.isEmpty }
            .sorted { $0.count > $1.count }
        return changeable.flatMap { passage in
            var findings: [Diagnostic] = []
            var index = 0
            while index < passage.text.count {
                guard let word = words.first(where: { passage.hasWord($0, at: index) }) else {
                    index += 1
                    continue
                }
                let range = index..<index + word.count
                findings.append(
                    .vagueWord(passage.string(range), at: passage.span(range)))
                index = range.upperBound
            }
            return findings
        }
    }
}

extension Passage {
    fileprivate func hasWord(_ word: [Unicode.Scalar], at index: Int) -> Bool {
        guard index + word.count <= text.count else { return false }
        let isSame = zip(text[index...], word).allSatisfy {
            $0.properties.lowercaseMapping == $1.properties.lowercaseMapping
        }
        guard isSame, word[0].isASCIIWord else { return isSame }
        return scalar(index - 1)?.isASCIIWord != true
            && scalar(index + word.count)?.isASCIIWord != true
    }
}

extension Diagnostic {
    fileprivate static func vagueWord(_ word: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .note, "editorial.vague-word", at: span,
            en: "'\(word)' leaves open how often, how much or when",
            ja: "「\(word)」では、頻度・程度・時期が読者に伝わりません",
            fix: .advice(
                en: "say it in numbers, or who decides",
                ja: "具体的な数値や時期、又は判断する人を書けないか検討してください"))
    }
}
