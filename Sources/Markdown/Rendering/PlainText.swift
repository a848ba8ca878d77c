import Core

/// Text without markup, as a reader of one output sees it.
struct PlainText {
    private(set) var bytes: [UInt8] = []

    /// What has been gathered, without blanks at its ends.
    var text: String {
        var slice = bytes[...].drop { $0.isSpace }
        while slice.last?.isSpace == true { slice = slice.dropLast() }
        return String(decoding: slice, as: UTF8.self)
    }

    mutating func append(_ byte: UInt8) { bytes.append(byte) }

    mutating func append(inlinesOf parent: Node, renderer: HTMLRenderer) {
        var child = parent.firstChild
        while let node = child {
            switch NodeKind(node) {
            case .text: append(text: node, renderer: renderer)
            case .code: if let literal = node.literal { bytes += literal.buffer }
            case .softBreak: if !renderer.joinsLines(at: node) { bytes.append(0x20) }
            case .lineBreak: bytes.append(0x20)
            case .htmlInline, .footnoteReference: break
            default: append(inlinesOf: node, renderer: renderer)
            }
            child = node.next
        }
    }

    private mutating func append(text node: Node, renderer: HTMLRenderer) {
        guard let literal = node.literal else { return }
        guard node.mark > 0 else {
            bytes += literal.buffer
            return
        }
        for piece in renderer.notes.factTexts[node.mark - 1] {
            switch piece {
            case .text(let range): bytes += literal.buffer[range]
            case .fact(let index, let written):
                if let value = renderer.rendering.fact(index) {
                    bytes += value.utf8
                } else {
                    bytes += literal.buffer[written]
                }
            }
        }
    }
}
