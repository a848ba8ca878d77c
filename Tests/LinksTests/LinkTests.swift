import Building
import Core
import SiteFixtures
import TestSupport
import Testing

@testable import Links

@Suite struct LinkTests {
    /// A small site in two languages; `text` stands in guide/a.md from line 4 on.
    private func site(_ text: String, settings: String = "", more: String = "") throws -> BuiltSite
    {
        try BuiltSite(
            """
            -- Content/site.yml --
            title: Example
            url: https://www.example.jp/
            languages: [ja, en]
            \(settings)
            -- Content/pages/index.md --
            ---
            title: Home
            ---
            -- Content/pages/guide/a.md --
            ---
            title: A
            ---
            \(text)

            ## Own heading
            -- Content/pages/guide/b.md --
            ---
            title: B
            ---
            ## 責任分界 {#shared}
            ## ガイド
            -- Content/pages/guide/b.en.md --
            ---
            title: B
            ---
            ## Division of duty {#shared}
            -- Content/pages/guide/only.md --
            ---
            title: Only Japanese
            ---
            -- Content/pages/draft.md --
            ---
            title: Draft
            draft: true
            ---
            ## There
            -- Content/pages/ガイド.md --
            ---
            title: ガイド
            aliases: [/former/]
            ---
            -- Content/uploads/a.png --
            png
            -- Content/uploads/読み方.md --
            # text
            \(more)
            """)
    }

    private func findings(_ site: BuiltSite) -> [String] {
        site.findings.map { $0.replacing(" Content/pages/guide/a.md:", with: " ") }
    }

    /// A link that is right, and what it becomes.
    @Test(arguments: [
        ("[x](b.md)", "/guide/b/"), ("[x](./b.md#shared)", "/guide/b/#shared"),
        ("[x](../guide/b.md)", "/guide/b/"), ("[x](/guide/b.md)", "/guide/b/"),
        ("[x](b.en.md)", "/en/guide/b/"), ("[x](b.md?v=1#shared)", "/guide/b/?v=1#shared"),
        ("[x](/guide/b/)", "/guide/b/"), ("[x](/guide/b)", "/guide/b/"),
        ("[x](/guide/b/index.html)", "/guide/b/"), ("[x](/en/guide/b/)", "/en/guide/b/"),
        ("[x](b/)", "/guide/b/"), ("[x](#own-heading)", "#own-heading"), ("[x](#top)", "#top"),
        ("[x](../index.md)", "/"), ("[x](/)", "/"), ("![x](/uploads/a.png)", "/uploads/a.png"),
        ("![x](../../uploads/a.png)", "/uploads/a.png"),
        ("[x](https://b.example/y.md)", "https://b.example/y.md"),
        ("[x](mailto:a@b.jp)", "mailto:a@b.jp"), ("[x](/sitemap.xml)", "/sitemap.xml"),
        ("[x]\n\n[x]: b.md", "/guide/b/"),
        ("[x](/guide/)", "/guide/"), ("<a href=\"b.md\">x</a>", "/guide/b/"),
        ("[x](/%67uide/b/)", "/guide/b/"),
    ])
    func linksBecomeURLsOfTheSite(link: String, url: String) throws {
        let site = try site(link)
        #expect(findings(site) == [])
        let html = site.text("public/guide/a/index.html")
        #expect(html.contains("href=\"\(url)\"") || html.contains("src=\"\(url)\""))
    }

    @Test(arguments: [
        "[x](../ガイド.md)", "[x](../%E3%82%AC%E3%82%A4%E3%83%89.md)", "[x](/ガイド/)",
        "[x](/%E3%82%AC%E3%82%A4%E3%83%89/)",
    ])
    func japaneseNamesMayBeEncodedOrNot(link: String) throws {
        let site = try site(link)
        #expect(findings(site) == [])
        let html = site.text("public/guide/a/index.html")
        let encoded = "href=\"/%E3%82%AC%E3%82%A4%E3%83%89/\""
        #expect(html.contains("href=\"/ガイド/\"") || html.contains(encoded))
    }

    @Test(arguments: [
        "[x](b.md#ガイド)", "[x](b.md#%E3%82%AC%E3%82%A4%E3%83%89)",
        "[x](b.md#%e3%82%ac%E3%82%A4%E3%83%89)", "[x](b.md#:~:text=%E8%B2%AC%E4%BB%BB,x)",
        "[x](b.md#ガイド:~:text=a)",
    ])
    func anchorsMayBeEncodedOrNot(link: String) throws {
        #expect(findings(try site(link)) == [])
    }

    /// A link that is wrong, the finding, and part of its advice.
    @Test(
        arguments: [
            ("Text [x](c.md)", "link.page-missing 4:6", nil),
            ("[x](bb.md)", "link.page-missing 4:1", "guide/b.md"),
            ("[x](../b.md)", "link.page-missing 4:1", "guide/b.md"),
            ("[x](B.md)", "link.wrong-case 4:1", "'b.md'"),
            ("[x](../Guide/b.md)", "link.wrong-case 4:1", "'b.md'"),
            ("[x](only.en.md)", "link.page-missing 4:1", nil),
            ("[x](/guide/bb/)", "link.page-missing 4:1", "/guide/b/"),
            ("[x](/Guide/B/)", "link.wrong-case 4:1", "/guide/b/"),
            ("![x](/uploads/A.png)", "link.wrong-case 4:1", "/uploads/a.png"),
            ("![x](/uploads/b.png)", "link.upload-missing 4:1", "/uploads/a.png"),
            ("[x](../../../b.md)", "link.outside-project 4:1", nil),
            ("[x](%FF.md)", "link.bad-encoding 4:1", nil),
            ("[x](b.md#shard)", "link.anchor-missing 4:1", "#shared"),
            ("[x](#own-headin)", "link.anchor-missing 4:1", "#own-heading"),
            ("[x](b.en.md#ガイド)", "link.anchor-missing 4:1", nil),
            ("[x](b.md#division-of-duty)", "link.anchor-missing 4:1", nil),
            ("[x](../draft.md)", "link.page-excluded 4:1", nil),
            ("[x](/draft/)", "link.page-excluded 4:1", nil),
            ("[x](/カ\u{3099}イト\u{3099}/)", "link.not-nfc 4:1", "/ガイド/"),
            ("<a href=\"c.md\">x</a>", "link.page-missing 4:4", nil),
            ("[x](/guide/#x)", "link.anchor-missing 4:1", nil),
        ] as [(String, String, String?)])
    func linksThatLeadNowhereAreReported(link: String, finding: String, advice: String?) throws {
        let site = try site(link)
        #expect(findings(site) == [finding])
        if let advice {
            let fix = site.report.diagnostics.first?.fix?.sentence(in: .en)
            #expect(fix?.contains(advice) == true)
        }
    }

    @Test func everyWrongLinkOfAPageIsReported() throws {
        let site = try site(
            "[x](c.md) [y](d.md)\n\n- ![z](/uploads/no.png)\n- <https://x.example/>")
        #expect(
            findings(site) == [
                "link.page-missing 4:1", "link.page-missing 4:11", "link.upload-missing 6:3",
            ])
    }

    @Test func anUploadThatIsMarkdownIsAnUpload() throws {
        let site = try site("[x](/uploads/読み方.md)")
        #expect(findings(site) == [])
        #expect(site.text("public/uploads/読み方.md") == "# text\n")
    }

    @Test func fromATranslationLinksLeadToTheTranslationIfThereIsOne() throws {
        let site = try site(
            "x",
            more: """
                -- Content/pages/guide/a.en.md --
                ---
                title: A
                ---
                [b](b.md) [o](only.md) [h](../index.md) [b](b.md#shared)
                """)
        #expect(findings(site) == [])
        let html = site.text("public/en/guide/a/index.html")
        for url in ["/en/guide/b/", "/guide/only/", "/en/guide/b/#shared"] {
            #expect(html.contains("href=\"\(url)\""))
        }
    }

    @Test func aTranslationThatIsADraftIsPassedOver() throws {
        let site = try site(
            "x",
            more: """
                -- Content/pages/guide/only.en.md --
                ---
                title: Only
                draft: true
                ---
                -- Content/pages/guide/a.en.md --
                ---
                title: A
                ---
                [o](only.md)
                """)
        #expect(findings(site) == [])
        #expect(site.text("public/en/guide/a/index.html").contains("href=\"/guide/only/\""))
    }

    @Test func belowABasePathEveryURLBeginsWithIt() throws {
        let site = try BuiltSite(
            """
            -- Content/site.yml --
            title: Example
            url: https://www.example.jp/docs/
            taxonomies: [tags]
            navigation: [{page: a.md}]
            -- Content/pages/a.md --
            ---
            title: A
            tags: [t]
            aliases: [/old/]
            ---
            [b](b.md) ![i](/uploads/a.png) [c](/b/)
            -- Content/pages/b.md --
            ---
            title: B
            ---
            -- Content/uploads/a.png --
            png
            """)
        #expect(site.findings == [])
        let html = site.text("public/a/index.html")
        let urls = html.matches(of: /(?:href|src)="(\/[^"]*)"/).map { String($0.output.1) }
        #expect(!urls.isEmpty)
        for url in urls { #expect(url.hasPrefix("/docs/"), "\(url)") }
        #expect(html.contains("href=\"/docs/b/\""))
        #expect(html.contains("src=\"/docs/uploads/a.png\""))
        #expect(site.text("public/old/index.html").contains("url=/docs/a/"))
        #expect(
            site.text("public/sitemap.xml").contains("<loc>https://www.example.jp/docs/a/</loc>"))
    }
}

@Suite struct LinksAndLabelsTests {
    private func site(_ text: String, lines: String = "label: internal") throws -> BuiltSite {
        try BuiltSite(
            """
            -- Content/site.yml --
            title: Example
            url: https://www.example.jp/
            outputs:
              public: {clearance: public}
              staff: {clearance: internal}
            -- Content/labels.yml --
            levels: [{id: public}, {id: internal}]
            -- Content/pages/a.md --
            ---
            title: A
            label: public
            ---
            \(text)
            -- Content/pages/b.md --
            ---
            title: B
            \(lines)
            ---
            ## Open

            :::label internal
            ## Closed
            :::
            """)
    }

    @Test func aLinkToAHigherPageIsAnErrorThatNamesTheOutputs() throws {
        let site = try site("[b](b.md)")
        #expect(site.findings == ["label.link-to-higher Content/pages/a.md:5:1"])
        let finding = try #require(site.finding("label.link-to-higher"))
        #expect(finding.message.en.contains("'public'"))
        #expect(!finding.message.en.contains("staff"))
        #expect(finding.notes.first?.span?.file == "Content/pages/b.md")
    }

    @Test func withinAPortionAboveTheClearanceItIsAllowed() throws {
        let site = try site(":::label internal\n[b](b.md)\n:::")
        #expect(site.findings == [])
        #expect(!site.text("public/a/index.html").contains("/b/"))
        #expect(site.text("staff/a/index.html").contains("href=\"/b/\""))
    }

    @Test func anAnchorWithinAPortionIsMissingWhereThePortionIs() throws {
        let open = "label: public"
        #expect(try site("[b](b.md#open)", lines: open).findings == [])
        #expect(
            try site("[b](b.md#closed)", lines: open).findings
                == ["label.anchor-too-high Content/pages/a.md:5:1"])
        #expect(
            try site(":::label internal\n[b](b.md#closed)\n:::", lines: open).findings == [])
    }

    /// What is wrong with a page is said of that page, and not of every link to it.
    @Test(arguments: [
        ("label: secret", "label.unknown-level"), ("label: public\ntitle: B", "yaml.duplicate-key"),
        ("lable: public", "label.missing"),
    ])
    func linksToAPageThatIsWrongAreNotJudged(lines: String, code: String) throws {
        let site = try site("[b](b.md) [c](b.md#open)", lines: lines)
        #expect(site.codes.contains(code))
        #expect(site.findings.allSatisfy { $0.contains("Content/pages/b.md") })
    }

    @Test func linksToAPageOfAnotherEncodingAreNotJudged() throws {
        let site = try site("[b](b.md#open)")
        try site.project.folder.write(
            Array("---\ntitle: B\nlabel: public\n---\n".utf8) + [0x91, 0xE8],
            to: "Content/pages/b.md")
        #expect(try BuiltSite(site.project).findings == ["content.not-utf8 Content/pages/b.md:5:1"])
    }
}
