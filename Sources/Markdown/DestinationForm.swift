/// How a link's destination is written in its file: what a repair has to escape.
package enum DestinationForm: Sendable, Hashable, CaseIterable {
    /// `[text](destination)`, `[label]: destination`.
    case markdown
    /// `[text](<destination>)`, `<destination>`.
    case pointed
    /// A URL in running text, which holds what it shows.
    case bare
    /// The value of an attribute, in quotation marks or without.
    case html
    /// A value of YAML, or the whole of a line.
    case plain
    /// `url(destination)` or a string in a style sheet.
    case css

    /// The bytes that stand for `destination` in this form; in Markdown also within a table.
    package func written(_ destination: String) -> String {
        var text = ""
        for scalar in destination.unicodeScalars {
            text += escaped(scalar) ?? String(Character(scalar))
        }
        return text
    }

    private func escaped(_ scalar: Unicode.Scalar) -> String? {
        switch (self, scalar) {
        case (.markdown, " "), (.bare, " "), (.css, " "): "%20"
        case (.markdown, "|"), (.pointed, "|"): "%7C"
        case (.markdown, "("), (.markdown, ")"), (.markdown, "\\"), (.markdown, "&"),
            (.markdown, "<"), (.markdown, ">"), (.pointed, "\\"), (.pointed, "&"),
            (.pointed, "<"), (.pointed, ">"):
            "\\" + String(Character(scalar))
        case (.html, "&"): "&amp;"
        case (.html, "\""): "&quot;"
        case (.html, "'"): "&#39;"
        case (.html, "<"): "&lt;"
        case (.html, ">"): "&gt;"
        case (.html, " "): "%20"
        case (.css, "("): "%28"
        case (.css, ")"): "%29"
        case (.css, "\""): "%22"
        case (.css, "'"): "%27"
        case (.css, "\\"): "%5C"
        default: nil
        }
    }
}
