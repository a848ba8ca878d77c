/// Text that may differ by language.
package struct LocalizedText: Hashable, Sendable {
    /// By language code; the key `""` holds text that is the same in all languages.
    private let texts: [String: String]
    private let first: String

    /// The same text in every language.
    package init(_ text: String) {
        texts = [:]
        first = text
    }

    /// Texts by language, the one that stands in for missing languages first; nil for none.
    package init?(_ texts: [(language: String, text: String)]) {
        guard let first = texts.first else { return nil }
        self.first = first.text
        self.texts = Dictionary(texts.map { ($0.language, $0.text) }) { earlier, _ in earlier }
    }

    /// Reads a scalar, or a mapping from language codes to scalars; nil for anything else.
    package init?(_ node: YAMLNode) {
        switch node.value {
        case .scalar(let text, _):
            texts = [:]
            first = text
        case .mapping(let entries):
            var texts: [String: String] = [:]
            for entry in entries {
                guard case .scalar(let text, _) = entry.value.value else { return nil }
                texts[entry.key] = text
            }
            guard let key = entries.first?.key, let first = texts[key] else { return nil }
            self.texts = texts
            self.first = first
        case .sequence:
            return nil
        }
    }

    /// The text in every language.
    package var all: [String] { [first] + texts.values.sorted() }

    /// The text in `language`; where there is none, the first that was written.
    package func text(in language: String) -> String { texts[language] ?? first }

    /// The languages that have a text of their own.
    package var languages: Set<String> { Set(texts.keys) }
}
