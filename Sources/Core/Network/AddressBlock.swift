/// All addresses that begin with the same bits: `10.0.0.0/8`, `fc00::/7` (RFC 4632, RFC 4291).
package struct AddressBlock: Hashable, Sendable {
    /// The first address of the block.
    package let base: IPAddress
    /// How many leading bits an address shares with `base`.
    package let length: Int

    /// Reads `10.0.0.0/8`, or an address for itself alone.
    ///
    /// - Returns: Nil where the address or the length is none, or bits behind the length are set.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count <= 2, let base = IPAddress(parts[0]) else { return nil }
        let bits = base.isV4 ? 32 : 128
        self.base = base
        guard parts.count == 2 else {
            length = bits
            return
        }
        guard let length = Int(parts[1]), (0...bits).contains(length), parts[1].first != "+",
            base.prefix(length) == base
        else { return nil }
        self.length = length
    }

    /// Reads `10.1.2.3/8` as the block that holds that address: `10.0.0.0/8`.
    ///
    /// - Returns: Nil where the address or the length is none.
    package init?(enclosing text: some StringProtocol) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let address = IPAddress(parts[0]), let length = Int(parts[1]),
            (0...(address.isV4 ? 32 : 128)).contains(length), parts[1].first != "+"
        else { return nil }
        base = address.prefix(length)
        self.length = length
    }

    /// Whether the block holds an address; one of the other version never.
    package func contains(_ address: IPAddress) -> Bool {
        address.isV4 == base.isV4 && address.prefix(length) == base
    }
}

extension AddressBlock: CustomStringConvertible {
    /// `10.0.0.0/8`; a single address stands alone.
    package var description: String {
        length == (base.isV4 ? 32 : 128) ? base.description : "\(base)/\(length)"
    }
}

extension IPAddress {
    fileprivate var isV4: Bool { if case .v4 = self { true } else { false } }

    /// The address with all but the leading bits zero.
    fileprivate func prefix(_ length: Int) -> IPAddress {
        switch self {
        case .v4(let number):
            return .v4(length == 0 ? 0 : number & (.max << UInt32(32 - length)))
        case .v6(let upper, let lower):
            // A shift by 64 or more gives zero.
            return .v6(
                upper & (UInt64.max << UInt64(max(64 - length, 0))),
                length <= 64 ? 0 : lower & (UInt64.max << UInt64(128 - length)))
        }
    }
}
