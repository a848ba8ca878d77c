import Core

/// The anchor that a heading of this text has where no other of its page has it already;
/// `section` where the text has no letter.
package func anchorName(of text: String) -> String {
    let name = AnchorNames.slug(text)
    return name.isEmpty ? "section" : name
}

/// The ids of one page: makes names from headings' texts and keeps them apart.
struct AnchorNames {
    private var taken: Set<String> = []
    private var counts: [String: Int] = [:]

    /// Keeps `id` for an element that has it already.
    mutating func reserve(_ id: String) { taken.insert(id) }

    /// The anchor of a heading: `section` where its text has no letter.
    mutating func name(for text: String) -> String {
        claim(anchorName(of: text))
    }

    /// `name`, or `name-1`, `name-2` where it is taken.
    mutating func claim(_ name: String) -> String {
        if taken.insert(name).inserted { return name }
        var count = counts[name, default: 0]
        while true {
            count += 1
            let next = "\(name)-\(count)"
            if taken.insert(next).inserted {
                counts[name] = count
                return next
            }
        }
    }

    /// Text as an anchor: lower case, hyphens for spaces; letters, marks, numbers, `-` and `_`
    /// stay; in NFC.
    static func slug(_ text: String) -> String {
        var bytes: [UInt8] = []
        var isASCII = true
        for byte in text.utf8 {
            switch byte {
            case 0x41...0x5A: bytes.append(byte | 0x20)
            case 0x61...0x7A, 0x30...0x39, 0x2D, 0x5F: bytes.append(byte)
            case 0x20: bytes.append(0x2D)
            case 0x80...: isASCII = false
            default: break
            }
            if !isASCII { break }
        }
        if isASCII { return String(decoding: bytes, as: UTF8.self) }
        var name = String.UnicodeScalarView()
        for scalar in text.normalizedToNFC.unicodeScalars {
            if scalar == " " || scalar == "\u{3000}" {
                name.append("-")
            } else if scalar.isCommonJapaneseLetter {
                name.append(scalar)
            } else if scalar.staysInAnchor {
                name.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
            }
        }
        return String(name)
    }
}

extension Unicode.Scalar {
    /// Kana and common ideographs, which have no case.
    fileprivate var isCommonJapaneseLetter: Bool {
        switch value {
        case 0x3041...0x3096, 0x30A1...0x30FA, 0x30FC, 0x4E00...0x9FFF: true
        default: false
        }
    }

    /// A letter, a mark, a number, `-` or `_`.
    fileprivate var staysInAnchor: Bool {
        if self == "-" || self == "_" { return true }
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .letterNumber,
            .otherNumber:
            return true
        default: return false
        }
    }
}

extension String {
    /// Whether it can be an id that the author gives: letters, marks, numbers, `-`, `_`, `.`
    /// and `:`.
    var isAnchor: Bool {
        !isEmpty
            && unicodeScalars.allSatisfy { $0 == "." || $0 == ":" || $0.staysInAnchor }
    }
}
