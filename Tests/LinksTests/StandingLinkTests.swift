import Building
import Core
import SiteFixtures
import TestSupport
import Testing

/// Links that the theme, the menus and security.txt make.
@Suite struct StandingLinkTests {
    private func site(
        _ settings: String = "", page: String = "Text.", more: String = "",
        url: String = "https://www.example.jp/"
    ) throws -> BuiltSite {
        try BuiltSite(
            """
            -- Content/site.yml --
            title: Example
            url: \(url)
            \(settings)
            -- Content/pages/guide/b.md --
            ---
            title: B
            ---
            \(page)

            ## 責任
            -- Content/pages/draft.md --
            ---
            title: Draft
            draft: true
            ---
            -- Content/uploads/a.png --
            png
            \(more)
            """)
    }

    @Test(
        arguments: [
            ("{url: /guide/b/, title: x}", []), ("{url: \"/guide/b/#責任\", title: x}", []),
            ("{url: https://www.example.jp/guide/b/, title: x}", []),
            ("{url: https://other.example/no/, title: x}", []),
            ("{url: /no/, title: x}", ["link.page-missing Content/site.yml:3:20"]),
            ("{url: /guide/b.md, title: x}", ["link.page-missing Content/site.yml:3:20"]),
            ("{url: /guide/b/#no, title: x}", ["link.anchor-missing Content/site.yml:3:20"]),
            ("{url: /draft/, title: x}", ["link.page-excluded Content/site.yml:3:20"]),
            (
                "{url: http://WWW.example.jp/Guide/b/, title: x}",
                ["link.wrong-case Content/site.yml:3:20"]
            ),
            ("{page: draft.md}", ["config.navigation-page-excluded Content/site.yml:3:21"]),
        ] as [(String, [String])])
    func menusAreChecked(entry: String, findings: [String]) throws {
        #expect(try site("navigation: [\(entry)]").findings == findings)
    }

    @Test func aMenuThatLeadsToAFilePublishesIt() throws {
        let site = try site("navigation: [{url: /uploads/a.png, title: x}]")
        #expect(site.findings == [])
        #expect(site.files["public/uploads/a.png"] != nil)
    }

    @Test func belowABasePathAMenusPathBeginsAtTheSitesRoot() throws {
        let site = try site(
            "navigation: [{url: /guide/b/, title: x}]", url: "https://www.example.jp/docs/")
        #expect(site.findings == [])
        #expect(site.text("public/guide/b/index.html").contains("href=\"/docs/guide/b/\""))
    }

    @Test func securityTxtIsCheckedWhereItLeadsIntoTheSite() throws {
        let site = try site(
            """
            security_txt:
              contact: [https://www.example.jp/no/]
              expires: 2026-06-30T00:00:00+09:00
              policy: https://www.example.jp/guide/b/#no
              hiring: https://other.example/no/
            """)
        #expect(
            site.findings == [
                "link.page-missing Content/site.yml:4:13",
                "link.anchor-missing Content/site.yml:6:11",
            ])
    }

    @Test func aThemeWithErrorsHidesNothingOfThePages() throws {
        let site = try site(
            page: "[x](no.md)\n\n:::card\nText\n:::",
            more: """
                -- Themes/default/theme.yml --
                name: Broken
                containers: [card]
                -- Themes/default/templates/page.mustache --
                <a href="/no/"><a href="/guide/b/"><img src="/uploads/a.png"><img src="x.png">
                -- Themes/default/assets/style.css --
                a { background: url(no.png); b: url(../uploads/a.png); c: url(/guide/b/#x) }
                """)
        let own = site.findings.filter { !$0.hasPrefix("theme.") && !$0.hasPrefix("yaml.") }
        #expect(
            own == [
                "link.page-missing Content/pages/guide/b.md:4:1",
                "link.page-missing Themes/default/assets/style.css:1:17",
                "link.anchor-missing Themes/default/assets/style.css:1:59",
                "link.page-missing Themes/default/templates/page.mustache:1:4",
            ])
        #expect(site.codes.contains("theme.link-relative"))
    }

    @Test func aThemeThatIsNotThereHidesNothingOfThePages() throws {
        let site = try site("theme: none", page: "[x](no.md)\n\n:::card\nText\n:::")
        #expect(
            site.findings == [
                "link.page-missing Content/pages/guide/b.md:4:1",
                "config.no-theme Content/site.yml:3:8",
            ])
    }
}
