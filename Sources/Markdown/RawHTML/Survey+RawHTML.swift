import Core

/// Raw HTML that the survey is reading, and where it stands.
struct RawHTMLText {
    let bytes: [UInt8]
    /// The kind of the leaf it stands in; nil for a block of HTML.
    let leaf: NodeKind?
    let place: (Range<Int>) -> SourceSpan
}

extension Survey {
    /// Reads a block of raw HTML.
    mutating func readHTMLBlock(_ node: Node) {
        guard dialect.rawHTML == .filtered, let literal = node.literal else { return }
        var map = SourceMap(whole: span(of: node).range ?? 0..<0)
        _ = map.alignRight(
            literal.buffer, bytes: source.bytes, lines: lines, firstLine: node.startLine)
        let file = source.file
        let before = openElements.count
        read(
            RawHTMLText(bytes: Array(literal.buffer), leaf: nil) {
                SourceSpan(file: file, range: map.source($0))
            }, node: node)
        // A paragraph or a phrase cannot hold the Markdown blocks that follow.
        while openElements.count > before, let last = openElements.last,
            HTMLVocabulary.withoutBlocks.contains(last.name)
        {
            openElements.removeLast()
            diagnostics.append(.elementNotClosed(last))
        }
    }

    /// Reads one tag or comment in running text.
    mutating func readInlineHTML(_ node: Node, leaf: inout Leaf) {
        guard let literal = node.literal else { return }
        let start = leaf.cursor.at
        leaf.cursor.skip(literal.count)
        guard dialect.rawHTML == .filtered else { return }
        // The map is needed for diagnostics and references only, but is cheap once it is there.
        let whole = leaf.span(start..<leaf.cursor.at, in: self)
        let spans = leaf.map(in: self)
        let file = source.file
        let isLost = leaf.cursor.isLost
        read(
            RawHTMLText(bytes: Array(literal.buffer), leaf: leaf.kind) { range in
                guard !isLost else { return whole }
                let moved = range.lowerBound + start..<range.upperBound + start
                return SourceSpan(file: file, range: spans.source(moved))
            }, node: node)
    }

    private mutating func read(_ text: RawHTMLText, node: Node) {
        var tokens = HTMLTokenizer(text.bytes)
        var writer = RawHTMLWriter()
        while let token = tokens.next() {
            switch token {
            case .text(let range):
                writer.appendKeepingReferences(text.bytes[range])
                checkText(range, in: text)
            case .comment: break
            case .fault(let fault, let range):
                diagnostics.append(.malformedHTML(fault, at: text.place(range)))
                writer.appendEscaped(text.bytes[range])
            case .tag(let tag):
                if !read(tag, in: text, writer: &writer) {
                    writer.appendEscaped(text.bytes[tag.range])
                }
            }
        }
        let pieces = writer.finish()
        // Of a block that held a comment alone nothing is left.
        if text.leaf == nil, pieces.allSatisfy(\.isBlank) { return }
        notes.rawHTML.append(pieces)
        node.mark = notes.rawHTML.count
    }

    private mutating func checkText(_ range: Range<Int>, in text: RawHTMLText) {
        guard contains.facts else { return }
        let found = text.bytes.withUnsafeBufferPointer {
            UnsafeBufferPointer(rebasing: $0[range]).contains("{{fact:")
        }
        if found { diagnostics.append(.factInHTML(at: text.place(range))) }
    }

    /// Reads a tag.
    ///
    /// - Returns: Whether the tag may be written.
    private mutating func read(
        _ tag: HTMLTag, in text: RawHTMLText, writer: inout RawHTMLWriter
    ) -> Bool {
        guard let known = HTMLVocabulary.attributes(of: tag.name) else {
            diagnostics.append(.unknownElement(tag.name, at: text.place(tag.range)))
            return false
        }
        if text.leaf == .paragraph || text.leaf == .heading,
            HTMLVocabulary.block.contains(tag.name)
        {
            diagnostics.append(.blockInText(tag.name, at: text.place(tag.range)))
            return false
        }
        if tag.isEnd {
            guard closeElement(tag.name, at: text.place(tag.range)) else { return false }
            writer.append("</\(tag.name)>")
            return true
        }
        openElement(tag.name, at: text.place(tag.range))
        writer.append("<\(tag.name)")
        var seen: Set<String> = []
        for attribute in tag.attributes {
            guard HTMLVocabulary.isGlobal(attribute.name) || known.contains(attribute.name) else {
                diagnostics.append(
                    .unknownAttribute(
                        attribute.name, of: tag.name, known: known,
                        at: text.place(attribute.range)))
                continue
            }
            guard seen.insert(attribute.name).inserted else { continue }
            read(attribute, of: tag, in: text, writer: &writer)
        }
        writer.append(">")
        return true
    }

    private mutating func read(
        _ attribute: HTMLAttribute, of tag: HTMLTag, in text: RawHTMLText,
        writer: inout RawHTMLWriter
    ) {
        writer.append(" \(attribute.name)=\"")
        let value = attribute.value.map { text.bytes[$0] } ?? []
        let place = text.place(attribute.range)
        switch attribute.name {
        case "id":
            let id = CharacterReferences.decode(value).normalizedToNFC
            if id.isEmpty || id.unicodeScalars.contains(where: \.properties.isWhitespace) {
                diagnostics.append(.badID(at: place))
            } else {
                addAuthorID(id, at: place)
                writer.append(.anchor(id))
            }
        case let name where HTMLVocabulary.idReferences.contains(name):
            let ids = CharacterReferences.decode(value).split(whereSeparator: \.isWhitespace)
            for (index, id) in ids.enumerated() {
                if index > 0 { writer.append(" ") }
                writer.append(.id(String(id).normalizedToNFC))
            }
        case "href", "cite": readURL(value, .htmlLink, of: tag, at: place, writer: &writer)
        case "src", "poster": readURL(value, .htmlEmbed, of: tag, at: place, writer: &writer)
        case "srcset": readSourceSet(value, of: tag, at: place, writer: &writer)
        default: writer.appendKeepingReferences(value)
        }
        writer.append("\"")
    }

    private mutating func readURL(
        _ value: ArraySlice<UInt8>, _ kind: MarkdownReference.Kind, of tag: HTMLTag,
        at span: SourceSpan, writer: inout RawHTMLWriter
    ) {
        addReference(
            to: CharacterReferences.decode(value).trimmingSpaces, kind, of: tag, at: span,
            writer: &writer)
    }

    /// `URL 2x, URL 640w`.
    private mutating func readSourceSet(
        _ value: ArraySlice<UInt8>, of tag: HTMLTag, at span: SourceSpan,
        writer: inout RawHTMLWriter
    ) {
        var isFirst = true
        for candidate in CharacterReferences.decode(value).split(separator: ",") {
            let words = candidate.split(whereSeparator: \.isWhitespace)
            guard let url = words.first else { continue }
            if !isFirst { writer.append(", ") }
            isFirst = false
            addReference(to: String(url), .htmlEmbed, of: tag, at: span, writer: &writer)
            for word in words.dropFirst() {
                writer.append(" ")
                writer.appendEscaped(Array(word.utf8)[...])
            }
        }
    }

    private mutating func addReference(
        to url: String, _ kind: MarkdownReference.Kind, of tag: HTMLTag, at span: SourceSpan,
        writer: inout RawHTMLWriter
    ) {
        guard URLPolicy.allows(url, embedded: kind == .htmlEmbed) else {
            diagnostics.append(.refusedURL(url, at: span))
            return
        }
        let isEmpty = tag.name == "img" && !tag.attributes.contains { $0.name == "alt" }
        writer.append(.destination(notes.references.count))
        notes.references.append(reference(kind, to: url, at: span, isEmpty: isEmpty))
    }
}

extension String {
    /// Without spaces and line ends around it.
    fileprivate var trimmingSpaces: String {
        var text = Substring(self)
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
