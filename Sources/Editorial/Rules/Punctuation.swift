import Core
import Markdown

extension Manuscript {
    /// Reports 、 among ，, 。 among ．, and ASCII commas in Japanese.
    func punctuationFindings() -> [Diagnostic] {
        [Mark.comma, Mark.stop].flatMap { mark in
            let all = passages.flatMap { passage in
                passage.places(of: mark).map { passage.text[$0] }
            }
            let western = all.count { $0 == mark.western }
            let japanese = all.count { $0 == mark.japanese }
            let wanted = western > japanese ? mark.western : mark.japanese
            return changeable.flatMap { passage in
                passage.places(of: mark).filter { passage.text[$0] != wanted }.map {
                    Diagnostic.punctuation($0, in: passage, wanted: wanted)
                }
            }
        }
    }
}

/// A mark of Japanese punctuation in the ways to write it.
private struct Mark {
    let japanese: Unicode.Scalar
    let western: Unicode.Scalar
    /// What is no mark of Japanese at all.
    let ascii: Unicode.Scalar?

    static let comma = Mark(japanese: "、", western: "，", ascii: ",")
    /// A full stop in ASCII is too often a part of a name.
    static let stop = Mark(japanese: "。", western: "．", ascii: nil)
}

extension Passage {
    /// Where the mark stands in Japanese; `，` and `．` between digits belong to a number.
    fileprivate func places(of mark: Mark) -> [Int] {
        text.indices.filter { index in
            let scalar = text[index]
            if scalar == mark.japanese { return true }
            guard scalar == mark.western || scalar == mark.ascii, index > 0 else { return false }
            let (before, after) = (text[index - 1], self.scalar(index + 1))
            let isInNumber = (before.narrowed ?? before).isASCIIDigit
            if scalar == mark.western {
                return !isInNumber && (before.isJapaneseLetter || before.isJapanesePunctuation)
            }
            return before.isJapaneseLetter && (after?.isJapaneseLetter ?? false)
        }
    }
}

extension Diagnostic {
    fileprivate static func punctuation(
        _ index: Int, in passage: Passage, wanted: Unicode.Scalar
    ) -> Diagnostic {
        let found = Character(passage.text[index])
        return Diagnostic(
            .warning, "editorial.punctuation", at: passage.span(index..<index + 1),
            en: "'\(found)' in a document that has '\(Character(wanted))'",
            ja: "「\(found)」が使われています。文書の他の箇所では「\(Character(wanted))」です",
            fix: passage.fix(index..<index + 1, String(Character(wanted))))
    }
}
