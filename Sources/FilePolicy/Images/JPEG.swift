/// A JPEG image, segment by segment.
///
/// - Source: ITU-T T.81, annex B; CIPA DC-007 for further images behind the first.
struct JPEGStructure {
    /// A piece of the file; all pieces together are the first image.
    enum Piece {
        /// A marker's code with its segment, from the marker on.
        case segment(UInt8, ArraySlice<UInt8>)
        /// Entropy-coded data behind a start of scan.
        case scan(ArraySlice<UInt8>)
    }

    static let exifHeader = Array("Exif\0\0".utf8)
    static let xmpHeader = Array("http://ns.adobe.com/xap/1.0/\0".utf8)
    private static let photoshopHeader = Array("Photoshop 3.0\0".utf8)
    private static let furtherHeader = Array("MPF\0".utf8)

    /// The first image, from its start to its end marker.
    private(set) var pieces: [Piece] = []
    /// What its Exif data say of its orientation; 1 where they say nothing.
    private(set) var orientation = 1
    private var hasFurther = false
    private var hasFrame = false
    private var hasScan = false

    /// Walks a file to its end, further images behind the first included.
    init(_ bytes: ArraySlice<UInt8>, _ facts: inout ImageFacts) throws(ImageFault) {
        var cursor = ImageCursor(bytes)
        try walk(&cursor, &facts)
        guard !cursor.isAtEnd else { return }
        guard hasFurther else { throw .trailingData }
        var further = self
        var images = 1
        while !cursor.isAtEnd {
            images += 1
            guard images <= 16, cursor.rest.starts(with: [0xFF, 0xD8]) else { throw .trailingData }
            further.pieces = []
            try further.walk(&cursor, &facts)
        }
    }

    private mutating func walk(
        _ cursor: inout ImageCursor, _ facts: inout ImageFacts
    ) throws(ImageFault) {
        (hasFrame, hasScan) = (false, false)
        guard try cursor.bigEndian(2) == 0xFFD8 else { throw .malformed }
        while true {
            let start = cursor.rest
            guard try cursor.byte() == 0xFF else { throw .malformed }
            var code = 0xFF
            while code == 0xFF { code = try cursor.byte() }
            if code == 0xD9 { break }
            guard code >= 0xC0, !(0xD0...0xD8 ~= code) else { throw .malformed }
            let length = try cursor.bigEndian(2)
            guard length >= 2 else { throw .malformed }
            let content = try cursor.take(length - 2)
            pieces.append(
                .segment(UInt8(code), start[start.startIndex..<cursor.rest.startIndex]))
            try read(code, content, &facts)
            if code == 0xDA { try takeScan(&cursor) }
            guard pieces.count <= 1 << 20 else { throw .malformed }
        }
        guard hasFrame, hasScan else { throw .malformed }
    }

    /// Entropy-coded data end before the first marker that is neither a restart nor stuffing.
    private mutating func takeScan(_ cursor: inout ImageCursor) throws(ImageFault) {
        guard hasFrame else { throw .malformed }
        hasScan = true
        let count = cursor.rest.withUnsafeBufferPointer { buffer -> Int? in
            var index = 0
            while index + 1 < buffer.count {
                if buffer[index] == 0xFF {
                    let next = buffer[index + 1]
                    if next != 0, next != 0xFF, !(0xD0...0xD7 ~= next) { return index }
                }
                index += 1
            }
            return nil
        }
        guard let count else { throw .malformed }
        pieces.append(.scan(try cursor.take(count)))
    }

    private mutating func read(
        _ code: Int, _ content: ArraySlice<UInt8>, _ facts: inout ImageFacts
    ) throws(ImageFault) {
        switch code {
        case 0xC0...0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF:
            var cursor = ImageCursor(content)
            _ = try cursor.byte()
            let height = try cursor.bigEndian(2)
            try facts.count(width: cursor.bigEndian(2), height: height)
            guard !hasFrame else { throw .malformed }
            hasFrame = true
        case 0xE1 where content.starts(with: Self.exifHeader):
            let exif = content.dropFirst(Self.exifHeader.count)
            if orientation == 1 { orientation = ExifFacts(exif).orientation }
            facts.takeExif(exif)
        case 0xE1 where content.starts(with: Self.xmpHeader):
            facts.takeXMP(content.dropFirst(Self.xmpHeader.count))
        case 0xE2 where content.starts(with: Self.furtherHeader): hasFurther = true
        case 0xED where content.starts(with: Self.photoshopHeader):
            let resources = content.dropFirst(Self.photoshopHeader.count)
            for author in IPTC.authors(resources) { facts.takeAuthor(author) }
        default: break
        }
    }
}
