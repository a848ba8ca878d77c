package import Core

/// A YAML value and where it stands.
///
/// Scalars stay text: `1.10` is never a number and `no` never false unless the reader of a key
/// asks for one.
package struct YAMLNode: Sendable {
    /// What the node holds.
    package indirect enum Value: Sendable {
        /// Text; `isPlain` where it was written without quotes.
        case scalar(String, isPlain: Bool)
        case sequence([YAMLNode])
        case mapping([Entry])
    }

    /// A key and its value.
    package struct Entry: Sendable {
        /// The key's text, without quotes.
        package let key: String
        /// Where the key stands.
        package let keySpan: SourceSpan
        /// What the key has; a null node where nothing is written.
        package let value: YAMLNode
    }

    /// What was written there.
    package let value: Value
    /// The node's bytes in its file.
    package let span: SourceSpan

    /// What is written there without quotes; nil for a list, a mapping or a text in quotes.
    var text: String? {
        guard case .scalar(let text, isPlain: true) = value, !isNull else { return nil }
        return text
    }

    /// Whether nothing was written, `~` or `null`.
    package var isNull: Bool {
        guard case .scalar(let text, isPlain: true) = value else { return false }
        return text.isEmpty || text == "~" || text == "null"
    }
}
