/// An element of the page that was open when it was found.
package struct Element: Hashable, Sendable {
    /// The browser's name for it: two elements with the same are one.
    package let id: String
    private let browser: Browser

    init(id: String, browser: Browser) {
        self.id = id
        self.browser = browser
    }

    /// Its text as it is shown: nothing of what is hidden.
    package var text: String {
        get async throws { try await browser.ask("element/\(id)/text") }
    }

    /// The value of an attribute; nil where it has none.
    package func attribute(_ name: String) async throws -> String? {
        try await browser.ask("element/\(id)/attribute/\(name)", as: String?.self)
    }

    /// Whether a reader can see it.
    package var isShown: Bool {
        get async throws { try await browser.ask("element/\(id)/displayed") }
    }

    /// Scrolls to its middle and clicks there.
    ///
    /// - Throws: `BrowserFailure.refused` where something else lies over it.
    package func click() async throws {
        try await browser.command("element/\(id)/click", [:])
    }

    /// Gives it the focus and types a text.
    package func type(_ text: String) async throws {
        try await browser.command("element/\(id)/value", ["text": .text(text)])
    }

    package static func == (one: Element, other: Element) -> Bool { one.id == other.id }

    package func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

/// How WebDriver names an element.
///
/// - Source: WebDriver, "Elements".
struct ElementReference: Decodable, Sendable {
    let id: String

    private enum CodingKeys: String, CodingKey {
        case id = "element-6066-11e4-a52e-4f735466cecf"
    }
}
