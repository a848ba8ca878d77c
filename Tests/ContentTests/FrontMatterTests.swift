import Building
import Core
import SiteFixtures
import TestSupport
import Testing

@testable import Content

@Suite struct FrontMatterTests {
    /// Builds a site of one page with this front matter.
    private func site(_ lines: String) throws -> BuiltSite {
        try BuiltSite("-- Content/pages/a.md --\n---\n\(lines)\n---\nText.\n")
    }

    @Test(arguments: [
        ("title: [a]", "yaml.wrong-type a.md:2:8"),
        ("date: 2025-01-01", "yaml.missing-key a.md:2:1"),
        ("title: \"\"", "front-matter.empty-title a.md:2:8"),
        ("title: \" 　\"", "front-matter.empty-title a.md:2:8"),
        ("title: A\ndescription: [b]", "yaml.wrong-type a.md:3:14"),
        ("title: A\ndate: 2025-02-30", "yaml.bad-date a.md:3:7"),
        ("title: A\ndate: 令和9223372036854775807年1月1日", "yaml.bad-date a.md:3:7"),
        ("title: A\nupdated: yesterday", "yaml.bad-date a.md:3:10"),
        (
            "title: A\ndate: 2025-02-02\nupdated: 2025-02-01",
            "front-matter.dates-out-of-order a.md:4:10"
        ),
        ("title: A\nhandling: no-print", "yaml.wrong-type a.md:3:11"),
        ("title: A\ntags: a", "yaml.wrong-type a.md:3:7"),
        ("title: A\nslug: [a]", "yaml.wrong-type a.md:3:7"),
        ("title: A\nslug: a/b", "front-matter.bad-slug a.md:3:7"),
        ("title: A\nslug: a?b", "front-matter.bad-slug a.md:3:7"),
        ("title: A\nslug: ..", "front-matter.bad-slug a.md:3:7"),
        (
            "title: A\nslug: \(String(repeating: "a", count: 256))",
            "front-matter.bad-slug a.md:3:7"
        ),
        ("title: A\nslug: \"\"", "front-matter.bad-slug a.md:3:7"),
        ("title: A\naliases: /old/", "yaml.wrong-type a.md:3:10"),
        ("title: A\naliases: [old/]", "content.bad-alias a.md:3:11"),
        ("title: A\naliases: [/../old/]", "content.bad-alias a.md:3:11"),
        ("title: A\ndraft: yes", "yaml.wrong-type a.md:3:8"),
        ("title: A\npublish_at: soon", "yaml.bad-date a.md:3:13"),
        ("title: A\nexpire_at: never", "yaml.bad-date a.md:3:12"),
        (
            "title: A\npublish_at: 2025-02-02\nexpire_at: 2025-02-02",
            "front-matter.dates-out-of-order a.md:4:12"
        ),
        ("title: A\nreview_by: 2025-02", "yaml.bad-date a.md:3:12"),
        ("title: A\nowner: [a]", "yaml.wrong-type a.md:3:8"),
        ("title: A\ntemplate: pge", "front-matter.unknown-template a.md:3:11"),
        ("title: A\norder: first", "yaml.wrong-type a.md:3:8"),
        ("title: A\ntoc: off", "yaml.wrong-type a.md:3:6"),
        ("title: A\ndowngrade: yes", "yaml.wrong-type a.md:3:12"),
        (
            "title: A\ndowngrade: {from: b, to: c, reason: d, by: e}",
            "yaml.missing-key a.md:3:12"
        ),
        (
            "title: A\ndowngrade: {from: b, to: c, reason: d, by: e, on: 1}",
            "yaml.bad-date a.md:3:51"
        ),
        ("title: A\ntitel: B", "yaml.unknown-key a.md:3:1"),
        ("title: A\ntitle: B", "yaml.duplicate-key a.md:3:1"),
        ("title: A: B", "yaml.syntax a.md:2:8"),
    ])
    func eachKeyThatIsWrongIsReportedWhereItStands(lines: String, finding: String) throws {
        #expect(
            try site(lines).findings.map { $0.replacing("Content/pages/", with: "") } == [finding])
    }

    @Test(arguments: [
        ("Text.\n", "front-matter.missing Content/pages/a.md:1:1"),
        ("", "front-matter.missing Content/pages/a.md:1:1"),
        ("---\ntitle: A\n\nText.\n", "front-matter.unclosed Content/pages/a.md:1:1"),
        ("---\ntitle: A\n----\n", "front-matter.unclosed Content/pages/a.md:1:1"),
        ("---", "front-matter.unclosed Content/pages/a.md:1:1"),
        ("\u{FEFF}---\ntitle: A\n", "front-matter.unclosed Content/pages/a.md:1:1"),
        ("---\n---\n", "yaml.missing-key Content/pages/a.md"),
        (" ---\ntitle: A\n---\n", "front-matter.not-first Content/pages/a.md:1:2"),
    ])
    func aPageWithoutUsableFrontMatterIsAnError(text: String, finding: String) throws {
        let project = try BuiltSite("").project
        try project.folder.write(text, to: "Content/pages/a.md")
        let site = try BuiltSite(project)
        #expect(site.findings == [finding])
        #expect(site.files.isEmpty)
        #expect(site.report.accounting.failed == 1)
    }

    @Test(arguments: ["\n", "\r\n"]) func frontMatterEndsWithAnyLineBreakAndMayFollowAMark(
        lineBreak: String
    ) throws {
        let project = try BuiltSite("").project
        let text = "\u{FEFF}---  \ntitle: 責任\n---\t\n本文。\n"
        try project.folder.write(
            text.replacing("\n", with: lineBreak), to: "Content/pages/a.md")
        let site = try BuiltSite(project)
        #expect(site.findings == [])
        #expect(site.text("public/a/index.html").contains("<p>本文。</p>"))
        #expect(!site.text("public/a/index.html").contains("title: 責任"))
    }

    /// The first read takes 4 KiB; no place in the file may depend on that.
    @Test(arguments: [4070, 4080, 4085, 4088, 4090, 4092, 4096, 4100, 9000])
    func frontMatterOfAnyLengthIsReadToItsEnd(length: Int) throws {
        let padding = String(repeating: "x", count: length)
        let site = try site("title: A\ndescription: \(padding)\nowner: B\norder: 3")
        #expect(site.findings == [])
        #expect(site.text("public/a/index.html").contains("<p>Text.</p>"))
        #expect(site.text("public/a/index.html").contains(padding))
    }

    @Test func shiftJISIsNamedAtItsFirstByteInFrontMatterAndInText() throws {
        let project = try BuiltSite("").project
        let name: [UInt8] = [0x91, 0xE8]  // 題 in Shift_JIS.
        try project.folder.write(
            Array("---\ntitle: ".utf8) + name + Array("\n---\n".utf8), to: "Content/pages/a.md")
        try project.folder.write(
            Array("---\ntitle: B\n---\nText ".utf8) + name, to: "Content/pages/b.md")
        #expect(
            try BuiltSite(project).findings == [
                "content.not-utf8 Content/pages/a.md:2:8",
                "content.not-utf8 Content/pages/b.md:4:6",
            ])
    }

    @Test func whatWasStatedIsShown() throws {
        let site = try site(
            """
            title: 題 & <b>
            description: 説明
            date: 2025-02-03
            updated: 2025-03-04T23:30:00Z
            owner: 情報委員会
            review_by: 2027-01-02
            """)
        let html = site.text("public/a/index.html")
        #expect(site.findings == [])
        #expect(html.contains("<title>題 &amp; &lt;b&gt; | Example</title>"))
        #expect(html.contains("<meta name=\"description\" content=\"説明\">"))
        for text in ["2025年2月3日", "情報委員会", "2027年1月2日"] { #expect(html.contains(text)) }
    }
}

@Suite struct CollectionTests {
    private func site(_ lines: String) throws -> BuiltSite {
        try BuiltSite(
            """
            -- Content/site.yml --
            title: Example
            url: https://www.example.jp/
            collections:
              notices:
                fields:
                  kind: {type: enum, values: [release, maintenance], required: true}
                  on: {type: date}
                  count: {type: int}
                  open: {type: bool}
                  affected: {type: list}
                  fixed_in: {type: string}
                  related: {type: reference}
            -- Content/pages/notices/folder.yml --
            collection: notices
            -- Content/pages/notices/index.md --
            ---
            title: Notices
            ---
            -- Content/pages/notices/2025/a.md --
            ---
            title: A
            \(lines)
            ---
            -- Content/pages/b.md --
            ---
            title: B
            ---
            """)
    }

    @Test(arguments: [
        ("kind: release", []),
        ("kind: releas", ["yaml.unknown-value a.md:3:7"]),
        ("order: 1", ["yaml.missing-key a.md:2:1"]),
        ("kind: release\non: 1st", ["yaml.bad-date a.md:4:5"]),
        ("kind: release\ncount: many", ["yaml.wrong-type a.md:4:8"]),
        ("kind: release\nopen: 1", ["yaml.wrong-type a.md:4:7"]),
        ("kind: release\naffected: a", ["yaml.wrong-type a.md:4:11"]),
        ("kind: release\nfixed_in: [a]", ["yaml.wrong-type a.md:4:11"]),
        ("kind: release\naffectd: [a]", ["yaml.unknown-key a.md:4:1"]),
        ("kind: release\nrelated: ../index.md", []),
        ("kind: release\nrelated: ../../b.md", []),
        ("kind: release\nrelated: c.md", ["link.page-missing a.md:4:10"]),
    ])
    func pagesBelowTheFolderHaveItsTypedKeys(lines: String, findings: [String]) throws {
        #expect(
            try site(lines).findings.map { $0.replacing("Content/pages/notices/2025/", with: "") }
                == findings)
    }

    @Test func theirKeysAreErrorsElsewhere() throws {
        let site = try site("kind: release")
        try site.project.add("-- Content/pages/b.md --\n---\ntitle: B\nkind: release\n---\n")
        #expect(try BuiltSite(site.project).findings == ["yaml.unknown-key Content/pages/b.md:3:1"])
    }

    @Test func aFolderOfAnUnknownCollectionIsAnErrorWithTheNearest() throws {
        let site = try site("kind: release")
        try site.project.add("-- Content/pages/notices/folder.yml --\ncollection: notice\n")
        let again = try BuiltSite(site.project)
        let finding = "yaml.unknown-value Content/pages/notices/folder.yml:1:13"
        #expect(again.findings.contains(finding))
        #expect(again.finding("yaml.unknown-value")?.fix == .replace(with: "notices"))
    }
}
