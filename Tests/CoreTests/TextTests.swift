import Testing

@testable import Core

@Suite struct NearestNameTests {
    @Test(
        arguments: [
            ("titel", "title"), ("Title", "title"), ("discription", "description"),
            ("publishat", "publish_at"), ("tag", "tags"), ("表", nil), ("xyzzy", nil),
            ("", nil), ("a", nil), ("lable", "label"),
        ] as [(String, String?)])
    func findsWhatAMisspeltNameMayHaveMeant(name: String, nearest: String?) {
        let known = ["title", "description", "publish_at", "tags", "label", "題"]
        #expect(nearestName(to: name, in: known) == nearest)
    }

    @Test func theFirstOfEquallyNearNamesWins() {
        #expect(nearestName(to: "cat", in: ["bat", "hat"]) == "bat")
        #expect(nearestName(to: "cat", in: ["hat", "bat"]) == "hat")
        #expect(nearestName(to: "cat", in: [String]()) == nil)
    }
}

@Suite struct NormalizationTests {
    @Test(arguments: [
        ("か\u{3099}", "が"), ("が", "が"), ("e\u{301}", "é"), ("\u{212B}", "Å"),
        ("\u{1112}\u{1161}\u{11AB}", "한"), ("\u{FA19}", "\u{795E}"), ("責任分界", "責任分界"),
        ("ﾊﾟ", "ﾊﾟ"), ("A", "A"), ("", ""), ("は\u{309A}ん", "ぱん"),
        ("\u{3099}", "\u{3099}"), ("a\u{327}\u{301}", "\u{E1}\u{327}"),
        ("a\u{301}\u{327}", "\u{E1}\u{327}"),
    ])
    func composesByTheStandardScalarByScalar(text: String, composed: String) {
        #expect(Array(text.normalizedToNFC.unicodeScalars) == Array(composed.unicodeScalars))
    }
}

@Suite struct PercentEncodingTests {
    @Test(
        arguments: [
            ("a", "a"), ("%E8%B2%AC", "責"), ("%e8%b2%ac", "責"), ("a%20b", "a b"), ("%", nil),
            ("%4", nil), ("%zz", nil), ("%FF", nil), ("%E8%B2", nil), ("100%25", "100%"),
            ("+", "+"), ("責%E4%BB%BB", "責任"), ("%2525", "%25"),
        ] as [(String, String?)])
    func decodesOnceAndOnlyToText(text: String, decoded: String?) {
        #expect(PercentEncoding.decode(text) == decoded)
    }

    @Test(arguments: [
        ("/guide/start/", "/guide/start/"), ("/責/", "/%E8%B2%AC/"), ("/a b", "/a%20b"),
        ("/a%b", "/a%25b"), ("/q?x#y", "/q%3Fx%23y"), ("/\"<>", "/%22%3C%3E"),
        ("/a.b_c~d!$&'()*+,;=:@", "/a.b_c~d!$&'()*+,;=:@"), ("/[x]", "/%5Bx%5D"),
    ])
    func encodesWhatNoPathMayHoldPlainly(path: String, encoded: String) {
        #expect(PercentEncoding.encodePath(path) == encoded)
        #expect(PercentEncoding.decode(encoded) == path)
    }
}
