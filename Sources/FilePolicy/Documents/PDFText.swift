/// Text as PDF files write it.
enum PDFText {
    /// Reads a text string.
    ///
    /// - Source: ISO 32000-1, 7.9.2.2 and annex D.3; ISO 32000-2 for UTF-8.
    static func decode(_ bytes: [UInt8]) -> String {
        if bytes.starts(with: [0xFE, 0xFF]) {
            let units = stride(from: 2, to: bytes.count - 1, by: 2).map {
                UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1])
            }
            return String(decoding: units, as: UTF16.self)
        }
        if bytes.starts(with: [0xFF, 0xFE]) {
            let units = stride(from: 2, to: bytes.count - 1, by: 2).map {
                UInt16(bytes[$0 + 1]) << 8 | UInt16(bytes[$0])
            }
            return String(decoding: units, as: UTF16.self)
        }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            return String(decoding: bytes.dropFirst(3), as: UTF8.self)
        }
        var scalars = String.UnicodeScalarView()
        for byte in bytes {
            switch byte {
            case 0x18...0x1F: scalars.append(accents[Int(byte) - 0x18])
            case 0x80...0xA0: scalars.append(signs[Int(byte) - 0x80])
            default: scalars.append(Unicode.Scalar(byte))
            }
        }
        return String(scalars)
    }

    /// Reads text that is UTF-8 by good practice, and Latin-1 by old custom.
    static func decodeGuessing(_ bytes: [UInt8]) -> String {
        String(validating: bytes, as: UTF8.self)
            ?? String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
    }

    private static let accents = Array(
        "\u{2D8}\u{2C7}\u{2C6}\u{2D9}\u{2DD}\u{2DB}\u{2DA}\u{2DC}".unicodeScalars)
    private static let signs = Array(
        "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž\u{FFFD}€".unicodeScalars)
}

/// Whether the address of a link in a document may be published: an ordinary one of the Web, of
/// mail or of a telephone, or one without a scheme.
func isPublicLink(_ address: [UInt8]) -> Bool {
    let visible = address.lazy.filter { $0 > 0x20 && $0 < 0x7F }.prefix(32)
    let text = String(decoding: visible, as: UTF8.self).lowercased()
    if text.hasPrefix("\\\\") || text.hasPrefix("//") { return false }
    guard let colon = text.firstIndex(of: ":") else { return true }
    let scheme = text[..<colon]
    if scheme.contains(where: { "/?#".contains($0) }) { return true }
    return ["http", "https", "mailto", "tel", "ftp", "news", "sms", "doi", "urn"].contains(scheme)
}
