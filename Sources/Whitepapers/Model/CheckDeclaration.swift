package import Content
package import Core
package import Editorial

/// What `whitepaper.yml` says for the checks of the text alone.
package struct CheckDeclaration: Sendable {
    /// From `editorial` and `defined_terms`.
    package let editorial: EditorialSettings
    /// The documents that the text may refer to; nil where none are declared, and then references
    /// to documents are not checked.
    package let documents: [DeclaredDocument]?
    /// Names of the product besides `product`.
    package let productNames: [String]
    /// Whether it is known that the framework's edition has a successor.
    package let acceptsWithdrawnStandard: Bool
    /// Where `standard` and `documents` stand.
    let standardSpan: SourceSpan
    let documentsSpan: SourceSpan
}

/// A document that the whitepaper's text refers to, such as the terms of use.
package struct DeclaredDocument: Sendable {
    /// Names it within `whitepaper.yml`.
    package let id: Located<String>
    /// As the text names it.
    package let title: LocalizedText
    /// Where it is published; nil for one that is not.
    package let url: String?
}
