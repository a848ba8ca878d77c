/// Why a browser did not do what it was asked.
package enum BrowserFailure: Error, CustomStringConvertible {
    /// There is no chromedriver on this machine.
    case absent

    /// The driver did not begin to listen; its own words.
    case silent(words: String)

    /// The driver answered with an error.
    ///
    /// - Source: WebDriver, "Errors".
    case refused(error: String, message: String)

    /// Something did not come true in time; what was waited for.
    case late(String)

    package var description: String {
        switch self {
        case .absent:
            "no chromedriver on this machine: run ./hakusho test, which installs it"
        case .silent(let words): "chromedriver does not start: \(words)"
        case .refused(let error, let message): "\(error): \(message)"
        case .late(let what): "waited in vain for: \(what)"
        }
    }
}
