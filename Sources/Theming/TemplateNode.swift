/// A part of a template: partials put in place, and each name resolved to where its value lies, so
/// that rendering neither parses nor searches outer scopes.
enum TemplateNode: Sendable {
    case literal([UInt8])
    /// The value at the path, escaped if it is text.
    case value(TemplatePath)
    case section(TemplateSection)
}

/// Where a value lies.
struct TemplatePath: Hashable, Sendable {
    /// Index into the stack of open scopes; 0 is what the template was given.
    let scope: Int
    /// Names to follow from there; none for `{{.}}`.
    let names: [String]
}

/// A part of a template that shows once, often or not at all.
struct TemplateSection: Sendable {
    /// On what it depends.
    enum Condition: Hashable, Sendable {
        /// A bool is true. No scope opens.
        case isTrue
        /// A list has an element (`has_NAME`). No scope opens.
        case hasElements
        /// A text, HTML or object is there (`has_NAME`). No scope opens.
        case exists
        /// A text, HTML or object is there, and is the scope inside.
        case isPresent
        /// Once for each element, which is the scope inside.
        case each
    }

    let path: TemplatePath
    let condition: Condition
    /// Shows when the condition does not hold; no scope opens.
    let isInverted: Bool
    let body: [TemplateNode]
}
