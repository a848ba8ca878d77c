import Crypto

/// The SHA-256 of some bytes (FIPS 180-4): what files, generations and editions are known by.
package struct SHA256Digest: Hashable, Sendable {
    /// The 32 bytes.
    package let bytes: [UInt8]

    /// The digest of `data`.
    package init(of data: some Sequence<UInt8> & Sendable) {
        let done = data.withContiguousStorageIfAvailable { SHA256.hash(data: $0) }
        bytes = Array(done ?? SHA256.hash(data: Array(data)))
    }

    /// The digest of `buffer`.
    package init(of buffer: UnsafeRawBufferPointer) {
        bytes = Array(SHA256.hash(data: buffer))
    }

    /// 32 zero bytes: stands where there is nothing to take a digest of.
    package static let zero = SHA256Digest(bytes: [UInt8](repeating: 0, count: 32))

    private init(bytes: [UInt8]) { self.bytes = bytes }

    /// Takes the 32 bytes of a digest; nil for another number of bytes.
    package init?(bytes: ArraySlice<UInt8>) {
        guard bytes.count == 32 else { return nil }
        self.bytes = Array(bytes)
    }

    /// A digest that was computed piece by piece.
    init(_ digest: SHA256.Digest) { bytes = Array(digest) }

    /// Reads 64 hexadecimal digits; nil for anything else.
    package init?(hex: some StringProtocol) {
        var text = String(hex)
        let bytes = text.withUTF8 { digits -> [UInt8]? in
            guard digits.count == 64 else { return nil }
            var bytes: [UInt8] = []
            bytes.reserveCapacity(32)
            for index in stride(from: 0, to: 64, by: 2) {
                guard let high = Self.value(ofDigit: digits[index]),
                    let low = Self.value(ofDigit: digits[index + 1])
                else { return nil }
                bytes.append(high << 4 | low)
            }
            return bytes
        }
        guard let bytes else { return nil }
        self.bytes = bytes
    }

    /// 64 lower-case hexadecimal digits.
    package var hex: String {
        String(unsafeUninitializedCapacity: 64) { text in
            for (index, byte) in bytes.enumerated() {
                text[2 * index] = Self.digit(byte >> 4)
                text[2 * index + 1] = Self.digit(byte & 15)
            }
            return 64
        }
    }

    private static func digit(_ value: UInt8) -> UInt8 {
        value < 10 ? 0x30 + value : 0x61 + value - 10
    }

    private static func value(ofDigit digit: UInt8) -> UInt8? {
        switch digit {
        case 0x30...0x39: digit - 0x30
        case 0x61...0x66: digit - 0x61 + 10
        case 0x41...0x46: digit - 0x41 + 10
        default: nil
        }
    }
}

/// Takes the SHA-256 of bytes that come piece by piece.
package struct SHA256Stream {
    private var hasher = SHA256()

    /// Begins with no bytes.
    package init() {}

    /// Goes on with `piece`.
    package mutating func update(_ piece: UnsafeRawBufferPointer) {
        hasher.update(bufferPointer: piece)
    }

    /// The digest of all that came so far.
    package func finish() -> SHA256Digest { SHA256Digest(hasher.finalize()) }
}
