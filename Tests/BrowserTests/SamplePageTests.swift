import Browser
import Foundation
import TestSupport
import Testing

/// The sample's pages of every kind, in a real browser.
@Suite(.serialized, .sample(theme: "default"), .timeLimit(.minutes(5)))
struct SamplePageTests {
    /// Something that had the focus.
    private struct Focus: Decodable, Sendable {
        let name: String
        let isVisible: Bool
    }

    let sample: OpenSample
    let axe: AxeChecker

    init() throws {
        sample = try #require(OpenSample.current)
        axe = try AxeChecker(environment: ProcessInfo.processInfo.environment)
    }

    @Test(arguments: SamplePage.all, Browser.ColorScheme.allCases)
    func nothingKeepsAnybodyFromReading(
        _ page: SamplePage, scheme: Browser.ColorScheme
    ) async throws {
        for width in [1440, 360] {
            try await sample.open(page, width: width, scheme)
            for finding in try await axe.check(sample.browser) {
                Issue.record("\(page.path) \(width): \(finding)")
            }
        }
    }

    @Test(arguments: SamplePage.all)
    func noRequestLeavesTheOriginAndNothingIsComplainedOf(_ page: SamplePage) async throws {
        let origin = sample.site.origin(of: page.output)
        _ = try await (sample.browser.requestedURLs(), sample.browser.consoleMessages())
        try await sample.open(page)
        let requested = try await sample.browser.requestedURLs()
        #expect(requested.contains(origin + page.path))
        #expect(requested.contains { $0.hasPrefix(origin + "/assets/") })
        #expect(requested.filter { !$0.hasPrefix(origin + "/") } == [])
        // The browser complains of a missing page itself.
        let complaints = try await sample.browser.consoleMessages().filter {
            page.status == 200 || !$0.message.hasPrefix("\(origin)\(page.path) - Failed to load")
        }
        #expect(complaints.map(\.description) == [])
    }

    @Test(arguments: SamplePage.all, [360, 768, 1024])
    func nothingNeedsSidewaysScrolling(_ page: SamplePage, width: Int) async throws {
        try await sample.open(page, width: width)
        let scrolled: Int = try await sample.browser.evaluate(
            "return document.documentElement.scrollWidth")
        #expect(scrolled == width)
        let outside: [String] = try await sample.browser.evaluate(PageScript.outside)
        #expect(outside == [])
    }

    @Test(arguments: SamplePage.all, [1440, 360])
    func aFingerHitsWhatItMeans(_ page: SamplePage, width: Int) async throws {
        try await sample.open(page, width: width)
        let crowded: [String] = try await sample.browser.evaluate(PageScript.crowded)
        #expect(crowded == [])
    }

    @Test(arguments: SamplePage.all, [1440, 360])
    func theTabKeyAloneReachesEverythingInOrder(_ page: SamplePage, width: Int) async throws {
        try await sample.open(page, width: width)
        let expected: [String] = try await sample.browser.evaluate(PageScript.watchFocus)
        #expect(!expected.isEmpty)
        try await sample.browser.press(Array(repeating: .tab, count: expected.count))
        let focused = try await sample.browser.evaluate("return window.focused", as: [Focus].self)
        #expect(focused.map(\.name) == expected)
        #expect(focused.filter { !$0.isVisible }.map(\.name) == [])
    }

    @Test func whatIsWrongIsFound() async throws {
        try await sample.open(SamplePage.all[0], width: 360)
        let _: JSON = try await sample.browser.evaluate(PageScript.breakPage)
        #expect(try await axe.check(sample.browser).map(\.rule).contains("image-alt"))
        let outside: [String] = try await sample.browser.evaluate(PageScript.outside)
        #expect(outside.count == 1)
        let crowded: [String] = try await sample.browser.evaluate(PageScript.crowded)
        #expect(crowded.contains { $0.hasPrefix("<button tabindex=\"1\"") })
        let expected: [String] = try await sample.browser.evaluate(PageScript.watchFocus)
        try await sample.browser.press(Array(repeating: .tab, count: expected.count))
        let focused = try await sample.browser.evaluate("return window.focused", as: [Focus].self)
        #expect(focused.first?.name.hasPrefix("<button tabindex=\"1\"") == true)
        #expect(focused.map(\.isVisible).contains(false))
    }

    @Test(arguments: SamplePage.all) func looksAsTheScreenshotsShow(_ page: SamplePage) async throws
    {
        let folder = PackageFolder.url.appending(path: ".build/screenshots")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (name, width, scheme) in [
            ("light", 1440, Browser.ColorScheme.light), ("dark", 1440, .dark),
            ("tablet", 768, .light), ("phone", 360, .light),
        ] {
            try await sample.open(page, width: width, height: 2000, scheme)
            let image = try await sample.browser.screenshot()
            #expect(image.starts(with: [0x89, 0x50, 0x4E, 0x47]))
            try image.write(to: folder.appending(path: "\(page.kind)-\(name).png"))
        }
    }
}
