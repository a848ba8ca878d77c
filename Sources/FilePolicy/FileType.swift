/// A type of file that may be published, by its content.
package enum FileType: String, Hashable, Sendable, CaseIterable {
    case png
    case jpeg
    case gif
    case webp
    case avif
    case ico
    case svg
    case pdf
    case docx
    case xlsx
    case pptx
    case odt
    case ods
    case odp
    case zip
    case text
    case csv
    case json
    case mp4
    case webm
    case mp3
    case woff2
    case vtt

    /// The types that may be published where site.yml says nothing.
    package static let usual = Set(allCases)
}
