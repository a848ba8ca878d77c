/// What the editorial check looks for. The raw value is the diagnostic's code without
/// `editorial.`, and what `off` names in whitepaper.yml.
package enum EditorialRule: String, Sendable, CaseIterable {
    /// Full-width and half-width parentheses side by side.
    case parentheses
    /// Spaces between Japanese and Latin text that the document does not use elsewhere.
    case spacing
    /// A paragraph that is cut in the middle of a word or a sentence.
    case brokenWord = "broken-word"
    /// A word in another spelling than the document's.
    case termVariant = "term-variant"
    /// 「本サービス」 and the like without a definition.
    case undefinedTerm = "undefined-term"
    /// A word that promises nothing definite; only where it is asked for.
    case vagueWord = "vague-word"
    /// 、。 and ，． side by side.
    case punctuation
    /// Full-width letters and digits.
    case fullWidth = "full-width"
    /// Half-width katakana.
    case halfWidthKatakana = "half-width-katakana"
}
