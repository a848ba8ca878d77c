import Building
import Core
import SiteFixtures
import TestSupport
import Testing

/// What readers are told of how confidential a page is.
@Suite struct MarkingTests {
    private func build(_ pages: String) throws -> BuiltSite {
        try BuiltSite(
            LabelledSite.settings.replacing("  news:", with: "  notes: {}\n  news:")
                + LabelledSite.labels + """
                    profiles:
                      tlp: {public: "TLP:CLEAR", members: "TLP:GREEN", internal: "TLP:AMBER+STRICT"}
                      customer: {public: 一般, members: {ja: 会員, en: Member}, internal: 秘}
                    -- Content/pages/news/folder.yml --
                    collection: news

                    """ + LabelledSite.page("index.md", "label: public\n")
                + LabelledSite.page("handbook/index.md") + pages)
    }

    /// The words of the mark at the page's head, and at its foot.
    private func marks(_ path: String, in site: BuiltSite) -> [String] {
        site.text(path).split(separator: "\n").filter { $0.hasPrefix("<p class=\"marking") }
            .compactMap { line in
                line.firstMatch(of: /<strong>([^<]*)<\/strong>/).map { String($0.1) }
            }
    }

    @Test func aListIsMarkedWithTheHighestLabelThatItShowsInEachOutput() throws {
        let site = try build(
            LabelledSite.page("x/a.md", "label: public\ntags: [t]\n")
                + LabelledSite.page("x/b.md", "label: members\ntags: [t]\n")
                + LabelledSite.page("x/c.md", "label: internal\nhandling: [no-print]\ntags: [t]\n"))
        #expect(site.findings == [])
        for list in ["x", "tags/t", "tags"] {
            let path = "\(list)/index.html"
            #expect(marks("public/" + path, in: site) == ["公開", "公開"])
            #expect(marks("members/" + path, in: site) == ["会員限定", "会員限定"])
            #expect(marks("staff/" + path, in: site) == ["社外秘・印刷禁止", "社外秘・印刷禁止"])
        }
        #expect(marks("staff/x/a/index.html", in: site) == ["公開", "公開"])
        #expect(marks("staff/404.html", in: site) == ["公開", "公開"])
    }

    @Test func aPageIsMarkedWithTheHighestLabelOfThePortionsThatItShows() throws {
        let site = try build(
            LabelledSite.page(
                "a.md", "label: public\n",
                text: ":::label members\nx\n:::\n\n:::label internal no-print\ny\n:::"))
        #expect(marks("public/a/index.html", in: site) == ["公開", "公開"])
        #expect(marks("members/a/index.html", in: site) == ["会員限定", "会員限定"])
        #expect(marks("staff/a/index.html", in: site) == ["社外秘・印刷禁止", "社外秘・印刷禁止"])
    }

    @Test func profilesStandBesideTheLevelAndTrafficLightsAreNeverTranslated() throws {
        let site = try build(
            LabelledSite.page("a.md", "label: internal\n")
                + LabelledSite.page("b.md", "label: members\n")
                + LabelledSite.page("b.en.md", "label: members\n"))
        #expect(site.findings == [])
        let light =
            "<strong class=\"tlp tlp-amber\" lang=\"en\" translate=\"no\">TLP:AMBER+STRICT</strong>"
        let page = site.text("staff/a/index.html")
        #expect(page.ranges(of: light).count == 2)
        #expect(page.ranges(of: "<strong class=\"profile\">秘</strong>").count == 2)
        for content in ["社外秘", "TLP:AMBER+STRICT", "秘"] {
            #expect(page.contains("<meta name=\"dcterms.accessRights\" content=\"\(content)\">"))
        }
        let english = site.text("members/en/b/index.html")
        #expect(english.contains("translate=\"no\">TLP:GREEN</strong>"))
        #expect(english.contains("<strong class=\"profile\">Member</strong>"))
    }

    @Test func feedsAndTheirEntriesAreMarked() throws {
        let site = try build(
            LabelledSite.page("news/a.md", "label: public\ndate: 2025-01-01\n")
                + LabelledSite.page("news/b.md", "label: internal\ndate: 2025-01-02\n"))
        let open = site.text("public/news/feed.xml")
        #expect(open.ranges(of: "<rights>公開</rights>").count == 2)
        let closed = site.text("staff/news/feed.xml")
        #expect(closed.ranges(of: "<rights>社外秘</rights>").count == 2)
        let scheme = "<category scheme=\"http://purl.org/dc/terms/accessRights\""
        #expect(closed.contains("\(scheme) term=\"internal\" label=\"社外秘\"/>"))
        #expect(closed.contains("\(scheme) term=\"TLP:AMBER+STRICT\" label=\"TLP:AMBER+STRICT\"/>"))
    }
}
