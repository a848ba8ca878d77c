package import Core

/// An upload as one output holds it: what engines have to judge before it goes live.
package struct UploadCopy: Sendable {
    /// From the project's root: `Content/uploads/figures/a.svg`.
    package let file: String
    /// The output's name.
    package let output: String
    /// Below the output's root: `uploads/figures/a.svg`.
    package let path: String
    /// Of the bytes that were handed out.
    package let digest: SHA256Digest
    /// Who answers for the file in house, as its sidecar says.
    package let owner: String?
    /// Where pages and settings refer to it: one place for each file.
    package let places: [SourceSpan]
}
