import Browser
import Foundation
import Testing

/// The sample made with the minimal theme: what the README promises is enough.
@Suite(.serialized, .sample(theme: "plain"), .timeLimit(.minutes(5)))
struct PlainThemePageTests {
    @Test(arguments: SamplePage.all, Browser.ColorScheme.allCases)
    func nothingKeepsAnybodyFromReading(
        _ page: SamplePage, scheme: Browser.ColorScheme
    ) async throws {
        let sample = try #require(OpenSample.current)
        let axe = try AxeChecker(environment: ProcessInfo.processInfo.environment)
        try await sample.open(page, width: 360, scheme)
        for finding in try await axe.check(sample.browser) {
            Issue.record("\(page.path): \(finding)")
        }
        let outside: [String] = try await sample.browser.evaluate(PageScript.outside)
        #expect(outside == [])
    }
}
