import CCMarkGFM
import Core

extension Survey {
    /// Reads the inlines within `parent`, moving the leaf's cursor along.
    mutating func readInlines(of parent: Node, leaf: inout Leaf, depth: Int) {
        guard depth <= dialect.limits.nesting else { return refuseNesting(leaf.node) }
        var child = parent.firstChild
        while let node = child, !isOverLimit {
            switch NodeKind(node) {
            case .text: readText(node, leaf: &leaf)
            case .softBreak, .lineBreak: leaf.cursor.skipBreak()
            case .code: leaf.cursor.skipCode()
            case .htmlInline: readInlineHTML(node, leaf: &leaf)
            case .emphasis: readDelimited(node, width: 1, leaf: &leaf, depth: depth)
            case .strong: readDelimited(node, width: 2, leaf: &leaf, depth: depth)
            case .strikethrough:
                let width = leaf.cursor.run == 2 ? 2 : 1
                readDelimited(node, width: width, leaf: &leaf, depth: depth)
            case .link, .image: readLink(node, leaf: &leaf, depth: depth)
            case .footnoteReference: leaf.cursor.skipFootnoteReference()
            default: leaf.cursor.lose()
            }
            child = node.next
        }
    }

    private mutating func readDelimited(
        _ node: Node, width: Int, leaf: inout Leaf, depth: Int
    ) {
        let outer = enterElements()
        leaf.cursor.skip(width)
        readInlines(of: node, leaf: &leaf, depth: depth + 1)
        leaf.cursor.skip(width)
        leaveElements(outer)
    }

    private mutating func readText(_ node: Node, leaf: inout Leaf) {
        guard let literal = node.literal else { return }
        if contains.facts, literal.buffer.contains("{{fact:") {
            readFacts(in: node, literal: literal, leaf: &leaf)
        } else {
            leaf.cursor.skip(text: literal.buffer)
        }
    }

    private mutating func readLink(_ node: Node, leaf: inout Leaf, depth: Int) {
        let isImage = NodeKind(node) == .image
        let destination = NodeText(cmark_node_get_url(node))?.string ?? ""
        let start = leaf.cursor.at
        let index = notes.references.count
        let isRefused =
            dialect.rawHTML == .filtered
            && !URLPolicy.allows(destination, embedded: isImage)
        let reserved = reference(isImage ? .image : .link, to: destination, at: span(of: leaf.node))
        if !isRefused { notes.references.append(reserved) }
        node.mark = isRefused ? -1 : index + 1
        let outer = enterElements()
        let wasInLink = isInLink
        if !isImage {
            if openElements.contains(where: { $0.name == "a" }) {
                diagnostics.append(.nestedLink(at: span(of: leaf.node)))
            }
            isInLink = true
        }
        switch leaf.cursor.enterLink(isImage: isImage) {
        case .bracketed:
            readInlines(of: node, leaf: &leaf, depth: depth + 1)
            leaf.cursor.leaveLink()
        case .pointed: leaf.cursor.skipPointed()
        case .bare: leaf.cursor.skipBareLink(node)
        }
        leaveElements(outer)
        isInLink = wasInLink
        let place = leaf.span(start..<leaf.cursor.at, in: self)
        if isRefused {
            diagnostics.append(.refusedURL(destination, at: place))
        } else {
            notes.references[index] = reference(
                reserved.kind, to: destination, at: place, isEmpty: !node.hasVisibleText)
        }
    }

    /// A reference in the portion that the walk is in.
    func reference(
        _ kind: MarkdownReference.Kind, to destination: String, at span: SourceSpan,
        isEmpty: Bool = false
    ) -> MarkdownReference {
        MarkdownReference(
            kind: kind, destination: destination, span: span, portion: portion, isEmpty: isEmpty)
    }
}

extension Node {
    /// Whether a reader gets something to read of a link's or an image's children.
    var hasVisibleText: Bool {
        var child = firstChild
        while let node = child {
            switch NodeKind(node) {
            case .text, .code:
                if node.literal?.buffer.contains(where: { $0 > 0x20 }) == true { return true }
            case .htmlInline: return true
            default:
                if node.hasVisibleText { return true }
            }
            child = node.next
        }
        return false
    }
}
