import Foundation
import TestSupport
import Testing

/// The PDF of each edition, made by the built program and WeasyPrint.
@Suite(.timeLimit(.minutes(4))) struct WhitepaperPDFTests {
    /// What programs of the system are found with, and what is remembered of the user.
    private static let environment = [
        "LANG": "C.UTF-8", "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
    ]
    private static let pdf = "Site/current/public/w/1.0/whitepaper.pdf"

    private func project() throws -> TemporaryProject {
        try TemporaryProject(
            """
            -- Content/site.yml --
            title: Example
            url: https://www.example.jp/base/
            languages: [ja]
            uploads: {accept_unscanned_files: true}
            -- Content/pages/index.md --
            ---
            title: Home
            ---
            [文書](/w/1.0/whitepaper.pdf)
            -- Content/uploads/a.png --
            picture
            -- Content/whitepapers/w/whitepaper.yml --
            title: 白書
            product: 製品
            standard: 規格
            path: /w/
            pdf: true
            facts: {place: 日本}
            editions:
              - {version: "1.0", date: 2026-01-01, approver: 委員会, summary: 初版}
            -- Content/whitepapers/w/editions/1.0/section-1.md --
            ---
            id: "1"
            title: 目的
            claims: {place: 日本}
            ---
            データは{{fact:place}}にあります。

            ![図の説明](/uploads/a.png)
            """)
    }

    private func build(_ project: TemporaryProject, _ environment: [String: String])
        async throws -> ProgramRun
    {
        try await BuiltProgram.run(
            ["build", "--as-of", "2026-01-15", "--lang", "en"], in: project.url,
            environment: environment)
    }

    @Test func anEditionHasAPDFThatItsPageListsWithItsDigest() async throws {
        let project = try project()
        let run = try await build(project, Self.environment)
        try #require(run.status == 0, "\(run.stderr)")
        let first = try project.folder.bytes(of: Self.pdf)
        let digest = try await ChildProcess.run(
            URL(filePath: "/usr/bin/env"), ["sha256sum", Self.pdf], in: project.url,
            environment: Self.environment, standardInput: "")
        let hex = digest.stdout.prefix(64)
        let page = try project.folder.text(of: "Site/current/public/w/1.0/index.html")
        #expect(page.contains("<code>\(hex)</code>"))
        #expect(page.contains("href=\"/base/w/1.0/whitepaper.pdf\" type=\"application/pdf\""))

        let text = try await ChildProcess.run(
            URL(filePath: "/usr/bin/env"), ["pdftotext", Self.pdf, "-"], in: project.url,
            environment: Self.environment, standardInput: "")
        #expect(text.stdout.contains("データは日本にあります。"), "\(text.stdout)")
        #expect(text.stdout.contains("第1.0版"))

        // Made anew, and found again, it has the same bytes.
        for folder in [".hakusho", "Site"] { try project.folder.remove(folder) }
        #expect(try await build(project, Self.environment).status == 0)
        #expect(try project.folder.bytes(of: Self.pdf) == first)
        #expect(project.folder.files(below: ".hakusho/pdf").contains { $0.hasSuffix(".pdf") })
        let again = try await build(project, Self.environment)
        #expect(again.stderr.contains("nothing changed"), "\(again.stderr)")
    }

    @Test func withoutTheProgramABuildWarnsAndAPublicationIsRefused() async throws {
        let project = try project()
        let nobody = ["LANG": "C.UTF-8", "PATH": "/nowhere"]
        let run = try await build(project, nobody)
        #expect(run.status == 0)
        #expect(run.stderr.contains("whitepaper.yml:5:6: warning[whitepaper.pdf-printer]"))
        #expect(run.stderr.contains("apt-get install weasyprint"))
        #expect(!project.folder.has(Self.pdf))
        let publish = try await BuiltProgram.run(
            ["publish", "--as-of", "2026-01-15"], in: project.url, environment: nobody)
        #expect(publish.status == 1)
    }

    /// An emoji that no installed font has would be left out in silence.
    @Test func whatCannotBePrintedIsAnError() async throws {
        let project = try project()
        try project.folder.write(
            "---\nid: \"1\"\ntitle: 目的\n---\n見えない文字 \u{10FFFD} です。\n",
            to: "Content/whitepapers/w/editions/1.0/section-1.md")
        let run = try await build(project, Self.environment)
        #expect(run.status == 1)
        #expect(run.stderr.contains("error[whitepaper.pdf-failed]"), "\(run.stderr)")
        #expect(run.stderr.contains("U+10FFFD"), "\(run.stderr)")
        #expect(!project.folder.has("Site/current"))
    }

    /// HTML, JSON, CSV and OSCAL are compared with each other in WhitepapersTests; the PDF here,
    /// with the JSON, for the sample's current edition in both languages.
    @Test func thePDFSaysWhatTheOtherFormsSay() async throws {
        let sample = try SampleCopy()
        let run = try await sample.run("build", environment: Self.environment)
        try #require(run.status == 0, "\(run.stderr)")
        let site = sample.project.folder.url(of: "Site/current/public")
        let json = try JSONSerialization.jsonObject(
            with: Data(contentsOf: site.appending(path: "security/whitepaper/1.3/whitepaper.json")))
        let items = try #require((json as? [String: Any])?["items"] as? [[String: Any]])
        #expect(items.count == 47)
        for (language, folder) in [("ja", ""), ("en", "en/")] {
            let edition = site.appending(path: folder + "security/whitepaper/1.3")
            let printed = try await ChildProcess.run(
                URL(filePath: "/usr/bin/env"), ["pdftotext", "-raw", "whitepaper.pdf", "-"],
                in: edition, environment: Self.environment, standardInput: "")
            // Links show their address behind them; a picture's alternative is no printed text.
            let text = Self.joined(printed.stdout).replacing(/<https?:[^>]*>/, with: "")
            let page = try String(
                contentsOf: edition.appending(path: "index.html"), encoding: .utf8)
            let alternatives = page.matches(of: /alt="([^"]+)"/).map {
                Self.joined($0.output.1.replacing("&quot;", with: "\""))
            }
            var place = text.startIndex
            for item in items {
                let statements = try #require(item["statement"] as? [String: [String: Any]])
                let plain = try #require(statements[language]?["plain"] as? String)
                for piece in plain.split(whereSeparator: { $0.isWhitespace || $0 == "。" })
                where !alternatives.contains(where: { $0.contains(piece) }) {
                    let found = try #require(
                        text[place...].range(of: piece), "\(item["id"] ?? ""): \(piece)")
                    place = found.upperBound
                }
            }
        }
    }

    /// A text without its white space: lines break elsewhere on paper.
    private static func joined(_ text: some StringProtocol) -> String {
        String(text.filter { !$0.isWhitespace })
    }
}
