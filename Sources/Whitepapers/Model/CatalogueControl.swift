package import Content
package import Core

/// A control of the framework that the whitepaper answers.
package struct CatalogueControl: Sendable {
    /// Its number in the framework: `12.3.1`, `CLD.6.3.1`.
    package let id: String
    /// The framework's own, never an edition's.
    package let title: LocalizedText
    /// Whom its guidance addresses, as the catalogue says it: `provider`, `customer`.
    package let audience: String?
    /// The number of the corresponding control of ISO/IEC 27002:2022.
    package let iso27002In2022: String?
    /// Its row in the catalogue.
    package let span: SourceSpan
}

/// A control that the whitepaper does not answer, and why.
package struct NotCovered: Sendable {
    /// The control's number.
    package let control: Located<String>
    /// What readers are told instead of a statement.
    package let reason: LocalizedText
}

/// A value that the whole whitepaper agrees on.
package struct Fact: Sendable {
    /// What `{{fact:KEY}}` names.
    package let key: Located<String>
    /// The text that stands for it, in each language.
    package let value: LocalizedText
    /// A level of labels.yml, as written; joined with the whitepaper's.
    package let label: Located<String>?
    /// Handling marks of labels.yml, as written; joined with the whitepaper's.
    package let handling: [Located<String>]
}
