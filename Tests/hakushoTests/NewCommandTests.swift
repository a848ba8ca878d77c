import Foundation
import TestSupport
import Testing

/// `hakusho new` where nobody is asked.
@Suite struct NewCommandTests {
    private let project: TemporaryProject

    init() throws {
        project = try TemporaryProject(
            """
            -- Content/site.yml --
            title: Example
            url: https://www.example.jp/
            languages: [ja, en]
            collections:
              notices:
                fields:
                  kind: {type: enum, values: [maintenance, release], required: true}
                  affected: {type: list}
            -- Content/labels.yml --
            levels: [{id: public, name: 公開}, {id: internal, name: 社外秘}]
            -- Content/pages/index.md --
            ---
            title: Home
            label: public
            ---
            -- Content/pages/news/folder.yml --
            label: public
            collection: notices
            -- Content/pages/news/index.md --
            ---
            title: News
            ---
            -- Content/pages/internal/folder.yml --
            floor: internal
            """)
    }

    private func text(_ file: String) throws -> String { try project.folder.text(of: file) }

    /// Takes the file's `draft` away, and has the project checked.
    private func expectNoFinding(publishing file: String) async throws {
        let draft = try text(file)
        #expect(draft.contains("\ndraft: true\n"))
        try project.folder.write(draft.replacing("draft: true\n", with: ""), to: file)
        let check = try await project.run("check", "--strict")
        #expect(check.status == 0, "\(check.stderr)")
        #expect(check.stderr.contains(" 0 left out, 0 failed; 0 errors, 0 warnings"))
    }

    @Test func aPageIsMadeAsADraftThatACheckAccepts() async throws {
        let run = try await project.run(
            "new", "page", "guide/start.md", "--title", "A: \"b\" #c", "--label", "public",
            "--description", "No.")
        let file = "Content/pages/guide/start.md"
        #expect(run.status == 0, "\(run.stderr)")
        #expect(run.stdout == file + "\n")
        #expect(run.stderr.hasPrefix("next: write the text in \(file)"))
        #expect(
            try text(file) == """
                ---
                title: "A: \\"b\\" #c"
                description: No.
                label: public
                draft: true
                ---

                ここに本文を書きます。

                """)
        try await expectNoFinding(publishing: file)
    }

    @Test(arguments: [
        ("guide", [], "Content/pages/guide.md"), ("guide/", [], "Content/pages/guide/index.md"),
        ("Content/pages/a/b", [], "Content/pages/a/b.md"),
        ("./a.en.md", [], "Content/pages/a.en.md"),
        ("a", ["--language", "en"], "Content/pages/a.en.md"),
        ("a.ja.md", [], "Content/pages/a.md"), ("案内/はじめに.md", [], "Content/pages/案内/はじめに.md"),
    ])
    func aPathIsReadAsAuthorsWriteIt(path: String, more: [String], file: String) async throws {
        let run = try await BuiltProgram.run(
            ["new", "page", path, "--title", "T", "--label", "public"] + more, in: project.url)
        #expect(run.status == 0, "\(run.stderr)")
        #expect(run.stdout == file + "\n")
        #expect(project.folder.has(file))
    }

    @Test(arguments: [
        (["page"], "name the page's file"),
        (["page", "a.md"], "the title is missing; say it with --title"),
        (["page", "a.md", "--title", "T"], "--label (public, internal)"),
        (["page", "a.md", "--title", " ", "--label", "public"], "--title: an answer is needed"),
        (["page", "a.md", "--title", "a\nb", "--label", "public"], "control characters"),
        (["page", "a.md", "--title", "T", "--label", "publc"], "did you mean 'public'?"),
        (["page", "a.md", "--title", "T", "--language", "fr"], "no language 'fr'"),
        (["page", "a.en.md", "--title", "T", "--language", "ja"], "--language says 'ja'"),
        (["page", "../a.md", "--title", "T", "--label", "public"], "'..' cannot become part"),
        (["page", ".hidden", "--title", "T", "--label", "public"], "'.hidden' cannot become"),
        (["page", "a?.md", "--title", "T", "--label", "public"], "'a?' cannot become"),
        (
            ["page", "a.md", "--title", "T", "--label", "public", "--set", "kind=release"],
            "in no collection"
        ),
        (["page", "a.md", "--title", "T", "--set", "kind"], "--set takes KEY=VALUE"),
        (["notice"], "say it with --title"),
        (
            ["notice", "--title", "T"],
            "'kind' is missing; say it with --set kind=… (maintenance, release)"
        ),
        (["notice", "--title", "T", "--set", "kind=relase"], "did you mean 'release'?"),
        (
            ["notice", "--title", "T", "--set", "kind=release", "--set", "knd=a"],
            "did you mean 'kind'?"
        ),
        (["notice", "--title", "T", "--collection", "notice"], "did you mean 'notices'?"),
        (["notice", "--title", "T", "--date", "tomorrow"], "is invalid for '--date <date>'"),
        (["upload"], "it is the argument <file>"), (["whitepaper"], "it is the argument <id>"),
        (["whitepaper", "a/b", "--title", "T", "--product", "P"], "cannot become part"),
    ])
    func whatIsMissingOrWrongIsToldAndNobodyIsAsked(
        arguments: [String], words: String
    ) async throws {
        let before = project.folder.files()
        let run = try await BuiltProgram.run(
            ["new"] + arguments, in: project.url, standardInput: "typed\n")
        #expect(run.status == 64, "\(arguments)")
        #expect(run.stdout == "")
        #expect(run.stderr.contains(words), "\(run.stderr)")
        #expect(project.folder.files() == before)
    }

    @Test func aFileThatIsThereStaysAndAnErrorLeavesNothing() async throws {
        let page = try await project.run(
            "new", "page", "index.md", "--title", "T", "--label", "public")
        #expect(page.status == 1)
        #expect(page.stderr.contains("Content/pages/index.md is there already"))
        #expect(try text("Content/pages/index.md") == "---\ntitle: Home\nlabel: public\n---\n")
        let before = project.folder.files()
        let low = try await project.run(
            "new", "page", "internal/deep/a.md", "--title", "T", "--label", "public")
        #expect(low.status == 1)
        #expect(low.stdout == "")
        #expect(low.stderr.contains("error[label.below-floor]"))
        #expect(low.stderr.hasSuffix("nothing was made\n"))
        #expect(project.folder.files() == before)
        #expect(!project.folder.has("Content/pages/internal/deep"))
        // Two files of the same URL.
        let twin = try await project.run(
            "new", "page", "news.md", "--title", "T", "--label", "public")
        #expect(twin.status == 1, "\(twin.stdout) \(twin.stderr)")
        #expect(project.folder.files() == before)
    }

    @Test func noLinkLeadsOutOfTheProject() async throws {
        let other = try TemporaryFolder()
        try FileManager.default.createSymbolicLink(
            at: project.folder.url(of: "Content/pages/out"), withDestinationURL: other.url)
        let run = try await project.run(
            "new", "page", "out/a.md", "--title", "T", "--label", "public")
        #expect(run.status == 2, "\(run.stderr)")
        #expect(other.files() == [])
    }

    @Test func aNoticeIsDatedAndHasWhatItsCollectionRequires() async throws {
        let run = try await project.run(
            "new", "notice", "--title", "年末年始の 休業", "--date", "2026-12-01",
            "--set", "kind=maintenance", "--set", "affected=a, b: c")
        let file = "Content/pages/news/2026-12-01-年末年始の-休業.md"
        #expect(run.status == 0, "\(run.stderr)")
        #expect(run.stdout == file + "\n")
        #expect(
            try text(file).hasPrefix(
                """
                ---
                title: "年末年始の 休業"
                date: 2026-12-01
                kind: maintenance
                affected: [a, "b: c"]
                draft: true
                ---

                """))
        try await expectNoFinding(publishing: file)
        let named = try await project.run(
            "new", "notice", "end", "--title", "T", "--set", "kind=release", "--as-of",
            "2027-01-02", "--language", "en", "--format", "json")
        #expect(
            named.stdout == """
                {
                  "version": 1,
                  "files": [
                    "Content/pages/news/2027-01-02-end.en.md"
                  ],
                  "url": "/en/news/2027-01-02-end/"
                }

                """)
        #expect(named.stderr == "")
    }

    @Test func messagesAreInJapaneseToo() async throws {
        let run = try await project.run(
            "new", "page", "a.md", environment: ["LANG": "ja_JP.UTF-8"])
        #expect(run.status == 64)
        #expect(run.stderr == "hakusho: エラー: 題名が必要です。--title で指定してください\n")
        let file = try await project.run("new", "upload", "--lang", "ja")
        #expect(file.status == 64)
        #expect(file.stderr == "hakusho: エラー: コピーするファイルを指定してください（引数 <ファイル>）\n")
    }
}
