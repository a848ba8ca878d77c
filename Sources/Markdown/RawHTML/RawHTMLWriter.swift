import Core

/// Gathers raw HTML as it may be written: bytes, and between them what depends on the output.
struct RawHTMLWriter {
    private(set) var pieces: [RawHTMLPiece] = []
    private var html = ByteWriter()

    mutating func append(_ text: StaticString) { html.append(text) }

    mutating func append(_ text: String) { html.append(text) }

    /// Text or a value in which references stay and all other markup is escaped.
    mutating func appendKeepingReferences(_ bytes: ArraySlice<UInt8>) {
        for (index, byte) in zip(bytes.indices, bytes) {
            switch byte {
            case 0x22: html.append("&quot;" as StaticString)
            case 0x3C: html.append("&lt;" as StaticString)
            case 0x3E: html.append("&gt;" as StaticString)
            case 0x26 where !CharacterReferences.isReference(bytes[(index + 1)...]):
                html.append("&amp;" as StaticString)
            default: html.append(byte)
            }
        }
    }

    /// Bytes shown as they are written.
    mutating func appendEscaped(_ bytes: ArraySlice<UInt8>) {
        bytes.withUnsafeBufferPointer { html.appendEscaped($0) }
    }

    mutating func append(_ piece: RawHTMLPiece) {
        flush()
        pieces.append(piece)
    }

    /// What has been gathered.
    mutating func finish() -> [RawHTMLPiece] {
        flush()
        return pieces
    }

    private mutating func flush() {
        guard html.count > 0 else { return }
        pieces.append(.html(html.bytes))
        html = ByteWriter()
    }
}
