import Foundation

extension StringProtocol {
    /// The text in Unicode normalization form C (UAX #15); Japanese and ASCII text that is in it
    /// already is recognised without the help of tables.
    package var normalizedToNFC: String {
        if unicodeScalars.allSatisfy(\.isInertInNFC) { return String(self) }
        return precomposedStringWithCanonicalMapping
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
