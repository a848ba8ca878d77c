/// Walks a WebP image to its end.
///
/// - Source: RFC 9649.
func walkWebP(_ bytes: ArraySlice<UInt8>, _ facts: inout ImageFacts) throws(ImageFault) {
    var cursor = ImageCursor(bytes)
    guard try cursor.take(4).elementsEqual("RIFF".utf8) else { throw .malformed }
    let size = try cursor.littleEndian(4)
    guard size <= cursor.rest.count else { throw .malformed }
    guard size == cursor.rest.count else { throw .trailingData }
    guard try cursor.take(4).elementsEqual("WEBP".utf8) else { throw .malformed }
    var hasImage = false
    var isFirst = true
    while !cursor.isAtEnd {
        let name = String(decoding: try cursor.take(4), as: UTF8.self)
        let length = try cursor.littleEndian(4)
        let content = try cursor.take(length)
        if length % 2 == 1 { _ = try cursor.take(1) }
        if isFirst, !["VP8 ", "VP8L", "VP8X"].contains(name) { throw .malformed }
        isFirst = false
        if ["VP8 ", "VP8L", "ANMF"].contains(name) { hasImage = true }
        try readWebP(name, content, &facts)
    }
    guard hasImage else { throw .malformed }
}

private func readWebP(
    _ name: String, _ content: ArraySlice<UInt8>, _ facts: inout ImageFacts
) throws(ImageFault) {
    var cursor = ImageCursor(content)
    switch name {
    case "VP8X":
        _ = try cursor.take(4)
        let width = try cursor.littleEndian(3) + 1
        try facts.checkCanvas(width: width, height: cursor.littleEndian(3) + 1)
    case "ANMF":
        _ = try cursor.take(6)
        let width = try cursor.littleEndian(3) + 1
        try facts.count(width: width, height: cursor.littleEndian(3) + 1)
        _ = try cursor.take(4)
    case "VP8 ":
        _ = try cursor.take(3)
        guard try cursor.bigEndian(3) == 0x9D012A else { throw .malformed }
        let width = try cursor.littleEndian(2) & 0x3FFF
        try facts.count(width: width, height: cursor.littleEndian(2) & 0x3FFF)
    case "VP8L":
        guard try cursor.byte() == 0x2F else { throw .malformed }
        let bits = try cursor.littleEndian(4)
        try facts.count(width: bits & 0x3FFF + 1, height: bits >> 14 & 0x3FFF + 1)
    case "EXIF":
        let header = JPEGStructure.exifHeader
        facts.takeExif(content.starts(with: header) ? content.dropFirst(header.count) : content)
    case "XMP ": facts.takeXMP(content)
    default: break
    }
}
