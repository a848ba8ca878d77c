import Building
import Core
import Foundation
import SiteFixtures
import TestSupport
import Testing

@testable import Content

@Suite struct PageTreeTests {
    private func page(_ path: String, _ lines: String = "") -> String {
        "-- Content/pages/\(path) --\n---\ntitle: \(path)\n\(lines)---\nText of \(path).\n"
    }

    @Test(arguments: [
        ("a.txt.yaml", true), ("A.txt.yml", true), ("a.yml", true), ("a.txt.YML", true),
        ("a.txt.yml.txt", true), ("folder.yaml", true), ("Folder.yml", true),
        ("b.yml", false), ("a.txt.yml", false), ("yml.txt", false),
    ])
    func aMisnamedSidecarIsNoUpload(name: String, isMisnamed: Bool) throws {
        let site = try BuiltSite(
            page("index.md", "") + "-- Content/uploads/a.txt --\nx\n"
                + "-- Content/uploads/\(name) --\ntitle: x\n")
        let found = site.findings.contains { "\($0)".contains("content.misnamed-sidecar") }
        #expect(found == isMisnamed)
    }

    @Test(arguments: ["label:", "label: ~", "label: null", "handling:"])
    func aLabelWithoutAValueDoesNotInherit(line: String) throws {
        let inPage = try BuiltSite(page("index.md", line + "\n"))
        #expect(inPage.findings.contains { "\($0)".contains("yaml.wrong-type") })
        let inFolder = try BuiltSite(
            page("index.md") + "-- Content/pages/folder.yml --\n\(line)\n")
        #expect(inFolder.findings.contains { "\($0)".contains("yaml.wrong-type") })
        let inSidecar = try BuiltSite(
            page("index.md") + "-- Content/uploads/a.txt --\nx\n"
                + "-- Content/uploads/a.txt.yml --\n\(line)\n")
        #expect(inSidecar.findings.contains { "\($0)".contains("yaml.wrong-type") })
    }

    @Test func theFolderTreeIsTheURLTree() throws {
        let site = try BuiltSite(
            page("index.md") + page("guide/index.md") + page("guide/start.md")
                + page("製品/概要.md") + page("a b/c d.md") + page("slugged.md", "slug: other\n")
                + page("v1.10.md"))
        #expect(site.findings == [])
        #expect(
            site.pages() == [
                "404.html", "a-b/c-d/index.html", "a-b/index.html", "guide/index.html",
                "guide/start/index.html", "index.html", "other/index.html", "v1.10/index.html",
                "製品/index.html", "製品/概要/index.html",
            ])
    }

    @Test func aSuffixOfTheSitesLanguagesIsTheLanguage() throws {
        let site = try BuiltSite(
            """
            -- Content/site.yml --
            title: Example
            url: https://www.example.jp/
            languages: [ja, en, zh-TW]

            """ + page("a.md") + page("a.en.md") + page("a.zh-TW.md") + page("b.ja.md")
                + page("c.min.md"))
        #expect(site.findings == [])
        #expect(
            site.pages().filter { !$0.hasSuffix("404.html") } == [
                "a/index.html", "b/index.html", "c.min/index.html", "en/a/index.html",
                "en/index.html", "index.html", "zh-TW/a/index.html", "zh-TW/index.html",
            ])
        #expect(site.text("public/en/a/index.html").contains("<html lang=\"en\">"))
    }

    @Test func aSuffixThatOnlyLooksLikeALanguageIsAnError() throws {
        let site = try BuiltSite(page("a.fr.md"))
        #expect(site.findings == ["content.unknown-language Content/pages/a.fr.md"])
    }

    @Test(
        arguments: [
            ("draft: true\n", nil), ("draft: false\n", "published"),
            ("publish_at: 2026-01-15T09:00:00+09:00\n", "published"),
            ("publish_at: 2026-01-15T09:00:01+09:00\n", nil),
            ("publish_at: 2026-01-15T00:00:01Z\n", nil), ("publish_at: 2026-01-15\n", "published"),
            ("publish_at: 2026-01-16\n", nil),
            ("expire_at: 2026-01-15T09:00:00+09:00\n", nil),
            ("expire_at: 2026-01-15T09:00:01+09:00\n", "published"),
            ("expire_at: 2026-01-15\n", nil),
            ("draft: true\npublish_at: 2025-01-01\n", nil),
        ] as [(String, String?)])
    func publicationIsDecidedForTheMomentOfTheBuild(lines: String, fate: String?) throws {
        let site = try BuiltSite(page("a.md", lines) + page("b.md"))
        #expect(site.findings == [])
        // What has expired says so at its URL.
        let saysGone = site.text("public/a/index.html").contains("このページは公開を終了しました")
        #expect(saysGone == (lines.hasPrefix("expire_at") && fate == nil))
        #expect((site.files["public/a/index.html"] != nil) == (fate != nil || saysGone))
        #expect(site.report.accounting.excluded == (fate == nil ? 1 : 0))
        #expect(!site.text("public/sitemap.xml").contains("/a/") == (fate == nil))
    }

    @Test func eachPageThatIsLeftOutCountsUnderItsReason() throws {
        let site = try BuiltSite(
            page("a.md", "draft: true\n") + page("b.md", "publish_at: 2027-01-01\n")
                + page("c.md", "expire_at: 2025-01-01\n") + page("d.md", "draft: true\n"))
        #expect(
            site.report.accounting.excludedBecause.map { "\($0.reason) \($0.count)" }
                == ["draft 2", "expired 1", "scheduled 1"])
    }

    @Test func whatIsNoPageHasNoPlaceBetweenPages() throws {
        let site = try BuiltSite(page("a.md"))
        let folder = site.project.folder
        try folder.write("x", to: "outside.md")
        let pages = folder.url(of: "Content/pages").path
        for (link, target) in [("link.md", "outside.md"), ("linked", "Content")] {
            try FileManager.default.createSymbolicLink(
                atPath: pages + "/" + link, withDestinationPath: folder.url(of: target).path)
        }
        try #require(mkfifo(pages + "/pipe.md", 0o600) == 0)
        for name in ["image.png", "folders.yml", "a?b.md", "bad#dir/c.md", ".DS_Store", "a.md~"] {
            try folder.write("---\ntitle: x\n---\n", to: "Content/pages/" + name)
        }
        let again = try BuiltSite(site.project)
        #expect(
            again.findings == [
                "content.bad-name Content/pages/a?b.md", "content.bad-name Content/pages/bad#dir",
                "content.unexpected-file Content/pages/folders.yml",
                "content.unexpected-file Content/pages/image.png",
                "content.symbolic-link Content/pages/link.md",
                "content.symbolic-link Content/pages/linked",
                "content.special-file Content/pages/pipe.md",
            ])
        let accounting = again.report.accounting
        #expect(accounting.excludedBecause.map(\.reason) == ["system"])
        #expect(accounting.excluded == 2)
        #expect(accounting.failed == 7)
        #expect(
            accounting.inputs == accounting.published + accounting.excluded + accounting.failed)
    }

    @Test func whatIsNoContentHasNoPlaceInContent() throws {
        let site = try BuiltSite(
            page("a.md")
                + "-- Content/label.yml --\n-- Content/page/x.md --\n-- Content/notes/x.md --\n-- Content/.hidden --\n"
        )
        #expect(
            site.findings == [
                "content.misspelt-name Content/label.yml", "content.stray-file Content/notes",
                "content.misspelt-name Content/page",
            ])
    }

    @Test(arguments: ["site.yml", "labels.yml", "redirects.yml", "pages/folder.yml"])
    func aLinkInPlaceOfASettingsFileIsRefused(name: String) throws {
        let site = try BuiltSite(page("a.md"))
        let folder = site.project.folder
        try folder.write("title: Other\nurl: https://other.example/\n", to: "elsewhere.yml")
        if folder.has("Content/" + name) { try folder.remove("Content/" + name) }
        try FileManager.default.createSymbolicLink(
            atPath: folder.url(of: "Content/" + name).path,
            withDestinationPath: folder.url(of: "elsewhere.yml").path)
        let again = try BuiltSite(site.project)
        #expect(again.findings.contains("content.symbolic-link Content/" + name))
        #expect(again.files.isEmpty)
    }

    @Test func linksAndPipesAmongUploadsAreRefused() throws {
        let site = try BuiltSite(page("a.md") + "-- Content/uploads/real.txt --\nx\n")
        let uploads = site.project.folder.url(of: "Content/uploads").path
        try FileManager.default.createSymbolicLink(
            atPath: uploads + "/link.txt", withDestinationPath: "/etc/hostname")
        try #require(mkfifo(uploads + "/pipe", 0o600) == 0)
        #expect(
            try BuiltSite(site.project).findings == [
                "content.symbolic-link Content/uploads/link.txt",
                "content.special-file Content/uploads/pipe",
            ])
    }
}

@Suite struct DuplicateURLTests {
    private func page(_ path: String, _ lines: String = "") -> String {
        "-- Content/pages/\(path) --\n---\ntitle: T\n\(lines)---\n"
    }

    @Test(arguments: [
        (["a.md", "a/index.md"], "", ["Content/pages/a.md:1:1"]),
        (["a.md", "a.ja.md"], "", ["Content/pages/a.md:1:1"]),
        (["Guide.md", "guide.md"], "", ["Content/pages/guide.md:1:1"]),
        (["が.md", "か\u{3099}.md"], "", ["Content/pages/が.md:1:1"]),
        (["ÄB.md", "a\u{308}b.md"], "", ["Content/pages/ÄB.md:1:1"]),
        (["a b.md", "a-b.md"], "", ["Content/pages/a-b.md:1:1"]),
        (["a.md", "b.md"], "slug: c\n", ["Content/pages/b.md:3:7"]),
        (["a.md", "b.md"], "aliases: [/c/]\n", ["Content/pages/b.md:3:11"]),
        (["a.md"], "aliases: [/a/]\n", ["Content/pages/a.md:3:11"]),
        (["a.md"], "aliases: [/sitemap.xml]\n", ["Content/pages/a.md:3:11"]),
        (["robots.txt.md"], "", ["Content/pages/robots.txt.md:1:1"]),
        (["a.md"], "aliases: [/404.html]\n", ["Content/pages/a.md:3:11"]),
        (["x/y.md", "x.md"], "", ["Content/pages/x.md:1:1"]),
        (["tags/index.md"], "tags: [a]\n", ["Content/pages/tags/index.md:3:8"]),
        (
            // The folder's list and the list of tags, then the page and the tag.
            ["tags/A.md"], "tags: [a]\n",
            ["Content/pages/tags/A.md:3:8", "Content/pages/tags/A.md:3:8"]
        ),
    ])
    func twoThingsAtOneURLAreAnError(paths: [String], lines: String, places: [String]) throws {
        let settings = """
            -- Content/site.yml --
            title: Example
            url: https://www.example.jp/
            taxonomies: [tags]

            """
        let site = try BuiltSite(settings + paths.map { page($0, lines) }.joined())
        let codes = ["content.duplicate-url", "link.redirect-from-page", "link.redirect-repeated"]
        let found = site.findings.filter { finding in codes.contains { finding.hasPrefix($0 + " ") }
        }
        // Each page has the same tags and lists: what matters is that the URL is told once.
        #expect(found.map { String($0.drop { $0 != " " }.dropFirst()) } == places)
        #expect(site.files.isEmpty == !places.isEmpty)
    }

    @Test func thePlaceOfTheFirstIsANote() throws {
        let site = try BuiltSite(page("Guide.md") + page("guide.md"))
        let finding = try #require(site.finding("content.duplicate-url"))
        #expect(finding.notes.first?.span?.file == "Content/pages/Guide.md")
        #expect(finding.message.en.contains("differ only by case"))
    }

    @Test func twoTagsThatDifferOnlyByCaseAreAnErrorWithAPlace() throws {
        let site = try BuiltSite(
            """
            -- Content/site.yml --
            title: Example
            url: https://www.example.jp/
            taxonomies: [tags]

            """ + page("a.md", "tags: [TLS]\n") + page("b.md", "tags: [x, tls]\n"))
        #expect(site.findings == ["content.duplicate-url Content/pages/b.md:3:11"])
    }

    @Test func anOwnPageInPlaceOfAGeneratedPageOfAListIsAnError() throws {
        let site = try BuiltSite(
            """
            -- Content/site.yml --
            title: Example
            url: https://www.example.jp/
            page_size: 1

            """ + page("g/a.md") + page("g/b.md") + page("g/page/2.md"))
        #expect(site.findings.first == "content.duplicate-url Content/pages/g/page/2.md:1:1")
    }
}
