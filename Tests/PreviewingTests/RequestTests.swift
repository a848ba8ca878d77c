import Core
import Testing

@testable import Previewing

/// What a browser may ask the preview for.
@Suite struct RequestTests {
    @Test(arguments: [
        ("/", "/"), ("/guide/start/", "/guide/start/"), ("/%E5%A7%8B%E3%82%81/", "/始め/"),
        // が as か and a voiced mark is one character in NFC.
        ("/%E3%81%8B%E3%82%99/", "/が/"), ("/a%20b.pdf", "/a b.pdf"), ("/x?y=1", "/x"),
    ])
    func readsAPath(target: String, path: String) {
        #expect(RequestTarget(target)?.path == path)
    }

    @Test(
        arguments: [
            nil, "", "guide/", "http://localhost/", "*", "/../etc/passwd", "/a/../b", "/a/./b",
            "/%2e%2e/etc/passwd", "/a/..", "/a%00b", "/a%0Ab", "/%FF", "/%", "/%zz", "//host/x",
            "/a//b", "/a\\b", "/a%5C..%5Cb", "/x?y=%FF",
            "/" + String(repeating: "a", count: 9000),
        ] as [String?])
    func refusesWhatNoBrowserSends(target: String?) {
        #expect(RequestTarget(target) == nil)
    }

    @Test func readsAQuery() {
        let target = RequestTarget("/s?file=Content/%E9%A0%81.md&line=3&line=4&empty&a=b=c")
        #expect(
            target?.query == ["file": "Content/頁.md", "line": "3", "empty": "", "a": "b=c"])
    }

    @Test(
        arguments: [
            ("localhost:4000", true), ("127.0.0.1:4000", true), ("localhost", false),
            ("localhost:4001", false), ("evil.example:4000", false),
            ("127.0.0.1.evil.example:4000", false),
            ("localhost.evil.example:4000", false), ("[::1]:4000", false),
            ("user@localhost:4000", false),
            ("", false), (nil, false),
        ] as [(String?, Bool)])
    func answersOnlyThisMachinesNames(host: String?, isAccepted: Bool) {
        #expect(LoopbackHost.accepts(host, port: 4000) == isAccepted)
    }

    @Test func keepsTheViewOfEachPortByItself() {
        let cookies = ["a=b; hakusho-output-4000=members; hakusho-day-4000=2026-12-01"]
        let here = PreviewView(cookies: cookies, port: 4000)
        #expect(here.output == "members")
        #expect(here.day?.iso == "2026-12-01")
        #expect(PreviewView(cookies: cookies, port: 4001) == PreviewView())
        #expect(PreviewView(cookies: ["hakusho-day-4000=tomorrow"], port: 4000).day == nil)
    }
}
