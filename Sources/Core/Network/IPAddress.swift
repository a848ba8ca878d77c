/// An address of the Internet Protocol, version 4 or 6.
package enum IPAddress: Hashable, Sendable {
    /// In host byte order.
    case v4(UInt32)
    /// The upper and the lower half, in host byte order.
    case v6(UInt64, UInt64)

    /// Reads `192.0.2.1` or `2001:db8::1`; nil for anything else, also for the octal and short
    /// forms that inet_aton(3) takes, for brackets and for zones.
    ///
    /// - Source: RFC 4291, section 2.2.
    package init?(_ text: some StringProtocol) {
        if text.utf8.contains(0x3A) {
            guard let groups = Self.groups(of: Array(text.utf8)) else { return nil }
            let halves = [groups[..<4], groups[4...]].map { half in
                half.reduce(UInt64(0)) { $0 << 16 | UInt64($1) }
            }
            self = .v6(halves[0], halves[1])
        } else {
            guard let number = Self.dotted(Array(text.utf8)[...]) else { return nil }
            self = .v4(number)
        }
    }

    private static func dotted(_ bytes: ArraySlice<UInt8>) -> UInt32? {
        let parts = bytes.split(separator: 0x2E, omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        var number: UInt32 = 0
        for part in parts {
            guard (1...3).contains(part.count), part.count == 1 || part.first != 0x30,
                part.allSatisfy({ (0x30...0x39).contains($0) })
            else { return nil }
            let value = part.reduce(UInt32(0)) { $0 * 10 + UInt32($1 - 0x30) }
            guard value < 256 else { return nil }
            number = number << 8 | value
        }
        return number
    }

    /// The eight groups of an IPv6 address.
    private static func groups(of bytes: [UInt8]) -> [UInt16]? {
        guard bytes.count <= 45 else { return nil }
        var sides: [[UInt16]] = [[]]
        var rest = bytes[...]
        if rest.starts(with: [0x3A, 0x3A]) {
            sides.append([])
            rest = rest.dropFirst(2)
        }
        while !rest.isEmpty {
            let part = rest.prefix { $0 != 0x3A }
            rest = rest.dropFirst(part.count)
            if rest.isEmpty, part.contains(0x2E) {
                guard let number = dotted(part) else { return nil }
                sides[sides.count - 1] += [UInt16(number >> 16), UInt16(number & 0xFFFF)]
                break
            }
            guard (1...4).contains(part.count),
                let group = UInt16(String(decoding: part, as: UTF8.self), radix: 16),
                part.first != 0x2B
            else { return nil }
            sides[sides.count - 1].append(group)
            if rest.starts(with: [0x3A, 0x3A]) {
                guard sides.count == 1 else { return nil }
                sides.append([])
                rest = rest.dropFirst(2)
            } else if rest.first == 0x3A {
                guard rest.count > 1 else { return nil }
                rest = rest.dropFirst()
            }
        }
        let count = sides.reduce(0) { $0 + $1.count }
        if sides.count == 1 { return count == 8 ? sides[0] : nil }
        guard count < 8 else { return nil }
        return sides[0] + [UInt16](repeating: 0, count: 8 - count) + sides[1]
    }
}

extension IPAddress: CustomStringConvertible {
    /// `192.0.2.1`, `2001:db8::1` (RFC 5952).
    package var description: String {
        switch self {
        case .v4(let number):
            return [24, 16, 8, 0].map { String(number >> $0 & 0xFF) }.joined(separator: ".")
        case .v6(let upper, let lower):
            let groups = [upper, lower].flatMap { half in
                [48, 32, 16, 0].map { half >> $0 & 0xFFFF }
            }
            guard let gap = Self.longestGap(groups) else { return Self.hex(groups[...]) }
            return Self.hex(groups[..<gap.lowerBound]) + "::" + Self.hex(groups[gap.upperBound...])
        }
    }

    private static func hex(_ groups: ArraySlice<UInt64>) -> String {
        groups.map { String($0, radix: 16) }.joined(separator: ":")
    }

    /// The first longest run of two or more zero groups.
    private static func longestGap(_ groups: [UInt64]) -> Range<Int>? {
        var best: Range<Int>?
        var start = 0
        while start < groups.count {
            let length = groups[start...].prefix { $0 == 0 }.count
            if length > max(best?.count ?? 0, 1) { best = start..<start + length }
            start += max(length, 1)
        }
        return best
    }
}
