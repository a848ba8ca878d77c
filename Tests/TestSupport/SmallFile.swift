/// Small files of types that text cannot write, for projects written as text.
///
/// The upload policy looks at bytes, so that a picture in a test has to be one. Two of other texts
/// have other bytes.
enum SmallFile {
    /// The bytes of a file of an archive; nil for what its text says itself.
    static func bytes(of file: TextArchive.File) -> [UInt8]? {
        guard file.path.hasPrefix("Content/uploads/") else { return nil }
        if file.path.hasSuffix(".png") { return png(file.text) }
        return file.path.hasSuffix(".pdf") && !file.text.hasPrefix("%PDF-") ? pdf(file.text) : nil
    }

    /// A row of grey pixels, one for each byte of the text, and one more.
    ///
    /// - Source: PNG (Third Edition), sections 5 and 11; RFC 1950 and 1951 for a stored block.
    private static func png(_ text: String) -> [UInt8] {
        let row = [0] + Array(text.utf8.prefix(60_000)) + [0x80]
        let length = UInt16(row.count)
        let block =
            [0x78, 0x01, 0x01] + bytes(length.littleEndian) + bytes((~length).littleEndian) + row
            + bytes(adler32(row).bigEndian)
        let header = bytes(UInt32(row.count - 1).bigEndian) + bytes(UInt32(1).bigEndian)
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
            + chunk("IHDR", header + [8, 0, 0, 0, 0]) + chunk("IDAT", block) + chunk("IEND", [])
    }

    private static func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
        let body = Array(type.utf8) + data
        return bytes(UInt32(data.count).bigEndian) + body + bytes(crc32(body).bigEndian)
    }

    /// A document without a page, which says the text in a comment.
    ///
    /// - Source: ISO 32000-1, 7.5.
    private static func pdf(_ text: String) -> [UInt8] {
        let comments = text.split(separator: "\n").map { "%\($0)\n" }.joined()
        return Array(
            """
            %PDF-1.4
            \(comments)1 0 obj
            <</Type/Catalog/Pages 2 0 R>>
            endobj
            2 0 obj
            <</Type/Pages/Kids[]/Count 0>>
            endobj
            trailer
            <</Root 1 0 R/Size 3>>
            %%EOF

            """.utf8)
    }

    private static func bytes<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
        withUnsafeBytes(of: number) { Array($0) }
    }

    private static func crc32(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(UInt32.max) { crc, byte in
            (0..<8).reduce(crc ^ UInt32(byte)) { crc, _ in
                crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1
            }
        }
    }

    private static func adler32(_ bytes: [UInt8]) -> UInt32 {
        var (a, b): (UInt32, UInt32) = (1, 0)
        for byte in bytes {
            a = (a + UInt32(byte)) % 65_521
            b = (b + a) % 65_521
        }
        return b << 16 | a
    }
}
