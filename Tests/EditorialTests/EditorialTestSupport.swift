import Core
import Markdown

@testable import Editorial

/// A text of a document under test.
func text(
    _ markdown: String, file: String = "a.md", language: String = "ja", mayChange: Bool = true
) -> EditorialText {
    let bytes = Array(markdown.utf8)
    return EditorialText(
        language: language,
        source: MarkdownSource(file: file, bytes: bytes, body: 0..<bytes.count),
        mayChange: mayChange)
}

/// The findings of one text as `code line:column-line:column`.
func findings(
    _ markdown: String, language: String = "ja", settings: EditorialSettings = EditorialSettings()
) -> [String] {
    let lines = LineIndex(Array(markdown.utf8))
    return EditorialCheck(settings).findings(in: [text(markdown, language: language)]).map {
        let range = $0.span?.range ?? 0..<0
        let start = lines.position(of: range.lowerBound)
        let end = lines.position(of: range.upperBound)
        return "\($0.code) "
            + "\(start.line):\(start.column)-\(end.line):\(end.column)"
    }
}

/// The text after all that a tool may repair.
func repaired(
    _ markdown: String, settings: EditorialSettings = EditorialSettings()
) throws -> String {
    let edits = EditorialCheck(settings).safeEdits(in: [text(markdown)])
    return String(decoding: try applying(edits, to: Array(markdown.utf8)), as: UTF8.self)
}
