package import Labels
package import Markdown

/// A section or a control as the readers of one output see it in one edition and language.
package struct ItemRecord: Sendable {
    /// The item in all its languages.
    package let item: EditionItem
    /// In the language, where it has one; the catalogue's for a control.
    package let title: String
    /// The statement.
    package let blocks: [TextBlock]
    /// Who answers for a control, in words.
    let responsibility: String?
    /// What is left to the customer, in the statement's language; may be empty.
    package let customerActions: [String]
    /// Documents that support the statement, in the statement's language; may be empty.
    package let evidence: [String]

    /// What decides what one output shows of it.
    package let identity: Identity

    /// Two records of one output with the same identity are the same.
    package struct Identity: Hashable, Sendable {
        /// The files of the text and of its original.
        let files: [String?]
        let language: String
        let label: Label
    }

    /// - Parameters:
    ///   - label: Of the item in its edition.
    ///   - blocks: The statement as the output shows it.
    package init(_ item: EditionItem, language: String, label: Label, blocks: [TextBlock]) {
        let text = item.text(in: language)
        self.item = item
        identity = Identity(
            files: [text?.source.file, item.original?.source.file], language: language,
            label: label)
        title = item.title(in: language)
        self.blocks = blocks
        responsibility = item.isControl ? item.responsibility?.name(in: language) : nil
        customerActions = item.isControl ? text?.customerActions ?? [] : []
        evidence = item.isControl ? text?.evidence ?? [] : []
    }
}

extension EditionItem {
    /// Whether readers of a language have the same files before them in both, so that nothing
    /// needs to be compared.
    package func hasTexts(of other: EditionItem, in language: String) -> Bool {
        text(in: language)?.source.file == other.text(in: language)?.source.file
            && original?.source.file == other.original?.source.file
    }
}
