import NIOSSL

/// The authorities whose certificates are believed, read once for all hosts.
struct TrustRoots: Sendable {
    /// Nil leaves the search to the library, which then reads them for each host.
    private let certificates: [NIOSSLCertificate]?
    private let additional: [NIOSSLCertificate]

    /// Reads the machine's authorities.
    ///
    /// - Parameter file: A PEM file of further ones; nil for none.
    /// - Throws: NIOSSL's error where that file cannot be read.
    init(additional file: String? = nil) throws {
        additional = try file.map { try NIOSSLCertificate.fromPEMFile($0) } ?? []
        let usual = [
            "/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt",
            "/etc/ssl/cert.pem",
        ]
        // A bundle that cannot be read is the library's to complain of, in its own search.
        certificates = usual.lazy.compactMap { try? NIOSSLCertificate.fromPEMFile($0) }.first
    }

    /// What a connection to one host is made with.
    var configuration: TLSConfiguration {
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.minimumTLSVersion = .tlsv12
        if let certificates { configuration.trustRoots = .certificates(certificates) }
        if !additional.isEmpty { configuration.additionalTrustRoots = [.certificates(additional)] }
        return configuration
    }
}
