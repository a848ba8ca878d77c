import Foundation
import TestSupport
import Testing

/// A small site with three outputs, built by the program, and a real nginx that serves it with
/// exactly what `hakusho access nginx` printed.
struct ServedSite: Sendable {
    /// Where the site's sources and generations are.
    let project: TemporaryProject
    /// The path of the site's root, without a slash at its end.
    let base: String
    private let nginx: RunningNginx
    private let address: String
    private let port: Int

    /// One answer of the server.
    struct Answer: Sendable {
        /// Zero where there was none.
        let status: Int
        /// By name in lower case, in the order in which they came.
        let headers: [(name: String, value: String)]
        let body: String

        /// The values of a header, mostly one.
        func values(_ name: String) -> [String] {
            headers.filter { $0.name == name }.map(\.value)
        }

        /// The value of a header that must not come twice.
        subscript(name: String) -> String? {
            values(name).count == 1 ? values(name)[0] : nil
        }
    }

    /// Builds and serves.
    ///
    /// - Parameters:
    ///   - access: The entry of `members`; `FOLDER` stands for the project's folder.
    ///   - outputs: Those that the server is for.
    ///   - more: Files of the project besides the usual ones.
    init(
        access: String = "allow: [127.0.0.1]", base: String = "", outputs: [String] = ["members"],
        adding more: String = ""
    ) async throws {
        self.base = base
        project = try TemporaryProject(SiteText.pages + more)
        // Each server has an address of the machine to itself.
        address = "127.\((16...99).randomElement()!).\((1...254).randomElement()!).1"
        port = (20_000...29_000).randomElement()!
        let folder = project.url.path
        let settings = SiteText.settings(
            url: "https://members.example.jp\(base)/", address: address, port: port,
            access: access)
        try project.folder.write(
            settings.replacing("FOLDER", with: folder), to: "Content/site.yml")
        try await Self.makeSecrets(in: project.folder)
        let build = try await project.run("build")
        try #require(build.status == 0, "\(build.stderr)")
        let options = ["access", "nginx"] + outputs.flatMap { ["--output", $0] }
        let written = try await BuiltProgram.run(options, in: project.url)
        try #require(written.status == 0, "\(written.stderr)")
        nginx = try await RunningNginx(written.stdout, probe: "\(address):\(port)")
    }

    /// Asks for a path, as it is written here.
    ///
    /// - Parameters:
    ///   - reader: The reader's own address.
    ///   - options: More of curl's options.
    func get(
        _ path: String, from reader: String = "127.0.0.1", host: String = "members.example.jp",
        scheme: String = "https", _ options: [String] = []
    ) async throws -> Answer {
        let port = scheme == "https" ? port : port + 1
        let run = try await curl(
            options + [
                "-i", "--interface", reader, "--path-as-is",
                "--resolve", "\(host):\(port):\(address)", "\(scheme)://\(host):\(port)\(path)",
            ])
        return Self.answer(run.stdout)
    }

    /// Asks many times for one path over one connection.
    ///
    /// - Returns: How often each status came.
    func getRepeatedly(_ path: String, times: Int) async throws -> [String: Int] {
        let host = "members.example.jp:\(port)"
        let run = try await curl([
            "--resolve", "\(host):\(address)", "--interface", "127.0.0.1", "-o", "/dev/null",
            "-w", "%{http_code}\n", "https://\(host)\(path)?[1-\(times)]",
        ])
        return Dictionary(
            run.stdout.split(separator: "\n").map { (String($0), 1) }, uniquingKeysWith: +)
    }

    private func curl(_ arguments: [String]) async throws -> ProgramRun {
        try await ChildProcess.run(
            URL(filePath: "/usr/bin/env"),
            ["curl", "-sS", "-m", "60", "--cacert", "certificate.pem"] + arguments,
            in: project.url, environment: ["PATH": "/usr/bin:/bin"])
    }

    private static func answer(_ text: String) -> Answer {
        let text = text.replacing("\r\n", with: "\n")
        guard let end = text.firstRange(of: "\n\n") else {
            return Answer(status: 0, headers: [], body: text)
        }
        let lines = text[..<end.lowerBound].split(separator: "\n")
        let headers = lines.dropFirst().compactMap { line -> (name: String, value: String)? in
            guard let colon = line.firstRange(of: ": ") else { return nil }
            return (
                line[..<colon.lowerBound].lowercased(), String(line[colon.upperBound...])
            )
        }
        let status = lines[0].split(separator: " ").dropFirst().first.flatMap { Int($0) }
        return Answer(status: status ?? 0, headers: headers, body: String(text[end.upperBound...]))
    }

    /// Makes a certificate, and a file with the password `secret` of `reader`.
    private static func makeSecrets(in folder: TemporaryFolder) async throws {
        let run = try await openssl(
            [
                "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes",
                "-keyout", "key.pem", "-out", "certificate.pem", "-days", "2",
                "-subj", "/CN=members.example.jp", "-addext",
                "subjectAltName=DNS:members.example.jp,DNS:staff.example.jp,DNS:other.example.jp",
            ], in: folder)
        try #require(run.status == 0, "\(run.stderr)")
        let digest = try await openssl(
            ["passwd", "-apr1", "-salt", "abcdefgh", "secret"], in: folder)
        try #require(digest.status == 0, "\(digest.stderr)")
        try folder.write("reader:" + digest.stdout, to: "htpasswd")
    }

    private static func openssl(
        _ arguments: [String], in folder: TemporaryFolder
    ) async throws -> ProgramRun {
        try await ChildProcess.run(
            URL(filePath: "/usr/bin/env"), ["openssl"] + arguments, in: folder.url,
            environment: ["PATH": "/usr/bin:/bin"])
    }
}
