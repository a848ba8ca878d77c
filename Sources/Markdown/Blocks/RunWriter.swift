import Core

/// Gathers the runs of one text as a browser shows it: white space is one space.
struct RunWriter {
    private var runs: [TextRun] = []
    /// Paragraphs of raw HTML that are complete.
    private var paragraphs: [[TextRun]] = []
    /// Elements of raw HTML that are open, and the style within each.
    private var elements: [(name: String, style: TextStyle)] = []
    /// Whether a space here would stand at the beginning of a line or after another.
    private var skipsSpace = true

    /// Text in `style`, to which the elements around it add theirs.
    mutating func append(_ text: String, style: TextStyle) {
        var shown = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isSpace = scalar == " " || (0x09...0x0D).contains(scalar.value)
            if !isSpace {
                shown.append(scalar)
            } else if !skipsSpace {
                shown.append(" ")
            }
            skipsSpace = isSpace
        }
        if !shown.isEmpty { runs.append(TextRun(String(shown), style: joined(style))) }
    }

    mutating func append(image alternative: String, style: TextStyle) {
        runs.append(TextRun(alternative, style: joined(style)))
        skipsSpace = false
    }

    mutating func breakLine(style: TextStyle) {
        runs.append(TextRun("\n", style: joined(style)))
        skipsSpace = true
    }

    /// The visible text of raw HTML. Elements that stay open reach into what follows.
    mutating func append(html: [UInt8], style: TextStyle) {
        var tokens = HTMLTokenizer(html)
        while let token = tokens.next() {
            switch token {
            case .text(let range): append(CharacterReferences.decode(html[range]), style: style)
            case .comment, .fault: break
            case .tag(let tag):
                if !tag.isEnd, Self.unseen.contains(tag.name) { tokens.skipText(of: tag.name) }
                read(tag, in: html, style: style)
            }
        }
    }

    /// The text, without space at its end.
    mutating func finish() -> [TextRun] {
        defer { self = RunWriter() }
        while let last = runs.last, !last.isImage {
            let text = last.text.reversed().drop { $0 == " " || $0 == "\n" }.reversed()
            runs.removeLast()
            if text.isEmpty { continue }
            runs.append(TextRun(String(text), style: last.style))
            break
        }
        return runs.coalesced
    }

    /// The paragraphs of raw HTML that hold anything.
    mutating func finishParagraphs() -> [[TextRun]] {
        endParagraph()
        return paragraphs
    }

    private mutating func endParagraph() {
        let (done, open) = (paragraphs, elements)
        let text = finish()
        paragraphs = text.isEmpty ? done : done + [text]
        elements = open
    }

    private mutating func read(_ tag: HTMLTag, in html: [UInt8], style: TextStyle) {
        switch tag.name {
        case "br": breakLine(style: style)
        case "img" where !tag.isEnd:
            var style = style
            style.image = value(of: "src", tag, html) ?? ""
            append(image: value(of: "alt", tag, html) ?? "", style: style)
        case "td", "th": if tag.isEnd { append(" ", style: TextStyle()) }
        case let name where HTMLVocabulary.block.contains(name): endParagraph()
        case let name where tag.isEnd:
            if let last = elements.lastIndex(where: { $0.name == name }) {
                elements.remove(at: last)
            }
        default:
            guard !HTMLVocabulary.void.contains(tag.name) else { break }
            var own = TextStyle(Self.marks[tag.name] ?? [])
            if tag.name == "a" { own.link = value(of: "href", tag, html) }
            elements.append((tag.name, own))
        }
    }

    private func value(of name: String, _ tag: HTMLTag, _ html: [UInt8]) -> String? {
        tag.value(of: name, in: html).map { CharacterReferences.decode($0) }
    }

    private func joined(_ style: TextStyle) -> TextStyle {
        var style = style
        for element in elements {
            style.marks.formUnion(element.style.marks)
            style.link = element.style.link ?? style.link
        }
        return style
    }

    private static let marks: [String: TextStyle.Marks] = [
        "b": .strong, "strong": .strong, "i": .emphasis, "em": .emphasis, "code": .code,
        "kbd": .code, "samp": .code, "del": .strikethrough, "s": .strikethrough,
    ]

    /// Elements whose text is not shown.
    private static let unseen: Set<String> = ["script", "style", "template", "title"]
}
