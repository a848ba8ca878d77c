import CCMarkGFM

extension InlineCursor {
    /// The ways to write a link.
    enum LinkForm {
        /// `[text](destination)` and reference links.
        case bracketed
        /// `<https://…>`.
        case pointed
        /// A URL or an address in running text.
        case bare
    }

    /// Moves over what stands before a link's text.
    mutating func enterLink(isImage: Bool) -> LinkForm {
        if isImage {
            if peek() == 0x21, peek(1) == 0x5B { skip(2) } else { lose() }
            return .bracketed
        }
        switch peek() {
        case 0x5B:
            skip(1)
            return .bracketed
        case 0x3C: return .pointed
        default: return .bare
        }
    }

    /// What follows a link's text, by its place in the content.
    enum LinkTail {
        /// `(destination "title")`: the destination without pointed brackets around it.
        case destination(Range<Int>, isPointed: Bool)
        /// `[label]`, without the brackets.
        case label(Range<Int>)
        /// `[]`: the text is the label.
        case collapsed
        /// Nothing: the text is the label.
        case shortcut
    }

    /// Moves to the end of `<https://…>`.
    ///
    /// - Returns: What stands between the brackets.
    mutating func skipPointed() -> Range<Int> {
        let start = at + 1
        while at < text.count, peek() != 0x3E { skip(1) }
        let end = max(start, at)
        skip(1)
        return start..<end
    }

    /// Moves over a link in running text. A URL is taken as it is written; an address comes
    /// from text that has been unescaped.
    mutating func skipBareLink(_ node: Node) {
        guard let text = node.firstChild?.literal, let url = NodeText(cmark_node_get_url(node))
        else { return lose() }
        if url.buffer.starts(with: "mailto:".utf8) || url.buffer.starts(with: "xmpp:".utf8) {
            skip(text: text.buffer)
        } else {
            skip(text.count)
        }
    }

    /// Moves over what stands behind a link's text: `](destination "title")`, `][label]` or `]`.
    mutating func leaveLink() -> LinkTail {
        guard peek() == 0x5D else {
            lose()
            return .shortcut
        }
        skip(1)
        if let (end, url) = endOfDestination {
            skip(end - at)
            let isPointed = url.count > 1 && text[url.lowerBound] == 0x3C
            return .destination(
                isPointed ? url.lowerBound + 1..<url.upperBound - 1 : url, isPointed: isPointed)
        }
        guard let end = endOfLabel else { return .shortcut }
        let label = at + 1..<end - 1
        skip(end - at)
        return label.isEmpty ? .collapsed : .label(label)
    }

    /// The end of `(destination "title")` at the cursor, and the destination as it is written.
    private var endOfDestination: (end: Int, url: Range<Int>)? {
        guard peek() == 0x28 else { return nil }
        let start = spaces(from: at + 1)
        guard let url = endOfURL(from: start) else { return nil }
        var index = spaces(from: url)
        if index > url, let title = endOfTitle(from: index) { index = spaces(from: title) }
        return index < text.count && text[index] == 0x29 ? (index + 1, start..<url) : nil
    }

    private func spaces(from start: Int) -> Int {
        var index = start
        while index < text.count, text[index] == 0x20 || (0x09...0x0D).contains(text[index]) {
            index += 1
        }
        return index
    }

    private func endOfURL(from start: Int) -> Int? {
        var index = start
        if index < text.count, text[index] == 0x3C {
            index += 1
            while index < text.count, text[index] != 0x3E {
                if text[index] == 0x0A || text[index] == 0x3C { return nil }
                index += text[index] == 0x5C ? 2 : 1
            }
            return index < text.count ? index + 1 : nil
        }
        var open = 0
        while index < text.count {
            let byte = text[index]
            if byte == 0x5C, index + 1 < text.count, text[index + 1].isPunctuation {
                index += 2
                continue
            }
            if byte == 0x20 || (0x09...0x0D).contains(byte) { break }
            if byte == 0x28 { open += 1 }
            if byte == 0x29 {
                if open == 0 { break }
                open -= 1
            }
            index += 1
        }
        return index < text.count ? index : nil
    }

    private func endOfTitle(from start: Int) -> Int? {
        guard start < text.count else { return nil }
        let close: UInt8
        switch text[start] {
        case 0x22, 0x27: close = text[start]
        case 0x28: close = 0x29
        default: return nil
        }
        var index = start + 1
        while index < text.count, text[index] != close {
            index += text[index] == 0x5C ? 2 : 1
        }
        return index < text.count ? index + 1 : nil
    }

    /// The end of `[label]` at the cursor.
    private var endOfLabel: Int? {
        guard peek() == 0x5B else { return nil }
        var index = at + 1
        while index < text.count, text[index] != 0x5B, text[index] != 0x5D {
            index += text[index] == 0x5C ? 2 : 1
        }
        guard index < text.count, text[index] == 0x5D, index - at <= 1001 else { return nil }
        return index + 1
    }
}
