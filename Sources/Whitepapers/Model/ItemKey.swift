/// What names a section or a control through all editions of a whitepaper.
package struct ItemKey: Hashable, Sendable {
    /// What an item is. A framework may number a control 2.2 while the document has a section 2.2.
    package enum Kind: Hashable, Sendable {
        /// A part of the document itself.
        case section
        /// A control of the catalogue.
        case control
    }

    /// Tells a section and a control of the same number apart.
    package let kind: Kind
    /// The number as the document shows it: `2.2`, `12.3.1`, `CLD.6.3.1`.
    package let id: String

    /// Takes the number as the document shows it.
    package init(_ kind: Kind, _ id: String) {
        self.kind = kind
        self.id = id
    }

    /// The item's anchor on the page of each edition, without `#`: `section-2.2`, `CLD.6.3.1`.
    package var anchor: String { kind == .section ? "section-" + id : id }

    /// The name of its file in an edition's folder, without language and ending.
    var fileName: String { anchor.lowercased() }

    /// Where it stands among the items of its kind.
    var number: ItemNumber? {
        kind == .section ? ItemNumber(section: id) : ItemNumber(control: id)
    }
}
