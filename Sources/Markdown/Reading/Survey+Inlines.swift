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
            case .code:
                if node.literal?.buffer.isReadable == true { readableTexts += 1 }
                let start = leaf.cursor.at
                leaf.cursor.skipCode()
                if contains.marks, let range = leaf.bytes(of: start..<leaf.cursor.at, in: self) {
                    markFree.append(range)
                }
            case .htmlInline: readInlineHTML(node, leaf: &leaf)
            case .emphasis: readDelimited(node, width: 1, leaf: &leaf, depth: depth)
            case .strong: readDelimited(node, width: 2, leaf: &leaf, depth: depth)
            case .strikethrough:
                let width = leaf.cursor.run == 2 ? 2 : 1
                readDelimited(node, width: width, leaf: &leaf, depth: depth)
            case .link, .image:
                if leaf.cursor.peek() == 0x68 || leaf.cursor.peek() == 0x77,
                    !dialect.specificationOutput
                {
                    BareLinks(node)?.end()
                }
                readLink(node, leaf: &leaf, depth: depth)
            case .footnoteReference:
                readableTexts += 1
                leaf.cursor.skipFootnoteReference()
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
        if literal.buffer.isReadable { readableTexts += 1 }
        let start = leaf.cursor.at
        if contains.facts, literal.buffer.contains("{{fact:") {
            readFacts(in: node, literal: literal, leaf: &leaf)
        } else {
            leaf.cursor.skip(text: literal.buffer)
        }
        leaf.note(text: start..<max(start, leaf.cursor.at))
        if leaf.notesBrackets { leaf.brackets.read(start..<leaf.cursor.at, of: leaf.content) }
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
        // What stands in an image's alternative is text, and leads nowhere.
        let isNoted = !isRefused && !isInImage
        if isNoted { notes.references.append(reserved) }
        node.mark = isRefused ? -1 : isNoted ? index + 1 : 0
        let outer = enterElements()
        let (wasInLink, wasInImage) = (isInLink, isInImage)
        if isImage {
            isInImage = true
        } else if !isInImage {
            if openElements.contains(where: { $0.name == "a" }) {
                diagnostics.append(.nestedLink(at: span(of: leaf.node)))
            }
            isInLink = true
        }
        let before = readableTexts
        let written = readLinkText(node, isImage: isImage, leaf: &leaf, depth: depth)
        leaveElements(outer)
        (isInLink, isInImage) = (wasInLink, wasInImage)
        let place = leaf.span(start..<leaf.cursor.at, in: self)
        if case .defined(let label) = written {
            note(label, of: isNoted ? index : nil, isLost: leaf.cursor.isLost)
        }
        if isRefused { diagnostics.append(.refusedURL(destination, at: place)) }
        guard isNoted else { return }
        var read = reference(
            reserved.kind, to: destination, at: place, isEmpty: readableTexts == before)
        if case .inPlace(let range, let form) = written {
            read.form = form
            read.destinationRange = leaf.bytes(of: range, in: self)
        }
        notes.references[index] = read
    }

    /// Where a link's destination is written, by the leaf's content.
    private enum WrittenDestination {
        case inPlace(Range<Int>, DestinationForm)
        /// In the definition of a label.
        case defined(label: [UInt8])
        case unknown
    }

    private mutating func readLinkText(
        _ node: Node, isImage: Bool, leaf: inout Leaf, depth: Int
    ) -> WrittenDestination {
        switch leaf.cursor.enterLink(isImage: isImage) {
        case .bracketed:
            let start = leaf.cursor.at
            readInlines(of: node, leaf: &leaf, depth: depth + 1)
            let text = start..<max(start, leaf.cursor.at)
            switch leaf.cursor.leaveLink() {
            case .destination(let range, let isPointed):
                return .inPlace(range, isPointed ? .pointed : .markdown)
            case .label(let range): return .defined(label: linkLabel(leaf.content[range]))
            case .collapsed, .shortcut: return .defined(label: linkLabel(leaf.content[text]))
            }
        case .pointed:
            readableTexts += 1
            let range = leaf.cursor.skipPointed()
            return isAsWritten(node, leaf.content[range]) ? .inPlace(range, .pointed) : .unknown
        case .bare:
            readableTexts += 1
            let start = leaf.cursor.at
            leaf.cursor.skipBareLink(node)
            let range = start..<max(start, leaf.cursor.at)
            return isAsWritten(node, leaf.content[range]) ? .inPlace(range, .bare) : .unknown
        }
    }

    /// Whether the destination is what is written: the library completes `www.…` and `a@b.jp`.
    private func isAsWritten(_ node: Node, _ written: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        NodeText(cmark_node_get_url(node))?.buffer.elementsEqual(written) ?? false
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

extension Sequence<UInt8> {
    /// Whether there is more in it than blanks, the ideographic, the fixed and the zero-width
    /// among them.
    var isReadable: Bool {
        var begun: UInt32 = 0
        for byte in self {
            if begun == 0, byte <= 0x20 { continue }
            if begun == 0, byte < 0x80 { return true }
            begun = begun << 8 | UInt32(byte)
            switch begun {
            case 0xE3, 0xE380, 0xC2, 0xE2, 0xE280: continue
            case 0xE3_8080, 0xC2A0, 0xE2_808B: begun = 0
            default: return true
            }
        }
        return begun != 0
    }
}
