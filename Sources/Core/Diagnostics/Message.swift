/// A sentence in the two languages that Hakusho speaks.
package struct Message: Hashable, Sendable {
    /// The English sentence: lower case, without a full stop.
    package let en: String
    /// The Japanese sentence, without 。 at its end.
    package let ja: String

    /// Takes the sentence in both languages, neither with a full stop.
    package init(en: String, ja: String) {
        self.en = en
        self.ja = ja
    }

    /// The sentence in `language`.
    package func text(in language: MessageLanguage) -> String {
        language == .ja ? ja : en
    }
}

/// A language in which messages are shown.
package enum MessageLanguage: String, Sendable, CaseIterable {
    case ja
    case en
}
