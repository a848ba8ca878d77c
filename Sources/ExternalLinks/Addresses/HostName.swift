import Core

/// The host of a URL, in the form in which it is looked up.
///
/// - Source: WHATWG URL, "Host parsing". Instead of the tables of UTS #46: lower case, NFC, the
///   ideographic full stops, and full-width ASCII.
enum HostName {
    /// A name in lower case and ASCII (`xn--…`), or an address in its usual form: `0x7f.1` is
    /// `127.0.0.1`, as it is to a browser.
    ///
    /// - Parameter bytes: As written, percent-encoded or not; an IPv6 address in brackets.
    /// - Returns: Nil for what can be no host.
    static func normalized(_ bytes: ArraySlice<UInt8>) -> String? {
        if bytes.first == UInt8(ascii: "[") {
            guard bytes.last == UInt8(ascii: "]") else { return nil }
            let inside = String(decoding: bytes.dropFirst().dropLast(), as: UTF8.self)
            guard let address = IPAddress(inside), case .v6 = address else { return nil }
            return address.description
        }
        guard let decoded = PercentEncoding.decode(String(decoding: bytes, as: UTF8.self)) else {
            return nil
        }
        var folded = String.UnicodeScalarView()
        for scalar in decoded.normalizedToNFC.lowercased().unicodeScalars {
            switch scalar.value {
            case 0x3002, 0xFF0E, 0xFF61: folded.append(".")
            case 0xFF01...0xFF5E: folded.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
            case 0xAD, 0x200B...0x200D, 0x2060, 0xFEFF: continue
            default: folded.append(scalar)
            }
        }
        var labels = String(folded).lowercased()
            .split(separator: ".", omittingEmptySubsequences: false)
        if labels.count > 1, labels.last?.isEmpty ?? false { labels.removeLast() }
        let encoded = labels.compactMap { Punycode.encoded(label: $0) }
        guard encoded.count == labels.count, encoded.allSatisfy(isLabel) else { return nil }
        let name = encoded.joined(separator: ".")
        guard name.utf8.count <= 253 else { return nil }
        if let last = encoded.last, isNumeric(last) { return address(encoded)?.description }
        return name
    }

    /// Whether a name always means this machine (RFC 6761, section 6.3).
    static func isLocal(_ host: String) -> Bool {
        host == "localhost" || host.hasSuffix(".localhost")
    }

    /// Letters, digits, `-` and `_`, which some hosts have in spite of RFC 952.
    private static func isLabel(_ label: String) -> Bool {
        (1...63).contains(label.utf8.count)
            && label.utf8.allSatisfy { byte in
                (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
                    || byte == 0x2D || byte == 0x5F
            }
    }

    private static func isNumeric(_ label: String) -> Bool {
        label.utf8.allSatisfy { (0x30...0x39).contains($0) } || number(label) != nil
    }

    /// A decimal, octal (`017`) or hexadecimal (`0x1f`) number.
    private static func number(_ label: String) -> UInt64? {
        if label.hasPrefix("0x") {
            return label.count == 2 ? 0 : UInt64(label.dropFirst(2), radix: 16)
        }
        if label.hasPrefix("0"), label.count > 1 { return UInt64(label.dropFirst(), radix: 8) }
        return UInt64(label)
    }

    /// The address of one to four numbers, the last of which fills the rest.
    private static func address(_ labels: [String]) -> IPAddress? {
        let numbers = labels.compactMap(number)
        guard numbers.count == labels.count, (1...4).contains(numbers.count),
            let last = numbers.last, numbers.dropLast().allSatisfy({ $0 < 256 })
        else { return nil }
        let free = UInt64(5 - numbers.count) * 8
        guard last < 1 << free else { return nil }
        var value = last
        for (index, number) in numbers.dropLast().enumerated() {
            value |= number << UInt64(24 - 8 * index)
        }
        return .v4(UInt32(value))
    }
}
