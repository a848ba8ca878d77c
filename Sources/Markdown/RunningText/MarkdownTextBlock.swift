package import Core

/// The running text of one paragraph, heading or table cell, with the place of each character.
///
/// Markup is gone, and line breaks in Japanese with it. What is no running text (code, URLs,
/// facts, images, footnote marks) is one `object` each.
package struct MarkdownTextBlock: Sendable {
    /// What the text is part of.
    package enum Kind: Sendable {
        /// A paragraph, also in a list or a quotation.
        case paragraph
        /// A heading.
        case heading
        /// A cell of a table.
        case tableCell
        /// What stands for an image.
        case alternative
    }

    /// One character and its source.
    package struct Scalar: Sendable {
        /// What a reader sees.
        package let value: Unicode.Scalar
        /// Its bytes in the file, with a backslash or as a character reference.
        package let range: Range<Int>
        /// How many links or emphases it stands in.
        package let depth: Int
        /// Whether its bytes are the character itself.
        package let isVerbatim: Bool
        /// Whether a line break stands before it that is no space, as in Japanese.
        package internal(set) var isAfterBreak = false
    }

    /// What the text is part of.
    package let kind: Kind
    /// In the order of the source; a forced line break is a line feed.
    package let scalars: [Scalar]
    /// Whether the block before it, at the same place of the tree, is a paragraph as well.
    package let followsParagraph: Bool
    /// From its first character to its last.
    package let span: SourceSpan

    /// Stands for what is no running text: U+FFFC OBJECT REPLACEMENT CHARACTER.
    package static let object: Unicode.Scalar = "\u{FFFC}"

    /// What a reader sees, with `object` for what is no running text.
    package var text: String {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars.lazy.map(\.value))
        return String(text)
    }
}

extension MarkdownTextBlock {
    /// The source of the characters at `range` of `scalars`.
    package func span(of range: Range<Int>) -> SourceSpan {
        let start = scalars[range.lowerBound].range.lowerBound
        let end = range.isEmpty ? start : scalars[range.upperBound - 1].range.upperBound
        return SourceSpan(file: span.file, range: start..<max(start, end))
    }

    /// Whether the characters stand side by side in the source, without markup between them.
    package func isContiguous(_ range: Range<Int>) -> Bool {
        range.dropFirst().allSatisfy {
            scalars[$0 - 1].range.upperBound == scalars[$0].range.lowerBound
        } && (range.count <= 1 || range.allSatisfy { scalars[$0].isVerbatim })
    }

    /// Puts `text` in the place of the characters; nil where markup stands between them.
    package func edit(_ range: Range<Int>, to text: String) -> TextEdit? {
        guard !range.isEmpty, isContiguous(range), let bytes = span(of: range).range else {
            return nil
        }
        return TextEdit(file: span.file, range: bytes, text: text)
    }

    /// The fix that puts `text` there, or the advice to do so where markup stands in the way.
    package func fix(_ range: Range<Int>, to text: String) -> Diagnostic.Fix {
        guard let edit = edit(range, to: text) else {
            return .advice(en: "write '\(text)'", ja: "「\(text)」に直してください")
        }
        return .edit([edit], en: "write '\(text)'", ja: "「\(text)」に直してください")
    }
}

extension MarkdownDocument {
    /// All running text in the order of the source. A block whose characters cannot be found in
    /// the source is left out.
    package func runningText() -> [MarkdownTextBlock] {
        var reading = TextBlockReading(document: self)
        reading.read(blocksOf: root)
        return reading.blocks
    }

    /// Whether it shows anything but running text: a table, an image, code, a list, a container.
    package var holdsMoreThanText: Bool {
        var child = root.firstChild
        while let node = child {
            switch NodeKind(node) {
            case .paragraph, .heading: break
            case .htmlBlock where node.literal?.string.hasPrefix("<!--") == true: break
            default: return true
            }
            child = node.next
        }
        return references.contains { $0.kind == .image }
    }
}
