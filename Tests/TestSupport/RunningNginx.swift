import Foundation

/// A real nginx with a configuration of its own, until this value goes.
///
/// A class, because the process is one, whoever holds it.
package final class RunningNginx: Sendable {
    /// Why there is no server.
    package enum Failure: Error, CustomStringConvertible {
        /// There is no such program.
        case absent
        /// It did not start, and said why.
        case refused(words: String)

        package var description: String {
            switch self {
            case .absent: "no nginx on this machine: run ./hakusho test, which installs it"
            case .refused(let words): "nginx does not start:\n\(words)"
            }
        }
    }

    private let folder: TemporaryFolder
    private let process: Process
    private let lifeline: Pipe

    /// Starts nginx and waits until it listens.
    ///
    /// - Parameters:
    ///   - configuration: What stands in the http context.
    ///   - probe: An address and port at which it is to listen.
    /// - Throws: `Failure`.
    package init(_ configuration: String, probe: String) async throws {
        folder = try TemporaryFolder()
        try Self.write(configuration, into: folder)
        process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        // The server goes when its standard input ends: with this value, or with the test run.
        process.arguments = [
            "-c", "\"$0\" -p . -c nginx.conf 2>errors & cat >/dev/null; kill $!; wait $!",
            try Self.program(),
        ]
        process.currentDirectoryURL = folder.url
        lifeline = Pipe()
        process.standardInput = lifeline
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        for _ in 0..<200 {
            if try await Self.listens(at: probe) { return }
            if (try? folder.text(of: "errors"))?.contains("[emerg]") ?? false { break }
            try await Task.sleep(for: .milliseconds(50))
        }
        throw Failure.refused(words: (try? folder.text(of: "errors")) ?? "")
    }

    deinit {
        try? lifeline.fileHandleForWriting.close()
        process.waitUntilExit()
    }

    /// What nginx itself says of a configuration (`nginx -t`).
    package static func test(_ configuration: String) async throws -> ProgramRun {
        let folder = try TemporaryFolder()
        try write(configuration, into: folder)
        return try await ChildProcess.run(
            URL(filePath: program()), ["-p", ".", "-c", "nginx.conf", "-t"], in: folder.url,
            environment: [:])
    }

    private static func program() throws -> String {
        let places = ["/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/bin/nginx"]
        let found = places.first { FileManager.default.isExecutableFile(atPath: $0) }
        guard let found else { throw Failure.absent }
        return found
    }

    /// Everything that nginx writes stays in the folder, and nothing of the machine's own
    /// configuration is read.
    private static func write(_ configuration: String, into folder: TemporaryFolder) throws {
        try folder.write(configuration, to: "site.conf")
        let paths = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map { name in
            "    \(name)_temp_path temp-\(name);"
        }
        try folder.write(
            """
            \(getuid() == 0 ? "user root;" : "")
            daemon off;
            worker_processes 2;
            pid pid;
            error_log stderr;
            events { worker_connections 256; }
            http {
                access_log off;
            \(paths.joined(separator: "\n"))
                include site.conf;
            }
            """, to: "nginx.conf")
    }

    private static func listens(at place: String) async throws -> Bool {
        let run = try await ChildProcess.run(
            URL(filePath: "/usr/bin/env"), ["curl", "-s", "telnet://\(place)", "-m", "1"],
            in: URL(filePath: "/"), environment: ["PATH": "/usr/bin:/bin"])
        return run.status != 7
    }
}
