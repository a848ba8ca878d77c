import Foundation
import TestSupport
import Testing

/// The label on paper: a page of several sheets, printed by a real browser.
@Suite struct PrintTests {
    private static let project = """
        -- Content/site.yml --
        title: Example
        url: https://www.example.jp/
        languages: [en]
        outputs:
          members: {clearance: members, handling: [no-copy]}
        -- Content/labels.yml --
        levels: [{id: public}, {id: members, name: Members only}]
        handling: [{id: no-copy, name: Do not copy}]
        profiles:
          tlp: {public: "TLP:CLEAR", members: "TLP:AMBER+STRICT"}
        -- Content/pages/index.md --
        ---
        title: Long
        label: members
        handling: [no-copy]
        ---

        """

    @Test(.timeLimit(.minutes(3))) func theLabelStandsAtHeadAndFootOfEverySheet() async throws {
        let project = try TemporaryProject()
        let text = (0..<120).map { "Paragraph \($0) of a text that needs several sheets.\n\n" }
        try project.add(Self.project + text.joined())
        let build = try await project.run("build")
        try #require(build.status == 0, "\(build.stderr)")
        // Pages name their style sheet from the site's root.
        let page = try String(
            contentsOf: project.folder.url(of: "Site/current/members/index.html"), encoding: .utf8)
        try project.folder.write(
            page.replacing("href=\"/assets/", with: "href=\"assets/"), to: "print/index.html")
        try FileManager.default.copyItem(
            at: project.folder.url(of: "Site/current/members/assets"),
            to: project.folder.url(of: "print/assets"))

        let sheets = try await print(project.folder.url(of: "print"))
        #expect(sheets.count >= 2)
        for (index, sheet) in sheets.enumerated() {
            let lines = sheet.split(separator: "\n").map(String.init)
            let marks = lines.indices.filter {
                lines[$0].contains("Members only, Do not copy")
                    && lines[$0].contains("TLP:AMBER+STRICT")
            }
            #expect(marks.count == 2, "sheet \(index + 1) of \(sheets.count): \(sheet)")
            #expect(marks.first == 0, "the first line of sheet \(index + 1)")
            #expect((marks.last ?? 0) >= lines.count - 2, "the end of sheet \(index + 1)")
        }
        // What a browser prints is an everyday document, which the upload policy lets pass.
        let scan = try await project.run("scan", "--policy", "print/out.pdf")
        #expect(scan.status == 0, "\(scan.stdout) \(scan.stderr)")
        #expect(scan.stdout.hasPrefix("policy-checked\tprint/out.pdf\t"))
    }

    /// Prints `index.html` to PDF and reads it again.
    ///
    /// - Returns: The text of each sheet.
    private func print(_ folder: URL) async throws -> [String] {
        let environment = [
            "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
            "HOME": folder.path, "LANG": "C.UTF-8",
        ]
        let run = { (words: [String]) in
            try await ChildProcess.run(
                URL(filePath: "/usr/bin/env"), words, in: folder, environment: environment)
        }
        let browser = try await run([
            "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
            "--print-to-pdf=out.pdf", "index.html",
        ])
        try #require(browser.status == 0, "run ./hakusho test: \(browser.stderr)")
        let text = try await run(["pdftotext", "-layout", "out.pdf", "-"])
        try #require(text.status == 0, "run ./hakusho test: \(text.stderr)")
        return text.stdout.split(separator: "\u{0C}").map(String.init)
            .filter { $0.contains { !$0.isWhitespace } }
    }
}
