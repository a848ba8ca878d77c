import Content
import Core
import Links
import NIOCore
import Testing

@testable import ExternalLinks

/// What each behaviour of a server comes to.
@Suite struct ProbeTests {
    /// A path of the server, and what is reported of it.
    static let behaviours: [(String, String)] = [
        ("/ok", "ok"), ("/204", "ok"), ("/head-refused", "ok"), ("/head-404", "ok"),
        ("/head-reset", "ok"), ("/500-then-200", "ok"), ("/reset-then-200", "ok"),
        ("/wait-seconds", "ok"), ("/wait-date", "ok"), ("/503-wait", "ok"), ("/continue", "ok"),
        ("/endless-body", "ok"), ("/bad-chunks", "ok"), ("/short-body", "ok"),
        ("/302", "ok"), ("/accepted", "ok"), ("/no-content-length", "ok"),
        ("/301", "moved"), ("/308-chain", "moved"), ("/301-302", "moved"),
        ("/403", "unreachable: it refuses to answer (403)"),
        ("/404", "unreachable: there is no such page (404)"),
        ("/410", "unreachable: the page is gone (410)"),
        ("/500", "unreachable: the server failed (500)"),
        ("/418", "unreachable: it answers with status 418"),
        ("/wait-long", "wait: its server asks to be left alone for 1h"),
        ("/429", "wait: its server gets too many requests (429)"),
        ("/loop", "unreachable: its redirects go round in a circle"),
        ("/self", "unreachable: its redirects go round in a circle"),
        ("/many/0", "unreachable: it redirects too often"),
        ("/nowhere", "unreachable: it redirects without saying where to"),
        ("/bad-location", "unreachable: it redirects without saying where to"),
        ("/mailto", "unreachable: it redirects to 'mailto:'"),
        ("/silent", "unreachable: it did not answer in time"),
        ("/slow-head", "unreachable: it did not answer in time"),
        ("/reset", "unreachable: the connection was closed before the answer"),
        ("/closed", "unreachable: the connection was closed before the answer"),
        ("/not-http", "unreachable: what it answers is not HTTP"),
        ("/endless-headers", "unreachable: what it answers is not HTTP"),
        ("/to-private", "refused: 10.0.0.1 is not an address of the public Internet"),
        ("/to-metadata", "refused: 169.254.169.254 is not an address of the public Internet"),
        ("/to-octal", "refused: 10.0.0.1 is not an address of the public Internet"),
        ("/to-mapped", "refused: ::ffff:7f00:1 is not an address of the public Internet"),
        ("/to-ssh", "refused: port 22 is of another service"),
        ("/to-password", "refused: it holds a user's name or password"),
    ]

    @Test(arguments: behaviours)
    func everyBehaviourEndsInItsState(_ path: String, _ expected: String) async throws {
        let server = try await LoopbackServer { Self.answer($0) }
        var probing = try Probing()
        probing.check.settings.accept = [999...999]
        if path == "/wait-date" || path == "/wait-seconds" || path == "/503-wait" {
            probing.check.limits?.longestWait = .seconds(3)
        }
        #expect(try await probing.outcome(of: server.origin + path) == expected)
    }

    private static func answer(_ request: ServerRequest) -> ServerReply {
        switch request.path {
        case "/ok", "/end": .status(200, body: "<p>x")
        case "/204": .raw("HTTP/1.1 204 X\r\n\r\n")
        case "/accepted": .status(999)
        case "/no-content-length": .raw("HTTP/1.0 200 X\r\n\r\nuntil the end")
        case "/continue": .raw("HTTP/1.1 103 X\r\nLink: </a>\r\n\r\nHTTP/1.1 200 X\r\n\r\n")
        case "/head-refused": .status(request.isHEAD ? 405 : 200)
        case "/head-404": .status(request.isHEAD ? 404 : 200)
        case "/head-reset": request.isHEAD ? ServerReply(parts: [.reset]) : .status(200)
        case "/500-then-200": .status(request.earlier < 3 ? 500 : 200)
        case "/reset-then-200":
            request.earlier < 2 ? ServerReply(parts: [.reset]) : .status(200)
        case let path where path.hasPrefix("/wait") || path.contains("503"):
            waiting(request)
        case "/429": .status(429)
        case "/endless-body", "/bad-chunks", "/short-body": body(request)
        case let path where Int(path.dropFirst()) != nil && path != "/301" && path != "/302":
            .status(Int(path.dropFirst()) ?? 200)
        case "/silent": .silence
        case "/slow-head":
            ServerReply(parts: [.bytes("HTTP/1.1 200 X\r\nA: "), .endless("x", .milliseconds(50))])
        case "/reset": ServerReply(parts: [.reset])
        case "/closed": .raw("")
        case "/not-http": .raw("220 mail.example ESMTP\r\n")
        case "/endless-headers":
            ServerReply(parts: [
                .bytes("HTTP/1.1 200 X\r\n"),
                .endless(String(repeating: "X-A: b\r\n", count: 1000), .nanoseconds(1)),
            ])
        default: redirect(request)
        }
    }

    /// Servers that ask to be left alone, the first time.
    private static func waiting(_ request: ServerRequest) -> ServerReply {
        guard request.earlier == 0 || request.path == "/wait-long" else { return .status(200) }
        return switch request.path {
        case "/wait-seconds": .status(429, "Retry-After: 1")
        case "/wait-date":
            .status(
                429, "Date: Thu, 15 Jan 2026 00:00:00 GMT",
                "Retry-After: Thu, 15 Jan 2026 00:00:01 GMT")
        case "/503-wait": .status(503, "Retry-After: 1")
        default: .status(429, "Retry-After: 3600")
        }
    }

    /// Bodies that nobody asked for are none of a link's business.
    private static func body(_ request: ServerRequest) -> ServerReply {
        if request.isHEAD { return .status(405) }
        return switch request.path {
        case "/endless-body":
            ServerReply(parts: [
                .bytes("HTTP/1.1 200 X\r\nContent-Type: text/html\r\n\r\n"),
                .endless(String(repeating: "x", count: 10_000), .nanoseconds(1)),
            ])
        case "/bad-chunks":
            .raw("HTTP/1.1 200 X\r\nTransfer-Encoding: chunked\r\n\r\nzzz\r\nx\r\n")
        default: .raw("HTTP/1.1 200 X\r\nContent-Length: 100\r\n\r\nx")
        }
    }

    private static func redirect(_ request: ServerRequest) -> ServerReply {
        switch request.path {
        case "/301": .redirect(301, to: "end")
        case "/302": .redirect(302, to: "/end")
        case "/308-chain": .redirect(308, to: "/301")
        case "/301-302": .redirect(301, to: "/302")
        case "/loop": .redirect(302, to: "/loop2")
        case "/loop2": .redirect(302, to: "/loop")
        case "/self": .redirect(301, to: "/self")
        case "/nowhere": .status(301)
        case "/bad-location": .redirect(301, to: "http://")
        case "/mailto": .redirect(302, to: "mailto:a@example.jp")
        case "/to-private": .redirect(302, to: "http://10.0.0.1/")
        case "/to-metadata": .redirect(307, to: "//169.254.169.254/latest/meta-data/")
        case "/to-octal": .redirect(302, to: "http://012.0.0.1/")
        case "/to-mapped": .redirect(302, to: "http://[::ffff:127.0.0.1]/")
        case "/to-ssh": .redirect(302, to: "http://127.0.0.1:22/")
        case "/to-password": .redirect(302, to: "http://a:b@127.0.0.1/")
        case let path where path.hasPrefix("/many/"):
            .redirect(302, to: "/many/\((Int(path.dropFirst(6)) ?? 0) + 1)")
        default: .status(404)
        }
    }

    @Test func asksWithHEADFirstAndWithGETWhereThatIsRefused() async throws {
        let server = try await LoopbackServer { .status($0.isHEAD ? 403 : 200) }
        let other = try await LoopbackServer { _ in .status(200) }
        let probing = try Probing()
        _ = try await probing.run([server.origin + "/a", other.origin + "/a"])
        #expect(server.requests == ["HEAD /a", "GET /a"])
        #expect(other.requests == ["HEAD /a"])
    }

    @Test func aHostThatRefusesHEADIsAskedWithGETFromThenOn() async throws {
        let server = try await LoopbackServer { .status($0.isHEAD ? 405 : 200) }
        var probing = try Probing()
        probing.check.settings.hostConcurrency = 1
        _ = try await probing.run(["/a", "/b", "/c"].map { server.origin + $0 })
        #expect(server.requests == ["HEAD /a", "GET /a", "GET /b", "GET /c"])
    }

    @Test func saysWhoAsksAndSendsNothingOfTheUser() async throws {
        let server = try await LoopbackServer { _ in .status(200, "Set-Cookie: a=b; Path=/") }
        let probing = try Probing()
        _ = try await probing.run([server.origin + "/a", server.origin + "/b"])
        let heads = server.asked.map { $0.head.lowercased() }
        #expect(heads.count == 2)
        for head in heads {
            #expect(head.contains("user-agent: hakusho/0 (+https://www.example.jp/)"))
            #expect(!head.contains("cookie") && !head.contains("authorization"))
            #expect(!head.contains("referer"))
        }
    }

    @Test func oneAddressIsAskedOnceHoweverManyLinksLeadToIt() async throws {
        let server = try await LoopbackServer { _ in
            .status(200, body: "<a name=x></a><p id='b'>")
        }
        let probing = try Probing()
        let links = ["/p", "/p#x", "/p#b", "/p#missing", "/p#missing"].map { server.origin + $0 }
        let result = try await probing.run(links)
        #expect(server.requests == ["GET /p"])
        #expect(result.summary.links == [.ok: 3, .unreachable: 2])
        #expect(
            result.diagnostics.map(\.span?.range?.lowerBound).sorted { $0 ?? 0 < $1 ?? 0 } == [
                30, 40,
            ])
    }

    @Test func afterThreeLinksOfADeadHostTheRestIsNotAsked() async throws {
        var probing = try Probing()
        probing.check.settings.hostConcurrency = 1
        let server = try await LoopbackServer { _ in .status(200) }
        let port = server.port
        // A port that was just free and is closed again.
        let closed = try await LoopbackServer { _ in .status(200) }.port
        let links = (0..<50).map { "http://127.0.0.1:\(closed)/\($0)" }
        let result = try await probing.run(links + ["http://127.0.0.1:\(port)/"])
        #expect(result.summary.links == [.unreachable: 50, .ok: 1])
    }

    @Test func aRedirectThatLosesEncryptionIsAWarning() async throws {
        let certificate = try await TestCertificate(for: "IP:127.0.0.1")
        let plain = try await LoopbackServer { _ in .status(200) }
        let origin = plain.origin
        let secure = try await LoopbackServer(tls: certificate.context) { _ in
            .redirect(302, to: origin + "/")
        }
        var probing = try Probing()
        probing.check.trusted = certificate.path
        let result = try await probing.run([secure.origin])
        #expect(result.diagnostics.map(\.code) == ["link.external-downgraded"])
        #expect(result.diagnostics.map(\.severity) == [.warning])
    }

    @Test func aPermanentRedirectIsANoteWithTheNewAddressAndTheFragment() async throws {
        let server = try await LoopbackServer { request in
            request.path == "/old" ? .redirect(301, to: "/new") : .status(200, body: "<p id=x>")
        }
        var probing = try Probing()
        let old = server.origin + "/old#x"
        let text = "See [it](\(old)) there."
        probing.check.source = { _ in Array(text.utf8) }
        let span = SourceSpan(file: "a.md", range: 4..<text.utf8.count - 7)
        let result = try await probing.check.run(
            [.init(old, at: span, outputs: 1)], version: "0", progress: { _, _ in })
        let diagnostic = try #require(result.diagnostics.first)
        #expect(diagnostic.code == "link.external-moved" && diagnostic.severity == .note)
        let edit = try #require(diagnostic.edits.first)
        #expect(edit.text == server.origin + "/new#x")
        #expect(edit.place == .bytes(9..<9 + old.utf8.count))
    }
}
