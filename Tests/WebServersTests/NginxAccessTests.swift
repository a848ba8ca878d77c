import Foundation
import TestSupport
import Testing

/// Who gets what from a real nginx.
@Suite(.timeLimit(.minutes(5)), .enabled(if: loopbackHasManyAddresses)) struct NginxAccessTests {
    /// What an allowed reader is answered, for one path of each kind.
    static let kinds = [
        ("/", 200), ("/guide/start/", 200), ("/guide", 301), ("/old/", 301), ("/gone/", 410),
        ("/missing/", 404), ("/.git/config", 404), ("/404.html", 404), ("/robots.txt", 200),
        ("/uploads/a.csv", 200), ("/.well-known/security.txt", 200),
    ]

    @Test func anAllowedAddressIsServedAndAnotherIsToldNothing() async throws {
        let site = try await ServedSite()
        var refusals = Set<String>()
        for (path, status) in Self.kinds {
            #expect(try await site.get(path).status == status, "\(path)")
            let refused = try await site.get(path, from: "127.0.0.2")
            #expect(refused.status == 403, "\(path)")
            refusals.insert(refused.body)
        }
        #expect(try await site.get("/guide/start/").body.contains("会員だけの文"))
        // Nobody can tell a page that exists from one that does not.
        #expect(refusals.count == 1)
    }

    @Test func anAddressAndAPasswordAreBothNeeded() async throws {
        let site = try await ServedSite(
            access: """
                allow: [127.0.0.1]
                basic_auth: {file: FOLDER/htpasswd, realm: Members only}
                """)
        let password = ["-u", "reader:secret"]
        for (path, status) in Self.kinds {
            let asked = try await site.get(path)
            #expect(asked.status == 401, "\(path)")
            #expect(asked["www-authenticate"] == "Basic realm=\"Members only\"")
            #expect(!asked.body.contains("会員だけの文"))
            #expect(try await site.get(path, password).status == status, "\(path)")
            #expect(try await site.get(path, from: "127.0.0.2", password).status == 403)
        }
        #expect(try await site.get("/", ["-u", "reader:wrong"]).status == 401)
        #expect(try await site.get("/", ["-u", "other:secret"]).status == 401)
    }

    @Test func eitherIsEnoughWhereThatIsWrittenOut() async throws {
        let site = try await ServedSite(
            access: """
                allow: [127.0.0.1]
                basic_auth: {file: FOLDER/htpasswd}
                satisfy: any
                """)
        #expect(try await site.get("/guide/start/").status == 200)
        let other = "127.0.0.2"
        #expect(try await site.get("/guide/start/", from: other).status == 401)
        let password = ["-u", "reader:secret"]
        #expect(try await site.get("/guide/start/", from: other, password).status == 200)
        #expect(try await site.get("/old/", from: other).status == 401)
    }

    @Test func onlyATrustedProxySaysWhereAReaderIs() async throws {
        let site = try await ServedSite(
            access: """
                allow: [192.0.2.0/24]
                trusted_proxies: [127.0.0.3]
                """)
        func status(from address: String, saying forwarded: String) async throws -> Int {
            try await site.get("/", from: address, ["-H", "X-Forwarded-For: \(forwarded)"]).status
        }
        #expect(try await status(from: "127.0.0.3", saying: "192.0.2.7") == 200)
        #expect(try await status(from: "127.0.0.3", saying: "198.51.100.7") == 403)
        #expect(try await status(from: "127.0.0.2", saying: "192.0.2.7") == 403)
        // What the reader said before the proxy added the true address counts for nothing.
        #expect(try await status(from: "127.0.0.3", saying: "192.0.2.7, 198.51.100.7") == 403)
        #expect(try await status(from: "127.0.0.3", saying: "198.51.100.7, 192.0.2.7") == 200)
    }

    @Test func nothingOutsideTheOutputIsWithinReach() async throws {
        let site = try await ServedSite()
        let tree = site.project.folder.url(of: "Site/current/members").resolvingSymlinksInPath()
        let files = FileManager.default
        for (link, target) in [
            ("leak.html", "../staff/secret/index.html"), ("leak", "../staff/secret"),
            ("passwords.txt", site.project.folder.url(of: "htpasswd").path),
        ] {
            try files.createSymbolicLink(
                atPath: tree.appending(path: link).path, withDestinationPath: target)
        }
        for path in [".htaccess", ".git/config", "guide/.env", ".well-known/.secret"] {
            let place = tree.appending(path: path)
            try files.createDirectory(
                at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data("HIDDEN STAFF-ONLY".utf8).write(to: place)
        }
        for path in Self.hostilePaths {
            let answer = try await site.get(path)
            #expect([400, 404].contains(answer.status), "\(path): \(answer.status)")
            #expect(!answer.body.contains("STAFF-ONLY"), "\(path)")
            #expect(!answer.body.contains("apr1"), "\(path)")
            #expect(answer.values("x-injected").isEmpty, "\(path)")
        }
        #expect(try await site.get("//guide//start//").status == 200)
        #expect(try await site.get("/x/../guide/start/").status == 200)
    }

    private static let hostilePaths = [
        "/../staff/index.html", "/../../../../../../etc/passwd", "/%2e%2e/staff/index.html",
        "/..%2fstaff/index.html", "/guide/..%2f..%2fstaff/index.html", "/.%2e/staff/",
        "/guide/../../staff/secret/", "/members/../staff/secret/index.html", "/staff/secret/",
        "/secret/", "/secret/index.html", "/..\\staff\\secret\\index.html", "/..%5cstaff%5csecret/",
        "/guide%00.html", "/%00", "/..;/staff/", "/guide..%2fstaff", "/uploads../staff/secret/",
        "/assets../../staff/secret/", "/uploads/..%2f..%2fstaff/secret/index.html", "//etc/passwd",
        "/%252e%252e/staff/", "/.%00./staff/", "/leak.html", "/leak/", "/leak/index.html", "/leak",
        "/passwords.txt", "/.htaccess", "/.git/config", "/guide/.env", "/%2egit/config",
        "/.well-known/.secret", "/.moved/old/", "/guide/start/%0d%0aX-Injected:%20x",
        "/guide%0d%0aX-Injected:%20x", "/old/%0d%0aX-Injected:%20x", "/assets/", "/uploads/",
        "/uploads", "/manifest.json", "/../manifest.json",
    ]

    @Test func eachOutputOfOneFileHasItsOwnPagesOnly() async throws {
        let site = try await ServedSite(outputs: ["members", "staff"])
        #expect(try await site.get("/secret/").status == 404)
        let staff = try await site.get("/secret/", host: "staff.example.jp")
        #expect(staff.status == 200)
        #expect(staff.body.contains("STAFF-ONLY"))
        let refused = try await site.get("/secret/", from: "127.0.0.2", host: "staff.example.jp")
        #expect(refused.status == 403)
    }

    @Test func aNameThatIsNotTheServersGetsNoAnswer() async throws {
        let site = try await ServedSite()
        #expect(try await site.get("/", host: "other.example.jp").status == 0)
        #expect(try await site.get("/", host: "other.example.jp", scheme: "http").status == 0)
        #expect(try await site.get("/", ["-H", "Host: evil.example"]).status == 0)
        #expect(try await site.get("/", ["-H", "Host: MEMBERS.example.jp."]).status == 200)
    }
}

/// Whether any address from 127.0.0.0/8 can be used at once, as on Linux.
let loopbackHasManyAddresses: Bool = {
    #if os(Linux)
        true
    #else
        false
    #endif
}()
