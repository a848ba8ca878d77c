import CCMarkGFM
import Core

/// A run of `*`, `_` or `~` in a leaf's content, and what it may do.
struct DelimiterRun {
    let character: UInt8
    /// Where it begins in the content.
    let start: Int
    private(set) var length: Int
    /// Whether Japanese neighbours let it do what it may not do by the specification.
    private(set) var isRelaxed = false
    private(set) var canOpen = false
    private(set) var canClose = false
    /// Characters that no emphasis has used yet.
    var remaining = 0
    /// Emphasis that ends here, how often.
    var closes = 0
    /// Emphasis that begins here, innermost first.
    var opens: [Emphasis] = []

    /// What delimiters make.
    enum Emphasis {
        case emphasis
        case strong
        case strikethrough
    }

    init(_ character: UInt8, start: Int, length: Int) {
        self.character = character
        self.start = start
        self.length = length
    }

    var end: Int { start + length }

    mutating func extend(by count: Int) { length += count }

    /// Decides what the run may do, from the characters around it.
    ///
    /// Chinese and Japanese characters, punctuation too, count neither as punctuation nor as
    /// space: by the specification `**強調。**続き` does not close, since 。 is punctuation and
    /// a letter follows.
    ///
    /// - Source: CommonMark 0.29, "Emphasis and strong emphasis", rules 1 to 8.
    mutating func judge(in content: UnsafeBufferPointer<UInt8>) {
        remaining = length
        let before = Neighbour(Self.scalar(before: start, in: content))
        let after = Neighbour(Self.scalar(after: end, in: content))
        let strict = Self.flanking(
            before.isSpace, before.isPunctuation, after.isSpace, after.isPunctuation)
        var flanking = strict
        if character != 0x5F, before.isCJK || after.isCJK {
            flanking.left =
                !after.isSpace
                && (!after.isOtherPunctuation || before.isSpace || before.isOtherPunctuation
                    || before.isCJK)
            flanking.right =
                !before.isSpace
                && (!before.isOtherPunctuation || after.isSpace || after.isOtherPunctuation
                    || after.isCJK)
        }
        isRelaxed = flanking != strict
        canOpen = flanking.left
        canClose = flanking.right
        if character == 0x5F {
            canOpen = flanking.left && (!flanking.right || before.isPunctuation)
            canClose = flanking.right && (!flanking.left || after.isPunctuation)
        }
        if character == 0x7E, length > 2 { (canOpen, canClose, isRelaxed) = (false, false, false) }
    }

    private static func flanking(
        _ spaceBefore: Bool, _ punctuationBefore: Bool, _ spaceAfter: Bool,
        _ punctuationAfter: Bool
    ) -> (left: Bool, right: Bool) {
        (
            !spaceAfter && (!punctuationAfter || spaceBefore || punctuationBefore),
            !spaceBefore && (!punctuationBefore || spaceAfter || punctuationAfter)
        )
    }

    /// The library looks past tildes for the neighbours.
    private static func scalar(
        before start: Int, in content: UnsafeBufferPointer<UInt8>
    ) -> Unicode.Scalar {
        var index = start
        while index > 0, content[index - 1] == 0x7E { index -= 1 }
        return UnsafeBufferPointer(rebasing: content[..<index]).lastScalar ?? "\n"
    }

    private static func scalar(
        after end: Int, in content: UnsafeBufferPointer<UInt8>
    ) -> Unicode.Scalar {
        var index = end
        while index < content.count, content[index] == 0x7E { index += 1 }
        return UnsafeBufferPointer(rebasing: content[index...]).firstScalar ?? "\n"
    }
}

/// What a character next to a run is.
private struct Neighbour {
    let isSpace: Bool
    let isPunctuation: Bool
    let isCJK: Bool

    init(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 9, 10, 12, 13, 32, 160, 5760, 8192...8202, 8239, 8287, 12288: isSpace = true
        default: isSpace = false
        }
        isPunctuation = cmark_utf8proc_is_punctuation(Int32(scalar.value)) != 0
        // Wide and half-width forms, but no emoji.
        isCJK =
            !isSpace && !(0x1F000...0x1FAFF).contains(scalar.value)
            && (scalar.isEastAsianWide || (0xFF61...0xFFDC).contains(scalar.value))
    }

    /// Punctuation that is not Chinese or Japanese.
    var isOtherPunctuation: Bool { isPunctuation && !isCJK }
}
