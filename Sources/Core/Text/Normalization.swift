import Foundation

extension StringProtocol {
    /// The text in Unicode normalization form C (UAX #15); Japanese and ASCII text that is in it
    /// already is recognised without the help of tables.
    package var normalizedToNFC: String {
        isSurelyNFC ? String(self) : precomposedStringWithCanonicalMapping
    }

    /// Whether the text is in that form; Swift's own comparison does not tell forms apart.
    package var isNFC: Bool { isSurelyNFC || utf8.elementsEqual(normalizedToNFC.utf8) }

    private var isSurelyNFC: Bool {
        let isASCII = utf8.withContiguousStorageIfAvailable { $0.allSatisfy { $0 < 0x80 } }
        return isASCII == true || unicodeScalars.allSatisfy(\.isInertInNFC)
    }
}

extension Unicode.Scalar {
    /// Whether the scalar stays as it is in NFC whatever stands beside it, as far as a cheap look
    /// can tell. Combining marks, Hangul jamo and compatibility ideographs are not.
    fileprivate var isInertInNFC: Bool {
        switch value {
        case 0..<0x300, 0x2010...0x2027, 0x2030...0x205E, 0x3000...0x3029, 0x3030...0x3096,
            0x309B...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xFF01...0xFFEE:
            true
        default: false
        }
    }
}
