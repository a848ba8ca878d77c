import TestSupport

/// A page of the generated site.
struct GeneratedPage {
    /// A labelled part.
    struct Portion {
        var label: GeneratedLabel
        var number: Int
        var hasFootnote: Bool
        /// A list, a definition's look-alike, a box around it, a part within the part.
        var form: Int
        /// An upload of its own.
        var upload: String?
        var fact: String?
        var words = ""
    }

    var title: String
    var label: GeneratedLabel
    var description: String?
    var tags: [String] = []
    var date: String
    var order: Int?
    var aliases: [String] = []
    var isDraft = false
    var links: [String] = []
    var upload: String?
    var text: String
    /// In front of, between and behind the paragraphs.
    var portions: [Portion] = []

    var source: String {
        var lines = ["title: \(title)", "date: \(date)"] + label.lines
        if let description { lines.append("description: \(description)") }
        if !tags.isEmpty { lines.append("tags: [\(tags.joined(separator: ", "))]") }
        if let order { lines.append("order: \(order)") }
        if !aliases.isEmpty { lines.append("aliases: [\(aliases.joined(separator: ", "))]") }
        if isDraft { lines.append("draft: true") }
        return "---\n" + lines.joined(separator: "\n") + "\n---\n" + body + "\n"
    }

    private var body: String {
        var blocks = ["Text.[^a] \(text)", "## Heading", "- one\n- two"]
        blocks += links.map { "See [it](/\($0))." }
        if let upload { blocks.append("![picture](/uploads/\(upload))") }
        blocks += ["## Heading", "[^a]: Note.", "[^c]: Never used."]
        for (index, portion) in portions.enumerated() {
            blocks.insert(portion.source, at: (portion.number + index) % blocks.count)
        }
        return blocks.joined(separator: "\n\n")
    }
}

extension GeneratedPage.Portion {
    var source: String {
        var blocks = ["## Heading", "Hidden \(number). \(words)"]
        if hasFootnote {
            blocks.append("Noted.[^p\(number)]\n\n[^p\(number)]: Hidden note \(number).")
        }
        if let upload { blocks.append("![hidden](/uploads/\(upload))") }
        if let fact { blocks.append("It is {{fact:\(fact)}}.") }
        switch form {
        case 0: blocks.append("- a\n\n- b")
        case 1: blocks.append(":::note\nBoxed.\n:::")
        case 2: blocks.append("<div id=\"hidden-\(number)\">\n\nRaw.\n\n</div>\n")
        case 3: blocks.append(":::label secret\nDeeper \(number).\n:::")
        case 4: blocks.append("| a | b |\n| - | - |\n| \(number) | x |")
        default: blocks.append("```\n:::\n```")
        }
        return ":::label \(label.words)\n" + blocks.joined(separator: "\n\n") + "\n:::"
    }
}
