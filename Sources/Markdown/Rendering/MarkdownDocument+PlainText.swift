import Core

extension MarkdownDocument {
    /// The text without markup, for summaries: paragraphs, headings, lists and tables that the
    /// output shows, apart by spaces; code blocks, footnotes and raw HTML are left out.
    ///
    /// - Parameter limit: The most characters; longer text ends with `…`.
    package func plainText(
        limit: Int, rendering: MarkdownRendering = MarkdownRendering()
    ) -> String {
        let renderer = HTMLRenderer(document: self, rendering: rendering)
        var plain = PlainText()
        append(blocksOf: root, to: &plain, renderer: renderer, limit: limit * 4)
        let text = plain.text
        guard text.count > limit else { return text }
        return String(text.prefix(max(limit - 1, 0))) + "…"
    }

    /// - Parameter limit: Bytes after which no more is needed.
    private func append(
        blocksOf parent: Node, to plain: inout PlainText, renderer: HTMLRenderer, limit: Int
    ) {
        var child = parent.firstChild
        while let node = child, plain.bytes.count <= limit {
            switch NodeKind(node) {
            case .paragraph, .heading, .tableCell:
                if !plain.bytes.isEmpty, plain.bytes.last != 0x20 { plain.append(0x20) }
                plain.append(inlinesOf: node, renderer: renderer)
            case .customBlock:
                let container = notes.containers[node.mark - 1]
                if case .portion(let index) = container.kind, !renderer.rendering.shows(index) {
                    break
                }
                append(blocksOf: node, to: &plain, renderer: renderer, limit: limit)
            case .codeBlock, .htmlBlock, .footnoteDefinition: break
            default: append(blocksOf: node, to: &plain, renderer: renderer, limit: limit)
            }
            child = node.next
        }
    }
}
