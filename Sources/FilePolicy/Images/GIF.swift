/// Walks a GIF image to its end.
///
/// - Source: Graphics Interchange Format, version 89a; the XMP specification, part 3, for the
///   application extension of XMP.
func walkGIF(_ bytes: ArraySlice<UInt8>, _ facts: inout ImageFacts) throws(ImageFault) {
    var cursor = ImageCursor(bytes)
    let header = try cursor.take(6)
    guard header.elementsEqual("GIF87a".utf8) || header.elementsEqual("GIF89a".utf8) else {
        throw .malformed
    }
    let width = try cursor.littleEndian(2)
    try facts.checkCanvas(width: width, height: cursor.littleEndian(2))
    try skipColours(&cursor, skipping: 2)
    var hasImage = false
    while true {
        switch try cursor.byte() {
        case 0x21:
            let label = try cursor.byte()
            let start = cursor.rest
            let isXMP = label == 0xFF && start.dropFirst().starts(with: "XMP DataXMP".utf8)
            try skipBlocks(&cursor)
            if isXMP {
                // The packet stands there in one piece, before a trailer that leads out of it.
                let packet = start[start.startIndex..<cursor.rest.startIndex].dropFirst(12)
                facts.takeXMP(packet.dropLast(258))
            }
        case 0x2C:
            hasImage = true
            _ = try cursor.take(4)
            try facts.count(width: cursor.littleEndian(2), height: cursor.littleEndian(2))
            try skipColours(&cursor, skipping: 0)
            _ = try cursor.byte()
            try skipBlocks(&cursor)
        case 0x3B:
            guard hasImage else { throw .malformed }
            guard cursor.isAtEnd else { throw .trailingData }
            return
        default: throw .malformed
        }
    }
}

/// Passes over the flags, `count` further bytes, and the table of colours that the flags tell of.
private func skipColours(
    _ cursor: inout ImageCursor, skipping count: Int
) throws(ImageFault) {
    let flags = try cursor.byte()
    _ = try cursor.take(count)
    if flags & 0x80 != 0 { _ = try cursor.take(3 << ((flags & 7) + 1)) }
}

private func skipBlocks(_ cursor: inout ImageCursor) throws(ImageFault) {
    while case let count = try cursor.byte(), count > 0 { _ = try cursor.take(count) }
}
