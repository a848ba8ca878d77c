import Building
import Core
import SiteFixtures
import TestSupport
import Testing

@testable import Labels

@Suite struct EffectiveLabelTests {
    private func page(_ path: String, _ lines: String = "", text: String = "Text.") -> String {
        LabelledSite.page(path, lines, text: text)
    }

    /// The outputs that hold a page.
    private func outputs(of path: String, in site: BuiltSite) -> [String] {
        ["public", "members", "staff"].filter { site.files["\($0)/\(path)/index.html"] != nil }
    }

    @Test func anOutputHoldsExactlyWhatItsClearanceAllows() throws {
        let site = try LabelledSite.build(
            page("open.md", "label: public\n"), page("plain.md"),
            page("closed.md", "label: internal\n"),
            page("marked.md", "label: public\nhandling: [no-print]\n"))
        #expect(site.findings == [])
        #expect(outputs(of: "open", in: site) == ["public", "members", "staff"])
        #expect(outputs(of: "plain", in: site) == ["members", "staff"])
        #expect(outputs(of: "closed", in: site) == ["staff"])
        #expect(outputs(of: "marked", in: site) == ["staff"])
    }

    @Test func theNearestFoldersDefaultHoldsAndEveryFloorAboveLifts() throws {
        let site = try LabelledSite.build(
            "-- Content/pages/a/folder.yml --\nlabel: public\n",
            "-- Content/pages/a/b/folder.yml --\nlabel: internal\n",
            "-- Content/pages/c/folder.yml --\nfloor: members\n",
            "-- Content/pages/c/d/folder.yml --\nlabel: public\nfloor: public\n",
            "-- Content/pages/c/e/folder.yml --\nfloor: internal\n",
            page("a/x.md"), page("a/b/x.md"), page("a/b/y.md", "label: public\n"), page("c/x.md"),
            page("c/d/x.md"), page("c/e/x.md"))
        #expect(site.findings == [])
        #expect(outputs(of: "a/x", in: site) == ["public", "members", "staff"])
        #expect(outputs(of: "a/b/x", in: site) == ["staff"])
        #expect(outputs(of: "a/b/y", in: site) == ["public", "members", "staff"])
        #expect(outputs(of: "c/x", in: site) == ["members", "staff"])
        #expect(outputs(of: "c/d/x", in: site) == ["members", "staff"])
        #expect(outputs(of: "c/e/x", in: site) == ["staff"])
    }

    @Test func anOwnLabelBelowAFloorIsAnErrorThatShowsTheFloor() throws {
        let site = try LabelledSite.build(
            "-- Content/pages/a/folder.yml --\norder: 1\nfloor: internal\n",
            page("a/b/x.md", "label: members\n"))
        #expect(site.findings == ["label.below-floor Content/pages/a/b/x.md:3:8"])
        let finding = try #require(site.finding("label.below-floor"))
        #expect(finding.fix == .replace(with: "internal"))
        #expect(site.source(under: finding.notes.first?.span) == "internal")
    }

    @Test(arguments: [
        ("label: pubic\n", "label.unknown-level 3:8"),
        ("label: Public\n", "label.unknown-level 3:8"),
        ("handling: [no-prnit]\n", "label.unknown-handling 3:12"),
    ])
    func anUnknownLabelIsReportedWithTheNearest(lines: String, finding: String) throws {
        let site = try LabelledSite.build(page("a.md", lines))
        #expect(
            site.findings.map { $0.replacing("Content/pages/a.md:", with: "") } == [finding])
        #expect(site.report.diagnostics[0].fix != nil)
    }

    @Test func unknownLabelsOfFoldersOutputsUploadsAndPortionsAreErrorsToo() throws {
        let site = try BuiltSite(
            LabelledSite.settings.replacing("clearance: members", with: "clearance: member")
                + LabelledSite.labels + "-- Content/pages/folder.yml --\nlabel: pubic\nfloor: x\n"
                + "-- Content/uploads/a.txt --\n-- Content/uploads/a.txt.yml --\nlabel: intern\n"
                + page(
                    "index.md", "label: public\n",
                    text: "[a](/uploads/a.txt)\n\n:::label intrenal\nx\n:::\n\n:::label\ny\n:::")
                + page("handbook/index.md"))
        #expect(
            site.findings == [
                "label.unknown-level Content/pages/folder.yml:1:8",
                "label.unknown-level Content/pages/folder.yml:2:8",
                "label.unknown-level Content/pages/index.md:7:1",
                "markdown.container-arguments Content/pages/index.md:11:1",
                "label.unknown-level Content/site.yml:13:24",
                "label.unknown-level Content/uploads/a.txt.yml:1:8",
            ])
    }

    @Test func withoutADefaultAnUnlabelledPageIsAnError() throws {
        let site = try BuiltSite(
            LabelledSite.settings + LabelledSite.labels.replacing("default: members\n", with: "")
                + page("index.md", "label: public\n") + page("handbook/index.md"))
        #expect(site.findings == ["label.missing Content/pages/handbook/index.md:1:1"])
    }

    @Test func withoutASchemeEveryLabelIsAnError() throws {
        let site = try BuiltSite(
            "-- Content/pages/folder.yml --\nfloor: a\n"
                + page("a.md", "label: public\n", text: ":::label public\nx\n:::")
                + page("b.md", "handling: [no-print]\n"))
        #expect(
            site.findings == [
                "label.no-scheme Content/pages/a.md:3:8", "label.no-scheme Content/pages/a.md:5:1",
                "label.no-scheme Content/pages/b.md:3:12",
                "label.no-scheme Content/pages/folder.yml:1:8",
            ])
    }

    @Test func aPortionIsSeenOnlyWhereItsLabelIsCleared() throws {
        let site = try LabelledSite.build(
            page(
                "a.md", "label: public\n",
                text: """
                    ## Open

                    :::label internal
                    ## Hidden

                    Secret.[^1]

                    [^1]: Footnote.
                    :::
                    """))
        #expect(site.findings == [])
        let open = site.text("public/a/index.html")
        for word in ["Hidden", "Secret", "Footnote"] {
            #expect(!open.contains(word))
            #expect(site.text("staff/a/index.html").contains(word))
        }
        #expect(site.text("members/a/index.html").contains("Open"))
        #expect(!site.text("members/a/index.html").contains("Hidden"))
    }

    @Test func anUploadGoesOnlyWhereAPageRefersToIt() throws {
        let svg = #"<svg xmlns="http://www.w3.org/2000/svg"/>"#
        let site = try LabelledSite.build(
            page("a.md", "label: public\n", text: "![Figure](/uploads/open.svg)"),
            page("b.md", "label: internal\n", text: "[File](../uploads/closed.pdf)"),
            "-- Content/uploads/open.svg --\n\(svg)\n-- Content/uploads/open.svg.yml --\n"
                + "label: public\n-- Content/uploads/closed.pdf --\npdf\n",
            "-- Content/uploads/unused.txt --\nx\n")
        #expect(site.findings == [])
        #expect(site.text("public/uploads/open.svg") == svg + "\n")
        #expect(site.files["public/uploads/closed.pdf"] == nil)
        #expect(site.text("staff/uploads/closed.pdf").hasPrefix("%PDF-1.4\n%pdf\n"))
        #expect(site.files["staff/uploads/unused.txt"] == nil)
        #expect(
            site.report.accounting.excludedBecause.map { "\($0.reason) \($0.count)" }
                == ["unreferenced 1"])
    }

    @Test func anUploadWithoutALabelTakesTheDefaultOfItsFolderOrOfTheScheme() throws {
        let site = try LabelledSite.build(
            page("a.md", "label: internal\n", text: "[a](/uploads/a.txt) [b](/uploads/x/b.txt)"),
            page("b.md", "label: public\n", text: "[c](/uploads/x/y/c.txt) [d](/uploads/x/d.txt)"),
            "-- Content/uploads/a.txt --\n-- Content/uploads/x/b.txt --\n-- Content/uploads/x/d.txt --\n",
            "-- Content/uploads/x/y/c.txt --\n-- Content/uploads/x/folder.yml --\nlabel: internal\n",
            "-- Content/uploads/x/d.txt.yml --\nlabel: public\n",
            "-- Content/uploads/x/y/folder.yml --\nlabel: public\n")
        #expect(site.findings == [])
        let held = site.files.keys.filter { $0.contains("/uploads/") }.sorted()
        #expect(
            held == [
                "members/uploads/x/d.txt", "members/uploads/x/y/c.txt", "public/uploads/x/d.txt",
                "public/uploads/x/y/c.txt", "staff/uploads/a.txt", "staff/uploads/x/b.txt",
                "staff/uploads/x/d.txt",
                "staff/uploads/x/y/c.txt",
            ])
    }

    @Test func anUploadsOwnLabelBelowItsFoldersFloorIsAnError() throws {
        let site = try LabelledSite.build(
            "-- Content/uploads/x/folder.yml --\nfloor: internal\n-- Content/uploads/x/a.txt --\n",
            "-- Content/uploads/x/a.txt.yml --\nlabel: members\n")
        #expect(site.findings == ["label.below-floor Content/uploads/x/a.txt.yml:1:8"])
    }

    @Test func withoutADefaultAnUnlabelledUploadRanksHighestAndIsWarnedOf() throws {
        let settings =
            LabelledSite.settings
            + LabelledSite.labels.replacing("default: members\n", with: "")
            + page("index.md", "label: public\n")
        let quiet = try BuiltSite(
            settings
                + page(
                    "handbook/index.md", "label: internal\nhandling: [no-print]\n",
                    text: "![図](/uploads/a.txt)")
                + "-- Content/uploads/a.txt --\n")
        #expect(quiet.findings == ["label.upload-unlabelled Content/uploads/a.txt"])
        #expect(
            quiet.files.keys.filter { $0.hasSuffix("uploads/a.txt") } == ["staff/uploads/a.txt"])
        let leaking = try BuiltSite(
            settings + page("handbook/index.md", "label: public\n", text: "![図](/uploads/a.txt)")
                + "-- Content/uploads/a.txt --\n")
        #expect(leaking.findings.contains { $0.hasPrefix("label.upload-too-high ") })
    }

    @Test func theLabelIsShownInWordsAndInTheHead() throws {
        let site = try LabelledSite.build(page("a.md"), page("a.en.md"))
        #expect(site.text("members/a/index.html").contains("content=\"会員限定\""))
        #expect(site.text("members/a/index.html").contains("<strong>会員限定</strong>"))
        #expect(site.text("members/en/a/index.html").contains("<strong>Members</strong>"))
    }
}
