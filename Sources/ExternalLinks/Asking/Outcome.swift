package import Core

/// What came of asking one address.
package enum Outcome: Hashable, Sendable {
    /// It answered well.
    case answered(Answer)
    /// It did not, for a reason that may pass.
    case failed(ProbeFailure)
    /// It may not be asked.
    case refused(Refusal)
    /// The server asked to be left alone for so long; zero where it did not say how long.
    case askedToWait(Duration)
}

/// A good answer.
package struct Answer: Hashable, Sendable {
    /// Where the redirects lead that are for good; nil where there are none.
    package var movedTo: String?
    /// The first address without TLS that an `https:` link was led to.
    package var downgradedTo: String?
    /// What became of the fragments that were looked for.
    package var anchors: [String: AnchorVerdict] = [:]
}

/// Whether a page has an anchor.
package enum AnchorVerdict: Hashable, Sendable {
    case found, missing
    /// The page is no HTML, too long, compressed, or in another encoding.
    case unknown
}

/// Why an address did not answer well.
package enum ProbeFailure: Error, Hashable, Sendable {
    /// The name does not exist.
    case unknownHost
    /// The name could not be looked up.
    case unavailableResolver
    /// Nobody listens, or no way leads there.
    case connectionRefused
    /// No connection, or no TLS, within the time.
    case connectionTimeOut
    /// Silent for too long, or not done in time.
    case timeOut
    /// The connection ended before the answer did.
    case connectionClosed
    /// The certificate is for other names.
    case wrongName
    /// The certificate's time is over, or has not begun: its last second.
    case expired(Moment)
    /// Nobody that this machine trusts vouches for the certificate.
    case untrusted
    /// TLS did not come about for another reason.
    case noTLS
    /// What came is not HTTP, or more than HTTP allows.
    case notHTTP
    /// A status that is neither good nor accepted.
    case status(Int)
    /// The redirects lead back to where they have been.
    case redirectLoop
    /// More than ten redirects.
    case tooManyRedirects
    /// A redirect that does not say where to.
    case redirectToNowhere
    /// A redirect to what no page can be.
    case redirectToScheme(String)
    /// The page has no such anchor.
    case anchorMissing(String)

    /// Whether it concerns the host, so that its other links need not be asked.
    var concernsHost: Bool {
        switch self {
        case .unknownHost, .unavailableResolver, .connectionRefused, .connectionTimeOut,
            .wrongName, .expired, .untrusted, .noTLS:
            true
        default: false
        }
    }

    /// Whether it may be over within seconds.
    var mayPassSoon: Bool {
        switch self {
        case .connectionTimeOut, .timeOut, .connectionClosed: true
        case .status(let status): [500, 502, 503, 504].contains(status)
        default: false
        }
    }
}

/// Why an address may not be asked.
package enum Refusal: Hashable, Sendable {
    /// A host with an address that is not of the public Internet.
    case address(IPAddress, host: String)
    /// A port of another service.
    case port(Int)
    /// The URL holds a name or password.
    case credentials
    /// The URL cannot be read.
    case invalid
}
