package import Core

/// One entry of `access` in site.yml: where a web server serves an output, and to whom.
///
/// Every text in it has been looked through, so that it can stand in a web server's
/// configuration: names of hosts and networks are nothing else, and no path holds a control
/// character or a `$`.
package struct AccessRules: Sendable {
    /// A file of names and passwords that readers have to know.
    package struct BasicAuthentication: Sendable {
        /// Absolute path on the server, as htpasswd(1) writes it.
        package let file: Located<String>
        /// What the browser shows with the question, in ASCII.
        package let realm: String
    }

    /// The certificate that the server shows.
    package struct TLS: Sendable {
        /// Absolute path of the certificate with its chain (PEM).
        package let certificate: Located<String>
        /// Absolute path of its private key (PEM).
        package let key: Located<String>
        /// How long browsers insist on https (RFC 6797, section 6.1.1).
        package let strictTransport: Duration
    }

    /// How an address and a password go together.
    package enum Satisfaction: String, Sendable, CaseIterable {
        /// An allowed address and a password.
        case all
        /// One of the two is enough.
        case any
    }

    /// The output's name in site.yml, and the key's place.
    package let output: Located<String>
    /// Names by which readers ask for the site, in lower case, the canonical one first.
    package let serverNames: [String]
    /// The folder that is served; nil for the project's own.
    package let root: Located<String>?
    /// Networks whose readers are let in; empty where the address does not matter.
    package let allow: [Located<AddressBlock>]
    /// Who knows a password; nil asks for none.
    package let authentication: BasicAuthentication?
    /// Address and password, unless `any` is written out.
    package let satisfaction: Located<Satisfaction>
    /// Nil where `tls: off` is written out.
    package let tls: TLS?
    /// The place of `tls`, or of the entry that has none.
    package let tlsSpan: SourceSpan
    /// Where the site is served.
    package let listen: [ListenAddress]
    /// Where plain HTTP is answered with the way to https; empty answers nowhere.
    package let redirectListen: [ListenAddress]
    /// Load balancers and the like whose word on the reader's address is taken.
    package let trustedProxies: [Located<AddressBlock>]
}

/// An address and a port at which a server listens.
package struct ListenAddress: Hashable, Sendable, CustomStringConvertible {
    /// Nil for every IPv4 address of the machine.
    package let address: IPAddress?
    /// From 1 to 65535.
    package let port: Int

    /// Every address of the machine, in both versions.
    static func everywhere(port: Int) -> [ListenAddress] {
        [.init(address: nil, port: port), .init(address: .v6(0, 0), port: port)]
    }

    /// `443`, `192.0.2.1:443`, `[2001:db8::1]:443`.
    package var description: String {
        switch address {
        case nil: String(port)
        case .v4?: "\(address!):\(port)"
        case .v6?: "[\(address!)]:\(port)"
        }
    }
}

extension ListenAddress {
    /// Reads the form of `description`.
    init?(_ text: String) {
        guard let colon = text.utf8.lastIndex(of: 0x3A) else {
            self.init(address: nil, portText: text[...])
            return
        }
        let host = text[..<colon]
        let isBracketed = host.hasPrefix("[") && host.hasSuffix("]") && host.utf8.count > 2
        guard let address = IPAddress(isBracketed ? host.dropFirst().dropLast() : host) else {
            return nil
        }
        if case .v6 = address, !isBracketed { return nil }
        if case .v4 = address, isBracketed { return nil }
        self.init(address: address, portText: text[text.utf8.index(after: colon)...])
    }

    private init?(address: IPAddress?, portText: Substring) {
        guard (1...5).contains(portText.utf8.count), portText.utf8.first != 0x30,
            portText.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let port = Int(portText),
            port <= 65_535
        else { return nil }
        self.init(address: address, port: port)
    }
}
