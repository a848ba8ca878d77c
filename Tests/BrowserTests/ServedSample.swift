import Foundation
import TestSupport
import Testing

/// The sample site, built by the program and served by a real nginx with exactly what
/// `hakusho access nginx` printed.
struct ServedSample: Sendable {
    /// An output of the sample.
    enum Output: String, Sendable {
        case forEverybody = "public"
        case forStaff = "staff"

        /// The name of its server.
        var host: String {
            self == .forEverybody ? "www.infocms.example.jp" : "staff.infocms.example.jp"
        }
    }

    /// Where the sample's sources and generations are.
    let project: TemporaryProject
    private let nginx: RunningNginx
    private let port: Int

    /// The address of every server.
    static let address = "127.0.0.1"

    /// A day on which all that the sample shows is out.
    private static let asOf = "2026-11-27"

    /// Builds and serves.
    ///
    /// - Parameter theme: The folder of `Themes` that makes the pages.
    init(theme: String) async throws {
        project = try TemporaryProject()
        for name in ["Content", "Themes"] {
            try FileManager.default.copyItem(
                at: PackageFolder.url.appending(path: name), to: project.folder.url(of: name))
        }
        // Another day than the ledger's would miss what was published since.
        try project.folder.remove("Content/published.tsv")
        port = (29_100...31_000).randomElement()!
        let settings = try project.folder.text(of: "Content/site.yml")
        try project.folder.write(
            Self.settings(settings, theme: theme, port: port, folder: project.url.path),
            to: "Content/site.yml")
        try await Self.makeCertificate(in: project.folder)
        let build = try await project.run("build", "--as-of", Self.asOf)
        try #require(build.status == 0, "\(build.stderr)")
        let written = try await project.run(
            "access", "nginx", "--output", "public", "--output", "staff")
        try #require(written.status == 0, "\(written.stderr)")
        nginx = try await RunningNginx(written.stdout, probe: "\(Self.address):\(port)")
    }

    /// The origin of an output.
    func origin(of output: Output) -> String { "https://\(output.host):\(port)" }

    /// The sample's site.yml with another theme, and servers on this machine.
    private static func settings(
        _ text: String, theme: String, port: Int, folder: String
    ) throws -> String {
        let servers = [Output.forEverybody, .forStaff].map { output in
            """
              \(output.rawValue):
                server_name: [\(output.host)]
                tls: {certificate: \(folder)/certificate.pem, key: \(folder)/key.pem}
                listen: {https: ["\(address):\(port)"], http: ["\(address):\(port + 1)"]}
                allow: [127.0.0.0/8]

            """
        }
        let start = try #require(text.firstRange(of: "\naccess:\n")).upperBound
        let end = try #require(text[start...].firstRange(of: "\ncollections:\n")).lowerBound
        return text.replacingCharacters(in: start..<end, with: servers.joined())
            .replacing("\ntheme: default\n", with: "\ntheme: \(theme)\n")
    }

    private static func makeCertificate(in folder: TemporaryFolder) async throws {
        let run = try await ChildProcess.run(
            URL(filePath: "/usr/bin/env"),
            [
                "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt",
                "ec_paramgen_curve:P-256", "-nodes", "-keyout", "key.pem",
                "-out", "certificate.pem", "-days", "2", "-subj", "/CN=infocms.example.jp",
            ], in: folder.url, environment: ["PATH": "/usr/bin:/bin"])
        try #require(run.status == 0, "\(run.stderr)")
    }
}
