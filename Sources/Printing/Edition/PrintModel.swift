package import Core

/// One edition in one language as it is printed: what its readers may see, and nothing else.
///
/// All texts are plain, in the edition's language, but `Section.body`.
package struct PrintModel: Sendable {
    /// The code of the language, such as `ja`.
    package var language: String
    /// The whitepaper's title.
    package var title: String
    /// What the whitepaper is about.
    package var product: String
    /// The framework that it answers: `ISO/IEC 27017:2015`.
    package var standard: String
    /// Numbers with dots: `1.3`.
    package var version: String
    /// The day of its publication; nil for a draft.
    package var date: CalendarDate?
    /// Its label in words; nil on a site without labels.
    package var label: String?
    /// The label in the words of other schemes, such as `TLP:GREEN`.
    package var profiles: [String] = []
    /// Who is responsible for it.
    package var owner: String?
    /// Who approved the edition.
    package var approver: String?
    /// Where readers ask.
    package var contact: String?
    /// The day by which it is to be reviewed.
    package var reviewBy: CalendarDate?
    /// The full URL of the edition's page.
    package var address: String
    /// Sentences for the cover, such as that a newer edition exists.
    package var notices: [String] = []
    /// In the order of the document.
    package var sections: [Section] = []
    /// Who is responsible for which control; empty prints no table.
    package var matrix: [Responsibility] = []
    /// Controls that the edition does not answer.
    package var notCovered: [NotCovered] = []
    /// In the order in which they are printed.
    package var history: [Revision] = []

    /// Takes what every edition has; the rest is set after.
    package init(
        language: String, title: String, product: String, standard: String, version: String,
        address: String
    ) {
        self.language = language
        self.title = title
        self.product = product
        self.standard = standard
        self.version = version
        self.address = address
    }
}

extension PrintModel {
    /// A section or a control.
    package struct Section: Sendable {
        /// What readers cite: `2.2`, `CLD.6.3.1`.
        package var number: String
        /// The id of its heading, unique in the document.
        package var anchor: String
        /// Of the heading, 2 to 6.
        package var level: Int
        /// Its title in the edition's language.
        package var title: String
        /// The title in the framework's other language.
        package var otherTitle: String?
        /// The language of the statement, where it is not the edition's.
        package var language: String?
        /// Words that stand out beside the facts, such as the responsibility.
        package var chips: [String] = []
        /// Names and values, such as the number in another standard.
        package var facts: [(name: String, value: String)] = []
        /// The statement, as the site's Markdown makes it; its image's URLs name the document's
        /// resources.
        package var body: [UInt8]
        /// What follows the statement, such as the customer's actions.
        package var lists: [(title: String, items: [String])] = []
        /// Whether the statement speaks of the revision history that follows it.
        package var showsHistory = false

        /// Takes what every section has; the rest is set after.
        package init(
            number: String, anchor: String, level: Int, title: String, body: [UInt8]
        ) {
            self.number = number
            self.anchor = anchor
            self.level = level
            self.title = title
            self.body = body
        }
    }

    /// A row of the matrix of responsibilities.
    package struct Responsibility: Sendable {
        /// The control's number.
        package var number: String
        /// The id of its heading.
        package var anchor: String
        /// Its title.
        package var title: String
        /// Whose it is, in words.
        package var responsibility: String

        /// Puts the four together.
        package init(number: String, anchor: String, title: String, responsibility: String) {
            self.number = number
            self.anchor = anchor
            self.title = title
            self.responsibility = responsibility
        }
    }

    /// A control that the edition does not answer.
    package struct NotCovered: Sendable {
        /// The control's number.
        package var number: String
        /// Its title.
        package var title: String
        /// Why it is not answered.
        package var reason: String

        /// Puts the three together.
        package init(number: String, title: String, reason: String) {
            self.number = number
            self.title = title
            self.reason = reason
        }
    }

    /// A row of the revision history.
    package struct Revision: Sendable {
        /// Numbers with dots: `1.3`.
        package var version: String
        /// The day of its publication; nil for a draft.
        package var date: CalendarDate?
        /// Who approved it.
        package var approver: String?
        /// What it brought.
        package var summary: String?
        /// What it changed: number and title, the id of a heading of this document, and how.
        package var changes: [(name: String, anchor: String?, summary: String?)]

        /// Puts the five together.
        package init(
            version: String, date: CalendarDate?, approver: String?, summary: String?,
            changes: [(name: String, anchor: String?, summary: String?)]
        ) {
            self.version = version
            self.date = date
            self.approver = approver
            self.summary = summary
            self.changes = changes
        }
    }
}
