/// Walks the pictures of an icon; each is a PNG image or a bitmap.
///
/// - Source: Microsoft, "Icons" (1995), and BITMAPINFOHEADER.
func walkICO(_ bytes: ArraySlice<UInt8>, _ facts: inout ImageFacts) throws(ImageFault) {
    var cursor = ImageCursor(bytes)
    guard try cursor.littleEndian(2) == 0, try cursor.littleEndian(2) == 1 else {
        throw .malformed
    }
    let count = try cursor.littleEndian(2)
    guard count > 0, count <= 256 else { throw .malformed }
    var end = 6 + 16 * count
    let first = end
    for _ in 0..<count {
        _ = try cursor.take(8)
        let size = try cursor.littleEndian(4)
        let offset = try cursor.littleEndian(4)
        guard offset >= first, offset <= bytes.count, size <= bytes.count - offset else {
            throw .malformed
        }
        end = max(end, offset + size)
        let picture = bytes.dropFirst(offset).prefix(size)
        if picture.starts(with: PNGStructure.signature) {
            _ = try PNGStructure(picture, &facts)
        } else {
            try readBitmap(picture, &facts)
        }
    }
    guard end == bytes.count else { throw .trailingData }
}

/// A bitmap with its mask: twice as high as the icon.
private func readBitmap(
    _ bytes: ArraySlice<UInt8>, _ facts: inout ImageFacts
) throws(ImageFault) {
    var cursor = ImageCursor(bytes)
    guard try cursor.littleEndian(4) == 40 else { throw .malformed }
    let width = try cursor.littleEndian(4)
    let height = try cursor.littleEndian(4) / 2
    guard width <= 1 << 15, height <= 1 << 15 else { throw .pixels }
    try facts.count(width: width, height: height)
    _ = try cursor.take(2)
    let depth = try cursor.littleEndian(2)
    guard [1, 4, 8, 16, 24, 32].contains(depth), try cursor.littleEndian(4) == 0 else {
        throw .malformed
    }
    _ = try cursor.take(12)
    let colours = try cursor.littleEndian(4)
    guard colours <= 256 else { throw .malformed }
    _ = try cursor.take(4)
    let palette = depth > 8 ? colours : (colours == 0 ? 1 << depth : colours)
    _ = try cursor.take(4 * palette)
    let row = (width * depth + 31) / 32 * 4
    let mask = (width + 31) / 32 * 4
    _ = try cursor.take(row * height)
    // Some programs leave the mask out, or pad its rows in ways of their own.
    guard cursor.rest.count <= 2 * mask * height else { throw .trailingData }
}
