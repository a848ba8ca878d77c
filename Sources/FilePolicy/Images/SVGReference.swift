/// Where an address in an SVG image leads, as a browser reads it.
enum SVGReference: Hashable {
    /// A place in the same image, or nothing.
    case fragment
    /// A picture packed into the address.
    case picture
    /// A page on the Web.
    case web
    /// A document packed into the address.
    case document
    /// A program.
    case script
    /// Anything else.
    case external

    /// Reads an address. Browsers drop blanks and control characters around a scheme and in it,
    /// so these do not count here either.
    ///
    /// - Source: URL Standard, "URL parsing".
    init(_ address: some Sequence<UInt8>) {
        var head: [UInt8] = []
        for byte in address where byte > 0x20 && byte != 0x7F {
            head.append(byte | (0x41...0x5A ~= byte ? 0x20 : 0))
            if head.count == 64 { break }
        }
        let text = String(decoding: head, as: UTF8.self)
        if text.isEmpty || text.hasPrefix("#") {
            self = .fragment
        } else if text.hasPrefix("data:") {
            self = Self.isPicture(text.dropFirst(5)) ? .picture : .document
        } else if text.hasPrefix("http://") || text.hasPrefix("https://") {
            self = .web
        } else if ["javascript:", "vbscript:", "livescript:", "mocha:"].contains(
            where: text.hasPrefix)
        {
            self = .script
        } else {
            self = .external
        }
    }

    private static func isPicture(_ type: Substring) -> Bool {
        ["png", "jpeg", "jpg", "gif", "webp"].contains { name in
            type.hasPrefix("image/\(name);") || type.hasPrefix("image/\(name),")
        }
    }

    /// The rule that refuses it where only the image itself and packed pictures may stand.
    var refusal: PolicyRule? {
        switch self {
        case .fragment, .picture: nil
        case .web, .external: .svgExternalReference
        case .document: .svgNestedDocument
        case .script: .svgScriptLink
        }
    }
}
