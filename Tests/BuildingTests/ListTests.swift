import Core
import SiteFixtures
import TestSupport
import Testing

@testable import Building

@Suite struct ListTests {
    @Test func aFoldersPageListsItsPagesAndFoldersByOrderThenTitle() throws {
        let site = try BuiltSite(
            page("g/index.md", title: "Guide") + page("g/c.md", title: "Third")
                + page("g/a.md", "order: 2\n", title: "Z")
                + page("g/b.md", "order: 1\n", title: "Y")
                + page("g/d.md", title: "Fourth") + page("g/sub/x.md")
                + "-- Content/pages/g/sub/folder.yml --\ntitle: Before all\norder: 0\n"
                + page("g/plain/x.md") + page("g/draft/x.md", "draft: true\n"))
        #expect(site.findings == [])
        #expect(
            site.text("public/g/index.html").entryLinks
                == ["/g/sub/", "/g/b/", "/g/a/", "/g/d/", "/g/c/", "/g/plain/"])
    }

    @Test func aFolderWithoutAnIndexGetsAPageWithItsTitleOrItsName() throws {
        let site = try BuiltSite(
            page("g/sub/x.md", title: "X")
                + "-- Content/pages/g/folder.yml --\ntitle: {ja: 手引き, en: Guide}\n")
        #expect(site.findings == [])
        let guide = site.text("public/g/index.html")
        #expect(guide.contains("<title>手引き | Example</title>"))
        #expect(guide.contains("<a href=\"/g/sub/\">sub</a>"))
        #expect(site.text("public/g/sub/index.html").entryLinks == ["/g/sub/x/"])
        #expect(site.text("public/index.html").entryLinks == ["/g/"])
    }

    /// Entries, page size, the pages of the list.
    @Test(arguments: [(0, 3, 1), (3, 3, 1), (4, 3, 2), (7, 3, 3), (9, 3, 3), (2, 1, 2)])
    func aLongListHasPages(entries: Int, size: Int, pages: Int) throws {
        let sources = (0..<entries).map { page("g/p\($0).md", "order: \($0)\n") }.joined()
        let site = try BuiltSite(settings("page_size: \(size)") + page("g/index.md") + sources)
        #expect(site.findings == [])
        let lists = site.pages().filter { $0 == "g/index.html" || $0.hasPrefix("g/page/") }
        #expect(lists.count == pages)
        var found = site.text("public/g/index.html").entryLinks
        for number in 2..<max(pages + 1, 2) {
            found += site.text("public/g/page/\(number)/index.html").entryLinks
        }
        #expect(found == (0..<entries).map { "/g/p\($0)/" })
        #expect(site.files["public/g/page/1/index.html"] == nil)
        #expect(site.files["public/g/page/\(pages + 1)/index.html"] == nil)
        let isPaged = site.text("public/g/index.html").contains("class=\"pagination\"")
        #expect(isPaged == (pages > 1))
        #expect(site.text("public/sitemap.xml").contains("/g/page/2/") == (pages > 1))
    }

    @Test func aPageOfAListLeadsToTheOnesBesideIt() throws {
        let sources = (0..<5).map { page("g/p\($0).md") }.joined()
        let site = try BuiltSite(
            settings("page_size: 2") + page("g/index.md", text: "Once.") + sources)
        let second = site.text("public/g/page/2/index.html")
        #expect(
            second.links(within: "pagination") == [
                "/g/", "/g/", "/g/page/2/", "/g/page/3/", "/g/page/3/",
            ])
        #expect(
            second.contains("<link rel=\"canonical\" href=\"https://www.example.jp/g/page/2/\">"))
        #expect(!second.contains("Once."))
    }

    @Test func previousAndNextFollowTheFoldersOrder() throws {
        let site = try BuiltSite(
            page("g/index.md") + page("g/a.md", "order: 2\n") + page("g/b.md", "order: 1\n")
                + page("g/c.md", "order: 3\n") + page("g/sub/x.md") + page("h.md"))
        #expect(
            site.text("public/g/a/index.html").links(within: "neighbours") == ["/g/b/", "/g/c/"])
        #expect(site.text("public/g/b/index.html").links(within: "neighbours") == ["/g/a/"])
        #expect(site.text("public/g/c/index.html").links(within: "neighbours") == ["/g/a/"])
        #expect(site.text("public/g/sub/x/index.html").links(within: "neighbours") == [])
    }

    @Test func breadcrumbsLeadFromTheHomePageDown() throws {
        let site = try BuiltSite(
            page("index.md", title: "Home") + page("g/index.md", title: "Guide")
                + page("g/sub/x.md", title: "X"))
        #expect(
            site.text("public/g/sub/x/index.html").links(within: "breadcrumbs")
                == ["/", "/g/", "/g/sub/"])
        #expect(site.text("public/g/index.html").links(within: "breadcrumbs") == ["/"])
        #expect(site.text("public/index.html").links(within: "breadcrumbs") == [])
    }

    @Test func theMenuMarksWhereTheReaderIs() throws {
        let site = try BuiltSite(
            settings(
                "navigation:\n  - page: g/index.md\n  - {page: h.md, title: There}\n"
                    + "  - {url: \"https://a.example/\", title: Out}")
                + page("g/index.md", title: "Guide") + page("g/a.md") + page("h.md"))
        #expect(site.findings == [])
        let html = site.text("public/g/a/index.html")
        #expect(html.contains("<a href=\"/g/\" aria-current=\"true\">Guide</a>"))
        #expect(html.contains("<a href=\"/h/\">There</a>"))
        #expect(html.contains("<a href=\"https://a.example/\">Out</a>"))
        #expect(
            site.text("public/g/index.html").contains(
                "<a href=\"/g/\" aria-current=\"page\">Guide</a>"))
    }

    @Test func aMenusEntryForAPageThatIsNotThereIsAnError() throws {
        let site = try BuiltSite(settings("navigation: [{page: guide.md}]") + page("guid.md"))
        #expect(site.findings == ["config.navigation-page-missing Content/site.yml:3:21"])
        #expect(site.report.diagnostics.first?.edits.map(\.text) == ["guid.md"])
    }
}

@Suite struct TaxonomyTests {
    private let tagged =
        page("a.md", "tags: [TLS, 責任 分界, か\u{3099}]\ndate: 2025-01-01\n")
        + page("b.md", "tags: [TLS]\ndate: 2025-02-01\n") + page("c.md", "tags: [が]\n")
        + page("d.md", "tags: [secret]\ndraft: true\n")

    @Test func everyTagHasAListNewestFirst() throws {
        let site = try BuiltSite(settings("taxonomies: [tags]") + tagged)
        #expect(site.findings == [])
        #expect(
            site.pages().filter { $0.hasPrefix("tags/") } == [
                "tags/TLS/index.html", "tags/index.html", "tags/が/index.html",
                "tags/責任-分界/index.html",
            ])
        #expect(site.text("public/tags/TLS/index.html").entryLinks == ["/b/", "/a/"])
        #expect(site.text("public/tags/が/index.html").entryLinks == ["/a/", "/c/"])
        #expect(site.text("public/a/index.html").contains("href=\"/tags/TLS/\""))
        #expect(!site.text("public/tags/index.html").contains("secret"))
    }

    @Test func withoutTheTaxonomyThereAreNoTagPages() throws {
        let site = try BuiltSite(tagged)
        #expect(site.pages().allSatisfy { !$0.hasPrefix("tags/") })
        #expect(!site.text("public/a/index.html").contains("/tags/"))
    }

    @Test(arguments: ["a b, a-b", "a, A", "index.html"])
    func tagsThatShareAURLAreAnError(tags: String) throws {
        let site = try BuiltSite(
            settings("taxonomies: [tags]") + page("index.md") + page("a.md", "tags: [\(tags)]\n"))
        #expect(site.findings.map { $0.prefix(21) } == ["content.duplicate-url"])
    }

    @Test(arguments: ["a/b", "a?b", "\"\"", "a%b", "\" a\""]) func aTagThatNoURLCanCarryIsAnError(
        tag: String
    ) throws {
        let site = try BuiltSite(
            settings("taxonomies: [tags]") + page("a.md", "tags: [x, \(tag)]\n"))
        #expect(site.findings == ["content.bad-tag Content/pages/a.md:3:11"])
    }
}

@Suite struct LanguageTests {
    @Test func versionsOfAPageKnowEachOther() throws {
        let site = try BuiltSite(
            settings("languages: [ja, en]") + page("index.md", title: "ホーム")
                + page("index.en.md", title: "Home") + page("a.md") + page("a.en.md")
                + page("b.md") + page("c.md") + page("c.en.md", "draft: true\n"))
        #expect(site.findings == [])
        let japanese = site.text("public/a/index.html")
        #expect(japanese.contains("hreflang=\"ja\" href=\"/a/\""))
        #expect(japanese.contains("hreflang=\"en\" href=\"/en/a/\""))
        #expect(site.text("public/en/a/index.html").contains("hreflang=\"ja\" href=\"/a/\""))
        for alone in ["b", "c"] {
            #expect(!site.text("public/\(alone)/index.html").contains("rel=\"alternate\" hreflang"))
        }
        #expect(site.files["public/en/404.html"] != nil)
        #expect(site.text("public/en/index.html").contains("<title>Example | Home</title>"))
    }
}
