import CZlib

/// A PNG image, chunk by chunk.
///
/// - Source: Portable Network Graphics (PNG) Specification, third edition, 5 and 11.
struct PNGStructure {
    /// One chunk.
    struct Chunk {
        /// Four letters.
        let name: String
        /// With its length, name and checksum.
        let whole: ArraySlice<UInt8>
        /// What it holds.
        let content: ArraySlice<UInt8>
    }

    static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    private static let critical: Set<String> = ["IHDR", "PLTE", "IDAT", "IEND"]

    /// From the header to the end.
    private(set) var chunks: [Chunk] = []
    /// What its Exif data say of its orientation; 1 where they say nothing.
    private(set) var orientation = 1
    private var frames = 0

    /// Walks an image to its end.
    init(_ bytes: ArraySlice<UInt8>, _ facts: inout ImageFacts) throws(ImageFault) {
        var cursor = ImageCursor(bytes)
        guard try cursor.take(8).elementsEqual(Self.signature) else { throw .malformed }
        var hasData = false
        repeat {
            let chunk = try Self.chunk(&cursor)
            guard (chunk.name == "IHDR") == chunks.isEmpty else { throw .malformed }
            if chunk.name == "IDAT" { hasData = true }
            try read(chunk, &facts)
            chunks.append(chunk)
            guard chunks.count <= 1 << 20 else { throw .malformed }
        } while chunks.last?.name != "IEND"
        guard hasData else { throw .malformed }
        guard cursor.isAtEnd else { throw .trailingData }
    }

    private static func chunk(_ cursor: inout ImageCursor) throws(ImageFault) -> Chunk {
        let start = cursor.rest.startIndex
        let whole = cursor.rest
        let length = try cursor.bigEndian(4)
        guard length < 1 << 31 else { throw .malformed }
        let name = try cursor.take(4)
        guard name.allSatisfy({ 0x41...0x5A ~= $0 & 0xDF }) else { throw .malformed }
        let content = try cursor.take(length)
        let sum = try cursor.bigEndian(4)
        guard checksum(whole[(start + 4)..<content.endIndex]) == sum else { throw .malformed }
        let text = String(decoding: name, as: UTF8.self)
        guard name.first.map({ $0 & 0x20 != 0 }) == true || critical.contains(text) else {
            throw .malformed
        }
        return Chunk(name: text, whole: whole[start..<content.endIndex + 4], content: content)
    }

    /// The checksum of a chunk's name and content.
    static func checksum(_ bytes: ArraySlice<UInt8>) -> Int {
        bytes.withUnsafeBufferPointer { buffer in
            // zlib counts in 32 bits; a chunk is shorter than 2 GiB.
            Int(crc32(0, buffer.baseAddress, UInt32(buffer.count)))
        }
    }

    private mutating func read(_ chunk: Chunk, _ facts: inout ImageFacts) throws(ImageFault) {
        var cursor = ImageCursor(chunk.content)
        switch chunk.name {
        case "IHDR":
            try facts.count(width: cursor.bigEndian(4), height: cursor.bigEndian(4))
            guard chunk.content.count == 13 else { throw .malformed }
        case "fcTL":
            frames += 1
            // The first frame is the picture itself.
            guard frames > 1 else { break }
            _ = try cursor.bigEndian(4)
            try facts.count(width: cursor.bigEndian(4), height: cursor.bigEndian(4))
        case "IEND": guard chunk.content.isEmpty else { throw .malformed }
        case "eXIf":
            orientation = ExifFacts(chunk.content).orientation
            facts.takeExif(chunk.content)
        case "tEXt", "zTXt", "iTXt":
            if let text = try PNGText(chunk) { text.disclose(to: &facts) }
        case "iCCP":
            let packed = chunk.content.drop { $0 != 0 }.dropFirst(2)
            _ = try PNGText.inflated(packed, limit: 32 << 20)
        default: break
        }
    }
}
