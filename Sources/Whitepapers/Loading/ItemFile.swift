import Core
import Markdown

/// One file of an edition's folder: an item's text in one language, or its withdrawal.
struct ItemFile: Sendable {
    let key: ItemKey
    let text: ItemText
    /// Where `withdrawn: true` stands.
    let withdrawal: SourceSpan?

    var language: String { text.language }
    var file: String { text.source.file }
}
