/// What a template sees: a tree of texts, lists and objects.
///
/// Absent things are left out of their object (the section `{{#name}}` is then skipped).
package enum TemplateValue: Sendable {
    /// Plain text, escaped by `{{name}}`.
    case text(String)
    /// HTML that is safe as it is, for `{{{name}}}`, in UTF-8.
    case html([UInt8])
    /// For sections only.
    case bool(Bool)
    case list([TemplateValue])
    /// Names and values in a fixed order.
    case object([(name: String, value: TemplateValue)])
}
