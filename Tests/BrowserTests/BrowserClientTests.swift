import Browser
import Foundation
import TestSupport
import Testing

/// The browser itself, on pages that are known.
@Suite struct BrowserClientTests {
    private static let page = """
        <!doctype html><html lang="ja"><title>題</title>
        <p hidden>隠</p><button onclick="this.textContent = '押'">前</button><input>
        <script>console.error('苦情')</script>
        """

    @Test(.timeLimit(.minutes(2))) func seesAndDoesWhatAReaderDoes() async throws {
        let folder = try TemporaryFolder()
        try folder.write(Self.page, to: "page.html")
        let url = folder.url(of: "page.html").absoluteString
        try await Browser.use { browser in
            try await browser.open(url)
            #expect(try await browser.url == url)
            let title: String = try await browser.evaluate(
                "return document.title + arguments[0]", "!")
            #expect(title == "題!")
            let later: Int = try await browser.evaluateLater("setTimeout(() => arguments[0](7), 9)")
            #expect(later == 7)

            #expect(try await browser.find("p").isShown == false)
            let button = try await browser.find("button")
            #expect(try await button.text == "前")
            try await button.click()
            #expect(try await button.text == "押")
            try await browser.press(.tab)
            let input = try await browser.find("input")
            #expect(try await browser.activeElement() == input)
            try await input.type("字")
            let value: String = try await browser.evaluate(
                "return document.querySelector('input').value")
            #expect(value == "字")
            await #expect(throws: BrowserFailure.self) { try await browser.find("video") }
            #expect(try await browser.findAll("p, button, input").count == 3)

            #expect(try await browser.consoleMessages().map(\.level) == ["SEVERE"])
            let requested = try await browser.requestedURLs()
            #expect(requested == [url])
        }
    }

    @Test(.timeLimit(.minutes(2))) func hasTheSizeAndTheColoursThatAreAskedFor() async throws {
        try await Browser.use { browser in
            try await browser.open("about:blank")
            try await browser.resize(width: 360, height: 640)
            let width: Int = try await browser.evaluate("return innerWidth")
            #expect(width == 360)
            for scheme in Browser.ColorScheme.allCases {
                try await browser.prefer(scheme)
                let isPreferred: Bool = try await browser.evaluate(
                    "return matchMedia(`(prefers-color-scheme: ${arguments[0]})`).matches",
                    .text(scheme.rawValue))
                #expect(isPreferred)
            }
            let image = try await browser.screenshot()
            // A PNG image's width and height are in its first chunk.
            #expect(Array(image[16..<24]) == [0, 0, 1, 104, 0, 0, 2, 128])
        }
    }
}
