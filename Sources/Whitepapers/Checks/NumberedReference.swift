import Core
import Markdown

/// A section, control, figure or table that a text names by its number.
struct NumberedReference {
    /// What the word beside the number says that it is.
    enum Kind: Hashable {
        case section, control, figure, table
        /// A number without such a word.
        case bare
    }

    let kind: Kind
    /// `2.2`, `CLD.6.3.1`, `1`.
    let number: String
    /// The number's place among the block's characters.
    let range: Range<Int>
    /// The same with the words that belong to it: 第2.2節, section 2.2.
    let whole: Range<Int>
}

/// Finds numbers in running text, and what they number.
struct ReferenceScanner {
    /// With full-width letters and digits as half-width ones.
    let text: [Unicode.Scalar]

    init(_ block: MarkdownTextBlock) {
        text = block.scalars.map { scalar in
            let value = scalar.value.value
            let isWide = (0xFF10...0xFF5A).contains(value) || value == 0xFF0E
            return isWide ? Unicode.Scalar(value - 0xFEE0) ?? scalar.value : scalar.value
        }
    }

    /// All numbers in their order, but for those of other documents and standards.
    func references() -> [NumberedReference] {
        var found: [NumberedReference] = []
        var index = 0
        while index < text.count {
            guard let end = endOfNumber(from: index) else {
                index += 1
                continue
            }
            if let reference = reference(index..<end) { found.append(reference) }
            index = end
        }
        return found
    }

    /// The end of `2.2`, `12.3.1`, `CLD.6.3.1` or `A.1` at `start`; nil where there is none.
    private func endOfNumber(from start: Int) -> Int? {
        if start > 0, text[start - 1].isWord || ".-/:".unicodeScalars.contains(text[start - 1]) {
            return nil
        }
        var index = start
        while index < text.count, text[index].isCapital { index += 1 }
        if index > start {
            guard index < text.count, text[index] == "." else { return nil }
            index += 1
        }
        guard index < text.count, text[index].isDigit else { return nil }
        while index < text.count, text[index].isDigit {
            while index < text.count, text[index].isDigit { index += 1 }
            let goesOn = index + 1 < text.count && text[index] == "." && text[index + 1].isDigit
            if goesOn { index += 1 }
        }
        let isPart =
            index < text.count && (text[index].isWord || "-/:".unicodeScalars.contains(text[index]))
        return isPart ? nil : index
    }

    private func reference(_ range: Range<Int>) -> NumberedReference? {
        guard !isForeign(range) else { return nil }
        let number = string(range)
        let make = { (kind: NumberedReference.Kind, whole: Range<Int>) in
            NumberedReference(kind: kind, number: number, range: range, whole: whole)
        }
        let before = skippingSpaces(before: range.lowerBound)
        let after = skippingSpaces(after: range.upperBound)
        if let start = word(["管理策"], endingAt: before) {
            return make(.control, start..<range.upperBound)
        }
        if let start = word(["control", "controls"], endingAt: before) {
            return make(.control, start..<range.upperBound)
        }
        let ordinal = word(["第"], endingAt: before)
        let unit = after < text.count ? text[after] : " "
        if unit == "節" || unit == "章" && (ordinal != nil || number.contains(".")) {
            return make(.section, (ordinal ?? range.lowerBound)..<after + 1)
        }
        if let start = word(["section", "sections"], endingAt: before) {
            return make(.section, start..<range.upperBound)
        }
        for (kind, sign, name) in [
            (NumberedReference.Kind.figure, "図", "figure"), (.table, "表", "table"),
        ] {
            if let start = word([sign, name], endingAt: before), !number.contains(".") {
                return make(kind, start..<range.upperBound)
            }
        }
        return make(.bare, range)
    }

    /// Whether the number is one of a standard or of another document, which the same sentence
    /// names before it: 「ISO/IEC 27001 の 5.2 節」, "section 4 of the terms of use".
    private func isForeign(_ range: Range<Int>) -> Bool {
        let start = max(0, range.lowerBound - 28)
        let before = text[start..<range.lowerBound]
        let sentence = before[(before.lastIndex { "。\n".unicodeScalars.contains($0) } ?? start)...]
        let words = String(String.UnicodeScalarView(sentence)).lowercased()
        let names = [
            "iso", "iec", "jis", "nist", "rfc", "規格", "規約", "規程", "法第", "条例", "ガイドライン",
            "マニュアル", "standard", "terms", "manual", "policy",
        ]
        if names.contains(where: { words.contains($0) }) { return true }
        let after = string(range.upperBound..<min(text.count, range.upperBound + 12)).lowercased()
        return after.hasPrefix(" of the ") || after.hasPrefix(" of iso")
    }

    /// Where one of `words` begins that ends at `end`; nil where it is a part of another word.
    private func word(_ words: [String], endingAt end: Int) -> Int? {
        for word in words {
            let letters = Array(word.unicodeScalars)
            let start = end - letters.count
            guard start >= 0,
                zip(text[start..<end], letters).allSatisfy({
                    $0 == $1 || $0.isCapital && $0.value | 0x20 == $1.value
                })
            else { continue }
            let before = start > 0 ? text[start - 1] : " "
            let isPart =
                letters[0].isASCII
                ? before.isWord
                : letters.count == 1 && letters[0] != "第" && before.isIdeograph
            if !isPart { return start }
        }
        return nil
    }

    private func skippingSpaces(before index: Int) -> Int {
        index > 0 && text[index - 1] == " " ? index - 1 : index
    }

    private func skippingSpaces(after index: Int) -> Int {
        index < text.count && text[index] == " " ? index + 1 : index
    }

    /// The characters as a string.
    func string(_ range: Range<Int>) -> String {
        String(String.UnicodeScalarView(text[range]))
    }
}

extension Unicode.Scalar {
    fileprivate var isDigit: Bool { (0x30...0x39).contains(value) }
    fileprivate var isCapital: Bool { (0x41...0x5A).contains(value) }
    /// A letter or a digit of ASCII.
    fileprivate var isWord: Bool { isDigit || isCapital || (0x61...0x7A).contains(value) }
    fileprivate var isIdeograph: Bool { (0x4E00...0x9FFF).contains(value) }
}
