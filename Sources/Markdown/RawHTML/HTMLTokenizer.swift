/// Splits raw HTML into text, comments and tags as a browser does.
///
/// What a browser would read differently cannot come through: nothing is copied to the page as
/// it stands, tags are written anew from what was understood.
///
/// - Source: WHATWG HTML, "Tokenization".
package struct HTMLTokenizer {
    /// The whole text.
    package let bytes: [UInt8]
    private var at = 0

    /// Begins at the beginning of a text.
    package init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The next piece; nil at the end.
    package mutating func next() -> HTMLToken? {
        guard at < bytes.count else { return nil }
        let start = at
        if bytes[at] == 0x3C, let token = markup() { return token }
        at += 1
        while at < bytes.count, bytes[at] != 0x3C { at += 1 }
        return .text(start..<at)
    }

    /// Goes to the end tag of an element whose text has no markup, as `script`; to the end of all
    /// where there is none.
    ///
    /// - Returns: The text's place.
    @discardableResult
    package mutating func skipText(of element: String) -> Range<Int> {
        let start = at
        let name = Array(element.utf8)
        while at < bytes.count {
            if bytes[at] == 0x3C, byte(at + 1) == 0x2F, at + 2 + name.count <= bytes.count,
                zip(bytes[(at + 2)...], name).allSatisfy({ $0 | 0x20 == $1 })
            {
                break
            }
            at += 1
        }
        return start..<at
    }

    private func byte(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }

    /// What begins with `<`; nil where that is only a sign.
    private mutating func markup() -> HTMLToken? {
        switch byte(at + 1) {
        case 0x21 where byte(at + 2) == 0x2D && byte(at + 3) == 0x2D: return comment()
        case 0x21, 0x3F: return declaration()
        case 0x2F where byte(at + 2).isLetter: return tag(isEnd: true)
        // `</>` and `</ x` are comments to a browser.
        case 0x2F: return declaration()
        case let first where first.isLetter: return tag(isEnd: false)
        default: return nil
        }
    }

    private mutating func comment() -> HTMLToken {
        let start = at
        at += 4
        // `<!-->` and `<!--->` are whole comments.
        if byte(at) == 0x3E || byte(at) == 0x2D && byte(at + 1) == 0x3E {
            at += byte(at) == 0x3E ? 1 : 2
            return .comment(start..<at)
        }
        while at < bytes.count {
            if byte(at) == 0x2D, byte(at + 1) == 0x2D {
                if byte(at + 2) == 0x3E {
                    at += 3
                    return .comment(start..<at)
                }
                if byte(at + 2) == 0x21, byte(at + 3) == 0x3E {
                    at += 4
                    return .comment(start..<at)
                }
            }
            at += 1
        }
        return .fault(.unclosedComment, start..<at)
    }

    private mutating func declaration() -> HTMLToken {
        let start = at
        while at < bytes.count, bytes[at] != 0x3E { at += 1 }
        at = min(at + 1, bytes.count)
        return .fault(.declaration, start..<at)
    }

    private mutating func tag(isEnd: Bool) -> HTMLToken {
        let start = at
        at += isEnd ? 2 : 1
        let name = lowercased { !$0.isHTMLSpace && $0 != 0x2F && $0 != 0x3E }
        var attributes: [HTMLAttribute] = []
        while true {
            while at < bytes.count, bytes[at].isHTMLSpace || bytes[at] == 0x2F { at += 1 }
            guard at < bytes.count else { return .fault(.unclosedTag, start..<at) }
            if bytes[at] == 0x3E { break }
            guard let attribute = attribute() else { return .fault(.unclosedTag, start..<at) }
            attributes.append(attribute)
        }
        at += 1
        return .tag(
            HTMLTag(range: start..<at, name: name, isEnd: isEnd, attributes: attributes))
    }

    /// An attribute; nil where its quote never closes.
    private mutating func attribute() -> HTMLAttribute? {
        let start = at
        var isFirst = true
        let name = lowercased { byte in
            defer { isFirst = false }
            return !byte.isHTMLSpace && byte != 0x2F && byte != 0x3E && (byte != 0x3D || isFirst)
        }
        let end = at
        var next = at
        while byte(next).isHTMLSpace { next += 1 }
        guard byte(next) == 0x3D else {
            return HTMLAttribute(name: name, range: start..<end, value: nil)
        }
        at = next + 1
        while byte(at).isHTMLSpace { at += 1 }
        let value: Range<Int>
        if byte(at) == 0x22 || byte(at) == 0x27 {
            let quote = bytes[at]
            guard let close = bytes[(at + 1)...].firstIndex(of: quote) else {
                at = bytes.count
                return nil
            }
            value = at + 1..<close
            at = close + 1
        } else {
            let first = at
            while at < bytes.count, !bytes[at].isHTMLSpace, bytes[at] != 0x3E { at += 1 }
            value = first..<at
        }
        return HTMLAttribute(name: name, range: start..<at, value: value)
    }

    private mutating func lowercased(while isPart: (UInt8) -> Bool) -> String {
        var name: [UInt8] = []
        while at < bytes.count, isPart(bytes[at]) {
            let byte = bytes[at]
            name.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
            at += 1
        }
        return String(decoding: name, as: UTF8.self)
    }
}

extension UInt8 {
    /// A space between attributes.
    fileprivate var isHTMLSpace: Bool {
        self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0C || self == 0x0D
    }
}
