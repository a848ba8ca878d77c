@testable import FilePolicy

/// PNG images for tests, put together chunk by chunk.
enum PNGSample {
    static func header(width: UInt32 = 2, height: UInt32 = 2) -> [UInt8] {
        chunk("IHDR", PDFSample.bigEndian(width) + PDFSample.bigEndian(height) + [8, 0, 0, 0, 0])
    }

    /// Two by two grey points.
    static let data = chunk("IDAT", PDFSample.zlib([0, 10, 20, 0, 30, 40]))
    static let end = chunk("IEND", [])

    /// An image with more chunks before its data.
    static func image(_ chunks: [UInt8] = []) -> [UInt8] {
        PNGStructure.signature + header() + chunks + data + end
    }

    static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
        let named = Array(name.utf8) + content
        return PDFSample.bigEndian(UInt32(content.count)) + named
            + PDFSample.bigEndian(UInt32(PNGStructure.checksum(named[...])))
    }

    static func text(_ keyword: String, _ text: String) -> [UInt8] {
        chunk("tEXt", Array(keyword.utf8) + [0] + Array(text.utf8))
    }
}
