import Core
import Markdown

/// The blocks of a Markdown text.
func blocks(
    _ markdown: String, language: String = "ja", rawHTML: MarkdownDialect.RawHTML = .filtered,
    fact: @escaping (Int) -> String? = { _ in nil }
) -> [TextBlock] {
    var dialect = MarkdownDialect()
    dialect.rawHTML = rawHTML
    dialect.themeContainers = ["card"]
    let bytes = Array(markdown.utf8)
    let source = MarkdownSource(file: "page.md", bytes: bytes, body: 0..<bytes.count)
    let document = MarkdownDocument.parse(source, dialect: dialect).document
    return document?.textBlocks(language: language, fact: fact) ?? []
}
