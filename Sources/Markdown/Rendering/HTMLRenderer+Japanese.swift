import CCMarkGFM
import Core

extension HTMLRenderer {
    /// Whether the soft line break at `node` stands between two East Asian wide characters, so
    /// that it is no space. Hangul sets its words apart and keeps it.
    func joinsLines(at node: Node) -> Bool {
        guard let before = node.previous, let after = node.next,
            let last = lastScalar(of: before), last.joinsLines,
            let first = firstScalar(of: after)
        else { return false }
        return first.joinsLines
    }

    private func firstScalar(of node: Node) -> Unicode.Scalar? {
        switch NodeKind(node) {
        case .text:
            if node.mark > 0,
                case .fact(let index, _)? = notes.factTexts[node.mark - 1].dropFirst().first,
                case .text(let lead)? = notes.factTexts[node.mark - 1].first, lead.isEmpty,
                let value = rendering.fact(index)
            {
                return value.unicodeScalars.first
            }
            return node.literal?.buffer.firstScalar
        case .code: return node.literal?.buffer.firstScalar
        case .emphasis, .strong, .strikethrough, .link:
            return node.firstChild.flatMap { firstScalar(of: $0) }
        default: return nil
        }
    }

    private func lastScalar(of node: Node) -> Unicode.Scalar? {
        switch NodeKind(node) {
        case .text:
            if node.mark > 0, case .text(let tail)? = notes.factTexts[node.mark - 1].last,
                tail.isEmpty,
                case .fact(let index, _)? = notes.factTexts[node.mark - 1].dropLast().last,
                let value = rendering.fact(index)
            {
                return value.unicodeScalars.last
            }
            return node.literal?.buffer.lastScalar
        case .code: return node.literal?.buffer.lastScalar
        case .emphasis, .strong, .strikethrough, .link:
            return cmark_node_last_child(node).flatMap { lastScalar(of: $0) }
        default: return nil
        }
    }
}

extension Unicode.Scalar {
    var joinsLines: Bool { isEastAsianWide && !isHangul }
}

extension UnsafeBufferPointer<UInt8> {
    var firstScalar: Unicode.Scalar? {
        guard let byte = first else { return nil }
        if byte < 0x80 { return Unicode.Scalar(byte) }
        return scalar(at: 0)
    }

    var lastScalar: Unicode.Scalar? {
        guard let byte = last else { return nil }
        if byte < 0x80 { return Unicode.Scalar(byte) }
        var index = count - 1
        while index > 0, self[index] & 0xC0 == 0x80, count - index < 4 { index -= 1 }
        return scalar(at: index)
    }

    /// The code point that begins at `index`; U+FFFD where the bytes are no UTF-8.
    func scalar(at index: Int) -> Unicode.Scalar? {
        guard index >= 0, index < count else { return nil }
        var decoder = Unicode.UTF8()
        var bytes = self[index..<Swift.min(index + 4, count)].makeIterator()
        guard case .scalarValue(let scalar) = decoder.decode(&bytes) else { return "\u{FFFD}" }
        return scalar
    }
}
