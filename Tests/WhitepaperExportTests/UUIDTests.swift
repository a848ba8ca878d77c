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

    /// The values are of Python's `uuid.uuid5(uuid.NAMESPACE_URL, …)`.
    @Test(arguments: [
        ("https://www.example.jp/", "707b8c8c-3a56-531a-8a58-92d7734fd0b8"),
        ("https://例え.jp/白書?é=🙂", "6517cd21-ab42-5326-aca6-ada490f9a9a2"),
    ])
    func givesTheUUIDOfAnAddressThatPythonGives(url: String, uuid: String) {
        #expect(UUIDv5(url: url).text == uuid)
    }

    /// The values are of Python's `uuid.uuid5`, each within the one before.
    @Test func nestsNames() {
        let site = UUIDv5(url: "https://www.example.jp/")
        let whitepaper = UUIDv5("whitepaper:iso27017", in: site)
        #expect(whitepaper.text == "d982541f-1615-5b2a-9354-fbd5ac0a35ac")
        #expect(
            UUIDv5("component", in: whitepaper).text == "9c9ab7ec-51e8-5056-9c30-f1bbb5ff16af")
    }
}
