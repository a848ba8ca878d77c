package import Core

/// Which addresses and ports may be asked: those of the public Internet, and those that the site
/// allows by name.
///
/// The links of a page are text that anybody may have written; without this, a check could be
/// made to ask the machine's own services, its network's, or its cloud's.
package struct AddressPolicy: Sendable {
    /// Blocks that may be asked although they are not public.
    package let allowed: [AddressBlock]

    /// Takes `allow_addresses` of site.yml.
    package init(allowed: [AddressBlock] = []) { self.allowed = allowed }

    /// Whether an address may be asked.
    package func allows(_ address: IPAddress) -> Bool {
        if allowed.contains(where: { $0.contains(address) }) { return true }
        if Self.special.contains(where: { $0.contains(address) }) { return false }
        guard case .v6(let upper, _) = address else { return true }
        // Only global unicast (RFC 4291, section 2.4) is in use: 2000::/3.
        return upper >> 61 == 1
    }

    /// Whether a port may be asked.
    ///
    /// - Source: WHATWG Fetch, "Port blocking"; and the usual ports of stores without passwords.
    package static func allows(port: Int) -> Bool { port != 0 && !badPorts.contains(port) }

    /// What is not the public Internet, or leads to an IPv4 address within it.
    ///
    /// - Source: IANA's registries of special-purpose addresses (RFC 6890).
    private static let special: [AddressBlock] = [
        // This network, private use (RFC 1918), shared (RFC 6598), loopback.
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8",
        // Link-local with the metadata services of clouds, private, protocols, documentation.
        "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
        // 6to4 relays, private, benchmarks, documentation, multicast, reserved and broadcast.
        "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24",
        "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        // Azure's metadata and DNS; public by number only.
        "168.63.129.16",
        // Unspecified, loopback, IPv4-compatible and -mapped, NAT64, discard.
        "::/96", "::ffff:0:0/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64",
        // Teredo and protocols, documentation, 6to4, documentation, SRv6.
        "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20", "5f00::/16",
        // Unique local (RFC 4193), link-local, site-local, multicast.
        "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
    ].map { text in
        guard let block = AddressBlock(text) else { preconditionFailure("no block: \(text)") }
        return block
    }

    private static let badPorts: Set<Int> = [
        1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95, 101,
        102, 103, 104, 109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389,
        427, 465, 512, 513, 514, 515, 526, 530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636,
        989, 990, 993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6379,
        6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 9100, 9200, 10080, 11211, 27017,
    ]
}
