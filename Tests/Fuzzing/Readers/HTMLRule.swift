import Markdown

/// Rendered HTML runs nothing. Reads it as a browser does, apart from Hakusho's own tokenizer,
/// so that a mistake there is not made twice.
///
/// - Source: HTML Living Standard, 13.2.5 (tokenization).
struct HTMLRule {
    private let bytes: [UInt8]
    private var index = 0

    private static let active: Set<String> = [
        "script", "style", "iframe", "object", "embed", "form", "button", "textarea", "select",
        "link", "meta", "base", "svg", "math", "template", "noscript", "frame", "frameset",
        "applet", "plaintext", "xmp", "title", "body", "head", "html",
    ]
    private static let addresses: Set<String> = [
        "href", "src", "srcset", "poster", "cite", "action", "formaction", "data", "background",
        "ping", "longdesc",
    ]

    init(_ html: [UInt8]) { bytes = html }

    /// The first thing that a browser would run; nil where there is none.
    var complaint: String? {
        var copy = self
        while copy.index < bytes.count {
            guard bytes[copy.index] == 0x3C else {
                copy.index += 1
                continue
            }
            if let why = copy.readTag() {
                let rest = bytes[max(0, copy.index - 80)...].prefix(160)
                return "\(why) in '\(String(decoding: rest, as: UTF8.self))'"
            }
        }
        return nil
    }

    private mutating func readTag() -> String? {
        index += 1
        let isEnd = peek == 0x2F
        if isEnd { index += 1 }
        guard let first = peek, Self.isLetter(first) else { return "a '<' that begins no tag" }
        let name = word(until: [0x2F, 0x3E])
        if Self.active.contains(name) { return "an element '\(name)'" }
        while true {
            while let byte = peek, Self.isBlank(byte) || byte == 0x2F { index += 1 }
            guard let byte = peek else { return "a tag without an end" }
            if byte == 0x3E {
                index += 1
                return nil
            }
            if isEnd { return "an attribute of an end tag" }
            let attribute = word(until: [0x2F, 0x3E, 0x3D])
            let value = readValue()
            if let why = complaint(about: attribute, value) { return why }
        }
    }

    private mutating func readValue() -> ArraySlice<UInt8> {
        guard peek == 0x3D else { return [] }
        index += 1
        guard let quote = peek, quote == 0x22 || quote == 0x27 else {
            let start = index
            while let byte = peek, !Self.isBlank(byte), byte != 0x3E { index += 1 }
            return bytes[start..<index]
        }
        let start = index + 1
        let end = bytes[start...].firstIndex(of: quote) ?? bytes.count
        index = min(end + 1, bytes.count)
        return bytes[start..<end]
    }

    private func complaint(about name: String, _ value: ArraySlice<UInt8>) -> String? {
        if name.hasPrefix("on") || ["style", "srcdoc", "xlink:href", "formaction"].contains(name) {
            return "an attribute '\(name)'"
        }
        guard Self.addresses.contains(name) else { return nil }
        let text = CharacterReferences.decode(value).lowercased().unicodeScalars
            .filter { $0.value > 0x20 }
        let address = String(String.UnicodeScalarView(text))
        let isImage = name != "href" && address.hasPrefix("data:image/")
        let isActive = ["javascript:", "vbscript:", "data:"].contains { address.hasPrefix($0) }
        return isActive && !isImage ? "the address '\(address.prefix(80))'" : nil
    }

    private var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

    private mutating func word(until ends: [UInt8]) -> String {
        let start = index
        index += 1  // A name may begin with the sign that ends it.
        while let byte = peek, !Self.isBlank(byte), !ends.contains(byte) { index += 1 }
        return String(decoding: bytes[start..<index], as: UTF8.self).lowercased()
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || (0x09...0x0D).contains(byte) && byte != 0x0B
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
