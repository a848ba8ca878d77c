import Core
import Testing

@testable import Content

/// `access` in site.yml.
@Suite struct AccessRulesTests {
    private static let tls = "tls: {certificate: /etc/c.pem, key: /etc/k.pem}"

    /// Reads a site.yml with these lines below `access`, each indented by two.
    private func read(_ lines: String) -> (bytes: [UInt8], SiteConfiguration?, [Diagnostic]) {
        let text = """
            title: Example
            url: https://www.example.jp:8443/base/
            outputs:
              public: {clearance: public}
              members: {clearance: members}
            access:
              \(lines.split(separator: "\n").joined(separator: "\n  "))

            """
        let bytes = Array(text.utf8)
        let (site, found) = SiteConfiguration.read(bytes, file: "Content/site.yml")
        return (bytes, site, found)
    }

    private func entry(_ lines: String) -> AccessRules? {
        let (_, site, found) = read(lines)
        #expect(found.map(\.code) == [])
        return site?.access.first
    }

    @Test func whatIsNotWrittenHasASafeDefault() throws {
        let rules = try #require(entry("members: {\(Self.tls)}"))
        #expect(rules.serverNames == ["www.example.jp"])
        #expect(rules.root == nil)
        #expect(rules.satisfaction.value == .all)
        #expect(rules.tls?.strictTransport == .seconds(31_536_000))
        #expect(rules.listen.map(\.description) == ["443", "[::]:443"])
        #expect(rules.redirectListen.map(\.description) == ["80", "[::]:80"])
        #expect(rules.trustedProxies.isEmpty)
    }

    @Test func everyKeyIsRead() throws {
        let rules = try #require(
            entry(
                """
                members:
                  server_name: [Members.Example.JP, m.example.jp, members.example.jp]
                  root: /srv/会員/members/
                  allow: [192.0.2.0/24, "2001:db8::/32", 198.51.100.7]
                  basic_auth: {file: /etc/nginx/m.htpasswd, realm: Members only}
                  satisfy: any
                  tls: {certificate: /etc/c.pem, key: /etc/k.pem, hsts_max_age: 30d}
                  listen: {https: ["192.0.2.1:8443", "[2001:db8::1]:8443"], http: []}
                  trusted_proxies: [203.0.113.9]
                """))
        #expect(rules.serverNames == ["members.example.jp", "m.example.jp"])
        #expect(rules.root?.value == "/srv/会員/members")
        #expect(
            rules.allow.map(\.value.description) == [
                "192.0.2.0/24", "2001:db8::/32", "198.51.100.7",
            ])
        #expect(rules.authentication?.file.value == "/etc/nginx/m.htpasswd")
        #expect(rules.authentication?.realm == "Members only")
        #expect(rules.satisfaction.value == .any)
        #expect(rules.tls?.strictTransport == .seconds(30 * 86_400))
        #expect(
            rules.listen.map(\.description) == ["192.0.2.1:8443", "[2001:db8::1]:8443"])
        #expect(rules.redirectListen.isEmpty)
        #expect(rules.trustedProxies.map(\.value.description) == ["203.0.113.9"])
    }

    @Test func withoutTLSTheSiteIsWhereHTTPIs() throws {
        let rules = try #require(entry("public: {tls: off, listen: {http: [8080]}}"))
        #expect(rules.tls == nil)
        #expect(rules.listen.map(\.description) == ["8080"])
        #expect(rules.redirectListen.isEmpty)
        #expect(rules.remarks(isForEverybody: true).map(\.code) == ["access.tls-off"])
    }

    /// What stands in the entry of `members` besides TLS, the code, and the source it points to.
    @Test(arguments: [
        ("allow: [192.0.2.7/24]", "access.host-bits", "192.0.2.7/24"),
        ("allow: [\"2001:db8::1/32\"]", "access.host-bits", "\"2001:db8::1/32\""),
        ("allow: [192.0.2.0/33]", "config.bad-address-block", "192.0.2.0/33"),
        ("allow: [all]", "config.bad-address-block", "all"),
        ("allow: [192.0.2.1; allow all]", "config.bad-address-block", "192.0.2.1; allow all"),
        ("trusted_proxies: [0.0.0.0/0]", "access.trusts-everybody", "0.0.0.0/0"),
        ("server_name: [a_b.example.jp]", "access.bad-server-name", "a_b.example.jp"),
        ("server_name: [会員.example.jp]", "access.bad-server-name", "会員.example.jp"),
        ("server_name: [\"a;b\"]", "access.bad-server-name", "\"a;b\""),
        ("server_name: [\"$host\"]", "access.bad-server-name", "\"$host\""),
        ("server_name: [\"~.*\"]", "access.bad-server-name", "\"~.*\""),
        ("server_name: \"a\\nb\"", "access.bad-server-name", "\"a\\nb\""),
        ("server_name: -a.example.jp", "access.bad-server-name", "-a.example.jp"),
        ("root: Site/current/members", "access.bad-path", "Site/current/members"),
        ("root: /srv/../etc", "access.bad-path", "/srv/../etc"),
        ("root: /", "access.bad-path", "/"),
        ("root: \"/srv/$host\"", "access.bad-path", "\"/srv/$host\""),
        ("root: \"/srv\\n\"", "access.bad-path", "\"/srv\\n\""),
        ("basic_auth: {}", "yaml.missing-key", "{"),
        ("basic_auth: {file: m.htpasswd}", "access.bad-path", "m.htpasswd"),
        ("basic_auth: {file: /a, realm: off}", "access.bad-realm", "off"),
        ("basic_auth: {file: /a, realm: 会員}", "access.bad-realm", "会員"),
        ("basic_auth: {file: /a, realm: 'x\"y'}", "access.bad-realm", "'x\"y'"),
        ("satisfy: one", "yaml.unknown-value", "one"),
        ("listen: {https: [0]}", "access.bad-listen", "0"),
        ("listen: {https: [65536]}", "access.bad-listen", "65536"),
        (
            "listen: {https: [\"443 default_server\"]}", "access.bad-listen",
            "\"443 default_server\""
        ),
        ("listen: {https: [\"2001:db8::1\"]}", "access.bad-listen", "\"2001:db8::1\""),
        ("listen: {https: [\"unix:/a\"]}", "access.bad-listen", "\"unix:/a\""),
        ("listen: {https: []}", "access.listens-nowhere", "{"),
        ("colour: red", "yaml.unknown-key", "colour"),
    ])
    func eachMistakeIsReportedWhereItStands(line: String, code: String, source: String) throws {
        let (bytes, site, found) = read("members: {\(Self.tls), \(line)}")
        let first = try #require(found.first { $0.code == code }, "\(found.map(\.code))")
        #expect(found.filter { $0.code != "access.listens-nowhere" || code == $0.code }.count == 1)
        let range = try #require(first.span?.range)
        #expect(String(decoding: bytes[range], as: UTF8.self) == source)
        #expect(site?.access.isEmpty == true)
    }

    @Test(arguments: [
        ("members: {}", "access.no-certificate"), ("members: {tls: no}", "access.bad-tls"),
        ("members: {tls: \"off\"}", "access.bad-tls"), ("members: {tls: [a]}", "access.bad-tls"),
        ("members: {tls: {certificate: /c}}", "yaml.missing-key"),
        ("members: {tls: {certificate: c, key: /k}}", "access.bad-path"),
        ("members: {tls: {certificate: /c, key: /k, hsts_max_age: 1}}", "config.bad-duration"),
        ("member: {tls: off}", "access.unknown-output"),
    ])
    func tlsIsLeftOutOnlyInSoManyWords(lines: String, code: String) {
        #expect(read(lines).2.map(\.code) == [code])
    }

    @Test func fixesSayWhatToWrite() {
        let network = read("members: {\(Self.tls), allow: [192.0.2.7/25]}").2.first
        #expect(network?.fix == .replace(with: "192.0.2.0/25"))
        let output = read("member: {\(Self.tls)}").2.first
        #expect(output?.fix == .replace(with: "members"))
    }

    @Test func twoOutputsMayNotShareNameAndPort() {
        let both = "public: {\(Self.tls)}\nmembers: {\(Self.tls), "
        #expect(read(both + "allow: [192.0.2.1]}").2.map(\.code) == ["access.shared-name"])
        #expect(read(both + "server_name: m.example.jp}").2.isEmpty)
        #expect(read(both + "listen: {https: [8443]}}").2.isEmpty)
    }

    @Test(arguments: [
        ("", ["access.unrestricted"]), ("allow: []", ["access.unrestricted"]),
        ("allow: [0.0.0.0/0]", ["access.open-to-all"]),
        ("allow: [192.0.2.1, \"::/0\"]", ["access.open-to-all"]),
        ("allow: [192.0.2.1]", []), ("basic_auth: {file: /a}", []),
        ("allow: [192.0.2.1], satisfy: any", ["access.satisfy-alone"]),
        ("basic_auth: {file: /a}, satisfy: any", ["access.satisfy-alone"]),
        ("allow: [192.0.2.1], basic_auth: {file: /a}, satisfy: any", []),
    ])
    func whatIsNotForEverybodyNeedsARestriction(line: String, codes: [String]) throws {
        let rules = try #require(entry("members: {\(Self.tls), \(line)}"))
        #expect(rules.check(isForEverybody: false).map(\.code) == codes)
    }

    @Test func aPublicOutputNeedsNone() throws {
        let rules = try #require(entry("public: {\(Self.tls)}"))
        #expect(rules.check(isForEverybody: true).isEmpty)
        #expect(rules.remarks(isForEverybody: true).isEmpty)
    }

    @Test func aVeryLargeNetworkIsRemarkedOn() throws {
        let rules = try #require(
            entry("members: {\(Self.tls), allow: [0.0.0.0/1, 10.0.0.0/8, \"2000::/3\"]}"))
        let found = rules.remarks(isForEverybody: false)
        #expect(found.map(\.code) == ["access.wide-network", "access.wide-network"])
    }

    @Test(arguments: [
        ("/srv/site", "/srv", []),
        ("/etc", "/srv", ["access.file-in-root", "access.file-in-root"]),
        ("/srv/site", "/etc", ["access.file-in-root", "access.file-in-root"]),
        ("/et", "/e", []),
    ])
    func secretsMayNotLieAmongWhatIsServed(root: String, site: String, codes: [String]) throws {
        let rules = try #require(entry("members: {\(Self.tls), allow: [192.0.2.1]}"))
        #expect(rules.exposedFiles(root: root, site: site).map(\.code) == codes)
    }
}
