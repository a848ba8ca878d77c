import Crypto

/// A UUID made of a name, so that the same thing has the same UUID wherever and whenever it is
/// written.
///
/// - Source: RFC 9562, section 5.5.
package struct UUIDv5: Hashable, Sendable {
    /// The 16 bytes.
    package let bytes: [UInt8]

    /// The namespace of URLs, `6ba7b811-9dad-11d1-80b4-00c04fd430c8` (RFC 9562, section 6.6).
    private static let urls: [UInt8] = [
        0x6B, 0xA7, 0xB8, 0x11, 0x9D, 0xAD, 0x11, 0xD1, 0x80, 0xB4, 0x00, 0xC0, 0x4F, 0xD4, 0x30,
        0xC8,
    ]

    /// The UUID of a URL, to the byte as it is written.
    package init(url: String) { self.init(Self.urls, url) }

    /// The UUID of a name that only `namespace` gives a meaning.
    package init(_ name: String, in namespace: UUIDv5) { self.init(namespace.bytes, name) }

    /// - Parameter namespace: 16 bytes, of a UUID of any version.
    init(_ namespace: [UInt8], _ name: String) {
        precondition(namespace.count == 16, "a namespace is a UUID")
        var bytes = Array(Insecure.SHA1.hash(data: namespace + Array(name.utf8)).prefix(16))
        bytes[6] = bytes[6] & 0x0F | 0x50
        bytes[8] = bytes[8] & 0x3F | 0x80
        self.bytes = bytes
    }

    /// 36 characters, in lower case.
    package var text: String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(36)
        for (index, byte) in bytes.enumerated() {
            if [4, 6, 8, 10].contains(index) { text.append(0x2D) }
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
