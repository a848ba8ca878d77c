package import Foundation

/// What is on the page.
extension Browser {
    /// A scheme of colours that a reader prefers.
    package enum ColorScheme: String, CaseIterable, Sendable {
        case light, dark
    }

    /// Runs the body of a JavaScript function in the page, whatever its policy says of scripts.
    ///
    /// - Parameters:
    ///   - script: Ends with `return` and something that JSON can say.
    ///   - arguments: What the script sees in `arguments`.
    /// - Returns: What the script returns.
    package func evaluate<Value: Decodable & Sendable>(
        _ script: String, _ arguments: JSON..., as type: Value.Type = Value.self
    ) async throws -> Value {
        try await command(
            "execute/sync", ["script": .text(script), "args": .list(arguments)], as: type)
    }

    /// Runs a script that calls its last argument with what it returns.
    package func evaluateLater<Value: Decodable & Sendable>(
        _ script: String, _ arguments: JSON..., as type: Value.Type = Value.self
    ) async throws -> Value {
        try await command(
            "execute/async", ["script": .text(script), "args": .list(arguments)], as: type)
    }

    /// The first element that a CSS selector matches.
    ///
    /// - Throws: `BrowserFailure.refused` ("no such element").
    package func find(_ selector: String) async throws -> Element {
        let found = try await command(
            "element", ["using": "css selector", "value": .text(selector)],
            as: ElementReference.self)
        return Element(id: found.id, browser: self)
    }

    /// All elements that a CSS selector matches, in the page's order.
    package func findAll(_ selector: String) async throws -> [Element] {
        let found = try await command(
            "elements", ["using": "css selector", "value": .text(selector)],
            as: [ElementReference].self)
        return found.map { Element(id: $0.id, browser: self) }
    }

    /// The element that has the focus.
    package func activeElement() async throws -> Element {
        Element(id: try await ask("element/active", as: ElementReference.self).id, browser: self)
    }

    /// Presses and releases keys, one after the other, wherever the focus is.
    package func press(_ keys: Key...) async throws {
        try await press(keys)
    }

    /// Presses and releases keys, one after the other, wherever the focus is.
    package func press(_ keys: [Key]) async throws {
        let actions = keys.flatMap { key -> [JSON] in
            [
                ["type": "keyDown", "value": .text(key.rawValue)],
                ["type": "keyUp", "value": .text(key.rawValue)],
            ]
        }
        try await command(
            "actions",
            ["actions": [["type": "key", "id": "keyboard", "actions": .list(actions)]]])
    }

    /// Moves the mouse to a place of the window, in pixels from its upper left corner.
    package func pointAt(x: Double, y: Double) async throws {
        try await devTools(
            "Input.dispatchMouseEvent",
            ["type": "mouseMoved", "x": .number(x), "y": .number(y)])
    }

    /// Gives the page this many pixels, also fewer than a window can have.
    package func resize(width: Int, height: Int) async throws {
        try await devTools(
            "Emulation.setDeviceMetricsOverride",
            [
                "width": .number(Double(width)), "height": .number(Double(height)),
                "deviceScaleFactor": 1, "mobile": false,
            ])
    }

    /// Lets pages know what the reader prefers.
    ///
    /// - Parameters:
    ///   - scheme: `prefers-color-scheme`.
    ///   - more: More media features by name, such as `prefers-reduced-motion`.
    package func prefer(_ scheme: ColorScheme, _ more: [String: String] = [:]) async throws {
        let features = more.merging(["prefers-color-scheme": scheme.rawValue]) { $1 }
        try await devTools(
            "Emulation.setEmulatedMedia",
            [
                "features": .list(
                    features.sorted { $0.key < $1.key }.map {
                        ["name": .text($0.key), "value": .text($0.value)]
                    })
            ])
    }

    /// What the page looks like.
    ///
    /// - Parameter isWhole: Whether what lies below the window is shown too.
    /// - Returns: The bytes of a PNG image.
    package func screenshot(isWhole: Bool = false) async throws -> Data {
        let answer = try await devTools(
            "Page.captureScreenshot",
            ["format": "png", "captureBeyondViewport": .bool(isWhole)])
        guard let text = answer["data"]?.text, let data = Data(base64Encoded: text) else {
            throw BrowserFailure.refused(error: "no screenshot", message: "\(answer)")
        }
        return data
    }
}
