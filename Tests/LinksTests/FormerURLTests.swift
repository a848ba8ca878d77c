import Building
import Core
import Foundation
import Links
import SiteFixtures
import TestSupport
import Testing

/// Redirects: their labels, what becomes of anchors, and what servers are told.
@Suite struct FormerURLTests {
    static let settings = """
        -- Content/site.yml --
        title: Example
        url: https://www.example.jp/base/
        languages: [ja, en]
        outputs:
          public: {clearance: public}
          members: {clearance: members}
        -- Content/labels.yml --
        levels: [{id: public}, {id: members}]
        default: members
        -- Content/pages/index.md --
        ---
        title: Home
        label: public
        ---
        ## 新しい見出し

        """

    private func site(_ redirects: String, _ pages: String = "") throws -> BuiltSite {
        try BuiltSite(Self.settings + pages + "-- Content/redirects.yml --\n\(redirects)\n")
    }

    private func page(_ path: String, _ lines: String, text: String = "Text.") -> String {
        "-- Content/pages/\(path) --\n---\ntitle: \(path)\n\(lines)---\n\(text)\n"
    }

    private func outputs(having path: String, in site: BuiltSite) -> [String] {
        ["public", "members"].filter { site.files[$0 + "/" + path] != nil }
    }

    @Test(arguments: [
        ("gone: true", ["members"]), ("gone: true, label: public", ["public", "members"]),
        ("to: \"https://a.example/\"", ["members"]),
        ("to: \"https://a.example/\", label: public", ["public", "members"]),
        ("to: /", ["public", "members"]), ("to: /, label: members", ["members"]),
        ("to: /m/", ["members"]), ("to: /m/, label: public", ["members"]),
    ])
    func anEntryIsToldToThoseWhoMaySeeItsLabelAndItsTarget(
        _ entry: String, _ expected: [String]
    ) throws {
        let site = try site("- {from: /x/, \(entry)}", page("m.md", "label: members\n"))
        #expect(site.findings == [])
        #expect(outputs(having: "x/index.html", in: site) == expected)
    }

    @Test func withoutADefaultWhatLeadsElsewhereNeedsALabel() throws {
        let site = try site("- {from: /x/, gone: true}\n- {from: /y/, to: /}")
        try site.project.add("-- Content/labels.yml --\nlevels: [{id: public}, {id: members}]\n")
        #expect(
            try BuiltSite(site.project).findings == ["label.missing Content/redirects.yml:1:10"])
    }

    @Test func aFormerAnchorStaysAsAnElementThatSaysWhereToGo() throws {
        let site = try site(
            "- {from: /#古い見出し, to: /#新しい見出し}\n- {from: /#gone, gone: true, label: public}\n"
                + "- {from: /#away, to: /en/a/}",
            page("a.en.md", "label: public\n", text: "[x](/base/)".replacing("/base", with: "")))
        #expect(site.findings == [])
        let html = site.text("public/index.html")
        #expect(
            html.contains(
                "<p id=\"古い見出し\">以前の見出し「古い見出し」は<a href=\"#新しい見出し\">新しい見出し</a>に移りました。</p>"))
        #expect(html.contains("<p id=\"gone\">以前の見出し「gone」の内容は公開を終了しました。</p>"))
        #expect(html.contains("<p id=\"away\">以前の見出し「away」は<a href=\"/base/en/a/\">a.en.md</a>"))
    }

    @Test func aLinkToAFormerAnchorIsSound() throws {
        let site = try site(
            "- {from: /#old, to: /#新しい見出し}",
            page("a.md", "label: public\n", text: "[x](index.md#old)"))
        #expect(!site.codes.contains("link.anchor-missing"))
    }

    @Test func aPageThatIsOverSaysSoToThoseWhoCouldSeeIt() throws {
        let expired = "expire_at: 2026-01-01\naliases: [/was/]\n"
        let site = try site(
            "[]",
            page("p.md", "label: public\n" + expired)
                + page(
                    "m.md",
                    "label: members\n"
                        + expired
                        .replacing("/was/", with: "/was-m/")))
        #expect(site.findings == [])
        #expect(outputs(having: "p/index.html", in: site) == ["public", "members"])
        #expect(outputs(having: "was/index.html", in: site) == ["public", "members"])
        #expect(outputs(having: "m/index.html", in: site) == ["members"])
        #expect(outputs(having: "was-m/index.html", in: site) == ["members"])
        #expect(site.text("public/p/index.html").contains("このページは公開を終了しました"))
        #expect(!site.text("public/sitemap.xml").contains("/p/"))
    }

    @Test func whatIsForMembersNowMaySayToOthersThatItIsGone() throws {
        let site = try site(
            "- {from: /m/, gone: true, label: public}", page("m.md", "label: members\n"))
        #expect(site.findings == [])
        #expect(site.text("public/m/index.html").contains("このページは公開を終了しました"))
        #expect(site.text("members/m/index.html").contains("Text."))
    }

    @Test func aServerIsToldEncodedAddressesBelowTheSitesRoot() throws {
        let site = try site(
            "- {from: /古い/, to: \"/新しい/?q=1#x y\"}\n- {from: /gone/, gone: true, label: public}",
            page("新しい.md", "label: public\n", text: "<p id=\"x\">x</p>\n\n## x y"))
        let options = BuildOptions(
            project: site.project.url.path, asOf: .moment(Moment(secondsSince1970: 0, zone: .utc)),
            jobs: 1)
        let redirects = try PreparedBuild(options).redirects(of: "public")
        #expect(redirects.map(\.path) == ["/base/gone/", "/base/古い/"])
        #expect(redirects[0].location == nil)
        #expect(redirects[1].location == "/base/%E6%96%B0%E3%81%97%E3%81%84/?q=1#x%20y")
    }
}
