import CZlib

/// The checksums of a PNG image's chunks, which a mutation breaks.
///
/// - Source: Portable Network Graphics (PNG) Specification, third edition, 5.3.
enum PNGChecksums {
    /// The image with the right ones; nil for what is no PNG image.
    static func mended(_ bytes: [UInt8]) -> [UInt8]? {
        guard bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) else { return nil }
        var bytes = bytes
        var start = 8
        while start + 12 <= bytes.count {
            let length = bytes[start..<start + 4].reduce(0) { $0 << 8 | Int($1) }
            let end = start + 8 + length
            guard end + 4 <= bytes.count else { break }
            let checksum = bytes[(start + 4)..<end].withUnsafeBufferPointer {
                crc32_z(0, $0.baseAddress, $0.count)
            }
            for index in 0..<4 {
                bytes[end + index] = UInt8(truncatingIfNeeded: checksum >> (24 - 8 * index))
            }
            start = end + 4
        }
        return bytes
    }
}
