package import Content
package import Core

/// A control of the framework that the whitepaper answers.
package struct CatalogueControl: Sendable {
    /// Its number in the framework: `12.3.1`, `CLD.6.3.1`.
    package let id: String
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
    package let reason: LocalizedText
}

/// A value that the whole whitepaper agrees on.
package struct Fact: Sendable {
    package let key: Located<String>
    package let value: LocalizedText
}
