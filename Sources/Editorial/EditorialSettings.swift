/// Which rules an editorial check applies, and with which words.
package struct EditorialSettings: Sendable {
    /// Rules that are not applied.
    package var off: Set<EditorialRule> = []
    /// Spellings of the document's own, which come before the built-in ones.
    package var terms: [Term] = []
    /// Terms that are defined elsewhere, as in `defined_terms` of whitepaper.yml.
    package var definedTerms: Set<String> = []
    /// Words to be noted, in any language; nil for none.
    package var vagueWords: [String]?
    /// nil follows the document's majority.
    package var parentheses: Width?
    /// nil follows the document's majority.
    package var spacing: Spacing?

    /// A word and the spellings that it must not have.
    package struct Term: Sendable, Equatable {
        /// As it is to be written.
        package let preferred: String
        /// As it is not.
        package let variants: [String]

        /// Takes the spelling wanted and those to be replaced.
        package init(preferred: String, variants: [String]) {
            self.preferred = preferred
            self.variants = variants
        }
    }

    /// How wide a character is.
    package enum Width: String, Sendable, CaseIterable {
        /// As wide as a kanji.
        case full
        /// ASCII.
        case half
    }

    /// What stands between Japanese and Latin text.
    package enum Spacing: String, Sendable, CaseIterable {
        /// One space.
        case space
        /// Nothing.
        case none
    }

    /// All rules but the one for vague words, with the built-in spellings.
    package init() {}

    /// The vague words that are noted where a document asks for them without a list of its own.
    package static let usualVagueWords = [
        "適切に", "適宜", "定期的に", "必要に応じて", "随時", "速やかに", "十分な", "十分に",
        "appropriate", "appropriately", "regularly", "as needed", "if necessary", "promptly",
        "sufficient", "adequate",
    ]
}
