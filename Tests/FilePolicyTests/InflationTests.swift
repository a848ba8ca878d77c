import Testing

@testable import FilePolicy

@Suite struct InflationTests {
    /// "hello hello hello hello" by zlib at level 9.
    private static let packed: [UInt8] = [
        0x78, 0xDA, 0xCB, 0x48, 0xCD, 0xC9, 0xC9, 0x57, 0xC8, 0x40, 0x27, 0x01, 0x68, 0x03, 0x08,
        0xB1,
    ]

    @Test func stopsAtTheLimit() {
        let whole = Inflation(Self.packed[...], .zlib, limit: 23)
        #expect(String(decoding: whole.bytes, as: UTF8.self) == "hello hello hello hello")
        #expect(whole.end == .complete)
        #expect(whole.consumed == Self.packed.count)
        let part = Inflation(Self.packed[...], .zlib, limit: 22)
        #expect(part.bytes.count == 22)
        #expect(part.end == .limit)
    }

    @Test func tellsATruncatedStreamFromAMalformedOne() {
        #expect(Inflation(Self.packed[..<9], .zlib, limit: 100).end == .truncated)
        #expect(
            Inflation([0x78, 0x9C, 0xFF, 0xFF, 0xFF][...], .zlib, limit: 100).end == .malformed)
        #expect(Inflation([][...], .zlib, limit: 100).end == .truncated)
    }
}
