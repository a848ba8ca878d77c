/// What a piece of CSS does beyond colouring a drawing.
///
/// Comments are left in: a string may hold `/*`, and what is hidden behind it would be missed.
///
/// - Source: CSS Syntax Module Level 3, section 4.
struct SVGStyle {
    /// Rules that refuse it.
    private(set) var refusals: [PolicyRule] = []

    /// Reads a style sheet, the declarations of a `style` attribute, or any attribute's value.
    init(_ text: String) {
        guard text.utf8.contains(where: { Self.mayAct($0) }) else { return }
        let bytes = Self.unescaped(Array(text.utf8))
        for (index, byte) in bytes.enumerated() {
            switch byte {
            case 0x28: readFunction(bytes, parenthesis: index)
            case 0x40 where bytes[index...].starts(with: "@import".utf8):
                refuse(.svgActiveStyle)
            case 0x3A where Self.acting.contains(Self.name(in: bytes, endingAt: index)):
                refuse(.svgActiveStyle)
            default: break
            }
        }
    }

    /// Schemes and properties that act, without their colons.
    private static let acting: Set<String> = [
        "javascript", "vbscript", "livescript", "-moz-binding", "behavior",
    ]

    private mutating func refuse(_ rule: PolicyRule) {
        if !refusals.contains(rule) { refusals.append(rule) }
    }

    private static func mayAct(_ byte: UInt8) -> Bool {
        byte == 0x28 || byte == 0x40 || byte == 0x3A || byte == 0x5C
    }

    private mutating func readFunction(_ bytes: [UInt8], parenthesis: Int) {
        switch Self.name(in: bytes, endingAt: parenthesis) {
        case "url", "src":
            let target = bytes[(parenthesis + 1)...].drop { $0 <= 0x20 }
            let quoted = target.first == 0x22 || target.first == 0x27
            // Lazy, as `url(url(url(` would else be read to its end again and again.
            let address = target.dropFirst(quoted ? 1 : 0).lazy.prefix { byte in
                byte != 0x29 && byte != 0x22 && byte != 0x27
            }
            if let rule = SVGReference(address).refusal { refuse(rule) }
        case "image-set", "-webkit-image-set", "image", "cross-fade":
            refuse(.svgExternalReference)
        case "expression": refuse(.svgActiveStyle)
        default: break
        }
    }

    /// The name that ends before `end`, blanks before a colon left out; at most 20 letters of it.
    private static func name(in bytes: [UInt8], endingAt end: Int) -> String {
        var last = end
        if bytes[end] == 0x3A {
            while last > 0, end - last < 20, bytes[last - 1] <= 0x20 { last -= 1 }
        }
        var first = last
        while first > 0, last - first < 20, isNameByte(bytes[first - 1]) { first -= 1 }
        return String(decoding: bytes[first..<last], as: UTF8.self)
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x61...0x7A, 0x30...0x39, 0x2D, 0x5F, 0x80...: true
        default: false
        }
    }

    /// Lower case, with `\75 rl` read as `url`.
    private static func unescaped(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            var byte = bytes[index]
            index += 1
            if byte == 0x5C, index < bytes.count {
                var value: UInt32 = 0
                let start = index
                while index < bytes.count, index - start < 6, let digit = hexDigit(bytes[index]) {
                    value = value << 4 | UInt32(digit)
                    index += 1
                }
                if index > start {
                    if index < bytes.count, bytes[index] <= 0x20 { index += 1 }
                    byte = value < 0x80 ? UInt8(value) : 0x80
                } else {
                    byte = bytes[index]
                    index += 1
                    if byte == 0x0A { continue }
                }
            }
            result.append(byte | (0x41...0x5A ~= byte ? 0x20 : 0))
        }
        return result
    }
}

/// The value of a hexadecimal digit; nil for any other byte.
func hexDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x61...0x66: byte - 0x61 + 10
    case 0x41...0x46: byte - 0x41 + 10
    default: nil
    }
}
