import CCMarkGFM
import Core

extension HTMLRenderer {
    /// Numbers the footnotes that shown text refers to, then those that their texts refer to.
    mutating func numberFootnotes() {
        numberReferences(below: document.root)
        var index = 0
        while index < footnotes.order.count {
            let definition = footnotes.order[index].definition
            numberReferences(below: notes.footnotes[definition].node)
            index += 1
        }
    }

    private mutating func numberReferences(below parent: Node) {
        var child = parent.firstChild
        while let node = child {
            switch NodeKind(node) {
            case .footnoteDefinition, .text, .codeBlock, .code: break
            case .footnoteReference: numberReference(node)
            case .customBlock:
                let container = notes.containers[node.mark - 1]
                if case .portion(let index) = container.kind, !rendering.shows(index) { break }
                numberReferences(below: node)
            default: numberReferences(below: node)
            }
            child = node.next
        }
    }

    private mutating func numberReference(_ node: Node) {
        guard let definition = definition(of: node) else { return }
        if footnotes.index(of: definition) == nil {
            let slug = AnchorNames.slug(notes.footnotes[definition].label)
            let name = anchors.claim("fn-" + (slug.isEmpty ? "note" : slug)).dropFirst(3)
            footnotes.add(definition, name: String(name))
        } else {
            footnotes.add(definition, name: "")
        }
    }

    /// The definition that a reference leads to, if it is shown. The library has put the
    /// definitions in the order of the numbers that it gives the references.
    private func definition(of reference: Node) -> Int? {
        guard let number = reference.literal.flatMap({ Int($0.string) }),
            notes.footnotes.indices.contains(number - 1),
            isShown(notes.footnotes[number - 1].portion)
        else { return nil }
        return number - 1
    }

    /// The number that a reference shows; nil where it leads nowhere.
    func footnoteNumber(of reference: Node) -> Int? {
        definition(of: reference).flatMap { footnotes.index(of: $0) }.map { $0 + 1 }
    }

    mutating func renderFootnoteReference(_ node: Node) {
        guard let definition = definition(of: node), let index = footnotes.index(of: definition)
        else { return }
        let name = footnotes.order[index].name
        let count = footnotes.nextReference(to: index)
        let id = referenceID(name, count: count)
        result.anchors.append(id)
        result.footnoteAnchors.insert(id)
        out.append("<sup class=\"footnote-ref\"><a href=\"#" as StaticString)
        out.appendEscaped(rendering.idPrefix)
        out.append("fn-" as StaticString)
        out.appendEscaped(name)
        out.append("\" id=\"" as StaticString)
        out.appendEscaped(id)
        out.append("\">" as StaticString)
        out.append(decimal: index + 1)
        out.append("</a></sup>" as StaticString)
    }

    private func referenceID(_ name: String, count: Int) -> String {
        rendering.idPrefix + "fnref-" + name + (count > 1 ? "-\(count)" : "")
    }

    mutating func renderFootnotes() {
        beginLine()
        out.append(
            "<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"" as StaticString)
        out.append(isJapanese ? "脚注" : "Footnotes" as StaticString)
        out.append("\">\n<ol>\n" as StaticString)
        for index in footnotes.order.indices { renderFootnote(index) }
        out.append("</ol>\n</section>\n" as StaticString)
    }

    private mutating func renderFootnote(_ index: Int) {
        let entry = footnotes.order[index]
        let definition = notes.footnotes[entry.definition].node
        let id = rendering.idPrefix + "fn-" + entry.name
        result.anchors.append(id)
        result.footnoteAnchors.insert(id)
        out.append("<li id=\"" as StaticString)
        out.appendEscaped(id)
        out.append("\">\n" as StaticString)
        var child = definition.firstChild
        var hasBackLinks = false
        while let node = child {
            if node.next == nil, NodeKind(node) == .paragraph {
                beginLine()
                out.append("<p>" as StaticString)
                renderInlines(of: node)
                out.append(0x20 as UInt8)
                renderBackLinks(entry)
                out.append("</p>\n" as StaticString)
                hasBackLinks = true
            } else {
                renderBlock(node, isTight: false)
            }
            child = node.next
        }
        if !hasBackLinks {
            renderBackLinks(entry)
            out.append(0x0A as UInt8)
        }
        out.append("</li>\n" as StaticString)
    }

    private mutating func renderBackLinks(_ entry: FootnoteOrder.Entry) {
        for count in 1...max(entry.references, 1) {
            if count > 1 { out.append(0x20 as UInt8) }
            out.append("<a href=\"#" as StaticString)
            out.appendEscaped(referenceID(entry.name, count: count))
            out.append("\" class=\"footnote-backref\" aria-label=\"" as StaticString)
            out.append(isJapanese ? "本文に戻る" : "Back to content" as StaticString)
            if count > 1 {
                out.append(0x20 as UInt8)
                out.append(decimal: count)
            }
            out.append("\">↩" as StaticString)
            if count > 1 {
                out.append("<sup class=\"footnote-ref\">" as StaticString)
                out.append(decimal: count)
                out.append("</sup>" as StaticString)
            }
            out.append("</a>" as StaticString)
        }
    }
}
