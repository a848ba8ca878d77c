import CCMarkGFM
import Core

extension HTMLRenderer {
    mutating func renderInlines(of parent: Node) {
        var child = parent.firstChild
        while let node = child {
            renderInline(node)
            child = node.next
        }
    }

    private mutating func renderInline(_ node: Node) {
        switch NodeKind(node) {
        case .text: renderText(node)
        case .softBreak: if !joinsLines(at: node) { out.append(0x0A as UInt8) }
        case .code:
            out.append("<code>" as StaticString)
            if let literal = node.literal { out.appendEscaped(literal) }
            out.append("</code>" as StaticString)
        case .link: renderLink(node)
        case .strong:
            out.append("<strong>" as StaticString)
            renderInlines(of: node)
            out.append("</strong>" as StaticString)
        case .emphasis:
            out.append("<em>" as StaticString)
            renderInlines(of: node)
            out.append("</em>" as StaticString)
        case .strikethrough:
            out.append("<del>" as StaticString)
            renderInlines(of: node)
            out.append("</del>" as StaticString)
        case .image: renderImage(node)
        case .lineBreak: out.append("<br />\n" as StaticString)
        case .htmlInline: renderRawHTML(node)
        case .footnoteReference: renderFootnoteReference(node)
        default: break
        }
    }

    private mutating func renderText(_ node: Node) {
        guard let literal = node.literal else { return }
        guard node.mark > 0 else { return out.appendEscaped(literal) }
        for piece in notes.factTexts[node.mark - 1] {
            switch piece {
            case .text(let range):
                out.appendEscaped(from: literal.start + range.lowerBound, count: range.count)
            case .fact(let index, let written):
                if let value = rendering.fact(index) {
                    out.appendEscaped(value)
                } else {
                    out.appendEscaped(
                        from: literal.start + written.lowerBound, count: written.count)
                }
            }
        }
    }

    private mutating func renderLink(_ node: Node) {
        out.append("<a href=\"" as StaticString)
        renderDestination(of: node)
        renderTitle(of: node)
        out.append("\">" as StaticString)
        if node.mark > 0, node.firstChild == nil, let text = rendering.alternative(node.mark - 1) {
            out.appendEscaped(text)
        } else {
            renderInlines(of: node)
        }
        out.append("</a>" as StaticString)
        renderLicence(of: node)
    }

    private mutating func renderImage(_ node: Node) {
        out.append("<img src=\"" as StaticString)
        renderDestination(of: node)
        out.append("\" alt=\"" as StaticString)
        if node.mark > 0, let alternative = rendering.alternative(node.mark - 1) {
            out.appendEscaped(alternative)
        } else {
            renderPlainText(of: node)
        }
        renderTitle(of: node)
        out.append("\" />" as StaticString)
        renderLicence(of: node)
    }

    private mutating func renderLicence(of node: Node) {
        guard node.mark > 0, let licence = rendering.licence(node.mark - 1) else { return }
        out.append(" <small class=\"licence\">" as StaticString)
        out.append(rendering.language == "ja" ? "ライセンス: " : "Licence: ")
        out.appendEscaped(licence)
        out.append("</small>" as StaticString)
    }

    private mutating func renderDestination(of node: Node) {
        guard node.mark >= 0 else { return }
        if node.mark > 0, let url = rendering.destination(node.mark - 1) {
            out.appendDestination(url)
        } else if let url = NodeText(cmark_node_get_url(node)) {
            out.appendDestination(url.buffer)
        }
    }

    private mutating func renderTitle(of node: Node) {
        if let title = NodeText(cmark_node_get_title(node)), title.count > 0 {
            out.append("\" title=\"" as StaticString)
            out.appendEscaped(title)
        } else if node.mark > 0, let title = rendering.title(node.mark - 1) {
            out.append("\" title=\"" as StaticString)
            out.appendEscaped(title)
        }
    }

    /// Text without markup, escaped: an image's alternative.
    mutating func renderPlainText(of parent: Node) {
        var child = parent.firstChild
        while let node = child {
            switch NodeKind(node) {
            case .text: renderText(node)
            case .code: if let literal = node.literal { out.appendEscaped(literal) }
            case .htmlInline:
                if document.dialect.rawHTML == .allowed, let literal = node.literal {
                    out.appendEscaped(literal)
                }
            case .softBreak: if !joinsLines(at: node) { out.append(0x20 as UInt8) }
            case .lineBreak: out.append(0x20 as UInt8)
            default: renderPlainText(of: node)
            }
            child = node.next
        }
    }
}
