package import Core

/// Files for download, with what a reader checks a download against.
package struct ExportListing: Sendable {
    /// One file of the list.
    package struct File: Sendable {
        /// As it lies in the list's folder.
        package let name: String
        /// For the `type` of a link: `application/json`.
        package let mediaType: String
        /// In bytes.
        package let size: Int
        /// Of the file's bytes.
        package let digest: SHA256Digest

        /// What the file is for, in words for people.
        package func purpose(in language: String) -> String {
            let isJapanese = language == "ja"
            return switch name {
            case EditionExport.FileName.document:
                isJapanese ? "この版のすべて（JSON）" : "All of this edition (JSON)"
            case EditionExport.FileName.table:
                isJapanese ? "管理策の一覧表（Excel などで開けます）" : "Table of controls, for spreadsheets"
            case EditionExport.FileName.catalog:
                isJapanese ? "管理策のカタログ（OSCAL）" : "Catalog of controls (OSCAL)"
            case EditionExport.FileName.component:
                isJapanese ? "管理策ごとの記述（OSCAL）" : "Statements on the controls (OSCAL)"
            case let name where name.hasSuffix(".pdf"):
                isJapanese ? "印刷・保存用（PDF）" : "For printing and keeping (PDF)"
            default: isJapanese ? "この版" : "This edition"
            }
        }
    }

    /// In the order in which they were given.
    package let files: [File]

    /// Lists files that are about to be written.
    package init(_ files: [(name: String, bytes: [UInt8])]) {
        self.files = files.map { file in
            File(
                name: file.name, mediaType: Self.mediaType(of: file.name), size: file.bytes.count,
                digest: SHA256Digest(of: file.bytes))
        }
    }

    /// - Source: The IANA registry of media types.
    static func mediaType(of name: String) -> String {
        switch name.split(separator: ".").last {
        case "json": "application/json"
        case "csv": "text/csv"
        case "atom": "application/atom+xml"
        case "pdf": "application/pdf"
        default: "application/octet-stream"
        }
    }
}
