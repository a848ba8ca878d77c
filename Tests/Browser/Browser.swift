import Foundation
import NIOHTTP1
import TestSupport

/// A headless Chromium with a profile of its own, driven as a reader would drive it.
///
/// ```swift
/// try await Browser.use { browser in
///     try await browser.open("http://127.0.0.1:4000/")
///     try await browser.find("a.skip").click()
///     let title: String = try await browser.evaluate("return document.title")
/// }
/// ```
///
/// - Source: W3C WebDriver; chromedriver's "Capabilities & ChromeOptions".
package struct Browser: Sendable {
    private let driver: DriverProcess
    private let connection: DriverConnection
    private let session: String

    /// Opens a browser, hands it over, and ends it whatever happens.
    ///
    /// - Parameters:
    ///   - hosts: Addresses for names, such as `www.example.jp` to `127.0.0.1`.
    ///   - body: What is done with the browser.
    /// - Throws: `BrowserFailure` when there is no browser, or what `body` throws.
    package static func use<Result>(
        hosts: [String: String] = [:], _ body: (Browser) async throws -> Result
    ) async throws -> Result {
        let driver = try await DriverProcess()
        defer { driver.end() }
        return try await body(try await Browser(driver, hosts: hosts))
    }

    /// Lets a browser without a screen have the mouse of one with: its pointer is fine and hovers.
    private static let mouse =
        "--blink-settings=primaryHoverType=2,availableHoverTypes=2,"
        + "primaryPointerType=4,availablePointerTypes=4"

    private init(_ driver: DriverProcess, hosts: [String: String]) async throws {
        struct Session: Decodable, Sendable { let sessionId: String }

        self.driver = driver
        connection = DriverConnection(port: driver.port)
        let rules = hosts.sorted { $0.key < $1.key }.map { "MAP \($0.key) \($0.value)" }
        var options = [
            "--headless=new", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
            "--hide-scrollbars", Self.mouse,
            "--user-data-dir=\(driver.folder.url(of: "profile").path)",
        ]
        if !rules.isEmpty {
            options.append("--host-resolver-rules=\(rules.joined(separator: ","))")
        }
        // Chromium refuses to run as root within its own sandbox.
        if getuid() == 0 { options.append("--no-sandbox") }
        let wishes: JSON = [
            "browserName": "chrome", "acceptInsecureCerts": true,
            "goog:loggingPrefs": ["browser": "ALL", "performance": "ALL"],
            "goog:chromeOptions": ["args": .list(options.map(JSON.text))],
        ]
        session = try await connection.send(
            .POST, "/session", ["capabilities": ["alwaysMatch": wishes]], as: Session.self
        ).sessionId
        try await resize(width: 1440, height: 900)
        // The page with which Chromium begins makes requests of its own.
        try await open("about:blank")
        _ = try await requestedURLs()
        _ = try await consoleMessages()
    }

    /// Loads a page and waits until it is there, with its images and styles.
    package func open(_ url: String) async throws {
        try await command("url", ["url": .text(url)])
    }

    /// Loads the page again.
    package func reload() async throws {
        try await command("refresh", [:])
    }

    /// Where the browser is.
    package var url: String {
        get async throws { try await ask("url") }
    }

    /// Waits until a condition holds, looking twenty times a second.
    ///
    /// A page that changes by itself can take an element away between the finding and the
    /// reading: then the condition does not hold yet.
    ///
    /// - Parameters:
    ///   - what: Said when it is in vain.
    ///   - limit: The longest wait.
    /// - Throws: `BrowserFailure.late`, or what the condition throws.
    package func wait(
        for what: String, limit: Duration = .seconds(20), until holds: () async throws -> Bool
    ) async throws {
        let end = ContinuousClock.now + limit
        while try await !now(holds) {
            guard ContinuousClock.now < end else { throw BrowserFailure.late(what) }
            try await Task.sleep(for: .milliseconds(50))
        }
    }

    private func now(_ holds: () async throws -> Bool) async throws -> Bool {
        do {
            return try await holds()
        } catch BrowserFailure.refused(error: "stale element reference", message: _) {
            return false
        } catch BrowserFailure.refused(error: "no such element", message: _) {
            return false
        }
    }

    /// Sends a command of the session.
    ///
    /// - Returns: Its value.
    @discardableResult
    func command<Value: Decodable & Sendable>(
        _ path: String, _ body: JSON, as type: Value.Type = JSON.self
    ) async throws -> Value {
        try await connection.send(.POST, "/session/\(session)/\(path)", body, as: type)
    }

    /// Asks for something of the session.
    func ask<Value: Decodable & Sendable>(
        _ path: String, as type: Value.Type = Value.self
    ) async throws -> Value {
        try await connection.send(.GET, "/session/\(session)/\(path)", nil, as: type)
    }

    /// Sends a command of the Chrome DevTools Protocol.
    ///
    /// - Source: chromedevtools.github.io/devtools-protocol.
    @discardableResult
    package func devTools(_ name: String, _ parameters: JSON) async throws -> JSON {
        try await command("goog/cdp/execute", ["cmd": .text(name), "params": parameters])
    }
}
