/// One `{{…}}` of a template.
struct TemplateTag: Hashable, Sendable {
    /// What the tag does.
    enum Kind: Hashable, Sendable {
        /// `{{name}}`
        case escaped
        /// `{{{name}}}` or `{{&name}}`
        case raw
        /// `{{#name}}`
        case section
        /// `{{^name}}`
        case inverted
        /// `{{/name}}`
        case close
        /// `{{>name}}`
        case partial
        /// `{{! … }}`
        case comment
    }

    let kind: Kind
    /// The name between the signs, without white space around it.
    let name: String
    /// Where the name is in the file.
    let nameRange: Range<Int>
    /// Where the whole tag is, braces and all.
    let range: Range<Int>
}

/// A stretch of a template's literal text, or a tag.
enum TemplatePiece: Hashable, Sendable {
    case literal(Range<Int>)
    case tag(TemplateTag)
}
