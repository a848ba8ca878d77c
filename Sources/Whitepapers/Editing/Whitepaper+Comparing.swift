package import Comparison
import Content
import Core
import Markdown

extension Whitepaper {
    /// The difference of two editions in one language, item by item; of all that they state,
    /// whatever an output may show of it.
    ///
    /// - Parameters:
    ///   - key: Only this item; nil for all.
    ///   - language: An item that is not translated has its original's text.
    package func comparison(
        from old: Edition, to new: Edition, of key: ItemKey? = nil, language: String
    ) -> DocumentComparison {
        DocumentComparison(
            from: sources(old, key, language), to: sources(new, key, language))
    }

    private func sources(
        _ edition: Edition, _ key: ItemKey?, _ language: String
    ) -> [DocumentComparison.Source] {
        edition.items.filter { key == nil || $0.key == key }.compactMap { item in
            item.text(in: language).map { text in
                DocumentComparison.Source(
                    key: name(of: item.key), title: item.title(in: language),
                    blocks: blocks(of: text))
            }
        }
    }

    /// The text of an item as readers see it, facts filled in: those that it claims with the value
    /// that it claims.
    func blocks(of text: ItemText) -> [TextBlock] {
        guard let document = document(of: text) else { return [] }
        let facts = document.facts.map { use in
            let key = ownKey(use)
            return text.claims.last { $0.key == key }?.value.value
                ?? fact(key, in: text.language)
        }
        return document.textBlocks(language: text.language) { facts[$0] }
    }

    /// All that a text states; every portion of it, and any container.
    func document(of text: ItemText) -> MarkdownDocument? {
        var dialect = MarkdownDialect()
        dialect.acceptsAllContainers = true
        return MarkdownDocument.parse(text.source, dialect: dialect).document
    }

    /// A fact's name without that of the whitepaper itself.
    func ownKey(_ use: MarkdownFact) -> String {
        use.key.hasPrefix(id + "/") ? String(use.key.dropFirst(id.count + 1)) : use.key
    }
}
