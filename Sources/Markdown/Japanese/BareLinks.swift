import CCMarkGFM

/// Ends URLs in running text where Japanese punctuation follows: the library takes everything up
/// to the next space for the URL, and Japanese has none.
///
/// `（https://example.jp/）を参照。` leads to `https://example.jp/`. Letters stay in a URL, since
/// addresses may have them; what cannot be told from a URL by its sign has to be set off.
struct BareLinks {
    private let link: Node
    private let child: Node
    private let text: [UInt8]

    /// - Returns: Nil where the link has no text of its own, or nothing but ASCII.
    init?(_ link: Node) {
        guard let child = link.firstChild, NodeKind(child) == .text, let literal = child.literal,
            literal.buffer.contains(where: { $0 >= 0x80 })
        else { return nil }
        self.link = link
        self.child = child
        text = Array(literal.buffer)
    }

    /// Makes the link end before the first such sign, and puts the rest after it. A URL within the
    /// rest becomes a link again, which ends likewise.
    func end() {
        guard let end = Self.end(of: text[...]), let url = NodeText(cmark_node_get_url(link)),
            url.count >= text.count
        else { return }
        let kept = url.count - (text.count - end)
        cmark_node_set_url(link, String(decoding: url.buffer[..<kept], as: UTF8.self))
        cmark_node_set_literal(child, String(decoding: text[..<end], as: UTF8.self))
        addRest(text[end...])
    }

    /// Where a URL ends before a sign; nil where no sign ends it.
    private static func end(of url: ArraySlice<UInt8>) -> Int? {
        guard let sign = sign(in: url) else { return nil }
        let end = trimmed(url[..<sign])
        return end - url.startIndex > 8 ? end : nil
    }

    private func addRest(_ rest: ArraySlice<UInt8>) {
        var rest = rest
        var last = link
        let add = { (node: Node) in
            cmark_node_insert_after(last, node)
            last = node
        }
        while !rest.isEmpty {
            let start = Self.url(in: rest) ?? rest.endIndex
            if start > rest.startIndex { add(Self.textNode(rest[..<start])) }
            guard start < rest.endIndex, let more = cmark_node_new(CMARK_NODE_LINK) else { return }
            let end = Self.end(of: rest[start...]) ?? rest.endIndex
            cmark_node_set_url(more, String(decoding: rest[start..<end], as: UTF8.self))
            cmark_node_append_child(more, Self.textNode(rest[start..<end]))
            add(more)
            rest = rest[end...]
        }
    }

    private static func textNode(_ bytes: ArraySlice<UInt8>) -> Node {
        guard let node = cmark_node_new(CMARK_NODE_TEXT) else {
            preconditionFailure("libcmark-gfm made no text node")
        }
        cmark_node_set_literal(node, String(decoding: bytes, as: UTF8.self))
        return node
    }

    /// Where `https://` or `http://` begins.
    private static func url(in bytes: ArraySlice<UInt8>) -> Int? {
        bytes.indices.first { index in
            bytes[index...].starts(with: "https://".utf8)
                || bytes[index...].starts(with: "http://".utf8)
        }
    }

    /// Where the first sign stands that ends a URL: full-width punctuation, brackets and spaces,
    /// of U+3000–301F, U+FF01–FF0F, U+FF1A–FF20, U+FF3B–FF65, `・`, `…` and curved quotes.
    private static func sign(in text: ArraySlice<UInt8>) -> Int? {
        text.indices.first { index in
            guard index + 2 < text.endIndex else { return false }
            switch (text[index], text[index + 1], text[index + 2]) {
            case (0xE3, 0x80, 0x80...0x84), (0xE3, 0x80, 0x88...0x9F), (0xE3, 0x83, 0xBB),
                (0xEF, 0xBC, 0x81...0x8F), (0xEF, 0xBC, 0x9A...0xA0), (0xEF, 0xBC, 0xBB...0xBF),
                (0xEF, 0xBD, 0x9B...0xA5), (0xE2, 0x80, 0x98...0x9F), (0xE2, 0x80, 0xA6):
                return true
            default: return false
            }
        }
    }

    /// The end of a URL without the punctuation that the GFM specification takes off.
    private static func trimmed(_ url: ArraySlice<UInt8>) -> Int {
        var url = url
        while let last = url.last {
            let isUnmatched =
                last == 0x29 && url.count { $0 == 0x29 } > url.count { $0 == 0x28 }
            guard isUnmatched || "?!.,:*_~'\"".utf8.contains(last) else { break }
            url.removeLast()
        }
        return url.endIndex
    }
}
