@_spi(_Unicode) import Swift

extension StringProtocol {
    /// The same text in Unicode's normalization form C.
    ///
    /// By the standard library's own form, which it uses to compare strings, so that Core needs
    /// no Foundation.
    ///
    /// - Source: UAX #15.
    package var normalized: String {
        if unicodeScalars.allSatisfy(\.isSurelyNormalized) { return String(self) }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: String(self)._nfc)
        return String(text)
    }
}

extension Unicode.Scalar {
    /// ASCII, Latin letters, kana and common ideographs, which neither compose nor decompose
    /// next to one another.
    fileprivate var isSurelyNormalized: Bool {
        switch value {
        case 0..<0x300, 0x3000..<0x302A, 0x3030..<0x3099, 0x309B...0x30FF,
            0x3400...0x4DBF, 0x4E00...0x9FFF:
            true
        default: false
        }
    }
}
