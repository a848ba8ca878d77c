package import Core
import Markdown

/// Reads all texts of one document as an editor would.
///
/// Where a document may be written in one way or another, its majority decides, counted over all
/// its texts, also those that cannot be changed any more.
package struct EditorialCheck: Sendable {
    private let settings: EditorialSettings

    /// Takes the rules to apply.
    package init(_ settings: EditorialSettings = EditorialSettings()) { self.settings = settings }

    /// What an editor would object to in the texts that may be changed. Every finding is a
    /// warning, or a note; what a tool can repair without harm has edits.
    ///
    /// - Parameter documents: All texts of one document, in any languages; each language is
    ///   counted by itself.
    package func findings(in documents: [EditorialText]) -> [Diagnostic] {
        let languages = Set(documents.map(\.language)).sorted()
        return languages.flatMap { language in
            let texts = documents.filter { $0.language == language }
            return findings(in: Manuscript(texts, language: language))
        }.inReportingOrder()
    }

    private func findings(in manuscript: Manuscript) -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        for rule in EditorialRule.allCases where !settings.off.contains(rule) {
            guard manuscript.isJapanese || rule == .brokenWord || rule == .vagueWord else {
                continue
            }
            diagnostics += findings(of: rule, in: manuscript)
        }
        return diagnostics
    }

    private func findings(of rule: EditorialRule, in manuscript: Manuscript) -> [Diagnostic] {
        switch rule {
        case .parentheses: manuscript.parenthesisFindings(settings.parentheses)
        case .spacing: manuscript.spacingFindings(settings.spacing)
        case .brokenWord: manuscript.brokenWordFindings()
        case .termVariant: manuscript.termFindings(TermList(settings.terms))
        case .undefinedTerm: manuscript.undefinedTermFindings(defined: settings.definedTerms)
        case .vagueWord: manuscript.vagueWordFindings(settings.vagueWords ?? [])
        case .punctuation: manuscript.punctuationFindings()
        case .fullWidth: manuscript.fullWidthFindings()
        case .halfWidthKatakana: manuscript.halfWidthKatakanaFindings()
        }
    }
}
