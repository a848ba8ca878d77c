/// Where an address in an SVG image leads, as a browser reads it.
enum SVGReference: Hashable {
    /// A place in the same image, or nothing.
    case fragment
    /// A picture packed into the address.
    case picture
    /// A font packed into the address.
    case font
    /// A page on the Web.
    case web
    /// A mail or a telephone number to write to or to call.
    case contact
    /// A page beside the image, or elsewhere on the same site.
    case site
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
        head.reserveCapacity(64)
        for byte in address where byte > 0x20 && byte != 0x7F {
            head.append(byte | (0x41...0x5A ~= byte ? 0x20 : 0))
            if head.count == 64 { break }
        }
        let text = String(decoding: head, as: UTF8.self)
        if text.isEmpty || text.hasPrefix("#") {
            self = .fragment
        } else if text.hasPrefix("data:") {
            let type = text.dropFirst(5)
            self =
                Self.holds(Self.pictures, type)
                ? .picture : Self.holds(Self.fonts, type) ? .font : .document
        } else if text.hasPrefix("http://") || text.hasPrefix("https://") {
            self = .web
        } else if ["javascript:", "vbscript:", "livescript:", "mocha:"].contains(
            where: text.hasPrefix)
        {
            self = .script
        } else if text.hasPrefix("mailto:") || text.hasPrefix("tel:") {
            self = .contact
        } else {
            self = Self.isOnSite(text) ? .site : .external
        }
    }

    private static let pictures = [
        "image/png", "image/jpeg", "image/jpg", "image/gif", "image/webp",
    ]
    private static let fonts = [
        "font/woff2", "font/woff", "font/ttf", "font/otf", "font/opentype", "font/truetype",
        "application/font-woff2", "application/font-woff", "application/font-ttf",
        "application/font-otf", "application/x-font-woff2", "application/x-font-woff",
        "application/x-font-ttf", "application/x-font-otf", "application/x-font-opentype",
        "application/x-font-truetype", "application/vnd.ms-opentype",
    ]

    private static func holds(_ types: [String], _ address: Substring) -> Bool {
        let type = address.prefix { $0 != ";" && $0 != "," }
        return type.utf8.count < address.utf8.count && types.contains(String(type))
    }

    /// Whether it has neither a scheme nor a server. Browsers read `\` as `/`.
    private static func isOnSite(_ text: String) -> Bool {
        let start = text.utf8.prefix(2).map { $0 == 0x5C ? 0x2F : $0 }
        if start == [0x2F, 0x2F] { return false }
        let path = text.utf8.prefix { $0 != 0x2F && $0 != 0x5C && $0 != 0x3F && $0 != 0x23 }
        return !path.contains(0x3A) && path.count < 64
    }

    /// The rule that refuses it as the address of a link, which a reader follows by a click.
    var refusalOfLink: PolicyRule? {
        switch self {
        case .web, .contact, .site: nil
        default: refusal
        }
    }

    /// The rule that refuses it where only the image itself and packed pictures may stand.
    var refusal: PolicyRule? {
        switch self {
        case .fragment, .picture: nil
        case .web, .contact, .site, .external: .svgExternalReference
        case .document, .font: .svgNestedDocument
        case .script: .svgScriptLink
        }
    }
}
