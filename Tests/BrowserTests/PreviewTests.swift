import Browser
import Foundation
import TestSupport
import Testing

/// What an editor sees in the browser while they write.
@Suite(.serialized) struct PreviewTests {
    private static let archive = """
        -- Content/site.yml --
        title: Example
        url: https://www.example.jp/
        outputs:
          public: {clearance: open}
          staff: {clearance: secret}
        -- Content/labels.yml --
        levels:
          - {id: open, name: {ja: 公開, en: Public}}
          - {id: secret, name: {ja: 社外秘, en: Internal}}
        -- Content/pages/folder.yml --
        label: open
        -- Content/pages/index.md --
        ---
        title: Home
        ---
        Text one.

        [guide](guide/a.md)
        -- Content/pages/guide/a.md --
        ---
        title: Guide
        ---
        Guide text.
        -- Content/pages/plan.md --
        ---
        title: Plan
        label: secret
        draft: true
        ---
        Not for everybody.
        -- Content/uploads/folder.yml --
        label: open
        """

    /// A project that is previewed, and a browser.
    private func preview(
        _ archive: String = Self.archive,
        _ test: (TemporaryProject, RunningPreview, Browser) async throws -> Void
    ) async throws {
        let project = try TemporaryProject(archive)
        let preview = try await RunningPreview(project)
        try await Browser.use { browser in
            try await test(project, preview, browser)
            let console = try await browser.consoleMessages()
            #expect(console.isEmpty, "\(console)")
            let foreign = try await browser.requestedURLs().filter { url in
                !url.hasPrefix(preview.origin + "/") && !url.hasPrefix("data:")
                    && !url.hasPrefix("about:")
            }
            #expect(foreign.isEmpty)
        }
    }

    private func panel(_ browser: Browser) async throws -> String {
        try await browser.evaluate(
            """
            const root = document.querySelector("hakusho-preview")?.shadowRoot
            return root?.querySelector(".panel")?.innerText ?? ""
            """)
    }

    private func ribbon(_ browser: Browser) async throws -> String {
        try await browser.evaluate(
            """
            const root = document.querySelector("hakusho-preview")?.shadowRoot
            return root?.querySelector(".ribbon")?.innerText ?? ""
            """)
    }

    private func wait(
        _ browser: Browser, until words: String, isIn read: (Browser) async throws -> String
    ) async throws {
        try await browser.wait(for: words) { try await read(browser).contains(words) }
    }

    private func body(_ browser: Browser) async throws -> String {
        try await browser.evaluate("return document.querySelector('main')?.innerText ?? ''")
    }

    private func write(_ text: String, _ project: TemporaryProject, to file: String) throws {
        try project.folder.write(text, to: "Content/" + file)
    }

    @Test(.timeLimit(.minutes(3))) func theOpenPageChangesByItself() async throws {
        try await preview { project, preview, browser in
            try await browser.open(preview.origin + "/")
            #expect(try await body(browser).contains("Text one."))
            try write("---\ntitle: Home\n---\nText two.\n", project, to: "pages/index.md")
            try await wait(browser, until: "Text two.", isIn: body)
            // A title changes more than one page.
            try await browser.open(preview.origin + "/guide/a/")
            try write("---\ntitle: Manual\n---\nGuide text.\n", project, to: "pages/guide/a.md")
            try await browser.wait(for: "the title") {
                try await browser.find("h1").text == "Manual"
            }
        }
    }

    @Test(.timeLimit(.minutes(3))) func aMistakeIsShownWithItsPlaceUntilItIsMended() async throws {
        try await preview { project, preview, browser in
            try await browser.open(preview.origin + "/")
            try await wait(browser, until: "Label: Public", isIn: ribbon)
            #expect(try await panel(browser) == "")
            try write(
                "---\ntitle: Home\n---\nText one.\n\nSee [this](gide/a.md).\n", project,
                to: "pages/index.md")
            try await wait(browser, until: "Content/pages/index.md:6", isIn: panel)
            let shown = try await panel(browser)
            #expect(shown.contains("See [this](gide/a.md)."))
            #expect(shown.contains("guide/a.md"), "the fix names the page that was meant")
            // On another page it stands among the others, and the panel does not open by itself.
            try await browser.open(preview.origin + "/guide/a/")
            try await wait(browser, until: "errors 1", isIn: ribbon)
            #expect(try await panel(browser) == "")
            try await browser.open(preview.origin + "/")
            try await wait(browser, until: "Content/pages/index.md:6", isIn: panel)
            // Its place is a click away.
            try await browser.open(
                preview.origin + "/.hakusho/source?file=Content/pages/index.md&line=6#L6")
            let line: String = try await browser.evaluate(
                "return document.querySelector('[aria-current]').innerText")
            #expect(line == "See [this](gide/a.md).")
            try await browser.open(preview.origin + "/")
            try write(
                "---\ntitle: Home\n---\nText one.\n\nSee [this](guide/a.md).\n", project,
                to: "pages/index.md")
            try await browser.wait(for: "no panel") { try await panel(browser) == "" }
            try await wait(browser, until: "Nothing found", isIn: ribbon)
        }
    }

    @Test(.timeLimit(.minutes(3))) func theLastGoodPageStaysWhileNothingCanBeBuilt() async throws {
        try await preview { project, preview, browser in
            try await browser.open(preview.origin + "/")
            try await wait(browser, until: "Label: Public", isIn: ribbon)
            let settings = try project.folder.text(of: "Content/site.yml")
            try write("title: Example\nurl: [\n", project, to: "site.yml")
            try await wait(browser, until: "cannot be built", isIn: panel)
            #expect(try await panel(browser).contains("Content/site.yml:"))
            #expect(try await body(browser).contains("Text one."))
            try await browser.reload()
            try await wait(browser, until: "cannot be built", isIn: panel)
            #expect(try await body(browser).contains("Text one."))
            try write(settings, project, to: "site.yml")
            try await browser.wait(for: "no panel") { try await panel(browser) == "" }

            // The same for one page whose front matter is wrong.
            try await browser.open(preview.origin + "/guide/a/")
            try write("---\ntitel: Guide\n---\nNew text.\n", project, to: "pages/guide/a.md")
            try await wait(browser, until: "Content/pages/guide/a.md:2", isIn: panel)
            #expect(try await body(browser).contains("Guide text."))
            try write("---\ntitle: Guide\n---\nNew text.\n", project, to: "pages/guide/a.md")
            try await wait(browser, until: "New text.", isIn: body)
        }
    }

    @Test(.timeLimit(.minutes(3))) func showsWhatEachOutputsReadersSee() async throws {
        try await preview { project, preview, browser in
            try await browser.open(preview.origin + "/plan/")
            try await wait(browser, until: "draft", isIn: ribbon)
            let told = try await ribbon(browser)
            #expect(told.contains("Label: Internal"))
            #expect(told.contains("own label Content/pages/plan.md:3"))
            #expect(try await body(browser).contains("Not for everybody."))
            try await choose("public", in: "#output", browser)
            try await wait(browser, until: "staff", isIn: ribbon)
            #expect(try await body(browser).contains("Not for everybody.") == false)
            #expect(try await ribbon(browser).contains("It is in: staff"))
            // For a day, drafts do not count.
            try await choose("staff", in: "#output", browser)
            try await browser.wait(for: "the draft") {
                try await body(browser).contains("Not for everybody.")
            }
            try await choose("2026-12-01", in: "#day", browser)
            try await browser.wait(for: "no draft") {
                try await !body(browser).contains("Not for everybody.")
            }
            // The answers that say that nothing is there are meant to be seen here.
            _ = try await browser.consoleMessages()
        }
    }

    /// Chooses as a hand does: the value, and the button.
    private func choose(_ value: String, in selector: String, _ browser: Browser) async throws {
        try await browser.wait(for: selector) {
            try await browser.evaluate(
                """
                const root = document.querySelector("hakusho-preview")?.shadowRoot
                return Boolean(root?.querySelector(arguments[0]))
                """, .text(selector))
        }
        let _: Bool = try await browser.evaluate(
            """
            const root = document.querySelector("hakusho-preview").shadowRoot
            root.querySelector(arguments[0]).value = arguments[1]
            root.querySelector("#show").click()
            return true
            """, .text(selector), .text(value))
    }

    @Test(.timeLimit(.minutes(3))) func aPageThatIsTakenAwayIsShownNoMore() async throws {
        try await preview { project, preview, browser in
            try await browser.open(preview.origin + "/guide/a/")
            try await choose("public", in: "#output", browser)
            try await wait(browser, until: "Guide text.", isIn: body)
            // Another page is wrong meanwhile.
            try write("---\ntitle: Home\n---\n[this](nope.md)\n", project, to: "pages/index.md")
            try await wait(browser, until: "errors 1", isIn: ribbon)
            try write(
                "---\ntitle: Guide\nlabel: secret\n---\nGuide text.\n", project,
                to: "pages/guide/a.md")
            try await wait(browser, until: "It is in: staff", isIn: ribbon)
            #expect(try await !body(browser).contains("Guide text."))
            _ = try await browser.consoleMessages()
        }
    }

    @Test(.timeLimit(.minutes(3))) func aBrokenThemeLeavesThePageAsItWas() async throws {
        try await preview { project, preview, browser in
            try FileManager.default.createDirectory(
                at: project.folder.url(of: "Themes"), withIntermediateDirectories: true)
            try FileManager.default.copyItem(
                at: PackageFolder.url.appending(path: "Themes/default"),
                to: project.folder.url(of: "Themes/default"))
            try await browser.open(preview.origin + "/")
            try await wait(browser, until: "Label: Public", isIn: ribbon)
            for name in ["home", "page", "list", "terms", "404", "whitepaper", "comparison"] {
                let file = "Themes/default/templates/\(name).mustache"
                let template = try project.folder.text(of: file)
                try project.folder.write(template + "{{#if", to: file)
                try await wait(browser, until: "\(name).mustache:", isIn: panel)
                #expect(try await body(browser).contains("Text one."), "\(name)")
                try project.folder.write(template, to: file)
                try await browser.wait(for: "no panel") { try await panel(browser) == "" }
            }
        }
    }

    @Test(.timeLimit(.minutes(5))) func everyPartOfAProjectTakesEffect() async throws {
        try await preview { project, preview, browser in
            // A renamed folder: its pages are at other URLs at once.
            try await browser.open(preview.origin + "/")
            try FileManager.default.moveItem(
                at: project.folder.url(of: "Content/pages/guide"),
                to: project.folder.url(of: "Content/pages/manual"))
            try await wait(browser, until: "Content/pages/index.md:6", isIn: panel)
            try await browser.open(preview.origin + "/manual/a/")
            try await wait(browser, until: "Guide text.", isIn: body)

            // labels.yml: other words.
            let labels = try project.folder.text(of: "Content/labels.yml")
            try write(labels.replacing("en: Public", with: "en: Open"), project, to: "labels.yml")
            try await wait(browser, until: "Label: Open", isIn: ribbon)

            // site.yml: another title in the page's head.
            let settings = try project.folder.text(of: "Content/site.yml")
            try write(
                settings.replacing("title: Example", with: "title: Renamed"), project,
                to: "site.yml")
            try await browser.wait(for: "the site's title") {
                let title: String = try await browser.evaluate("return document.title")
                return title.contains("Renamed")
            }

            // A new upload that the page refers to.
            try write(
                "---\ntitle: Guide\n---\n![Figure](/uploads/a.png)\n", project,
                to: "pages/manual/a.md")
            try await wait(browser, until: "Content/pages/manual/a.md:4", isIn: panel)
            try project.add("-- Content/uploads/a.png --\n")
            try await browser.wait(for: "the picture") {
                try await browser.evaluate(
                    """
                    const image = document.querySelector("main img")
                    return Boolean(image?.complete && image.naturalWidth > 0)
                    """)
            }
            try await browser.wait(for: "no panel") { try await panel(browser) == "" }

            // A theme of the project's own.
            try FileManager.default.createDirectory(
                at: project.folder.url(of: "Themes"), withIntermediateDirectories: true)
            try FileManager.default.copyItem(
                at: PackageFolder.url.appending(path: "Themes/default"),
                to: project.folder.url(of: "Themes/default"))
            let page = try project.folder.text(of: "Themes/default/templates/page.mustache")
            try project.folder.write(
                page.replacing("{{>title}}", with: "<p id=\"_mine\">mine</p>{{>title}}"),
                to: "Themes/default/templates/page.mustache")
            try await browser.wait(for: "the template") {
                try await browser.findAll("#_mine").count == 1
            }
            _ = try await browser.consoleMessages()
        }
    }

    @Test(.timeLimit(.minutes(3))) func aNewEditionIsShown() async throws {
        let project = try TemporaryProject()
        for name in ["Content", "Themes"] {
            try FileManager.default.copyItem(
                at: PackageFolder.url.appending(path: name), to: project.folder.url(of: name))
        }
        let preview = try await RunningPreview(project, "--lang", "ja")
        try await Browser.use { browser in
            let file = "Content/whitepapers/iso27017/whitepaper.yml"
            let declared = try project.folder.text(of: file)
            let editions = try #require(declared.firstMatch(of: /editions:\n/))
            let added = declared.replacingCharacters(
                in: editions.range, with: "editions:\n  - version: \"9.9\"\n")
            try await browser.open(preview.origin + "/.hakusho/pages")
            try project.folder.write(added, to: file)
            try await browser.wait(for: "the edition") {
                let status: Int = try await browser.evaluateLater(
                    """
                    const done = arguments[0]
                    fetch("/security/whitepaper/9.9/").then(answer => done(answer.status))
                    """)
                return status == 200
            }
        }
    }

    @Test(.timeLimit(.minutes(3))) func thePanelIsForEverybody() async throws {
        let axe = try AxeChecker(environment: ProcessInfo.processInfo.environment)
        try await preview { project, preview, browser in
            try write(
                "---\ntitle: Home\n---\n[this](nope.md)\n", project, to: "pages/index.md")
            for scheme in Browser.ColorScheme.allCases {
                try await browser.prefer(scheme)
                for path in [
                    "/", "/.hakusho/pages", "/.hakusho/source?file=Content/site.yml&line=2",
                ] {
                    try await browser.open(preview.origin + path)
                    if path == "/" {
                        try await wait(browser, until: "Content/pages/index.md:4", isIn: panel)
                    }
                    let found = try await axe.check(browser)
                    #expect(found.isEmpty, "\(path) \(scheme): \(found)")
                }
            }
            try await browser.open(preview.origin + "/")
            try await wait(browser, until: "Content/pages/index.md:4", isIn: panel)
            // Each control of the panel and the ribbon is reached by Tab, with a visible outline.
            let all: [String] = try await browser.evaluate(
                """
                window.reached = new Set()
                const root = document.querySelector("hakusho-preview").shadowRoot
                root.addEventListener("focusin", (event) => {
                    const outline = getComputedStyle(event.target)
                    if (outline.outlineStyle !== "none" && parseFloat(outline.outlineWidth) >= 2) {
                        window.reached.add(event.target.outerHTML)
                    }
                })
                return [...root.querySelectorAll("a, button, select, input, [tabindex]")]
                    .map((one) => one.outerHTML)
                """)
            #expect(all.count >= 7)
            try await browser.press(Array(repeating: .tab, count: 40))
            let reached: [String] = try await browser.evaluate("return [...window.reached]")
            #expect(Set(reached) == Set(all))
        }
    }
}
