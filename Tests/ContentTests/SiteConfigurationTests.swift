import Building
import Core
import SiteFixtures
import TestSupport
import Testing

@testable import Content

@Suite struct SiteConfigurationTests {
    /// The findings of a site.yml that has a title, a URL and these lines.
    private func findings(_ lines: String) -> [String] {
        let text = "title: Example\nurl: https://www.example.jp/\n" + lines
        let bytes = Array(text.utf8)
        let (_, found) = SiteConfiguration.read(bytes, file: "Content/site.yml")
        return found.inReportingOrder().map { finding in
            let range = finding.span?.range ?? 0..<0
            let position = LineIndex(bytes).position(of: range.lowerBound)
            return "\(finding.code) \(position.line - 2):\(position.column)"
        }
    }

    /// Lines after title and URL, and what is wrong: code, line, column.
    @Test(arguments: [
        ("languages: ja", "yaml.wrong-type 1:12"),
        ("languages: [japanese]", "config.bad-language 1:13"),
        ("languages: [ja, ja]", "config.repeated-value 1:17"),
        ("languages: [ja-JP-x]", "config.bad-language 1:13"),
        ("timezone: JST", "config.bad-timezone 1:11"),
        ("description: [a]", "yaml.wrong-type 1:14"),
        ("organization: [a]", "yaml.wrong-type 1:15"),
        ("theme: [a]", "yaml.wrong-type 1:8"),
        ("navigation: a.md", "yaml.wrong-type 1:13"),
        ("navigation:\n  - a.md", "yaml.wrong-type 2:5"),
        ("navigation:\n  - {pages: a.md}", "yaml.unknown-key 2:6"),
        ("navigation:\n  - {url: https://a.example/}", "yaml.missing-key 2:5"),
        ("footer_navigation:\n  - {title: a}", "yaml.missing-key 2:5"),
        ("taxonomies: [authors]", "yaml.unknown-value 1:14"),
        ("page_size: 0", "config.not-positive 1:12"),
        ("page_size: many", "yaml.wrong-type 1:12"),
        ("keep: 0", "config.not-positive 1:7"), ("keep: -1", "config.not-positive 1:7"),
        ("navigation:\n  - {url: \"javascript:x\", title: a}", "config.bad-navigation-url 2:11"),
        ("footer_navigation:\n  - {url: //b.example, title: a}", "config.bad-navigation-url 2:11"),
        ("outputs: {}", "config.no-outputs 1:10"),
        ("outputs:\n  ../x: {clearance: a}", "config.bad-output 2:3"),
        ("outputs: [public]", "yaml.wrong-type 1:10"),
        ("outputs:\n  Public: {clearance: a}", "config.bad-output 2:3"),
        ("outputs:\n  public: {}", "yaml.missing-key 2:11"),
        ("outputs:\n  public: {clearance: a, colour: b}", "yaml.unknown-key 2:26"),
        ("collections: [a]", "yaml.wrong-type 1:14"),
        ("collections:\n  n: {sort: size}", "yaml.unknown-value 2:13"),
        ("collections:\n  n: {feed: yes}", "yaml.wrong-type 2:13"),
        ("collections:\n  n: {fields: {title: {type: string}}}", "config.reserved-field 2:16"),
        ("collections:\n  n: {fields: {k: {}}}", "yaml.missing-key 2:19"),
        ("collections:\n  n: {fields: {k: {type: text}}}", "yaml.unknown-value 2:26"),
        ("collections:\n  n: {fields: {k: {type: enum}}}", "yaml.missing-key 2:19"),
        ("colour: red", "yaml.unknown-key 1:1"), ("titel: x", "yaml.unknown-key 1:1"),
    ])
    func eachKeyThatIsWrongIsReportedWhereItStands(lines: String, finding: String) {
        // An entry without a page is missing one thing or the other.
        let expected =
            lines.contains("pages: a.md")
            ? ["yaml.missing-key 2:5", finding] : [finding]
        #expect(findings(lines) == expected)
    }

    @Test(arguments: [
        "www.example.jp", "ftp://www.example.jp/", "https:///", "https://", "https://日本.jp/",
        "https://www.example.jp/?a", "https://www.example.jp/#a", "https://a b/",
    ])
    func aURLThatIsNoSiteIsRefused(url: String) {
        let bytes = Array("title: Example\nurl: \"\(url)\"\n".utf8)
        let (_, found) = SiteConfiguration.read(bytes, file: "Content/site.yml")
        #expect(found.map(\.code) == ["config.bad-url"])
    }

    @Test func whatIsMissingIsReportedTogether() {
        let (_, found) = SiteConfiguration.read(Array("keep: 0\n".utf8), file: "Content/site.yml")
        #expect(
            found.inReportingOrder().map(\.code).sorted()
                == ["config.not-positive", "yaml.missing-key", "yaml.missing-key"])
    }

    @Test func moreOutputsThanSetsCanHoldAreRefused() {
        let lines = (0...64).map { "  o\($0): {clearance: public}\n" }.joined()
        #expect(findings("outputs:\n" + lines) == ["config.too-many-outputs 2:3"])
    }

    @Test(arguments: [
        ("https://www.example.jp", "/", "https://www.example.jp"),
        ("https://www.example.jp/docs", "/docs/", "https://www.example.jp"),
        ("http://localhost:8000/a/b/", "/a/b/", "http://localhost:8000"),
    ])
    func theBasePathAndTheOriginComeFromTheURL(url: String, base: String, origin: String) throws {
        let (site, found) = SiteConfiguration.read(
            Array("title: Example\nurl: \(url)\n".utf8), file: "Content/site.yml")
        #expect(found.isEmpty)
        #expect(site?.basePath == base)
        #expect(site?.origin == origin)
    }

    @Test func everyKeyOfTheDesignIsRead() throws {
        let text = """
            title: {ja: 情報CMS, en: infoCMS}
            description: {ja: 説明, en: About}
            url: https://www.example.jp/
            languages: [ja, en]
            timezone: "+00:00"
            organization: 会社
            theme: plain
            navigation:
              - {page: product/index.md, title: {ja: 製品, en: Product}}
              - {url: https://a.example/, title: 他}
            footer_navigation: [{page: policies/privacy.md}]
            taxonomies: [tags]
            page_size: 7
            outputs:
              public: {clearance: public}
              staff: {clearance: internal, handling: [no-print]}
            collections:
              notices:
                title: {ja: お知らせ, en: Notices}
                feed: true
                sort: date
                fields:
                  kind: {type: enum, values: [a, b], required: true, title: {ja: 種別}}
                  related: {type: reference}
            security_txt:
              contact: [mailto:security@example.jp, "https://www.example.jp/contact/"]
              expires: 2027-03-31T00:00:00+09:00
              policy: https://www.example.jp/policy/
              encryption: [https://www.example.jp/key.txt]
              preferred_languages: [ja, en]
            keep: 5
            """
        let (site, found) = SiteConfiguration.read(Array(text.utf8), file: "Content/site.yml")
        #expect(found.map(\.message.en) == [])
        let read = try #require(site)
        #expect(read.title.text(in: "en") == "infoCMS")
        #expect(read.languages == ["ja", "en"])
        #expect(read.zone == .utc)
        #expect(read.theme?.value == "plain")
        #expect(read.navigation.count == 2)
        #expect(read.footerNavigation.count == 1)
        #expect(read.pageSize == 7)
        #expect(read.outputs.map(\.id) == ["public", "staff"])
        #expect(read.outputs[1].handling.map(\.value) == ["no-print"])
        #expect(read.collections[0].fields.map(\.kind) == [.oneOf, .reference])
        #expect(read.collections[0].hasFeed)
        #expect(read.securityContact?.contacts.count == 2)
        #expect(read.securityContact?.encryption.map(\.value) == ["https://www.example.jp/key.txt"])
        #expect(read.keep == 5)
    }

    /// Lines of `security_txt` (RFC 9116, section 2.5), and what is wrong.
    @Test(arguments: [
        ("contact: [mailto:a@b.jp]", ["security-txt.no-expiry 2:3"]),
        ("expires: 2027-01-01T00:00:00Z", ["security-txt.no-contact 2:3"]),
        ("expires: 2027-01-01T00:00:00Z\n  contact: []", ["security-txt.no-contact 3:3"]),
        ("expires: 2027-01-01T00:00:00Z\n  contact: [a@b.jp]", ["security-txt.bad-contact 3:13"]),
        (
            "expires: 2027-01-01T00:00:00Z\n  contact: [http://b.jp/]",
            ["security-txt.bad-contact 3:13"]
        ),
        ("contact: [mailto:a@b.jp]\n  expires: soon", ["yaml.bad-date 3:12"]),
        (
            "contact: [mailto:a@b.jp]\n  expires: 2027-01-01\n  policy: http://b.jp/",
            ["security-txt.bad-link 4:11"]
        ),
        (
            "contact: [mailto:a@b.jp]\n  expires: 2027-01-01\n  hiring: [https://b.jp/, jobs]",
            ["security-txt.bad-link 4:27"]
        ),
        ("contact: [mailto:a@b.jp]\n  expires: 2027-01-01\n  phone: 1", ["yaml.unknown-key 4:3"]),
    ])
    func securityTxtHasWhatRFC9116Requires(lines: String, expected: [String]) {
        #expect(findings("security_txt:\n  " + lines) == expected)
    }

    @Test(arguments: [
        ("from: /a/\nto: /b/", "yaml.wrong-type"), ("- /a/", "yaml.wrong-type"),
        ("- {from: a/, to: /b/}", "config.redirect-not-below-root"),
        ("- {from: /a/}", "yaml.missing-key"), ("- {to: /a/}", "yaml.missing-key"),
        ("- {from: /a/, gone: false}", "yaml.missing-key"),
        ("- {from: /a/, gone: maybe, to: /b/}", "yaml.wrong-type"),
        ("- {from: /a/, too: /b/, to: /c/}", "yaml.unknown-key"),
    ])
    func eachRedirectThatIsWrongIsReported(yaml: String, code: String) {
        let (_, found) = Redirects.read(Array(yaml.utf8), file: "Content/redirects.yml")
        #expect(Set(found.map(\.code)) == [code])
    }
}
