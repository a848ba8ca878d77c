/// Character references in the values of attributes.
package enum CharacterReferences {
    /// `bytes` with references replaced: numbers, and the names that matter in a URL or an id. A
    /// name that is not known stays as it is written, and its `&` is escaped on the page, so it
    /// cannot come to mean anything.
    package static func decode(_ bytes: some Collection<UInt8>) -> String {
        var result: [UInt8] = []
        var rest = Array(bytes)[...]
        while let byte = rest.popFirst() {
            guard byte == 0x26, let (scalar, count) = reference(in: rest) else {
                result.append(byte)
                continue
            }
            result.append(contentsOf: String(scalar).utf8)
            rest = rest.dropFirst(count)
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Whether `bytes`, which follow a `&`, complete a reference that ends with `;`.
    static func isReference(_ bytes: some Collection<UInt8>) -> Bool {
        let name = bytes.prefix(34).prefix { $0.isLetter || $0.isDigit || $0 == 0x23 }
        guard let first = name.first, bytes.dropFirst(name.count).first == 0x3B else {
            return false
        }
        if first != 0x23 { return name.allSatisfy { $0 != 0x23 } }
        return number(name.dropFirst()) != nil
    }

    /// The code point of the reference that `bytes`, which follow a `&`, begin with. As to a
    /// browser, a number needs no `;`.
    private static func reference(in bytes: ArraySlice<UInt8>) -> (Unicode.Scalar, Int)? {
        if bytes.first == 0x23 {
            let isHex = bytes.dropFirst().first.map { $0 | 0x20 == 0x78 } ?? false
            let start = bytes.dropFirst(isHex ? 2 : 1)
            let digits = start.prefix { isHex ? $0.hexValue != nil : $0.isDigit }
            guard !digits.isEmpty, let scalar = number(bytes.dropFirst()[..<digits.endIndex])
            else { return nil }
            let count = digits.endIndex - bytes.startIndex
            return (scalar, bytes.dropFirst(count).first == 0x3B ? count + 1 : count)
        }
        let name = String(decoding: bytes.prefix { $0.isLetter || $0.isDigit }, as: UTF8.self)
        let hasEnd = bytes.dropFirst(name.utf8.count).first == 0x3B
        guard let scalar = names[name], hasEnd || ["amp", "lt", "gt", "quot"].contains(name) else {
            return nil
        }
        return (scalar, name.utf8.count + (hasEnd ? 1 : 0))
    }

    /// The code point for the digits after `#`; U+FFFD for one that does not exist.
    private static func number(_ digits: some Collection<UInt8>) -> Unicode.Scalar? {
        let isHex = digits.first.map { $0 | 0x20 == 0x78 } ?? false
        let digits = isHex ? AnySequence(digits.dropFirst()) : AnySequence(digits)
        var value: UInt32 = 0
        var count = 0
        for digit in digits {
            guard let amount = digit.hexValue, isHex || amount < 10 else { return nil }
            value = min(value * (isHex ? 16 : 10) + amount, 0x110000)
            count += 1
        }
        guard count > 0 else { return nil }
        return value == 0 ? "\u{FFFD}" : Unicode.Scalar(value) ?? "\u{FFFD}"
    }

    private static let names: [String: Unicode.Scalar] = [
        "amp": "&", "AMP": "&", "lt": "<", "LT": "<", "gt": ">", "GT": ">", "quot": "\"",
        "QUOT": "\"", "apos": "'", "colon": ":", "Tab": "\t", "NewLine": "\n", "sol": "/",
        "period": ".", "num": "#", "quest": "?", "equals": "=", "percnt": "%", "commat": "@",
        "lpar": "(", "rpar": ")", "semi": ";", "comma": ",", "bsol": "\\", "excl": "!",
        "plus": "+", "nbsp": "\u{A0}", "lowbar": "_", "hyphen": "\u{2010}", "dash": "\u{2010}",
        "shy": "\u{AD}", "ZeroWidthSpace": "\u{200B}",
    ]
}

extension UInt8 {
    fileprivate var hexValue: UInt32? {
        switch self {
        case 0x30...0x39: UInt32(self) - 0x30
        case 0x61...0x66: UInt32(self) - 0x61 + 10
        case 0x41...0x46: UInt32(self) - 0x41 + 10
        default: nil
        }
    }
}
