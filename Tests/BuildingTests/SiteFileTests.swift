import Core
import Foundation
import SiteFixtures
import TestSupport
import Testing

@testable import Building

@Suite struct SiteFileTests {
    @Test func theSitemapListsEveryPageOnceSortedWithItsLastChange() throws {
        let site = try BuiltSite(
            page("index.md") + page("b.md", "date: 2025-01-01\nupdated: 2025-02-02\n")
                + page("a&b.md", "date: 2025-03-03T09:00:00+09:00\naliases: [/old/]\n")
                + page("責任.md") + page("d.md", "draft: true\n"))
        #expect(
            site.text("public/sitemap.xml") == """
                <?xml version="1.0" encoding="utf-8"?>
                <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
                <url><loc>https://www.example.jp/</loc></url>
                <url><loc>https://www.example.jp/a&amp;b/</loc><lastmod>2025-03-03</lastmod></url>
                <url><loc>https://www.example.jp/b/</loc><lastmod>2025-02-02</lastmod></url>
                <url><loc>https://www.example.jp/%E8%B2%AC%E4%BB%BB/</loc></url>
                </urlset>

                """)
    }

    @Test func robotsAreSentAwayFromWhatIsNotForEverybody() throws {
        let site = try BuiltSite(
            settings("outputs:\n  public: {clearance: a}\n  staff: {clearance: b}")
                + "-- Content/labels.yml --\nlevels: [{id: a}, {id: b}]\n"
                + page("index.md", "label: a\n"))
        #expect(
            site.text("public/robots.txt")
                == "User-agent: *\nAllow: /\nSitemap: https://www.example.jp/sitemap.xml\n")
        #expect(site.text("staff/robots.txt") == "User-agent: *\nDisallow: /\n")
        #expect(
            site.text("staff/index.html").contains("<meta name=\"robots\" content=\"noindex\">"))
        #expect(!site.text("public/index.html").contains("noindex"))
    }

    private let contact = """
        security_txt:
          contact: [mailto:security@example.jp, "https://contact.example.jp/"]
          expires: 2026-06-30T00:00:00+09:00
          encryption: https://contact.example.jp/key.txt
          policy: [https://contact.example.jp/policy/]
          preferred_languages: [ja, en]
        """

    @Test func securityTxtIsAsRFC9116HasIt() throws {
        let site = try BuiltSite(settings(contact) + page("index.md"))
        #expect(site.findings == [])
        #expect(
            site.text("public/.well-known/security.txt") == """
                Contact: mailto:security@example.jp
                Contact: https://contact.example.jp/
                Expires: 2026-06-30T00:00:00+09:00
                Encryption: https://contact.example.jp/key.txt
                Policy: https://contact.example.jp/policy/
                Preferred-Languages: ja, en
                Canonical: https://www.example.jp/.well-known/security.txt

                """)
    }

    @Test(
        arguments: [
            ("2026-06-29T23:59:59+09:00", "security-txt.expires-soon"),
            ("2026-06-30T00:00:00+09:00", "security-txt.expired"),
            ("2025-06-01", "security-txt.expires-late"), ("2026-01-01", nil),
        ] as [(String, String?)])
    func itsExpiryIsJudgedForTheMomentOfTheBuild(asOf: String, code: String?) throws {
        let site = try BuiltSite(settings(contact) + page("index.md"), asOf: asOf)
        #expect(site.findings == (code.map { [$0 + " Content/site.yml:5:12"] } ?? []))
    }

    @Test func everyOutputAndLanguageHasAPageForWhatIsNotThere() throws {
        let site = try BuiltSite(
            settings("languages: [ja, en]") + page("index.md") + page("index.en.md"))
        #expect(site.text("public/404.html").contains("<html lang=\"ja\">"))
        #expect(site.text("public/en/404.html").contains("<title>Page not found | Example</title>"))
    }

    @Test func withoutThemesTheDefaultThemeIsThere() throws {
        let site = try BuiltSite(page("index.md"))
        let styles = site.files.keys.filter {
            $0.hasPrefix("public/assets/") && $0.hasSuffix(".css")
        }
        #expect(styles.count == 1)
        let style = try #require(styles.first).dropFirst("public".count)
        #expect(
            site.text("public/index.html").contains("<link rel=\"stylesheet\" href=\"\(style)\">"))
        #expect(!site.text("public/index.html").contains("<script"))
    }

    @Test(
        arguments: [
            ("theme: plain", "config.no-theme Content/site.yml:3:8"), ("theme: default", nil),
        ]
            as [(String, String?)])
    func aThemeThatIsNotThereIsAnError(line: String, finding: String?) throws {
        let site = try BuiltSite(settings(line) + page("index.md"))
        #expect(site.findings == (finding.map { [$0] } ?? []))
    }
}

@Suite struct RedirectTests {
    private func site(_ redirects: String) throws -> BuiltSite {
        try BuiltSite(
            page("index.md")
                + page("a.md", "aliases: [/old/, /older.html, /oldest]\n", text: "## 責任")
                + page("d.md", "draft: true\naliases: [/was/]\n")
                + "-- Content/redirects.yml --\n\(redirects)\n")
    }

    @Test func formerURLsLeadToThePage() throws {
        let site = try site(
            "- {from: /x/, to: /a/}\n- {from: /y/, to: \"https://b.example/?q=1&r=2\"}")
        #expect(site.findings == [])
        for path in ["old/index.html", "older.html", "oldest/index.html", "x/index.html"] {
            let html = site.text("public/" + path)
            #expect(html.contains("<meta http-equiv=\"refresh\" content=\"0; url=/a/\">"))
            #expect(html.contains("<link rel=\"canonical\" href=\"https://www.example.jp/a/\">"))
        }
        #expect(site.text("public/y/index.html").contains("url=https://b.example/?q=1&amp;r=2"))
        #expect(site.files["public/was/index.html"] == nil)
        #expect(!site.text("public/sitemap.xml").contains("/old/"))
    }

    @Test func aTargetMayHaveAnAnchor() throws {
        let site = try site("- {from: /x/, to: \"/a/#責任\"}")
        #expect(site.findings == [])
        #expect(site.text("public/x/index.html").contains("href=\"/a/#責任\""))
    }

    @Test func whatIsGoneSaysSo() throws {
        let site = try site("- {from: /x/, gone: true}")
        #expect(site.findings == [])
        let html = site.text("public/x/index.html")
        #expect(html.contains("このページは公開を終了しました"))
        #expect(!html.contains("http-equiv"))
        #expect(!site.text("public/sitemap.xml").contains("/x/"))
    }

    @Test(arguments: [
        ("- {from: /x/, to: /nowhere/}", "link.redirect-target-missing 1:19"),
        ("- {from: /x/, to: a.md}", "link.redirect-target-missing 1:19"),
        ("- {from: /x/, to: \"javascript:alert(1)\"}", "link.redirect-target-missing 1:19"),
        ("- {from: /x/, to: \"/a/ b\"}", "config.redirect-bad-target 1:19"),
        ("- {from: /x/, to: \"/a/\\nX-Evil: 1\"}", "config.redirect-bad-target 1:19"),
        ("- {from: /x/, to: \"https://a.example/<b\"}", "config.redirect-bad-target 1:19"),
        ("- {from: /x/, to: \"http:///x\"}", "config.redirect-bad-target 1:19"),
        ("- {from: /x/, to: \"HTTPS://\"}", "config.redirect-bad-target 1:19"),
        ("- {from: /x/, to: \"https:a\"}", "config.redirect-bad-target 1:19"),
        ("- {from: /x/, to: \"https://a.example/%zz\"}", "config.redirect-bad-target 1:19"),
        ("- {from: /x/, to: \"https://a.example/%4\"}", "config.redirect-bad-target 1:19"),
        ("- {from: /x/, to: \"https://user:key@a.example/\"}", "config.redirect-bad-target 1:19"),
        ("- {from: /x/, to: //evil.example/}", "link.redirect-target-missing 1:19"),
        ("- {from: /a/, to: /}", "link.redirect-from-page 1:10"),
        ("- {from: /x//y/, to: /}", "content.bad-alias 1:10"),
        ("- {from: /./, to: /}", "content.bad-alias 1:10"),
        ("- {from: \"/x?y\", to: /}", "content.bad-alias 1:10"),
        ("- {from: \"/x%2Fy%00/\", to: /}", "content.bad-alias 1:10"),
        ("- {from: \"/x\\ny/\", to: /}", "content.bad-alias 1:10"),
        ("- {from: /robots.txt/x/, to: /}", "content.bad-alias 1:10"),
        ("- {from: /robots.txt, to: /}", "link.redirect-from-page 1:10"),
        ("- {from: /index.html, to: /}", "link.redirect-from-page 1:10"),
        ("- {from: /a/index.html, to: /}", "link.redirect-from-page 1:10"),
        ("- {from: x/, to: /}", "config.redirect-not-below-root 1:10"),
        ("- {from: /x/, to: /y/}\n- {from: /y/, to: /x/}", "link.redirect-loop 1:10"),
        ("- {from: /x/, to: /}\n- {from: /x, to: /a/}", "link.redirect-repeated 2:10"),
        ("- {from: /x/, to: /y/}\n- {from: /y/, gone: true}", "link.redirect-target-gone 1:19"),
        ("- {from: /x/, to: /y/}\n- {from: /y/, to: /a/}", "link.redirect-chain 1:19"),
        ("- {from: /x/, to: /d/}", "link.redirect-target-excluded 1:19"),
        ("- {from: /x/, to: /, gone: true}", "config.redirect-gone-and-moved 1:28"),
        ("- {from: /x/#y, to: /}", "link.redirect-from-missing 1:10"),
        ("- {from: /d/#y, to: /}", "link.redirect-from-missing 1:10"),
        ("- {from: /robots.txt#y, to: /}", "link.redirect-from-missing 1:10"),
        ("- {from: /a/#, to: /}", "content.bad-alias 1:10"),
        ("- {from: /a/#責任, to: /}", "link.redirect-from-page 1:10"),
        ("- {from: /x/, to: /a/#y}", "link.anchor-missing 1:10"),
    ])
    func aRedirectThatCannotBeIsAnError(yaml: String, finding: String) throws {
        let found = try site(yaml).findings
        #expect(found.first?.replacing("Content/redirects.yml:", with: "") == finding)
    }

    @Test func aLinkToWhatIsGoneIsAnError() throws {
        let site = try site("- {from: /x/, gone: true}")
        try site.project.add(page("b.md", text: "[x](/x/)"))
        #expect(
            try BuiltSite(site.project).findings == ["link.page-excluded Content/pages/b.md:4:1"])
    }
}

@Suite struct FeedTests {
    private func site(_ pages: String) throws -> BuiltSite {
        try BuiltSite(
            settings(
                "languages: [ja, en]\norganization: {ja: 会社 & 仲間, en: Company}\n"
                    + "collections:\n  news: {title: {ja: お知らせ, en: News}, feed: true, sort: date}")
                + "-- Content/pages/news/folder.yml --\ncollection: news\n" + page("news/index.md")
                + page("index.md") + pages)
    }

    /// The elements of RFC 4287, sections 4.1.1 and 4.1.2, that a feed must have.
    @Test func aFeedHasWhatRFC4287Requires() throws {
        let site = try site(
            page(
                "news/a.md", "date: 2025-01-01\n",
                title: "一 <1> & \\\"二\\\"".replacing("\\\"", with: "'"))
                + page(
                    "news/b.md",
                    "date: 2025-02-01T10:00:00+09:00\ndescription: 説明 & <b>\ntags: [x]\n")
                + page("news/c.md", "date: 2024-01-01\nupdated: 2025-03-01\n") + page("news/d.md"))
        #expect(site.findings == [])
        let feed = try AtomFeed(site.files["public/news/feed.xml"] ?? [])
        #expect(feed.language == "ja")
        #expect(feed.members["title"] == ["お知らせ | Example"])
        #expect(feed.members["id"] == ["https://www.example.jp/news/feed.xml"])
        #expect(feed.members["updated"] == ["2025-03-01T00:00:00+09:00"])
        #expect(feed.members["author"] == ["会社 & 仲間"])
        #expect(feed.links["self"] == "https://www.example.jp/news/feed.xml")
        #expect(feed.links["alternate"] == "https://www.example.jp/news/")
        #expect(
            feed.entries.map { $0["id"] ?? [] }
                == ["b", "a", "c", "d"].map {
                    ["https://www.example.jp/news/\($0)/"]
                })
        #expect(feed.entries[1]["title"] == ["一 <1> & '二'"])
        #expect(feed.entries[0]["summary"] == ["説明 & <b>"])
        #expect(feed.entries[0]["published"] == ["2025-02-01T10:00:00+09:00"])
        #expect(feed.entries[2]["updated"] == ["2025-03-01T00:00:00+09:00"])
        for entry in feed.entries {
            for name in ["id", "title", "updated"] { #expect(entry[name]?.count == 1) }
            for time in entry["updated"] ?? [] {
                #expect(Moment(iso: time, defaultZone: .utc)?.iso == time)
            }
        }
        let ids = feed.entries.flatMap { $0["id"] ?? [] }
        #expect(Set(ids).count == ids.count)
    }

    @Test func eachLanguageHasItsOwnFeedAndNoneIsEmpty() throws {
        let japanese = try site(page("news/a.md", "date: 2025-01-01\n"))
        #expect(japanese.files["public/en/news/feed.xml"] == nil)
        #expect(japanese.text("public/index.html").contains("href=\"/news/feed.xml\""))
        let both = try site(page("news/a.md") + page("news/a.en.md"))
        #expect(try AtomFeed(both.files["public/en/news/feed.xml"] ?? []).language == "en")
        let none = try site("")
        #expect(none.files.keys.allSatisfy { !$0.hasSuffix("feed.xml") })
        #expect(!none.text("public/index.html").contains("feed.xml"))
    }

    @Test func aLinkToAFeedThatIsNotThereIsAnError() throws {
        #expect(
            try site(page("x.md", text: "[feed](/news/feed.xml)")).findings
                == ["link.page-missing Content/pages/x.md:4:1"])
    }
}
