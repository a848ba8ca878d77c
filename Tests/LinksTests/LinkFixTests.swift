import Building
import Core
import Foundation
import SiteFixtures
import TestSupport
import Testing

/// `links fix`: the links to what has moved, in the form in which they were written.
@Suite struct LinkFixTests {
    private static let settings = """
        -- Content/site.yml --
        title: Example
        url: https://www.example.jp/base/
        languages: [ja, en]
        navigation:
          - page: guide/start.md

        """

    private func page(_ path: String, _ text: String, lines: String = "") -> String {
        "-- Content/pages/\(path) --\n---\ntitle: \(path)\n\(lines)---\n\(text)\n"
    }

    private func prepared(_ project: TemporaryProject) throws -> PreparedBuild {
        try PreparedBuild(
            BuildOptions(
                project: project.url.path,
                asOf: .moment(Moment(secondsSince1970: 1_768_435_200, zone: .utc)), jobs: 2))
    }

    private func move(_ project: TemporaryProject, _ old: String, _ new: String) throws {
        let target = project.folder.url(of: "Content/pages/" + new)
        try FileManager.default.createDirectory(
            at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
        try FileManager.default.moveItem(
            at: project.folder.url(of: "Content/pages/" + old), to: target)
    }

    @discardableResult
    private func fix(_ project: TemporaryProject, _ moves: [PageMove]) throws -> LinkFix {
        let fix = try #require(try prepared(project).fixingLinks(after: moves))
        for (file, edits) in Dictionary(grouping: fix.edits, by: \.file) {
            let old = project.folder.has(file) ? try project.folder.bytes(of: file) : []
            try project.folder.write(try applying(edits, to: old), to: file)
        }
        return fix
    }

    @Test(arguments: [
        ("[x](start.md)", "[x](../help/初めに.md)"),
        ("[x](./start.md#a)", "[x](../help/初めに.md#a)"),
        ("[x](start.en.md)", "[x](../help/初めに.en.md)"),
        ("[x](/guide/start.md)", "[x](/help/初めに.md)"),
        ("[x](/guide/start/#a)", "[x](/help/初めに/#a)"),
        ("[x](/guide/start)", "[x](/help/初めに)"),
        ("[x](/guide/start/index.html?q=1)", "[x](/help/初めに/index.html?q=1)"),
        ("[x](/en/guide/start/)", "[x](/en/help/初めに/)"),
        ("[x](start/)", "[x](../help/初めに/)"),
        ("[x](<start.md> \"title\")", "[x](<../help/初めに.md> \"title\")"),
        ("[x](st%61rt.md)", "[x](../help/%E5%88%9D%E3%82%81%E3%81%AB.md)"),
        (
            "<https://www.example.jp/base/guide/start/>",
            "<https://www.example.jp/base/help/%E5%88%9D%E3%82%81%E3%81%AB/>"
        ),
        ("[a][b]\n\n[b]: start.md 'title'", "[a][b]\n\n[b]: ../help/初めに.md 'title'"),
        (
            "[start.md]\n\n```\n[start.md]: start.md\n```\n\n> [start.md]: start.md",
            "[start.md]\n\n```\n[start.md]: start.md\n```\n\n> [start.md]: ../help/初めに.md"
        ),
        ("[![](/uploads/x.png)](start.md)", "[![](/uploads/x.png)](../help/初めに.md)"),
        ("<a href='start.md'>x</a>", "<a href='../help/初めに.md'>x</a>"),
        ("<a href=start.md>x</a>", "<a href=../help/初めに.md>x</a>"),
        ("| a |\n|---|\n| [x](start.md) |", "| a |\n|---|\n| [x](../help/初めに.md) |"),
        ("`[x](start.md)` [start.md](start.md)", "`[x](start.md)` [start.md](../help/初めに.md)"),
        ("[x](other.md) start.md <!-- start.md -->", "[x](other.md) start.md <!-- start.md -->"),
        ("text[^1]\n\n[^1]: [x](start.md)", "text[^1]\n\n[^1]: [x](../help/初めに.md)"),
    ])
    func aLinkKeepsTheFormInWhichItWasWritten(_ old: String, _ new: String) throws {
        for end in ["\n", "\r\n"] {
            let text = "---\ntitle: A\n---\n" + old
            let project = try TemporaryProject(
                Self.settings + page("guide/other.md", "x") + page("guide/start.md", "## a")
                    + page("guide/start.en.md", "## a") + "-- Content/uploads/x.png --\n")
            try project.folder.write(
                "\u{FEFF}" + text.replacing("\n", with: end), to: "Content/pages/guide/a.md")
            try move(project, "guide/start.md", "help/初めに.md")
            try move(project, "guide/start.en.md", "help/初めに.en.md")
            let done = try fix(project, [PageMove(from: "guide/start.md", to: "help/初めに.md")])
            #expect(done.left.isEmpty)
            #expect(
                try project.folder.text(of: "Content/pages/guide/a.md")
                    == "\u{FEFF}" + ("---\ntitle: A\n---\n" + new).replacing("\n", with: end))
            #expect(
                try project.folder.text(of: "Content/site.yml").contains("page: help/初めに.md"))
            #expect(
                try project.folder.text(of: "Content/redirects.yml") == """
                    - {from: /en/guide/, to: /en/help/}
                    - {from: /en/guide/start/, to: /en/help/初めに/}
                    - {from: /guide/start/, to: /help/初めに/}

                    """)
            #expect(
                try fix(project, [PageMove(from: "guide/start.md", to: "help/初めに.md")])
                    .edits.isEmpty, "a second run finds nothing")
        }
    }

    @Test func linksWithinAPageThatMovedCountFromItsNewFolder() throws {
        let project = try TemporaryProject(
            Self.settings
                + page(
                    "guide/start.md",
                    "[a](other.md) [b](deep/x.md#y) [c](/guide/other/) [d](#here) ![](../../uploads/x.png)\n"
                        + "\n## here", lines: "")
                + page("guide/other.md", "x") + page("guide/deep/x.md", "## y")
                + "-- Content/uploads/x.png --\n")
        try move(project, "guide/start.md", "guide/deep/er/start.md")
        try fix(project, [PageMove(from: "guide/start.md", to: "guide/deep/er/start.md")])
        let text = try project.folder.text(of: "Content/pages/guide/deep/er/start.md")
        #expect(
            text.contains(
                "[a](../../other.md) [b](../x.md#y) [c](/guide/other/) [d](#here) "
                    + "![](../../../../uploads/x.png)"))
        #expect(!(try BuiltSite(project).report.diagnostics.hasErrors))
    }

    @Test func redirectsKeepTheirCommentsAndNeverFormAChain() throws {
        let project = try TemporaryProject(
            Self.settings + page("guide/start.md", "## a")
                + """
                -- Content/redirects.yml --
                # former
                - {from: /old/, to: "/guide/start/#a"}  # kept
                - {from: /guide/start/#b, to: /guide/start/#a}

                """)
        try move(project, "guide/start.md", "b.md")
        try fix(project, [PageMove(from: "guide/start.md", to: "b.md")])
        #expect(
            try project.folder.text(of: "Content/redirects.yml") == """
                # former
                - {from: /old/, to: "/b/#a"}  # kept
                - {from: /b/#b, to: /b/#a}
                - {from: /guide/, to: /}
                - {from: /guide/start/, to: /b/}

                """)
        try move(project, "b.md", "guide/start.md")
        try fix(project, [PageMove(from: "b.md", to: "guide/start.md")])
        let after = try project.folder.text(of: "Content/redirects.yml")
        #expect(!after.contains("from: /guide/start/,"), "the page is there again")
        #expect(after.contains("- {from: /b/, to: /guide/start/}"))
    }

    @Test func aFolderMovesWithAllThatIsInIt() throws {
        let project = try TemporaryProject(
            Self.settings + page("guide/start.md", "[x](deep/y.md)") + page("guide/deep/y.md", "y")
                + page("index.md", "[a](guide/start.md) [b](/guide/deep/) [c](/guide/)"))
        try move(project, "guide", "help")
        let build = try prepared(project)
        let (moves, problem) = build.moves(from: "guide/", to: "Content/pages/help")
        #expect(problem == nil)
        try fix(project, moves)
        #expect(
            try project.folder.text(of: "Content/pages/index.md")
                .contains("[a](help/start.md) [b](/help/deep/) [c](/help/)"))
        #expect(
            try project.folder.text(of: "Content/pages/help/start.md").contains("[x](deep/y.md)"))
        #expect(!(try BuiltSite(project).report.diagnostics.hasErrors))
    }

    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func afterRandomMovesEveryLinkLeadsToThePageItLedTo(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        let folders = ["", "a/", "a/b/", "a/b/c/", "製品/", "x y/"]
        var paths: [String] = []
        for number in 0..<200 {
            paths.append((folders.randomElement(using: &random) ?? "") + "p\(number).md")
        }
        let site = RandomLinks(paths: paths)
        let project = try TemporaryProject(
            Self.settings.replacing("guide/start.md", with: paths[0]))
        for index in paths.indices {
            try project.folder.write(
                site.text(of: index, &random), to: "Content/pages/" + paths[index])
        }
        let before = try targets(project)
        try #require(before.count == 200)
        var moves: [PageMove] = []
        for index in paths.indices where Int.random(in: 0..<4, using: &random) == 0 {
            let to = (folders.randomElement(using: &random) ?? "") + "q\(index).md"
            try move(project, paths[index], to)
            moves.append(PageMove(from: paths[index], to: to))
        }
        let done = try fix(project, moves)
        #expect(done.left.isEmpty)
        #expect(try targets(project) == before, "by title: the links of each page")
        #expect(try fix(project, moves).edits.isEmpty)
    }

    /// By the title of each page: the titles of the pages that its links lead to.
    private func targets(_ project: TemporaryProject) throws -> [String: [String]] {
        let site = try BuiltSite(project)
        #expect(!site.report.diagnostics.hasErrors, "\(site.findings.prefix(5))")
        var titles: [String: String] = [:]
        var links: [String: [String]] = [:]
        for (path, bytes) in site.files where path.hasSuffix("/index.html") {
            let html = String(decoding: bytes, as: UTF8.self)
            guard let id = html.firstMatch(of: #/<p id="me">(P\d+)</p>/#)?.output.1 else {
                continue
            }
            titles[String(path.dropFirst("public".count).dropLast("index.html".count))] = String(id)
            links[String(id)] = html.matches(of: #/<b><a href="([^"#]*)/#).map {
                let url = String($0.output.1)
                return url.removingPercentEncoding ?? url
            }
        }
        return links.mapValues { urls in
            urls.map { url in
                let path = url.replacing("https://www.example.jp", with: "")
                return titles[String(path.dropFirst("/base".count))] ?? "nothing at \(url)"
            }
        }
    }
}

/// Pages full of links to each other in every form.
private struct RandomLinks {
    let paths: [String]

    func text(of index: Int, _ random: inout SplitMix) -> String {
        var text = "---\ntitle: P\(index)\n---\n<p id=\"me\">P\(index)</p>\n\n"
        var definitions = ""
        for number in 0..<6 {
            let target = paths[Int.random(in: paths.indices, using: &random)]
            let here = paths[index].split(separator: "/").dropLast().map(String.init)
            let up = String(repeating: "../", count: here.count)
            let url = "/" + target.dropLast(3).replacing(" ", with: "-") + "/"
            switch Int.random(in: 0..<7, using: &random) {
            case 0: text += "<b>[x](<\(up)\(target)>)</b>\n"
            case 1: text += "<b>[x](</\(target)> \"t\")</b>\n"
            case 2: text += "<b>[x](\(url)#me)</b>\n"
            case 3:
                text += "<b>[x][r\(number)]</b>\n"
                definitions += "[r\(number)]: <\(up)\(target)>\n"
            case 4: text += "<b><a href=\"\(up)\(target)\">x</a></b>\n"
            case 5:
                let encoded = target.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed)
                text += "<b>[x](\(up)\(encoded ?? target))</b>\n"
            default: text += "<b><a href='\(url)'>x</a></b>\n"
            }
        }
        return text + "\n" + definitions
    }
}
