package import Content
package import Core
package import Markdown

/// An item in one language, as the file that last stated it has it.
package struct ItemText: Sendable {
    /// The language's code.
    package let language: String
    /// The version of the edition in whose folder the file lies.
    package let edition: String
    /// The file; its body is the statement.
    package let source: MarkdownSource
    /// Where the file names its section or control.
    package let span: SourceSpan
    /// The title in this language; a control has one only where the file repeats it.
    package let title: Located<String>?
    /// The level that the file asks for.
    package let label: Located<String>?
    /// The handling marks that it asks for.
    package let handling: [Located<String>]
    /// Why the label was lowered; empty where it never was.
    package let downgrades: [Downgrade]
    /// Who answers for the control; nil where the file does not say.
    package let responsibility: Located<Responsibility>?
    /// What is left to the customer.
    package let customerActions: [String]
    /// Documents that support the statement.
    package let evidence: [String]
    /// Facts that the statement relies on, with the value that it states.
    package let claims: [Claim]
    /// Whether all controls follow this section.
    package let listsControls: Located<Bool>?
    /// Whether the revision history follows this section.
    package let showsHistory: Located<Bool>?

    /// A fact with the value that an item states for it.
    package struct Claim: Sendable {
        /// The fact's name in `whitepaper.yml`.
        package let key: String
        /// Where the file names the fact.
        package let keySpan: SourceSpan
        /// As the item states it; checked against the fact, and kept by old editions.
        package let value: Located<String>
    }

    /// The Markdown without blank lines around it, with line feeds only.
    package var statement: String { Self.trimmed(source.bytes[source.body]) }

    /// Text without blank lines around it, with line feeds only.
    static func trimmed(_ text: ArraySlice<UInt8>) -> String {
        let bytes = text.filter { $0 != 0x0D }
        let isBlank = { (byte: UInt8) in byte == 0x0A || byte == 0x20 || byte == 0x09 }
        guard let start = bytes.firstIndex(where: { $0 != 0x0A }),
            let end = bytes.lastIndex(where: { !isBlank($0) }), start <= end
        else { return "" }
        return String(decoding: bytes[start...end], as: UTF8.self)
    }

    /// SHA-256 of all that the file states, whatever the order of its keys and its line ends:
    /// two texts with one digest say the same.
    package var digest: SHA256Digest {
        let claims = claims.sortedByBytes { $0.key }
        var writer = ByteWriter()
        writer.append(json: [
            "title": .string(title?.value ?? ""),
            "label": .string(label?.value ?? ""),
            "handling": .array(handling.map { .string($0.value) }),
            "responsibility": .string(responsibility?.value.rawValue ?? ""),
            "customer_actions": .array(customerActions.map(JSONValue.string)),
            "evidence": .array(evidence.map(JSONValue.string)),
            "claims": .array(claims.map { [.string($0.key), .string($0.value.value)] }),
            "controls": .bool(listsControls?.value ?? false),
            "history": .bool(showsHistory?.value ?? false),
            "statement": .string(statement),
        ])
        return SHA256Digest(of: writer.bytes)
    }
}
