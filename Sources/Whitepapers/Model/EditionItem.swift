package import Content
package import Core

/// A section or a control as one edition has it: its own text, or its predecessor's.
package struct EditionItem: Sendable {
    /// The same through all editions.
    package let key: ItemKey
    /// The texts by language. A translation may stem from an older edition than the original.
    package let texts: [String: ItemText]
    /// The language in which the whitepaper is written first.
    package let originalLanguage: String
    /// The catalogue's entry of a control; nil for a section.
    package let control: CatalogueControl?
    /// The version of the last edition whose folder holds a file of the item.
    package let changedIn: String

    /// The number that readers see: `2.2`, `12.3.1`, `CLD.6.3.1`.
    package var id: String { key.id }
    /// The item's anchor on its edition's page, without `#`.
    package var anchor: String { key.anchor }
    /// Whether it is a control.
    package var isControl: Bool { key.kind == .control }

    /// The text in `language`; where it is not translated, the original.
    package func text(in language: String) -> ItemText? {
        texts[language] ?? original
    }

    /// The text in the whitepaper's first language, else in the first that there is.
    package var original: ItemText? {
        texts[originalLanguage] ?? texts.values.min { $0.language < $1.language }
    }

    /// The title in `language`: the catalogue's for a control.
    package func title(in language: String) -> String {
        if let control { return control.title.text(in: language) }
        return texts[language]?.title?.value ?? original?.title?.value ?? id
    }

    /// The label that its original asks for; nil leaves it to the whitepaper's.
    package var label: Located<String>? { original?.label }

    /// The handling marks that its original asks for, besides the whitepaper's.
    package var handling: [Located<String>] { original?.handling ?? [] }

    /// Who answers for it; nil for a section.
    package var responsibility: Responsibility? { original?.responsibility?.value }

    /// Whether all controls follow this section.
    package var listsControls: Bool { original?.listsControls?.value ?? false }

    /// Whether the revision history follows this section.
    package var showsHistory: Bool { original?.showsHistory?.value ?? false }

    /// SHA-256 of what it states in all languages.
    package var digest: SHA256Digest {
        let texts = texts.values.sorted { $0.language < $1.language }
        return SHA256Digest(of: texts.flatMap { Array($0.language.utf8) + $0.digest.bytes })
    }
}
