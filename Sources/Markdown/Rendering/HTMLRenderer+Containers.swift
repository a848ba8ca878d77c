import CCMarkGFM
import Core

extension HTMLRenderer {
    mutating func renderContainer(_ node: Node) {
        let container = notes.containers[node.mark - 1]
        switch container.kind {
        case .portion(let index):
            guard rendering.shows(index) else { break }
            let first = result.anchors.count
            renderBlocks(of: node, isTight: false)
            result.portions.append((first..<result.anchors.count, index))
        case .admonition(let kind): renderAdmonition(node, kind: kind, title: container.title)
        case .details:
            beginLine()
            out.append("<details>\n<summary>" as StaticString)
            if container.title.isEmpty {
                out.append(isJapanese ? "詳細" : "Details" as StaticString)
            } else {
                out.appendEscaped(container.title)
            }
            out.append("</summary>\n" as StaticString)
            renderBlocks(of: node, isTight: false)
            beginLine()
            out.append("</details>\n" as StaticString)
        case .figure: renderFigure(node)
        case .theme(let name):
            beginLine()
            out.append("<div class=\"" as StaticString)
            out.appendEscaped(name)
            out.append("\">\n" as StaticString)
            if !container.title.isEmpty {
                out.append("<p class=\"container-title\">" as StaticString)
                out.appendEscaped(container.title)
                out.append("</p>\n" as StaticString)
            }
            renderBlocks(of: node, isTight: false)
            beginLine()
            out.append("</div>\n" as StaticString)
        }
    }

    private mutating func renderAdmonition(_ node: Node, kind: Admonition, title: String) {
        beginLine()
        out.append("<aside role=\"note\" class=\"admonition " as StaticString)
        out.append(kind.rawValue)
        out.append("\" aria-label=\"" as StaticString)
        renderTitle(title, of: kind)
        out.append("\">\n<p class=\"admonition-title\">" as StaticString)
        renderTitle(title, of: kind)
        out.append("</p>\n" as StaticString)
        renderBlocks(of: node, isTight: false)
        beginLine()
        out.append("</aside>\n" as StaticString)
    }

    private mutating func renderTitle(_ title: String, of kind: Admonition) {
        if title.isEmpty {
            out.append(kind.title(in: rendering.language))
        } else {
            out.appendEscaped(title)
        }
    }

    /// The last paragraph is the caption, unless it is all there is.
    private mutating func renderFigure(_ node: Node) {
        beginLine()
        out.append("<figure>\n" as StaticString)
        let last = cmark_node_last_child(node)
        var caption: Node?
        if let last, last != node.firstChild, NodeKind(last) == .paragraph { caption = last }
        var child = node.firstChild
        while let block = child, block != caption {
            if NodeKind(block) == .paragraph, block.isImages {
                beginLine()
                renderInlines(of: block)
                out.append(0x0A as UInt8)
            } else {
                renderBlock(block, isTight: false)
            }
            child = block.next
        }
        if let caption {
            beginLine()
            out.append("<figcaption>" as StaticString)
            renderInlines(of: caption)
            out.append("</figcaption>\n" as StaticString)
        }
        beginLine()
        out.append("</figure>\n" as StaticString)
    }
}

extension Node {
    /// Whether a paragraph holds images alone, which need no `<p>` in a figure.
    fileprivate var isImages: Bool {
        var child = firstChild
        while let node = child {
            switch NodeKind(node) {
            case .image, .softBreak, .lineBreak: break
            default: return false
            }
            child = node.next
        }
        return firstChild != nil
    }
}
