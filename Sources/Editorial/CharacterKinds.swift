extension Unicode.Scalar {
    /// A kanji, or a mark that stands for one.
    var isKanji: Bool {
        switch value {
        case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
        case 0x3005...0x3007: true
        default: false
        }
    }

    /// ぁ to ゖ and the marks of repetition.
    var isHiragana: Bool { (0x3041...0x3096).contains(value) || (0x309D...0x309F).contains(value) }

    /// ァ to ヺ, the long vowel ー and the marks of repetition; not ・.
    var isKatakana: Bool { (0x30A1...0x30FA).contains(value) || (0x30FC...0x30FF).contains(value) }

    /// A letter of Japanese: no punctuation.
    var isJapaneseLetter: Bool { isKanji || isHiragana || isKatakana }

    /// 、。「」・ and the like, full-width parentheses included.
    var isJapanesePunctuation: Bool {
        (0x3001...0x3003).contains(value) || (0x3008...0x301F).contains(value) || value == 0x30FB
            || "，．：；！？（）".unicodeScalars.contains(self)
    }

    /// 0 to 9.
    var isASCIIDigit: Bool { (0x30...0x39).contains(value) }

    /// A to Z, a to z.
    var isASCIILetter: Bool { (0x41...0x5A).contains(value & ~0x20) && value < 0x80 }

    /// A letter or a digit of ASCII.
    var isASCIIWord: Bool { isASCIIDigit || isASCIILetter }

    /// A character of ASCII that is seen.
    var isGraphicASCII: Bool { (0x21...0x7E).contains(value) }

    /// The ASCII letter or digit that a full-width one stands for.
    var narrowed: Unicode.Scalar? {
        switch value {
        case 0xFF10...0xFF19, 0xFF21...0xFF3A, 0xFF41...0xFF5A: Unicode.Scalar(value - 0xFEE0)
        default: nil
        }
    }

    /// ぁ, ッ and the like, ー and 々: what never begins a word.
    var neverBegins: Bool {
        "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶー々ゝヽゞヾ".unicodeScalars.contains(self)
    }
}
