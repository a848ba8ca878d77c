package import Core

/// A rule by which the policy refuses a file.
package struct PolicyRule: Hashable, Sendable {
    /// Stable name for tools, in kebab-case.
    package let id: String
    /// What is refused.
    package let message: Message

    /// Takes the rule's name and what is refused, in both languages.
    package init(id: String, en: String, ja: String) {
        self.id = id
        message = Message(en: en, ja: ja)
    }
}
