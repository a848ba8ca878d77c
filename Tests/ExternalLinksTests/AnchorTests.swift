import NIOCore
import Testing

@testable import ExternalLinks

@Suite struct AnchorTests {
    private static let page = """
        <!DOCTYPE html><meta charset="utf-8"><title><p id=intitle></title>
        <h1 id="one">x</h1><a name="old">y</a><p name="para">
        <p id="責任分界"><p id="a b"><p id='q&amp;r'><h2 id=user-content-readme>
        <script>if (a < b && c == "<p id=inscript>") { x = "</p" }</script>
        <p id="last">
        """

    private static let cases: [(String, AnchorVerdict)] = [
        ("one", .found), ("old", .found), ("last", .found), ("責任分界", .found),
        ("%E8%B2%AC%E4%BB%BB%E5%88%86%E7%95%8C", .found), ("a%20b", .found), ("q&r", .found),
        ("readme", .found), ("top", .found), ("TOP", .found), (":~:text=x", .found),
        ("one:~:text=x", .found), ("/route", .found), ("!bang", .found), ("L10", .found),
        ("L10-L20", .found), ("L1C2-L3C4", .found),
        ("One", .missing), ("para", .missing), ("intitle", .missing), ("inscript", .missing),
        ("Lx", .missing), ("none:~:text=x", .missing), ("%E8%B2", .missing),
    ]

    @Test(arguments: cases)
    func findsAnAnchorAsABrowserWould(_ fragment: String, _ verdict: AnchorVerdict) {
        let found = AnchorSearch.verdicts(
            on: [fragment], page: Array(Self.page.utf8), isWhole: true, type: "text/html")
        #expect(found == [fragment: verdict])
    }

    @Test func saysNothingOfWhatItCannotRead() {
        let page = Array(Self.page.utf8)
        let cases: [(String?, Bool)] = [
            ("application/pdf", true), (nil, true), ("text/html", false),
            ("text/html; charset=utf-16", true),
        ]
        for (type, isWhole) in cases {
            let found = AnchorSearch.verdicts(
                on: ["none"], page: page, isWhole: isWhole, type: type)
            #expect(found == ["none": .unknown], "\(type ?? "-")")
        }
        let legacy = AnchorSearch.verdicts(
            on: ["none", "%E8%B2%AC"], page: Array("<p id=x>".utf8), isWhole: true,
            type: "text/html; charset=Shift_JIS")
        #expect(legacy == ["none": .missing, "%E8%B2%AC": .unknown])
    }

    @Test func pagesThatAreTooLongOrCompressedOrSlowAreNotCalledWrong() async throws {
        let server = try await LoopbackServer { request in
            switch request.path {
            case "/endless":
                ServerReply(parts: [
                    .bytes("HTTP/1.1 200 X\r\nContent-Type: text/html\r\n\r\n"),
                    .endless(String(repeating: "<p>x", count: 5_000), .nanoseconds(1)),
                ])
            // Would be a terabyte if anybody unpacked it.
            case "/bomb": .status(200, "Content-Encoding: gzip", body: "not even gzip")
            case "/pdf": .status(200, body: "%PDF", type: "application/pdf")
            default: .status(404)
            }
        }
        let probing = try Probing()
        let result = try await probing.run(
            ["/endless#a", "/bomb#a", "/pdf#a"].map { server.origin + $0 })
        #expect(result.diagnostics == [])
        #expect(result.summary.uncheckedAnchors == 3)
    }

    @Test func aPageThatComesByteByByteEndsInTime() async throws {
        let server = try await LoopbackServer { _ in
            ServerReply(parts: [
                .bytes("HTTP/1.1 200 X\r\nContent-Type: text/html\r\n\r\n"),
                .endless("x", .milliseconds(100)),
            ])
        }
        let probing = try Probing()
        let clock = ContinuousClock()
        var words = ""
        let time = try await clock.measure {
            words = try await probing.outcome(of: server.origin + "/#a")
        }
        #expect(words == "unreachable: it did not answer in time")
        // Three attempts of at most three times 0.4 seconds, on a machine that may be busy.
        #expect(time < .seconds(30))
    }

    @Test func badChunkingBeforeTheAnchorIsAFailure() async throws {
        let server = try await LoopbackServer { _ in
            .raw(
                "HTTP/1.1 200 X\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
                    + "4\r\n<p>x\r\nzz\r\n")
        }
        let probing = try Probing()
        #expect(try await probing.state(of: server.origin + "/#a") == .unreachable)
    }

    @Test func aRedirectKeepsTheFragmentUnlessItHasItsOwn() async throws {
        let server = try await LoopbackServer { request in
            switch request.path {
            case "/keeps": .redirect(302, to: "/page")
            case "/changes": .redirect(302, to: "/page#own")
            default: .status(200, body: "<p id=x>")
            }
        }
        let probing = try Probing()
        let result = try await probing.run(
            ["/keeps#x", "/keeps#y", "/changes#y"].map { server.origin + $0 })
        #expect(result.summary.links == [.ok: 2, .unreachable: 1])
    }
}
