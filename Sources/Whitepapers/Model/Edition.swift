package import Content
package import Core

/// One edition: what it declares of itself, and every item that it holds.
package struct Edition: Sendable {
    /// What `whitepaper.yml` says.
    package let declaration: EditionDeclaration
    /// All its items in the order of the document, those of its predecessors included.
    package let items: [EditionItem]
    /// The files in its own folder.
    let files: [ItemFile]
    /// Whether there is a folder of its own.
    let hasFolder: Bool
    /// By key: the item's place among `items`.
    private let places: [ItemKey: Int]

    /// - Parameters:
    ///   - items: All that it holds, in the order of the document.
    ///   - files: Those of its own folder.
    init(
        declaration: EditionDeclaration, items: [EditionItem], files: [ItemFile], hasFolder: Bool
    ) {
        self.declaration = declaration
        self.items = items
        self.files = files
        self.hasFolder = hasFolder
        places = Dictionary(items.enumerated().map { ($1.key, $0) }) { first, _ in first }
    }

    /// Numbers with dots: `1.3`.
    package var version: String { declaration.version.value }
    /// The day of its publication; nil for a draft.
    package var date: CalendarDate? { declaration.date?.value }
    /// Whether it is still being written: it has no date.
    package var isDraft: Bool { date == nil }
    /// What its folder changed or added, in the order of the document.
    package var ownItems: [EditionItem] { items.filter { $0.changedIn == version } }

    /// The item of that key.
    package func item(_ key: ItemKey) -> EditionItem? { places[key].map { items[$0] } }

    /// The languages in which an item that the reader sees has a text of its own.
    package func languages(shows: (EditionItem) -> Bool) -> Set<String> {
        var languages = Set<String>()
        for item in items where shows(item) { languages.formUnion(item.texts.keys) }
        return languages
    }
}

/// An entry of the revision history, as `whitepaper.yml` declares it.
package struct EditionDeclaration: Sendable {
    /// Numbers with dots: `1.3`.
    package let version: Located<String>
    /// The day of its publication; nil for a draft.
    package let date: Located<CalendarDate>?
    /// A level of labels.yml, as written; it holds for this edition and those after it.
    package let label: Located<String>?
    /// Handling marks of labels.yml, as written; they hold for those after it too.
    package let handling: [Located<String>]
    /// Who approved it; only a draft may lack it.
    package let approver: Located<LocalizedText>?
    /// What it brought, for the revision history; nil where it does not say.
    package let summary: Located<LocalizedText>?
    /// What it changed; empty for a first edition.
    package let changes: [Change]
    /// Where changes that are missing from it would be written.
    let changesSpan: SourceSpan
    /// Whether the key `changes` is there.
    let hasChanges: Bool

    /// One section or control that the edition changed.
    package struct Change: Sendable {
        /// The section's or control's number, or a section's anchor.
        package let id: Located<String>
        /// What changed in the item; nil where the history does not say.
        package let summary: Located<LocalizedText>?
    }
}
