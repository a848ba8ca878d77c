import Testing

@testable import Core

/// UUIDs made of names, against those of others.
struct UUIDTests {
    /// `6ba7b810-9dad-11d1-80b4-00c04fd430c8`.
    private let domains: [UInt8] = [
        0x6B, 0xA7, 0xB8, 0x10, 0x9D, 0xAD, 0x11, 0xD1, 0x80, 0xB4, 0x00, 0xC0, 0x4F, 0xD4, 0x30,
        0xC8,
    ]

    /// RFC 9562, appendix A.4.
    @Test func givesTheUUIDOfTheStandardsExample() {
        let uuid = UUIDv5(domains, "www.example.com")
        #expect(uuid.text == "2ed6657d-e927-568b-95e1-2665a8aea6a2")
    }
}
