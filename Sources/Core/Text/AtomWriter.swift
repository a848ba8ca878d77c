/// Writes an Atom feed from its beginning to its end (RFC 4287).
///
/// What XML 1.0 has no place for, such as control characters, becomes U+FFFD.
package struct AtomWriter: Sendable {
    private var xml = ByteWriter()

    /// Begins a feed.
    ///
    /// - Parameter language: The code of the language of its texts.
    package init(language: String) {
        xml.append("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" as StaticString)
        xml.append("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"" as StaticString)
        append(language)
        xml.append("\">\n" as StaticString)
    }

    /// An element that holds plain text: `title`, `id`, `updated`, `summary`, …
    package mutating func element(_ name: StaticString, _ text: String) {
        open(name)
        xml.append(">" as StaticString)
        append(text)
        close(name)
    }

    /// The content of an entry, given as HTML.
    package mutating func content(html: String) {
        open("content")
        xml.append(" type=\"html\">" as StaticString)
        append(html)
        close("content")
    }

    /// Who wrote the feed.
    package mutating func author(_ name: String) {
        xml.append("<author><name>" as StaticString)
        append(name)
        xml.append("</name></author>\n" as StaticString)
    }

    /// A link.
    ///
    /// - Parameters:
    ///   - relation: `self`, `alternate`, …
    ///   - url: The full address, percent-encoded.
    package mutating func link(_ relation: String, _ url: String) {
        open("link")
        attribute("rel", relation)
        attribute("href", url)
        xml.append("/>\n" as StaticString)
    }

    /// A category, by which programs sort entries.
    ///
    /// - Parameters:
    ///   - scheme: The URI of what `term` belongs to.
    ///   - label: The term in words for people.
    package mutating func category(_ term: String, scheme: String? = nil, label: String? = nil) {
        open("category")
        if let scheme { attribute("scheme", scheme) }
        attribute("term", term)
        if let label { attribute("label", label) }
        xml.append("/>\n" as StaticString)
    }

    /// An entry.
    ///
    /// - Parameter body: Writes what is in it.
    package mutating func entry(_ body: (inout AtomWriter) -> Void) {
        xml.append("<entry>\n" as StaticString)
        body(&self)
        xml.append("</entry>\n" as StaticString)
    }

    /// Ends the feed.
    ///
    /// - Returns: The document in UTF-8.
    package consuming func finish() -> [UInt8] {
        xml.append("</feed>\n" as StaticString)
        return xml.bytes
    }

    private mutating func open(_ name: StaticString) {
        xml.append("<" as StaticString)
        xml.append(name)
    }

    private mutating func close(_ name: StaticString) {
        xml.append("</" as StaticString)
        xml.append(name)
        xml.append(">\n" as StaticString)
    }

    private mutating func attribute(_ name: StaticString, _ value: String) {
        xml.append(" " as StaticString)
        xml.append(name)
        xml.append("=\"" as StaticString)
        append(value)
        xml.append("\"" as StaticString)
    }

    private mutating func append(_ text: String) {
        guard text.unicodeScalars.allSatisfy(Self.isXML) else {
            let scalars = text.unicodeScalars.map { Self.isXML($0) ? $0 : "\u{FFFD}" }
            xml.appendEscaped(String(String.UnicodeScalarView(scalars)))
            return
        }
        xml.appendEscaped(text)
    }

    /// Char of XML 1.0, section 2.2.
    private static func isXML(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x20...0xFFFD, 0x10000...: true
        default: false
        }
    }
}
