import Core

/// Raw HTML that the survey is reading, and where it stands.
struct RawHTMLText {
    let bytes: [UInt8]
    /// The kind of the leaf it stands in; nil for a block of HTML.
    let leaf: NodeKind?
    let place: (Range<Int>) -> SourceSpan
    /// The same, but nil where the bytes are not known for sure.
    let exact: (Range<Int>) -> Range<Int>?
}

extension Survey {
    /// Reads a block of raw HTML.
    mutating func readHTMLBlock(_ node: Node) {
        guard dialect.rawHTML == .filtered, let literal = node.literal else { return }
        var map = SourceMap(whole: span(of: node).range ?? 0..<0)
        _ = map.alignRight(
            literal.buffer, bytes: source.bytes, lines: lines, firstLine: node.startLine)
        let file = source.file
        if contains.definitions { cover(map.exact(0..<literal.count) ?? map.whole) }
        let before = openElements.count
        read(
            RawHTMLText(
                bytes: Array(literal.buffer), leaf: nil,
                place: { SourceSpan(file: file, range: map.source($0)) },
                exact: { map.exact($0) }),
            node: node)
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
        guard dialect.rawHTML == .filtered else {
            readableTexts += 1
            return
        }
        // The map is needed for diagnostics and references only, but is cheap once it is there.
        let whole = leaf.span(start..<leaf.cursor.at, in: self)
        let spans = leaf.map(in: self)
        let file = source.file
        let isLost = leaf.cursor.isLost
        let moved = { (range: Range<Int>) in range.lowerBound + start..<range.upperBound + start }
        read(
            RawHTMLText(
                bytes: Array(literal.buffer), leaf: leaf.kind,
                place: { range in
                    isLost ? whole : SourceSpan(file: file, range: spans.source(moved(range)))
                },
                exact: { isLost ? nil : spans.exact(moved($0)) }),
            node: node)
    }

    private mutating func read(_ text: RawHTMLText, node: Node) {
        var tokens = HTMLTokenizer(text.bytes)
        var writer = RawHTMLWriter()
        while !isOverLimit, let token = tokens.next() {
            switch token {
            case .text(let range):
                writer.appendKeepingReferences(text.bytes[range])
                if text.bytes[range].isReadable { readableTexts += 1 }
                checkText(range, in: text)
            case .comment(let range):
                if contains.marks, let place = text.exact(range) { markFree.append(place) }
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
            // The end of an element that is refused already is no second mistake.
            let isNew = refusedElements.insert(tag.name).inserted
            if isNew || !tag.isEnd {
                diagnostics.append(.unknownElement(tag.name, at: text.place(tag.range)))
            }
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
        if ["a", "img"].contains(tag.name), tag.accessibleName(in: text.bytes) == true {
            readableTexts += 1
        }
        writer.append(">")
        return true
    }

    private mutating func read(
        _ attribute: HTMLAttribute, of tag: HTMLTag, in text: RawHTMLText,
        writer: inout RawHTMLWriter
    ) {
        let range = attribute.value ?? attribute.range.upperBound..<attribute.range.upperBound
        let value = text.bytes[range]
        let place = text.place(attribute.range)
        if attribute.name == "name" {
            readName(value, of: tag, in: text, at: place, writer: &writer)
            return
        }
        writer.append(" \(attribute.name)=\"")
        switch attribute.name {
        case "id": addID(value, at: place, writer: &writer)
        case let name where HTMLVocabulary.idReferences.contains(name):
            let ids = CharacterReferences.decode(value).split(whereSeparator: \.isWhitespace)
            for (index, id) in ids.enumerated() {
                if index > 0 { writer.append(" ") }
                writer.append(.id(String(id).normalizedToNFC))
            }
        case "href", "cite", "src", "poster":
            readURL(value, attribute, of: tag, in: text, writer: &writer)
        case "srcset": readSourceSet(value, attribute, of: tag, in: text, writer: &writer)
        default: writer.appendKeepingReferences(value)
        }
        writer.append("\"")
    }

    private mutating func addID(
        _ value: ArraySlice<UInt8>, at place: SourceSpan, writer: inout RawHTMLWriter
    ) {
        let id = CharacterReferences.decode(value).normalizedToNFC
        if id.isEmpty || id.unicodeScalars.contains(where: \.properties.isWhitespace) {
            diagnostics.append(.badID(at: place))
        } else {
            addAuthorID(id, at: place)
            writer.append(.anchor(id))
        }
    }

    /// `<a name="x">` of older pages; becomes an id, as HTML has it now.
    private mutating func readName(
        _ value: ArraySlice<UInt8>, of tag: HTMLTag, in text: RawHTMLText, at place: SourceSpan,
        writer: inout RawHTMLWriter
    ) {
        if let id = tag.value(of: "id", in: text.bytes) {
            if !id.elementsEqual(value) { diagnostics.append(.nameBesideID(at: place)) }
            return
        }
        writer.append(" id=\"")
        addID(value, at: place, writer: &writer)
        writer.append("\"")
    }

    private mutating func readURL(
        _ value: ArraySlice<UInt8>, _ attribute: HTMLAttribute, of tag: HTMLTag,
        in text: RawHTMLText, writer: inout RawHTMLWriter
    ) {
        let isLink = attribute.name == "href" || attribute.name == "cite"
        let isPicture = attribute.name == "src" && tag.name == "img"
        let index = notes.references.count
        addReference(
            value.trimmingSpaces, isLink ? .htmlLink : .htmlEmbed,
            at: text.place(attribute.range),
            isEmpty: isPicture && tag.accessibleName(in: text.bytes) == nil,
            in: text, writer: &writer)
        if attribute.name == "href", tag.name == "a", notes.references.count > index {
            noteLink(index)
        }
    }

    /// `URL 2x, URL 640w`; each URL is a reference of its own.
    ///
    /// - Source: WHATWG HTML, "Parsing a srcset attribute".
    private mutating func readSourceSet(
        _ value: ArraySlice<UInt8>, _ attribute: HTMLAttribute, of tag: HTMLTag,
        in text: RawHTMLText, writer: inout RawHTMLWriter
    ) {
        var isFirst = true
        for candidate in SourceSetCandidate.all(in: value) {
            if !isFirst { writer.append(", ") }
            isFirst = false
            addReference(
                candidate.url, .htmlEmbed, at: text.place(candidate.url.range), isEmpty: false,
                in: text, writer: &writer)
            guard !candidate.descriptor.isEmpty else { continue }
            writer.append(" ")
            writer.appendKeepingReferences(candidate.descriptor)
        }
    }

    private mutating func addReference(
        _ value: ArraySlice<UInt8>, _ kind: MarkdownReference.Kind, at span: SourceSpan,
        isEmpty: Bool, in text: RawHTMLText, writer: inout RawHTMLWriter
    ) {
        let url = CharacterReferences.decode(value).trimmingSpaces
        guard URLPolicy.allows(url, embedded: kind == .htmlEmbed) else {
            diagnostics.append(.refusedURL(url, at: span))
            return
        }
        writer.append(.destination(notes.references.count))
        var read = reference(kind, to: url, at: span, isEmpty: isEmpty)
        read.form = .html
        read.destinationRange = text.exact(value.range)
        notes.references.append(read)
    }
}

extension ArraySlice<UInt8> {
    /// Its place in the array.
    fileprivate var range: Range<Int> { startIndex..<endIndex }

    /// Without spaces and line ends around it.
    fileprivate var trimmingSpaces: Self {
        var slice = drop { $0.isSpace }
        while slice.last?.isSpace == true { slice.removeLast() }
        return slice
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
