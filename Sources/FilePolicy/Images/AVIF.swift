/// Walks the boxes of an AVIF image to its end.
///
/// - Source: ISO/IEC 14496-12 (boxes), ISO/IEC 23008-12 (items), the AVIF specification.
func walkAVIF(_ bytes: ArraySlice<UInt8>, _ facts: inout ImageFacts) throws(ImageFault) {
    guard bytes.dropFirst(4).starts(with: "ftyp".utf8) else { throw .malformed }
    var walk = AVIFWalk()
    try walk.read(bytes, depth: 0, &facts)
    guard walk.hasPicture, walk.hasData else { throw .malformed }
    try facts.count(width: walk.width, height: walk.height)
    for _ in 1..<max(walk.frames, 1) { try facts.count(width: walk.width, height: walk.height) }
    walk.items.disclose(in: bytes, to: &facts)
}

/// What has been seen of an AVIF image up to some box.
private struct AVIFWalk {
    /// Boxes that hold boxes, and how many bytes stand before those.
    private static let nested: [String: Int] = [
        "meta": 4, "iprp": 0, "ipco": 0, "moov": 0, "trak": 0, "mdia": 0, "minf": 0, "stbl": 0,
        "iinf": -1,
    ]
    /// What may stand at the top; anything else could hide a file within the file.
    private static let top: Set<String> = [
        "ftyp", "meta", "mdat", "moov", "free", "skip", "styp", "sidx", "idat", "uuid", "wide",
    ]

    /// Of the largest picture.
    private(set) var width = 0
    private(set) var height = 0
    /// Of a moving picture.
    private(set) var frames = 0
    private(set) var hasPicture = false
    private(set) var hasData = false
    private(set) var items = AVIFItems()
    private var boxes = 0

    mutating func read(
        _ bytes: ArraySlice<UInt8>, depth: Int, _ facts: inout ImageFacts
    ) throws(ImageFault) {
        guard depth <= 8 else { throw .malformed }
        var cursor = ImageCursor(bytes)
        while !cursor.isAtEnd {
            boxes += 1
            guard boxes <= 100_000 else { throw .malformed }
            let available = cursor.rest.count
            var size = try cursor.bigEndian(4)
            let name = String(decoding: try cursor.take(4), as: UTF8.self)
            if size == 1 { size = try cursor.bigEndian(8) }
            if size == 0 { size = available }
            if depth == 0, !Self.top.contains(name) { throw .trailingData }
            let head = available - cursor.rest.count
            guard size >= head else { throw .malformed }
            let content = try cursor.take(size - head)
            try readBox(name, content, depth, &facts)
        }
    }

    private mutating func readBox(
        _ name: String, _ content: ArraySlice<UInt8>, _ depth: Int, _ facts: inout ImageFacts
    ) throws(ImageFault) {
        var cursor = ImageCursor(content)
        switch name {
        case "ftyp":
            guard depth == 0, content.count >= 8 else { throw .malformed }
        case "mdat", "idat": hasData = true
        case "ispe":
            _ = try cursor.take(4)
            let (wide, high) = (try cursor.bigEndian(4), try cursor.bigEndian(4))
            guard wide > 0, high > 0 else { throw .malformed }
            guard wide <= 1 << 30, high <= 1 << 30 else { throw .pixels }
            if wide * high > width * height { (width, height) = (wide, high) }
            hasPicture = true
        case "stsz":
            _ = try cursor.take(8)
            frames = max(frames, try cursor.bigEndian(4))
            guard frames <= 100_000 else { throw .pixels }
        case "infe": try items.readKind(content)
        case "iloc": try items.readPlaces(content)
        default:
            guard let prefix = Self.nested[name] else { return }
            if prefix < 0 {
                let version = try cursor.bigEndian(4) >> 24
                _ = try cursor.take(version == 0 ? 2 : 4)
            } else {
                _ = try cursor.take(prefix)
            }
            try read(cursor.rest, depth: depth + 1, &facts)
        }
    }
}
