import Content
package import Core

/// One edition in one language as one output's readers see it: everything but the HTML of the
/// statements.
///
/// An item that the output must not show leaves no trace: neither in the contents, the matrix
/// and the history, nor in the level of another item's heading.
package struct EditionPage: Sendable {
    /// The code of the language that it was asked for in, such as `en`.
    package let language: String
    /// All that the edition declares and holds, also what the output must not show.
    package let edition: Edition
    /// The whitepaper's title in this language; plain text.
    package let title: String
    /// What the whitepaper is about, in this language; plain text.
    package let product: String
    /// The framework that it answers, in this language: `ISO/IEC 27017:2015`.
    package let standard: String
    /// Who is responsible for the whitepaper, in this language; nil where it names nobody.
    package let owner: String?
    /// Where readers ask, as `whitepaper.yml` has it; nil where it says nothing.
    package let contact: String?
    /// The day by which the whitepaper is to be reviewed; nil where none is set.
    package let reviewBy: CalendarDate?
    /// Who approved this edition, in this language; only a draft may lack it.
    package let approver: String?
    /// Whether it is the newest published edition; where there are only drafts, the newest.
    package let isCurrent: Bool
    /// Where the current edition is, in this language if it has it.
    package let currentURL: String
    /// Where this edition stays for ever.
    package let permalink: String
    /// All editions, newest first.
    package let editions: [EditionLink]
    /// This edition and those before it, oldest first.
    package let history: [HistoryEntry]
    /// In the order of the document.
    package let sections: [EditionSection]
    /// Controls that this edition does not answer, in the catalogue's order.
    package let notCovered: [(id: String, title: String, reason: String)]
    /// What the document agrees on; of the current edition and drafts only, since facts have no
    /// past.
    package let facts: [(key: String, value: String)]

    /// The controls, for the matrix of responsibilities.
    package var matrix: [EditionSection] { sections.filter { $0.control != nil } }

    /// Whether a statement is shown in another language than the page's.
    package var lacksTranslations: Bool { sections.contains { $0.text.language != language } }

    /// - Parameters:
    ///   - site: All that the edition's readers see of the whitepaper.
    ///   - language: A language of the edition.
    package init(of edition: Edition, in site: WhitepaperSite, language: String) {
        let declaration = site.whitepaper.declaration
        let approver = edition.declaration.approver?.value
        let isCurrent = edition.version == site.current?.version
        self.language = language
        self.edition = edition
        title = declaration.title.text(in: language)
        product = declaration.product.text(in: language)
        standard = declaration.standard.text(in: language)
        owner = declaration.owner?.text(in: language)
        contact = declaration.contact
        reviewBy = declaration.reviewBy?.value
        self.approver = approver?.text(in: language)
        self.isCurrent = isCurrent
        currentURL = site.currentURL(language: language)
        permalink = site.url(of: edition, language: language)
        editions = site.links(language: language, on: edition)
        history = site.history(to: edition, language: language)
        sections = site.sections(of: edition, language: language)
        notCovered = site.notCovered(by: edition, language: language)
        facts =
            isCurrent || edition.isDraft
            ? site.facts.map { ($0.key.value, $0.value.text(in: language)) } : []
    }
}

/// An edition in a list of editions.
package struct EditionLink: Sendable {
    /// Numbers with dots: `1.3`.
    package let version: String
    /// The day of its publication; nil for a draft.
    package let date: CalendarDate?
    /// What it brought, in the page's language; nil where it does not say.
    package let summary: String?
    /// The page that stays for ever, from the site's root.
    package let url: String
    /// Whether it is the edition that readers find at the whitepaper's own path.
    package let isCurrent: Bool
    /// Whether it is the one on whose page the list stands.
    package let isThis: Bool
    /// Whether it has no date yet; shown in previews only.
    package let isDraft: Bool
}

/// A row of the revision history.
package struct HistoryEntry: Sendable {
    /// Numbers with dots: `1.3`.
    package let version: String
    /// The day of its publication; nil for a draft.
    package let date: CalendarDate?
    /// Who approved the edition, in the page's language; only a draft may lack it.
    package let approver: String?
    /// What the edition brought, in the page's language; nil where it does not say.
    package let summary: String?
    /// Those that the output may show, in the order of `whitepaper.yml`.
    package let changes: [Change]

    /// One changed section or control.
    package struct Change: Sendable {
        /// The number that readers see: `2.2`, `12.3.1`, `CLD.6.3.1`.
        package let id: String
        /// In the page's language, as the edition has it; of a withdrawn item, as the one before
        /// had.
        package let title: String
        /// The item in that edition; nil where it was withdrawn.
        package let url: String?
        /// What changed, in the page's language; nil where the history does not say.
        package let summary: String?
    }
}

/// A section or a control on its page.
package struct EditionSection: Sendable {
    /// The item in all its languages.
    package let item: EditionItem
    /// In the page's language, where it has one; the catalogue's for a control.
    package let title: String
    /// What is to be rendered; in the original language where there is no translation.
    package let text: ItemText
    /// Of the heading, 2 to 6; the page's title has 1.
    package let level: Int
    /// Whether this edition, which is not the first, changed or added it.
    package let isChanged: Bool
    /// What a control has besides; nil for a section.
    package let control: ControlFacts?
    /// Set where the text is a translation that stems from an older edition than the original.
    package let outdated: OutdatedTranslation?

    /// What goes before the ids of the statement's own headings and footnotes.
    package var idPrefix: String { item.anchor + "-" }
    /// Added to the levels of the statement's own headings, which begin with `##`.
    package var headingShift: Int { level - 1 }
}

/// A translation that is older than its original.
package struct OutdatedTranslation: Sendable {
    /// The edition that the translation is of.
    package let edition: String
    /// The edition that last changed the original.
    package let original: String
    /// The original on the page of the same edition, from the site's root.
    package let url: String
}

/// What a control states besides its text.
package struct ControlFacts: Sendable {
    /// The title in the framework's other language, for readers who compare.
    package let otherTitle: String?
    /// Who answers for the control.
    package let responsibility: Responsibility
    /// What is left to the customer, in the statement's language; may be empty.
    package let customerActions: [String]
    /// Documents that support the statement, in the statement's language; may be empty.
    package let evidence: [String]
    /// The number of the corresponding control of ISO/IEC 27002:2022; nil where none is given.
    package let iso27002In2022: String?
    /// The edition that last changed it, where that is not the first.
    package let changedIn: String?
    /// The same control in the current edition, where this is an older one.
    package let currentURL: String?
}
