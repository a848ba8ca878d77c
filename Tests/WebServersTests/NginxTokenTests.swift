import Testing

@testable import WebServers

@Suite struct NginxTokenTests {
    @Test(arguments: [
        ("/srv/site", "/srv/site"), ("", "\"\""), ("a b", "\"a b\""), ("a;b", "\"a;b\""),
        ("{}", "\"{}\""), ("a#b", "\"a#b\""), ("a\"b", "\"a\\\"b\""), ("a\\b", "\"a\\\\b\""),
        ("会員", "\"会員\""), ("'x'", "\"'x'\""),
    ])
    func whatIsNoPlainWordIsQuoted(text: String, written: String) {
        #expect(NginxToken.literal(text).text == written)
    }

    @Test func aKeyMayHoldADollarSign() {
        #expect(NginxToken.key("/a$b").text == "/a$b")
    }

    @Test(arguments: [
        ("/new/", "/new/"), ("/新/", "/%E6%96%B0/"), ("/a%20b", "/a%20b"), ("/100%", "/100%25"),
        ("/$a", "/%24a"), ("/a\"b;{c}", "/a%22b;%7Bc%7D"), ("/a\r\nX: y", "/a%0D%0AX:%20y"),
        ("https://a.example/?b=c#d", "https://a.example/?b=c#d"),
    ])
    func aLocationIsASCIIAndNamesNoVariable(address: String, written: String) {
        #expect(NginxServer.location(address) == written)
    }
}
