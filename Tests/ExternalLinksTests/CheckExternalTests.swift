import Foundation
import TestSupport
import Testing

/// `hakusho check --external`, run as its users run it.
@Suite struct CheckExternalTests {
    private func project(_ server: LoopbackServer, _ settings: String = "") throws
        -> TemporaryProject
    {
        try TemporaryProject(
            """
            -- Content/site.yml --
            title: Example
            url: https://www.example.jp/
            navigation: [{url: "\(server.origin)/nav", title: N}]
            security_txt: {contact: ["https://10.0.0.1/report"], expires: 2026-06-01}
            external_links:
              allow_addresses: [127.0.0.0/8]
              interval: 0s
            \(settings.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n"))
            -- Content/redirects.yml --
            - {from: /old/, to: "\(server.origin)/redirect"}
            -- Content/pages/index.md --
            ---
            title: Home
            ---
            See [a](\(server.origin)/a), <a href="\(server.origin)/raw">raw</a>,
            ![picture](\(server.origin)/picture.png) and [gone](\(server.origin)/gone).
            `\(server.origin)/code` is none.
            """)
    }

    @Test func linksOfAllKindsAreAskedAndAFailureIsAWarningUntilItHasLasted() async throws {
        let server = try await LoopbackServer { .status($0.path == "/gone" ? 410 : 200) }
        let project = try project(server)
        let first = try await project.run("check", "--external", "--as-of", "2026-01-15")
        #expect(first.status == 0)
        #expect(first.stdout == "")
        #expect(
            Set(server.requests) == [
                "HEAD /a", "HEAD /raw", "HEAD /picture.png", "HEAD /nav", "HEAD /redirect",
                "HEAD /gone", "GET /gone",
            ])
        #expect(first.stderr.contains("cannot be reached: the page is gone (410)"))
        #expect(first.stderr.contains("warning[link.external-refused]: 'https://10.0.0.1/report'"))
        #expect(
            first.stderr.hasSuffix(
                "external links: 7 on 2 hosts: 5 ok, 1 unreachable, 1 refused\n"))
        #expect(project.folder.has(".hakusho/external-links.tsv"))
        #expect(try project.folder.text(of: ".hakusho/.gitignore") == "*\n")

        _ = try await project.run("check", "--external", "--as-of", "2026-01-16")
        let third = try await project.run(
            "check", "--external", "--as-of", "2026-01-17", "--lang", "ja")
        #expect(third.status == 1)
        #expect(third.stderr.contains("エラー[link.external-broken]"))
        #expect(third.stderr.contains("外部リンク 7 件（2 ホスト）: 正常 5（うち記録済み 5）"))
    }

    @Test func aPlainCheckAsksNobody() async throws {
        let server = try await LoopbackServer { _ in .status(200) }
        let project = try project(server)
        let run = try await project.run("check", "--as-of", "2026-01-15")
        #expect(run.status == 0 && server.requests == [])
        #expect(!project.folder.has(".hakusho"))
    }

    @Test func machinesReadTheSameFindingsAndTheMemoryGoesWhereItIsTold() async throws {
        let server = try await LoopbackServer { .status($0.path == "/gone" ? 404 : 200) }
        let project = try project(server)
        let run = try await project.run(
            "check", "--external", "--as-of", "2026-01-15", "--format", "json", "--cache",
            "ci/links.tsv")
        #expect(run.status == 0 && run.stderr == "")
        #expect(run.stdout.contains("\"link.external-unreachable\""))
        #expect(project.folder.has("ci/links.tsv") && !project.folder.has(".hakusho"))
        let strict = try await project.run(
            "check", "--external", "--as-of", "2026-01-15", "--cache", "ci/links.tsv", "--strict")
        #expect(strict.status == 1)
    }

    @Test func acceptAndExcludeOfSiteYmlHold() async throws {
        let server = try await LoopbackServer { .status($0.path == "/gone" ? 403 : 200) }
        let project = try project(server, "accept: [403]\nexclude: [\"*/picture.png\"]")
        let run = try await project.run("check", "--external", "--as-of", "2026-01-15")
        #expect(!server.requests.contains("HEAD /picture.png"))
        #expect(run.stderr.hasSuffix("7 on 2 hosts: 5 ok, 1 refused, 1 left out\n"))
    }

    @Test func aMemoryThatCannotBeWrittenIsTheMachinesFailure() async throws {
        let server = try await LoopbackServer { _ in .status(200) }
        let project = try project(server)
        try project.folder.write("", to: "file")
        let run = try await project.run(
            "check", "--external", "--as-of", "2026-01-15", "--cache", "file/links.tsv")
        #expect(run.status == 2)
        // What was found without the network is told all the same.
        try project.folder.write("---\ntitle: B\n---\n[x](nowhere.md)\n", to: "Content/pages/b.md")
        let both = try await project.run(
            "check", "--external", "--as-of", "2026-01-15", "--cache", "file/links.tsv")
        #expect(both.status == 2)
        #expect(both.stderr.contains("Content/pages/b.md:4:1: error[link.page-missing]"))
        let machine = try await project.run(
            "check", "--external", "--as-of", "2026-01-15", "--cache", "file/links.tsv",
            "--format", "json")
        #expect(machine.status == 2 && machine.stdout.contains("\"link.page-missing\""))
        let usage = try await project.run("check", "--cache", "x")
        #expect(usage.status == 64)
    }
}
