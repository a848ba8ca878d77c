import Core

/// What a piece of CSS does beyond colouring a drawing.
///
/// Comments are left in: a string may hold `/*`, and what is hidden behind it would be missed.
///
/// - Source: CSS Syntax Module Level 3, section 4.
struct SVGStyle {
    /// Rules that refuse it.
    private(set) var refusals: [PolicyRule] = []
    private var isExternal = false

    /// All rules by which a style may be refused: once they are known, no more can be learnt.
    static let rules: [PolicyRule] = [
        .svgActiveStyle, .svgExternalReference, .svgNestedDocument, .svgScriptLink,
    ]

    /// Reads a style sheet, the declarations of a `style` attribute, or any attribute's value.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let first = bytes.firstIndex(where: Self.mayAct) else { return }
        if bytes[first...].contains(0x5C) {
            Self.unescaped(bytes).withUnsafeBufferPointer { read($0, from: 0) }
        } else {
            read(bytes, from: first)
        }
    }

    /// Properties and schemes that act, without their colons.
    private static let acting: [StaticString] = [
        "javascript", "vbscript", "livescript", "-moz-binding", "behavior",
    ]
    private static let fetching: [StaticString] = [
        "image-set", "-webkit-image-set", "image", "cross-fade",
    ]

    private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
        for index in start..<bytes.count {
            switch bytes[index] {
            case 0x28: readFunction(bytes, parenthesis: index)
            case 0x40 where isImport(bytes, at: index): refuse(.svgActiveStyle)
            case 0x3A:
                let name = Self.name(in: bytes, endingAt: index)
                if Self.acting.contains(where: name.equals(ignoringCase:)) {
                    refuse(.svgActiveStyle)
                }
            default: continue
            }
            if refusals.count == Self.rules.count { return }
        }
    }

    private mutating func refuse(_ rule: PolicyRule) {
        if rule.id == PolicyRule.svgExternalReference.id { isExternal = true }
        if !refusals.contains(where: { $0.id == rule.id }) { refusals.append(rule) }
    }

    private static func mayAct(_ byte: UInt8) -> Bool {
        byte == 0x28 || byte == 0x40 || byte == 0x3A || byte == 0x5C
    }

    /// Whether a byte can begin an address of `data:` or of a program's scheme, or a quotation.
    private static func mayBegin(_ byte: UInt8) -> Bool {
        switch byte | 0x20 {
        // d, j, l, m and v.
        case 0x64, 0x6A, 0x6C, 0x6D, 0x76, 0x7F...: true
        default: byte == 0x22 || byte == 0x27
        }
    }

    private func isImport(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        XMLBytes(UnsafeBufferPointer(rebasing: bytes[index...]))
            .hasPrefix(ignoringCase: "@import")
    }

    private mutating func readFunction(_ bytes: UnsafeBufferPointer<UInt8>, parenthesis: Int) {
        let name = Self.name(in: bytes, endingAt: parenthesis)
        if name.equals(ignoringCase: "url") || name.equals(ignoringCase: "src") {
            let target = bytes[(parenthesis + 1)...].drop { $0 <= 0x20 }
            // Once one address leads out, only those that are packed or that run add to it.
            if isExternal, let first = target.first, !Self.mayBegin(first) { return }
            let quoted = target.first == 0x22 || target.first == 0x27
            // Lazy, as `url(url(url(` would else be read to its end again and again.
            let address = target.dropFirst(quoted ? 1 : 0).lazy.prefix { byte in
                byte != 0x29 && byte != 0x22 && byte != 0x27
            }
            let reference = SVGReference(address)
            // Styles fetch nothing but pictures and fonts from an address.
            if reference != .font, let rule = reference.refusal { refuse(rule) }
        } else if Self.fetching.contains(where: name.equals(ignoringCase:)) {
            refuse(.svgExternalReference)
        } else if name.equals(ignoringCase: "expression") {
            refuse(.svgActiveStyle)
        }
    }

    /// The name that ends before `end`, blanks before a colon left out; at most 20 letters of it.
    private static func name(
        in bytes: UnsafeBufferPointer<UInt8>, endingAt end: Int
    ) -> XMLBytes {
        var last = end
        if bytes[end] == 0x3A {
            while last > 0, end - last < 20, bytes[last - 1] <= 0x20 { last -= 1 }
        }
        var first = last
        while first > 0, last - first < 20, isNameByte(bytes[first - 1]) { first -= 1 }
        return XMLBytes(UnsafeBufferPointer(rebasing: bytes[first..<last]))
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, 0x2D, 0x5F, 0x80...: true
        default: false
        }
    }

    /// Lower case, with `\75 rl` read as `url`.
    private static func unescaped(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            var byte = bytes[index]
            index += 1
            if byte == 0x5C, index < bytes.count {
                var value: UInt32 = 0
                let start = index
                while index < bytes.count, index - start < 6, let digit = bytes[index].hexDigit {
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
