import Foundation

/// What the browser noted.
extension Browser {
    /// A message of the console.
    package struct ConsoleMessage: Decodable, Sendable, CustomStringConvertible {
        /// `SEVERE`, `WARNING`, `INFO` or `DEBUG`.
        package let level: String
        /// The words, after the place they are about.
        package let message: String

        package var description: String { "\(level): \(message)" }
    }

    /// The messages since this was last asked: errors of scripts, of the content security policy,
    /// of files that could not be loaded.
    package func consoleMessages() async throws -> [ConsoleMessage] {
        try await command("se/log", ["type": "browser"], as: [ConsoleMessage].self)
    }

    /// The URLs that pages asked for since this was last asked, themselves among them.
    package func requestedURLs() async throws -> [String] {
        struct Note: Decodable {
            struct Event: Decodable {
                let method: String
                let params: JSON
            }
            let message: Event
        }
        struct Entry: Decodable, Sendable { let message: String }

        let entries = try await command("se/log", ["type": "performance"], as: [Entry].self)
        return try entries.compactMap { entry in
            let event = try JSONDecoder().decode(Note.self, from: Data(entry.message.utf8)).message
            guard event.method == "Network.requestWillBeSent" else { return nil }
            return event.params["request"]?["url"]?.text
        }
    }
}
