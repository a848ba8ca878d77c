import Core
import Testing

@testable import ExternalLinks

@Suite struct WebAddressTests {
    private static let written: [(String, String)] = [
        ("https://Example.JP", "https://example.jp/"),
        ("HTTP://example.jp:80/a", "http://example.jp/a"),
        ("https://example.jp:8443/a?b=c#d", "https://example.jp:8443/a?b=c"),
        ("//example.jp/x", "https://example.jp/x"),
        ("https:example.jp", "https://example.jp/"),
        ("https:\\\\example.jp\\a", "https://example.jp/a"),
        ("https://example.jp/a b/責", "https://example.jp/a%20b/%E8%B2%AC"),
        ("https://example.jp/%E8%B2%AC?%zz", "https://example.jp/%E8%B2%AC?%25zz"),
        ("https://例え.テスト/", "https://xn--r8jz45g.xn--zckzah/"),
        ("https://bücher.example/", "https://xn--bcher-kva.example/"),
        ("https://ＥＸＡＭＰＬＥ。ｊｐ/", "https://example.jp/"),
        ("https://example.jp./", "https://example.jp/"),
        ("https://example.jp/a/../b/./c", "https://example.jp/b/c"),
        ("https://example.jp/../..", "https://example.jp/"),
        ("http://0x7f.1/", "http://127.0.0.1/"),
        ("http://2130706433/", "http://127.0.0.1/"),
        ("http://0177.0.0.01/", "http://127.0.0.1/"),
        ("http://１２７.０.０.１/", "http://127.0.0.1/"),
        ("http://%31%32%37.0.0.1/", "http://127.0.0.1/"),
        ("http://[::FFFF:127.0.0.1]/", "http://[::ffff:7f00:1]/"),
        ("http://[2001:db8:0:0:0:0:0:1]:8080/", "http://[2001:db8::1]:8080/"),
        (" https://exa\tmple.jp/\n", "https://example.jp/"),
    ]

    @Test(arguments: written) func readsAnAddressAsABrowserDoes(_ text: String, _ asked: String)
        throws
    {
        #expect(try WebAddress(text).text == asked)
    }

    private static let faults: [(String, WebAddress.Fault)] = [
        ("mailto:a@b", .scheme("mailto")), ("javascript:alert(1)", .scheme("javascript")),
        ("https://", .host), ("https://a b/", .host), ("https://-_-..jp/", .host),
        ("http://256.1.1.1/", .host), ("http://1.2.3.4.5/", .host), ("http://[::1/", .host),
        ("http://[fe80::1%25eth0]/", .host), ("/path", .host), ("https://a%2Fb/", .host),
        ("https://a@example.jp/", .credentials), ("https://a:b@example.jp/", .credentials),
        ("https://example.jp:99999/", .port), ("https://example.jp:x/", .port),
        ("https://example.jp/" + String(repeating: "x", count: 8000), .length),
    ]

    @Test(arguments: faults) func saysWhyATextIsNoAddress(_ text: String, _ fault: WebAddress.Fault)
    {
        #expect(throws: fault) { try WebAddress(text) }
    }

    private static let relative: [(String, String)] = [
        ("/x", "https://a.jp:8443/x"), ("x", "https://a.jp:8443/b/x"),
        ("../x?y", "https://a.jp:8443/x?y"), ("?q", "https://a.jp:8443/b/c?q"),
        ("#f", "https://a.jp:8443/b/c?o"), ("//c.jp/d", "https://c.jp/d"),
        ("http://c.jp", "http://c.jp/"), ("", "https://a.jp:8443/b/c?o"),
    ]

    @Test(arguments: relative)
    func resolvesWhereARedirectLeads(_ location: String, _ target: String) throws {
        let base = try WebAddress("https://a.jp:8443/b/c?o#p")
        #expect(try WebAddress(location, base: base).text == target)
    }

    @Test func keepsTheFragmentApartAsItIsWritten() throws {
        #expect(try WebAddress("https://a.jp/b#%E8%B2%AC").fragment == "%E8%B2%AC")
        #expect(try WebAddress("https://a.jp/b#").fragment == nil)
    }
}
