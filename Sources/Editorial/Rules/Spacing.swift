import Core
import Markdown

extension Manuscript {
    /// Reports Japanese and Latin text that meet otherwise than in the rest of the document.
    ///
    /// Words and numbers are counted apart: many a document writes 「図1」 and 「OS 及び」.
    func spacingFindings(_ wanted: EditorialSettings.Spacing?) -> [Diagnostic] {
        let all = passages.flatMap(\.meetings)
        return [true, false].flatMap { areNumbers in
            let same = all.filter { $0.isNumber == areNumbers }
            let spaced = same.count { $0.space != nil }
            if wanted == nil, spaced * 2 == same.count { return [Diagnostic]() }
            let isSpaced = wanted.map { $0 == .space } ?? (spaced * 2 > same.count)
            return changeable.flatMap { passage in
                passage.meetings.filter {
                    $0.isNumber == areNumbers && ($0.space != nil) != isSpaced
                }.map { .spacing($0, in: passage, isSpaced: isSpaced) }
            }
        }
    }
}

/// A Japanese letter and a Latin one, next to one another or with a space between.
private struct Meeting {
    /// The character before the gap, and the one after it.
    let before: Int
    let after: Int
    /// The space between, if there is one.
    let space: Int?
    /// Whether the Latin side is a number without a unit.
    let isNumber: Bool
}

extension Passage {
    /// Where Japanese and Latin text meet, but for section numbers, single letters as in 「A社」,
    /// numbers with a sign as in 「90%」 and numbers that begin the text.
    fileprivate var meetings: [Meeting] {
        var meetings: [Meeting] = []
        var start = 0
        while start < text.count {
            guard text[start].isLatinWord else {
                start += 1
                continue
            }
            let end = endOfPhrase(from: start)
            let phrase = text[start..<end]
            let hasLetter = phrase.contains { ($0.narrowed ?? $0).isASCIILetter }
            let hasUnit = scalar(end).map { "%％‰℃°¥￥$".unicodeScalars.contains($0) } ?? false
            let isExempt =
                phrase.count == 1 && hasLetter || !hasLetter && (phrase.contains(".") || hasUnit)
            if !isExempt {
                let leads = !hasLetter && start == 0
                if let left = meeting(endingAt: start, isNumber: !hasLetter) {
                    meetings.append(left)
                }
                if !leads, let right = meeting(beginningAfter: end, isNumber: !hasLetter) {
                    meetings.append(right)
                }
            }
            start = end
        }
        return meetings
    }

    /// The end of a run of Latin text; single spaces belong to it, punctuation at its end does
    /// not.
    private func endOfPhrase(from start: Int) -> Int {
        var end = start + 1
        var index = end
        while index < text.count {
            let scalar = text[index]
            if scalar.isLatinWord {
                end = index + 1
            } else if !scalar.isGraphicASCII, scalar != " " || text[index - 1] == " " {
                break
            } else if "()[]{}<>\"'%;!?,".unicodeScalars.contains(scalar) {
                break
            }
            index += 1
        }
        return end
    }

    private func meeting(endingAt start: Int, isNumber: Bool) -> Meeting? {
        guard start > 0, !scalars[start].isAfterBreak else { return nil }
        if text[start - 1].isJapaneseLetter {
            return Meeting(before: start - 1, after: start, space: nil, isNumber: isNumber)
        }
        guard start > 1, text[start - 1] == " ", scalars[start - 1].isVerbatim,
            text[start - 2].isJapaneseLetter
        else { return nil }
        return Meeting(before: start - 2, after: start, space: start - 1, isNumber: isNumber)
    }

    private func meeting(beginningAfter end: Int, isNumber: Bool) -> Meeting? {
        guard end < text.count, !scalars[end].isAfterBreak else { return nil }
        if text[end].isJapaneseLetter {
            return Meeting(before: end - 1, after: end, space: nil, isNumber: isNumber)
        }
        guard end + 1 < text.count, text[end] == " ", scalars[end].isVerbatim,
            text[end + 1].isJapaneseLetter
        else { return nil }
        return Meeting(before: end - 1, after: end + 1, space: end, isNumber: isNumber)
    }

    /// The edit that puts a space there or takes it away; nil where it would change markup.
    fileprivate func edit(_ meeting: Meeting) -> TextEdit? {
        let (before, after) = (scalars[meeting.before], scalars[meeting.after])
        if let space = meeting.space {
            guard isContiguous(meeting.before..<meeting.after + 1) else { return nil }
            return TextEdit(file: file, range: scalars[space].range, text: "")
        }
        guard before.depth != after.depth || isContiguous(meeting.before..<meeting.after + 1)
        else { return nil }
        let place = before.depth <= after.depth ? before.range.upperBound : after.range.lowerBound
        return TextEdit(file: file, range: place..<place, text: " ")
    }
}

extension Unicode.Scalar {
    /// A Latin letter or a digit, in either width.
    fileprivate var isLatinWord: Bool { (narrowed ?? self).isASCIIWord }
}

extension Diagnostic {
    fileprivate static func spacing(
        _ meeting: Meeting, in passage: Passage, isSpaced: Bool
    ) -> Diagnostic {
        let place = passage.span(meeting.before..<meeting.after + 1)
        let en = isSpaced ? "put a space there" : "remove the space"
        let ja = isSpaced ? "空白を入れてください" : "空白を取ってください"
        return Diagnostic(
            .warning, "editorial.spacing", at: place,
            en: isSpaced
                ? "no space between Japanese and Latin text, where the document has one"
                : "a space between Japanese and Latin text, where the document has none",
            ja: isSpaced
                ? "和文と欧文・数字の間に空白がありません。文書の他の箇所では空けています"
                : "和文と欧文・数字の間に空白があります。文書の他の箇所では空けていません",
            fix: passage.edit(meeting).map { .edit([$0], en: en, ja: ja) }
                ?? .advice(en: en, ja: ja))
    }
}
