import CCMarkGFM
import Core

extension BlockReader {
    /// The text of a paragraph, a heading or a cell.
    func inlines(of leaf: Node) -> [TextRun] {
        var text = RunWriter()
        read(inlinesOf: leaf, style: TextStyle(), into: &text)
        return text.finish()
    }

    private func read(inlinesOf parent: Node, style: TextStyle, into text: inout RunWriter) {
        var child = parent.firstChild
        while let node = child {
            read(node, style: style, into: &text)
            child = node.next
        }
    }

    private func read(_ node: Node, style: TextStyle, into text: inout RunWriter) {
        var style = style
        switch NodeKind(node) {
        case .text: text.append(shownText(of: node), style: style)
        case .softBreak: if !renderer.joinsLines(at: node) { text.append(" ", style: style) }
        case .lineBreak: text.breakLine(style: style)
        case .code:
            style.marks.insert(.code)
            text.append(node.literal?.string ?? "", style: style)
        case .htmlInline: text.append(html: shownHTML(of: node), style: style)
        case .footnoteReference:
            guard let number = renderer.footnoteNumber(of: node) else { break }
            style.marks.insert(.footnote)
            text.append("\(number)", style: style)
        case .image:
            guard node.mark >= 0 else { break }
            var alternative = PlainText()
            alternative.append(inlinesOf: node, renderer: renderer)
            style.image = NodeText(cmark_node_get_url(node))?.string ?? ""
            text.append(image: alternative.text, style: style)
        case .link:
            if node.mark >= 0 { style.link = NodeText(cmark_node_get_url(node))?.string }
            read(inlinesOf: node, style: style, into: &text)
        case .strong: read(inlinesOf: node, style: style.with(.strong), into: &text)
        case .emphasis: read(inlinesOf: node, style: style.with(.emphasis), into: &text)
        case .strikethrough:
            read(inlinesOf: node, style: style.with(.strikethrough), into: &text)
        default: break
        }
    }

    private func shownText(of node: Node) -> String {
        guard let literal = node.literal else { return "" }
        guard node.mark > 0 else { return literal.string }
        return renderer.notes.factTexts[node.mark - 1].map { piece in
            switch piece {
            case .text(let range): String(decoding: literal.buffer[range], as: UTF8.self)
            case .fact(let index, let written):
                renderer.rendering.fact(index)
                    ?? String(decoding: literal.buffer[written], as: UTF8.self)
            }
        }.joined()
    }

    /// Raw HTML as the page has it.
    func shownHTML(of node: Node) -> [UInt8] {
        var writer = renderer
        writer.out = ByteWriter()
        writer.renderRawHTML(node)
        return writer.out.bytes
    }

    /// Reads a block of raw HTML: each of its blocks or rows is a paragraph of visible text.
    mutating func readHTML(_ node: Node) {
        var text = RunWriter()
        text.append(html: shownHTML(of: node), style: TextStyle())
        for runs in text.finishParagraphs() { append(.paragraph, runs) }
    }
}

extension TextStyle {
    /// The same with one more mark.
    func with(_ mark: Marks) -> TextStyle {
        var style = self
        style.marks.insert(mark)
        return style
    }
}
