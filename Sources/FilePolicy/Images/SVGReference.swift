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
        self = withAddressHead(of: address, length: 64, Self.read)
    }

    /// Reads the first 64 bytes, in lower case.
    private static func read(_ head: XMLBytes) -> SVGReference {
        if head.isEmpty || head.hasPrefix("#") { return .fragment }
        if head.hasPrefix("data:") {
            let type = head.dropFirst(5)
            if holds(pictures, type) { return .picture }
            return holds(fonts, type) ? .font : .document
        }
        if head.hasPrefix("http://") || head.hasPrefix("https://") { return .web }
        if head.hasPrefix("javascript:") || head.hasPrefix("vbscript:")
            || head.hasPrefix("livescript:") || head.hasPrefix("mocha:")
        {
            return .script
        }
        if head.hasPrefix("mailto:") || head.hasPrefix("tel:") { return .contact }
        return isOnSite(head.buffer) ? .site : .external
    }

    private static let pictures = ByteWords("image/png image/jpeg image/jpg image/gif image/webp")
    private static let fonts = ByteWords(
        """
        font/woff2 font/woff font/ttf font/otf font/opentype font/truetype
        application/font-woff2 application/font-woff application/font-ttf application/font-otf
        application/x-font-woff2 application/x-font-woff application/x-font-ttf
        application/x-font-otf application/x-font-opentype application/x-font-truetype
        application/vnd.ms-opentype
        """)

    private static func holds(_ types: ByteWords, _ address: XMLBytes) -> Bool {
        let end = address.buffer.firstIndex { $0 == 0x3B || $0 == 0x2C }
        guard let end else { return false }
        return types.contains(XMLBytes(UnsafeBufferPointer(rebasing: address.buffer[..<end])))
    }

    /// Whether it has neither a scheme nor a server. Browsers read `\` as `/`.
    private static func isOnSite(_ head: UnsafeBufferPointer<UInt8>) -> Bool {
        func isSlash(_ byte: UInt8) -> Bool { byte == 0x2F || byte == 0x5C }
        if head.count > 1, isSlash(head[0]), isSlash(head[1]) { return false }
        let end = head.firstIndex { isSlash($0) || $0 == 0x3F || $0 == 0x23 } ?? head.count
        return !head[..<end].contains(0x3A) && end < 64
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
