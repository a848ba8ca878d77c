/// Percent-encoding of paths and fragments (RFC 3986, section 2.1).
package enum PercentEncoding {
    /// Decodes `%E8%B2%AC` to its text.
    ///
    /// - Returns: Nil where a `%` is not followed by two hexadecimal digits, or where the bytes
    ///   are not UTF-8.
    package static func decode(_ text: some StringProtocol) -> String? {
        guard text.utf8.contains(0x25) else { return String(text) }
        var bytes: [UInt8] = []
        var iterator = text.utf8.makeIterator()
        while let byte = iterator.next() {
            guard byte == 0x25 else {
                bytes.append(byte)
                continue
            }
            guard let high = iterator.next()?.hexDigit,
                let low = iterator.next()?.hexDigit
            else { return nil }
            bytes.append(high << 4 | low)
        }
        return String(validating: bytes, as: UTF8.self)
    }

    /// Encodes everything that may not stand in the path of a URI, `/` excepted.
    package static func encodePath(_ path: String) -> String {
        if path.utf8.allSatisfy(isPathByte) { return path }
        var bytes: [UInt8] = []
        let digits = Array("0123456789ABCDEF".utf8)
        for byte in path.utf8 {
            if isPathByte(byte) {
                bytes.append(byte)
            } else {
                bytes += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// pchar of RFC 3986, appendix A, and `/`.
    private static func isPathByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x61...0x7A, 0x41...0x5A, 0x30...0x39: true
        // - . _ ~ / ! $ & ' ( ) * + , ; = : @
        case 0x2D, 0x2E, 0x5F, 0x7E, 0x2F, 0x21, 0x24, 0x26...0x2C, 0x3B, 0x3D, 0x3A, 0x40: true
        default: false
        }
    }
}
