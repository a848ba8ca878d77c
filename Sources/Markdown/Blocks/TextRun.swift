import Core

/// A stretch of a block's text that looks the same from end to end.
package struct TextRun: Hashable, Sendable {
    /// What a reader sees, in NFC; of an image its alternative. A line feed is a line break.
    package let text: String
    /// How it looks and where it leads.
    package let style: TextStyle

    /// Takes text in any normalization form.
    package init(_ text: String, style: TextStyle = TextStyle()) {
        self.text = text.normalizedToNFC
        self.style = style
    }

    /// Whether it is an image, which is never divided or joined to its neighbours.
    package var isImage: Bool { style.image != nil }
}

/// How a run of text looks, and where it leads.
package struct TextStyle: Hashable, Sendable {
    /// What can be done to a run, several at once.
    package struct Marks: OptionSet, Hashable, Sendable {
        /// One bit a mark.
        package let rawValue: UInt8

        /// Takes the marks' bits.
        package init(rawValue: UInt8) { self.rawValue = rawValue }

        /// `*text*`.
        package static let emphasis = Marks(rawValue: 1)
        /// `**text**`.
        package static let strong = Marks(rawValue: 2)
        /// `~~text~~`.
        package static let strikethrough = Marks(rawValue: 4)
        /// `` `text` ``.
        package static let code = Marks(rawValue: 8)
        /// The number of a footnote, where the text refers to it.
        package static let footnote = Marks(rawValue: 16)
    }

    /// What is done to the text.
    package var marks: Marks
    /// The link's destination as the author wrote it.
    package var link: String?
    /// The image's source as the author wrote it.
    package var image: String?

    /// Plain text that leads nowhere, unless said otherwise.
    package init(_ marks: Marks = [], link: String? = nil, image: String? = nil) {
        self.marks = marks
        self.link = link
        self.image = image
    }
}

extension [TextRun] {
    /// The same text with the fewest runs: neighbours of the same style are one, and none is
    /// empty but for images.
    package var coalesced: [TextRun] {
        var result: [TextRun] = []
        var text = ""
        var style: TextStyle?
        for run in self {
            if run.isImage {
                if let style, !text.isEmpty { result.append(TextRun(text, style: style)) }
                (text, style) = ("", nil)
                result.append(run)
            } else if !run.text.isEmpty {
                if let style, style != run.style {
                    result.append(TextRun(text, style: style))
                    text = ""
                }
                style = run.style
                text += run.text
            }
        }
        if let style, !text.isEmpty { result.append(TextRun(text, style: style)) }
        return result
    }

    /// The text without styles and without images.
    package var text: String {
        lazy.filter { !$0.isImage }.map(\.text).joined()
    }
}
