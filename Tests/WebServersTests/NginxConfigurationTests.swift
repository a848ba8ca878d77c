import Content
import Core
import Links
import TestSupport
import Testing

@testable import WebServers

/// What nginx says of configurations that are seldom.
@Suite(.timeLimit(.minutes(5)), .enabled(if: loopbackHasManyAddresses))
struct NginxConfigurationTests {
    /// The server of `members` in a site with these lines below `access`.
    private func server(
        _ lines: String, root: String = "/srv/site", redirects: [ServerRedirect] = []
    ) throws -> NginxServer {
        let text = """
            title: Example
            url: https://www.example.jp/
            languages: [ja, en, zh-TW]
            outputs:
              members: {clearance: members}
            access:
              members:
                listen: {https: [], http: ["127.0.0.1:20000"]}
                \(lines.split(separator: "\n").joined(separator: "\n    "))

            """
        let (read, found) = SiteConfiguration.read(Array(text.utf8), file: "site.yml")
        #expect(found.map(\.code) == [])
        let site = try #require(read)
        return NginxServer(
            rules: try #require(site.access.first), root: root, site: site, isForEverybody: false,
            hasScripts: true, redirects: redirects)
    }

    private func test(_ servers: [NginxServer]) async throws {
        let text = String(decoding: NginxConfiguration(servers).bytes, as: UTF8.self)
        let run = try await RunningNginx.test(text)
        #expect(run.status == 0, "\(run.stderr)")
        #expect(!run.stderr.contains("[warn]"), "\(run.stderr)")
    }

    /// Whatever the reader of site.yml lets through stays within its word.
    @Test(arguments: [
        "a b", "a;b", "a{b}c", "a}b", "a\"b", "a'b", "a\\b", "a\\", "a#b", "#", "会員 フォルダー",
        "\"; deny none; \"", "'; return 200; '", "a\\\"b", "*", "~a", "a\u{00A0}b", "{", "a,b=c",
    ])
    func anOddPathStaysOneWord(name: String) async throws {
        let path = try #require(AccessRules.serverPath("/srv/\(name)"))
        let yaml = "'" + path.replacing("'", with: "''") + "'"
        let server = try server(
            "tls: off\nbasic_auth: {file: \(yaml), realm: 'Members; {only} #1'}", root: path)
        let text = String(decoding: NginxConfiguration([server]).bytes, as: UTF8.self)
        #expect(!text.contains("root \(path);") || name.utf8.allSatisfy { $0 != 0x3B })
        try await test([server])
    }

    @Test(arguments: [
        "/a b/", "/a;b/", "/a{b}/", "/a\"b/", "/a'b/", "/a\\b/", "/$host/", "/${host}/", "/~a/",
        "/default/", "/#a/", "/古い/", "/\\/", "/a\\",
    ])
    func anOddFormerURLStaysOneWord(path: String) async throws {
        let redirects = [ServerRedirect(path: path, location: "https://a.example" + path)]
        try await test([try server("tls: off\nallow: [192.0.2.1]", redirects: redirects)])
    }

    @Test(arguments: ["include", "default", "hostnames", "volatile"])
    func aHostMayHaveTheNameOfAParameter(name: String) async throws {
        try await test([
            try server("tls: off\nserver_name: \(name)\nallow: [192.0.2.1]")
        ])
        #expect(NginxToken.key(name).text == "\"\\\\\(name)\"")
    }

    /// nginx's own room for maps is 2048 buckets of 64 bytes.
    @Test func tenThousandLongFormerURLsFit() async throws {
        let redirects = (1...10_000).map { number in
            ServerRedirect(
                path: "/お知らせ/二千二十六年十一月の脆弱性に関するお知らせ-\(number)/",
                location: number % 10 == 0 ? nil : "/notices/\(number)/")
        }
        let server = try server("tls: off\nallow: [192.0.2.1]", redirects: redirects)
        try await test([server])
    }

    @Test func sizesAreLeftAloneWhereTheyDo() throws {
        let few = (1...900).map { ServerRedirect(path: "/old/\($0)/", location: "/new/\($0)/") }
        let server = try server("tls: off\nallow: [192.0.2.1]", redirects: few)
        let text = String(decoding: NginxConfiguration([server]).bytes, as: UTF8.self)
        #expect(!text.contains("map_hash"))
    }

    @Test func everyOptionIsKnownToNginx() async throws {
        try await test([
            try server(
                """
                tls: off
                server_name: [a.example.jp, b.example.jp]
                allow: [192.0.2.0/24, "2001:db8::/32", 198.51.100.1]
                basic_auth: {file: /etc/nginx/a}
                satisfy: any
                trusted_proxies: [203.0.113.0/24, "2001:db8:1::/48"]
                """)
        ])
    }

    @Test func anOutputForEverybodyMayBeKeptAndFound() throws {
        let headers = SecurityHeaders(
            isForEverybody: true, hasScripts: false, strictTransport: nil)
        #expect(headers.cacheControl == "no-cache")
        #expect(!headers.common.contains { $0.name == "X-Robots-Tag" })
        #expect(!headers.common.contains { $0.name == "Strict-Transport-Security" })
        #expect(!headers.pagePolicy.contains("script-src"))
    }
}
