import Core

/// Takes a PDF file apart into tokens; it never fails, since viewers read broken files too.
///
/// - Source: ISO 32000-1, 7.2 and 7.3.
struct PDFLexer {
    /// One token.
    enum Token {
        case number(Int?)
        case name(String)
        case string([UInt8])
        case arrayStart, arrayEnd
        case dictionaryStart, dictionaryEnd
        /// Any other word; one longer than 16 bytes is given as empty.
        case word(String)
        case end
    }

    let bytes: ArraySlice<UInt8>
    /// The index of the next byte to read.
    var position: Int

    init(_ bytes: ArraySlice<UInt8>, at position: Int) {
        self.bytes = bytes
        self.position = position
    }

    /// The next token; comments and blanks before it are passed over.
    mutating func next() -> Token {
        skipBlanks()
        guard position < bytes.endIndex else { return .end }
        let byte = bytes[position]
        position += 1
        switch byte {
        case 0x2F: return .name(readName())
        case 0x28: return .string(readLiteral())
        case 0x5B: return .arrayStart
        case 0x5D: return .arrayEnd
        case 0x3C:
            if position < bytes.endIndex, bytes[position] == 0x3C {
                position += 1
                return .dictionaryStart
            }
            return .string(readHexadecimal())
        case 0x3E:
            if position < bytes.endIndex, bytes[position] == 0x3E {
                position += 1
                return .dictionaryEnd
            }
            return .word("")
        case 0x29, 0x7B, 0x7D: return .word("")
        default:
            position -= 1
            return readWord()
        }
    }

    /// Blanks of ISO 32000-1, table 1.
    static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 || byte == 0x0C || byte == 0
    }

    /// Neither a blank nor a delimiter.
    static func isRegular(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x28, 0x29, 0x3C, 0x3E, 0x5B, 0x5D, 0x7B, 0x7D, 0x2F, 0x25: false
        default: !isBlank(byte)
        }
    }

    private mutating func skipBlanks() {
        while position < bytes.endIndex {
            if Self.isBlank(bytes[position]) {
                position += 1
            } else if bytes[position] == 0x25 {
                while position < bytes.endIndex, bytes[position] != 0x0A, bytes[position] != 0x0D {
                    position += 1
                }
            } else {
                return
            }
        }
    }

    private mutating func readRegular() -> ArraySlice<UInt8> {
        let start = position
        while position < bytes.endIndex, Self.isRegular(bytes[position]) { position += 1 }
        return bytes[start..<position]
    }

    private mutating func readName() -> String {
        let raw = readRegular()
        guard raw.contains(0x23) else { return String(decoding: raw, as: UTF8.self) }
        var name: [UInt8] = []
        var index = raw.startIndex
        while index < raw.endIndex {
            if raw[index] == 0x23, index + 2 < raw.endIndex, let high = raw[index + 1].hexDigit,
                let low = raw[index + 2].hexDigit
            {
                name.append(high << 4 | low)
                index += 3
            } else {
                name.append(raw[index])
                index += 1
            }
        }
        return String(decoding: name, as: UTF8.self)
    }

    private mutating func readWord() -> Token {
        let word = readRegular()
        guard let first = word.first else { return .word("") }
        guard 0x30...0x39 ~= first || first == 0x2B || first == 0x2D || first == 0x2E else {
            return .word(word.count > 16 ? "" : String(decoding: word, as: UTF8.self))
        }
        return .number(word.count > 18 ? nil : Int(String(decoding: word, as: UTF8.self)))
    }

    private mutating func readHexadecimal() -> [UInt8] {
        var digits: [UInt8] = []
        while position < bytes.endIndex {
            let byte = bytes[position]
            position += 1
            if byte == 0x3E { break }
            if let digit = byte.hexDigit { digits.append(digit) }
        }
        if digits.count % 2 == 1 { digits.append(0) }
        return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
    }
}

extension PDFLexer {
    /// What stands between parentheses, which may be nested.
    private mutating func readLiteral() -> [UInt8] {
        var text: [UInt8] = []
        var depth = 1
        while position < bytes.endIndex {
            let byte = bytes[position]
            position += 1
            switch byte {
            case 0x28: depth += 1
            case 0x29:
                depth -= 1
                if depth == 0 { return text }
            case 0x5C:
                if let escaped = readEscape() { text.append(escaped) }
                continue
            default: break
            }
            text.append(byte)
        }
        return text
    }

    /// What follows a backslash; nil for a line's end, which it takes out.
    private mutating func readEscape() -> UInt8? {
        guard position < bytes.endIndex else { return nil }
        let byte = bytes[position]
        position += 1
        switch byte {
        case 0x6E: return 0x0A
        case 0x72: return 0x0D
        case 0x74: return 0x09
        case 0x62: return 0x08
        case 0x66: return 0x0C
        case 0x0A: return nil
        case 0x0D:
            if position < bytes.endIndex, bytes[position] == 0x0A { position += 1 }
            return nil
        case 0x30...0x37:
            var value = Int(byte - 0x30)
            var digits = 1
            while digits < 3, position < bytes.endIndex, 0x30...0x37 ~= bytes[position] {
                value = value << 3 | Int(bytes[position] - 0x30)
                position += 1
                digits += 1
            }
            return UInt8(truncatingIfNeeded: value)
        default: return byte
        }
    }
}
