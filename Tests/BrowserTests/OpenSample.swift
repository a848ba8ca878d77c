import Browser
import Testing

/// The sample as a reader has it before them: served, with one browser for a whole suite.
struct OpenSample: Sendable {
    /// The site and its server.
    let site: ServedSample
    /// Where its pages are read.
    let browser: Browser

    /// That of the suite that runs.
    @TaskLocal static var current: OpenSample?

    /// Opens a page in a window of a width and a scheme of colours.
    func open(
        _ page: SamplePage, width: Int = 1440, height: Int = 900,
        _ scheme: Browser.ColorScheme = .light
    ) async throws {
        try await browser.resize(width: width, height: height)
        try await browser.prefer(scheme, ["prefers-reduced-motion": "reduce"])
        try await browser.open(site.origin(of: page.output) + page.path)
        let status: Int = try await browser.evaluate(
            "return performance.getEntriesByType('navigation')[0].responseStatus")
        try #require(status == page.status, "\(page.path)")
    }
}

/// Serves the sample to a suite, and opens a browser for it.
struct OpenSampleTrait: SuiteTrait, TestScoping {
    let theme: String

    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        let site = try await ServedSample(theme: theme)
        let hosts = [ServedSample.Output.forEverybody, .forStaff].map {
            ($0.host, ServedSample.address)
        }
        try await Browser.use(hosts: Dictionary(uniqueKeysWithValues: hosts)) { browser in
            try await OpenSample.$current.withValue(
                OpenSample(site: site, browser: browser), operation: function)
        }
    }
}

extension Trait where Self == OpenSampleTrait {
    /// The sample, made with a theme, is served and a browser is open.
    static func sample(theme: String) -> Self { Self(theme: theme) }
}
