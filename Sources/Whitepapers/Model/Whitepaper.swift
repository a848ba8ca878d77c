package import Content
package import Core

/// A versioned security whitepaper: its declarations, its catalogue and all its editions.
package struct Whitepaper: Sendable {
    /// The name of its folder: what pages call it in `{{fact:ID/KEY}}`.
    package let id: String
    /// Its folder from the project's root.
    package let folder: String
    /// What `whitepaper.yml` says, but for the editions' contents.
    package let declaration: WhitepaperDeclaration
    /// The framework's controls, in the catalogue's order.
    package let catalogue: [CatalogueControl]
    /// Oldest first, drafts last.
    package let editions: [Edition]
    /// Every file that it was made of, from the project's root, in the order of their paths.
    package let inputs: [Input]
    /// The digests of frozen editions; nil where there are none, or where they are damaged.
    let lock: WhitepaperLock?

    /// One file that a whitepaper was made of.
    package struct Input: Sendable, Hashable {
        /// From the project's root, with `/` between its parts.
        package let path: String
        /// Of the file's bytes.
        package let digest: SHA256Digest
    }

    /// The page of the current edition in the default language, `/security/whitepaper/`.
    package var path: String { declaration.path.value }
    /// Its languages, the original first.
    package var languages: [String] { declaration.languages }

    /// The editions that readers see: those published by `day`, and drafts where they are asked
    /// for. Oldest first.
    package func editions(publishedBy day: CalendarDate, withDrafts: Bool = false) -> [Edition] {
        editions.filter { edition in
            guard let date = edition.date else { return withDrafts }
            return date <= day
        }
    }

    /// The value of a fact in `language`; nil where there is none of that name.
    ///
    /// - Parameter item: The item whose text asks. A value that it claims itself comes first, so
    ///   that an old edition keeps the value that it was published with.
    package func fact(
        _ key: String, in language: String, for item: EditionItem? = nil
    ) -> String? {
        let claims = item?.text(in: language)?.claims
        if let claim = claims?.last(where: { $0.key == key }) { return claim.value.value }
        return declaration.facts.first { $0.key.value == key }?.value.text(in: language)
    }

    /// The item that a name in the revision history means in one edition: a control's number, a
    /// section's number, or a section's anchor where a control has the same number.
    func key(named name: String, in edition: Edition?) -> ItemKey? {
        guard let edition else { return nil }
        let candidates = [ItemKey(.control, name), ItemKey(.section, name)]
        return candidates.first { edition.item($0) != nil }
            ?? edition.items.first { $0.anchor == name }?.key
    }

    /// How the revision history names an item without doubt.
    func name(of key: ItemKey) -> String {
        let isShared = catalogue.contains { $0.id == key.id }
        return key.kind == .section && isShared ? key.anchor : key.id
    }
}

/// What `whitepaper.yml` says.
package struct WhitepaperDeclaration: Sendable {
    /// The document's name on every edition.
    package let title: LocalizedText
    /// The service or product that the statements are about.
    package let product: LocalizedText
    /// Of the current edition, below the site's root: `/security/whitepaper/`.
    package let path: Located<String>
    /// A level of labels.yml for the whole whitepaper, as written; an item's is joined with it.
    package let label: Located<String>?
    /// Handling marks of labels.yml for the whole whitepaper, as written.
    package let handling: [Located<String>]
    /// Why its label was lowered; empty where it never was.
    package let downgrades: [Downgrade]
    /// Who answers for the document; nil where it names nobody.
    package let owner: LocalizedText?
    /// Where readers ask, as written; the same in all languages.
    package let contact: String?
    /// The day by which it is to be reviewed; nil where none is set.
    package let reviewBy: Located<CalendarDate>?
    /// Whether each edition has a PDF; nil where `whitepaper.yml` says nothing.
    package let pdf: Located<Bool>?
    /// The framework that the catalogue is of: `ISO/IEC 27017:2015`.
    package let standard: LocalizedText
    /// The original's first.
    package let languages: [String]
    /// In the order of `whitepaper.yml`.
    package let facts: [Fact]
    /// The controls left out on purpose, in the order of `whitepaper.yml`.
    package let notCovered: [NotCovered]
    /// What the checks of the text need.
    package let checks: CheckDeclaration
    /// The catalogue's file in the whitepaper's folder.
    let catalogue: Located<String>?
    let editions: [EditionDeclaration]
    /// Where `languages`, `editions` and `not_covered` stand; the file where they do not.
    let languagesSpan: SourceSpan
    let editionsSpan: SourceSpan
    let notCoveredSpan: SourceSpan
}
