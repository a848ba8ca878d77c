import Foundation
import TestSupport
import Testing

/// What was published stays, or redirects, or says that it is gone: seen from the command line.
@Suite struct LedgerCommandTests {
    private static let project = """
        -- Content/site.yml --
        title: Example
        url: https://www.example.jp/
        -- Content/pages/index.md --
        ---
        title: Home
        ---
        ## 責任分界

        Text.

        """

    private func published() async throws -> TemporaryProject {
        let project = try TemporaryProject(Self.project)
        let run = try await project.run("publish", "--as-of", "2026-01-15")
        try #require(run.status == 0, "\(run.stderr)")
        return project
    }

    private func ledger(_ project: TemporaryProject) throws -> String {
        try project.folder.text(of: "Content/published.tsv")
    }

    @Test func theFirstPublicationWritesTheLedger() async throws {
        let project = try await published()
        #expect(
            try ledger(project) == """
                # url\tanchor\toutputs\tfirst published (version 1) at https://www.example.jp/
                /\t\tpublic\t2026-01-15
                /\t責任分界\tpublic\t2026-01-15

                """)
    }

    @Test func aBuildThatWouldLoseAnAnchorSaysWhichAndWhatToAdd() async throws {
        let project = try await published()
        try project.folder.write(
            "---\ntitle: Home\n---\n## 責任の分界点\n\nText.\n", to: "Content/pages/index.md")
        for command in ["build", "check", "publish"] {
            let run = try await project.run(command, "--lang", "en")
            #expect(run.status == 1, "\(command)")
            #expect(run.stderr.contains("Content/pages/index.md"))
            #expect(run.stderr.contains("'/#責任分界'"))
            #expect(
                run.stderr.contains(
                    "add to Content/redirects.yml: - {from: /#責任分界, to: /#責任の分界点}"))
        }
        let link = project.url.appending(path: "Site/current").path
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "generations/1")
        try project.folder.write(
            "- {from: /#責任分界, to: /#責任の分界点}\n", to: "Content/redirects.yml")
        let run = try await project.run("publish", "--as-of", "2026-02-01")
        #expect(run.status == 0, "\(run.stderr)")
        #expect(
            try ledger(project).hasSuffix(
                "/\t責任の分界点\tpublic\t2026-02-01\n/\t責任分界\tpublic\t2026-01-15\n"))
        let page = try project.folder.text(of: "Site/current/public/index.html")
        #expect(page.contains("<p id=\"責任分界\">"))
    }

    @Test func onlyAPublicationWritesTheLedgerAndOnlyWhereItSucceeds() async throws {
        let project = try TemporaryProject(Self.project)
        #expect(try await project.run("build").status == 0)
        #expect(!project.folder.has("Content/published.tsv"))
        try project.folder.write("---\ntitle: A\n---\n[x](gone.md)\n", to: "Content/pages/a.md")
        #expect(try await project.run("publish").status == 1)
        #expect(!project.folder.has("Content/published.tsv"))
    }

    @Test(arguments: ["missing", "empty", "shorter", "another"])
    func aLedgerThatHasLostLinesForbidsEverything(how: String) async throws {
        let project = try await published()
        let whole = try ledger(project)
        try project.folder.remove("Content/published.tsv")
        let kept = whole.split(separator: "\n", omittingEmptySubsequences: false)
        switch how {
        case "empty": try project.folder.write("", to: "Content/published.tsv")
        case "shorter":
            try project.folder.write(
                kept.prefix(2).joined(separator: "\n") + "\n", to: "Content/published.tsv")
        case "another":
            try project.folder.write(
                whole.replacing("\t責任分界\t", with: "\tほか\t"), to: "Content/published.tsv")
        default: break
        }
        for command in ["build", "check", "publish"] {
            let run = try await project.run(command, "--lang", "en")
            #expect(run.status == 1, "\(command)")
            #expect(run.stderr.contains("error[publish.ledger-lines-lost]"), "\(run.stderr)")
        }
        try project.folder.write(whole, to: "Content/published.tsv")
        let run = try await project.run("publish", "--as-of", "2026-01-15", "--lang", "en")
        #expect(run.status == 0 && run.stderr.contains("generation 1 stays"), "\(run.stderr)")
    }

    @Test func aMergeThatLosesALineAndAddsOthersIsTold() async throws {
        let project = try await published()
        let whole = try ledger(project)
        try project.folder.remove("Content/published.tsv")
        try project.folder.write(
            whole.replacing(
                "/\t責任分界\tpublic\t2026-01-15\n",
                with: "/b/\t\tpublic\t2026-01-15\n/c/\t\tpublic\t2026-01-15\n"),
            to: "Content/published.tsv")
        let run = try await project.run("check", "--lang", "ja")
        #expect(run.status == 1)
        #expect(run.stderr.contains("失われた行: /#責任分界（public）"), "\(run.stderr)")
        // A copy for which the log does not vouch counts for nothing.
        try project.folder.remove("Site/published.tsv")
        try project.folder.write(
            whole + "/z/\t\tpublic\t2026-01-15\n", to: "Site/published.tsv")
        try project.folder.remove("Content/published.tsv")
        try project.folder.write(whole, to: "Content/published.tsv")
        #expect(try await project.run("check").status == 0)
    }

    @Test func aSiteThatMovesToAnotherAddressLosesEverything() async throws {
        let project = try await published()
        try project.folder.remove("Content/site.yml")
        try project.folder.write(
            "title: Example\nurl: https://www.example.jp/new/\n", to: "Content/site.yml")
        let run = try await project.run("publish", "--as-of", "2026-01-15", "--lang", "en")
        #expect(run.status == 1)
        #expect(
            run.stderr.contains("Content/published.tsv:1:53: error[publish.ledger-address]"),
            "\(run.stderr)")
        let moved = try ledger(project).replacing("example.jp/", with: "example.jp/new/")
        try project.folder.remove("Content/published.tsv")
        try project.folder.write(moved, to: "Content/published.tsv")
        #expect(try await project.run("publish", "--as-of", "2026-01-15").status == 0)
    }

    @Test func whereSiteIsFreshTheLedgerAloneCounts() async throws {
        let project = try await published()
        let whole = try ledger(project)
        try project.folder.remove("Site")
        #expect(try await project.run("check").status == 0)
        try project.folder.remove("Content/published.tsv")
        #expect(try await project.run("publish", "--as-of", "2026-01-15").status == 0)
        #expect(try ledger(project) == whole)
        #expect(try await project.run("log", "--verify").status == 0)
    }

    @Test func nothingIsLiveBeforeItIsInTheLedger() async throws {
        let project = try TemporaryProject(Self.project)
        try project.folder.write("", to: "Site/.current-new/x")
        let run = try await project.run("publish", "--as-of", "2026-01-15")
        #expect(run.status == 2, "the switch fails: \(run.stderr)")
        #expect(!project.folder.has("Site/current"))
        #expect(try ledger(project).contains("/\t責任分界\tpublic\t2026-01-15\n"))
        try project.folder.remove("Content/published.tsv")
        try project.folder.remove("Site/.current-new")
        #expect(try await project.run("publish").status == 0, "nothing of it was live")
    }

    @Test func aLedgerThatCannotBeReadForbidsPublishing() async throws {
        let project = try await published()
        let damaged = "<<<<<<< HEAD\n" + (try ledger(project))
        try project.folder.write(damaged, to: "Content/published.tsv")
        let run = try await project.run("publish", "--lang", "en")
        #expect(run.status == 1)
        #expect(run.stderr.contains("Content/published.tsv:1:1: error[publish.ledger-conflict]"))
        #expect(try ledger(project) == damaged)
    }

    @Test func redirectsOfWebServersBelongToTheGeneration() async throws {
        let project = try await published()
        try project.folder.write(
            "- {from: /古い/, to: /}\n- {from: /x/, gone: true}\n", to: "Content/redirects.yml")
        #expect(try await project.run("publish").status == 0)
        #expect(
            try project.folder.text(of: "Site/current/public.redirects.map") == """
                # $uri → Location; gone: 410
                "/x/" "gone";
                "/古い/" "/";

                """)
        #expect(
            try project.folder.text(of: "Site/current/public/_redirects")
                == "/x/ /x/ 410\n/%E5%8F%A4%E3%81%84/ / 301\n")
        #expect(try await project.run("rollback").status == 0)
        try project.folder.write("# harmless\n", to: "Site/generations/2/public.redirects.map")
        #expect(try await project.run("rollback", "2").status == 1, "it is not what was published")
    }
}
