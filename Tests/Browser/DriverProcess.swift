import Foundation
import TestSupport

/// A chromedriver that runs until this value goes, and takes its browsers with it.
///
/// A class, because the process is one, whoever holds it.
final class DriverProcess: Sendable {
    /// Where the driver listens, on loopback.
    let port: Int

    /// For the browser's profile and the driver's words.
    let folder: TemporaryFolder

    private let process: Process
    private let lifeline: Pipe

    /// Starts the driver and waits until it listens.
    ///
    /// - Throws: `BrowserFailure.absent`, `.silent`, or Foundation's error.
    init() async throws {
        folder = try TemporaryFolder()
        process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        // All of it goes when its standard input ends: with this value, or with the test run. A
        // signal would end the driver and leave the browser, which only the driver can end.
        process.arguments = ["-c", Self.script, try Self.program()]
        process.currentDirectoryURL = folder.url
        process.environment = [
            "PATH": "/usr/bin:/bin", "HOME": folder.url.path, "LANG": "C.UTF-8",
        ]
        lifeline = Pipe()
        process.standardInput = lifeline
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        port = try await Self.port(in: folder)
    }

    deinit { end() }

    /// Ends the driver and its browsers, and waits until they are gone.
    func end() {
        // It may have been closed before.
        try? lifeline.fileHandleForWriting.close()
        process.waitUntilExit()
    }

    private static let script = """
        "$0" --port=0 >driver 2>&1 &
        cat >/dev/null
        port=$(sed -n 's/.* on port \\([0-9]*\\)\\.$/\\1/p' driver)
        curl -s -m 10 "http://127.0.0.1:$port/shutdown" >/dev/null || kill $!
        wait $!
        """

    private static func port(in folder: TemporaryFolder) async throws -> Int {
        for _ in 0..<400 {
            let words = folder.has("driver") ? try folder.text(of: "driver") : ""
            if let match = words.firstMatch(of: /on port ([0-9]+)\.\n/), let port = Int(match.1) {
                return port
            }
            try await Task.sleep(for: .milliseconds(50))
        }
        throw BrowserFailure.silent(words: try folder.text(of: "driver"))
    }

    private static func program() throws -> String {
        let places = [
            "/usr/bin/chromedriver", "/usr/local/bin/chromedriver",
            "/opt/homebrew/bin/chromedriver",
        ]
        let found = places.first { FileManager.default.isExecutableFile(atPath: $0) }
        guard let found else { throw BrowserFailure.absent }
        return found
    }
}
