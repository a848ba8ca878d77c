import Foundation
import NIOSSL
import TestSupport

/// A certificate that `openssl` made for one test, signed by itself.
struct TestCertificate: Sendable {
    /// The certificate in PEM, for who is to believe it.
    let path: String
    /// For a server.
    let context: NIOSSLContext
    private let folder: TemporaryFolder

    struct Failure: Error { let words: String }

    /// - Parameters:
    ///   - name: As `subjectAltName` has it: `DNS:www.example`, `IP:127.0.0.1`.
    ///   - isExpired: Whether it was valid on the first two days of 2020 only.
    init(for name: String, isExpired: Bool = false) async throws {
        folder = try TemporaryFolder()
        path = folder.url(of: "cert.pem").path
        var arguments = [
            "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1",
            "-nodes", "-keyout", "key.pem", "-subj", "/CN=test",
            "-addext", "subjectAltName=\(name)",
        ]
        if isExpired {
            arguments += ["-new", "-out", "old.pem", "-days", "1"]
        } else {
            arguments += ["-out", "cert.pem", "-days", "2"]
        }
        try await Self.run(arguments, in: folder.url)
        if isExpired { try await Self.expire(name, in: folder) }
        let certificates = try NIOSSLCertificate.fromPEMFile(path)
        let key = try NIOSSLPrivateKey(file: folder.url(of: "key.pem").path, format: .pem)
        context = try NIOSSLContext(
            configuration: .makeServerConfiguration(
                certificateChain: certificates.map { .certificate($0) },
                privateKey: .privateKey(key)))
    }

    /// Signs the same name again, for a time that is over.
    private static func expire(_ name: String, in folder: TemporaryFolder) async throws {
        try folder.write("subjectAltName=\(name)\n", to: "names")
        try folder.write(
            """
            [ca]
            default_ca = test
            [test]
            database = index
            serial = serial
            new_certs_dir = .
            default_md = sha256
            policy = any
            [any]
            commonName = supplied
            """, to: "ca.conf")
        try folder.write("", to: "index")
        try folder.write("01\n", to: "serial")
        try await run(
            ["req", "-new", "-key", "key.pem", "-subj", "/CN=test", "-out", "request.pem"],
            in: folder.url)
        try await run(
            [
                "ca", "-batch", "-config", "ca.conf", "-selfsign", "-keyfile", "key.pem", "-in",
                "request.pem", "-out", "cert.pem", "-notext", "-extfile", "names",
                "-startdate", "20200101000000Z", "-enddate", "20200102000000Z",
            ], in: folder.url)
    }

    private static func run(_ arguments: [String], in folder: URL) async throws {
        let run = try await ChildProcess.run(
            URL(filePath: "/usr/bin/env"), ["openssl"] + arguments, in: folder,
            environment: ["PATH": "/usr/local/bin:/usr/bin:/bin", "RANDFILE": "rnd"])
        guard run.status == 0 else {
            throw Failure(
                words: "openssl failed; run ./hakusho test, which installs it:\n\(run.stderr)")
        }
    }
}
