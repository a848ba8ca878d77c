import Core
import Editorial
import Markdown

/// An item's text in one language, read for the checks of its wording.
struct Statement {
    let item: EditionItem
    let text: ItemText
    /// Its running text.
    let blocks: [MarkdownTextBlock]
    /// Links, with those of images.
    let links: [MarkdownReference]
    /// Whether there is more to see than running text.
    let holdsMoreThanText: Bool
    /// Whether its file may still be changed.
    let mayChange: Bool

    init(_ item: EditionItem, _ text: ItemText, mayChange: Bool) {
        var dialect = MarkdownDialect()
        dialect.acceptsAllContainers = true
        let document = MarkdownDocument.parse(text.source, dialect: dialect).document
        self.item = item
        self.text = text
        self.mayChange = mayChange
        blocks = document?.runningText() ?? []
        links = document?.references ?? []
        holdsMoreThanText = document?.holdsMoreThanText ?? true
    }
}

extension Whitepaper {
    /// The newest edition's texts in `language`; an item that is not translated has none.
    func newestStatements(in language: String) -> [Statement] {
        let changeable = changeableFiles()
        return newestEdition?.items.compactMap { item in
            item.texts[language].map {
                Statement(item, $0, mayChange: changeable.contains($0.source.file))
            }
        } ?? []
    }

    /// The files whose words may still be changed: those of drafts, and those in the newest
    /// edition's own folder. An older edition has been read as it is.
    ///
    /// - Parameter frozen: Versions that may not be changed, besides those that are frozen.
    package func changeableFiles(frozen: Set<String> = []) -> Set<String> {
        let open = editions.filter { edition in
            (edition.isDraft || edition.version == newestEdition?.version)
                && !frozen.union(frozenVersions).contains(edition.version)
        }
        return Set(open.flatMap(\.files).map(\.text.source.file))
    }
}
