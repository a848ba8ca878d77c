import Core

/// An `http:` or `https:` URL, in the one form in which it is asked.
///
/// - Source: WHATWG URL, "URL parsing", as far as these two schemes go; RFC 3986, section 5.2.
package struct WebAddress: Hashable, Sendable {
    /// Why a text is no address that may be asked.
    package enum Fault: Error, Hashable, Sendable {
        /// It leads to another scheme.
        case scheme(String)
        /// It has no host, or one that cannot be.
        case host
        /// A name and perhaps a password stand before the host.
        case credentials
        /// A port that is none.
        case port
        /// Longer than 8,000 bytes.
        case length
    }

    /// Whether it is `https:`.
    package let isSecure: Bool
    /// In lower case and ASCII; an IPv6 address without brackets.
    package let host: String
    /// The port that is asked, also where it is not written.
    package let port: Int
    /// Percent-encoded, beginning with `/`.
    package let path: String
    /// With its `?`; empty where there is none.
    package let query: String
    /// As written, without `#`; nil where there is none or it is empty.
    package let fragment: String?

    /// The address without its fragment: what is asked, and remembered.
    package var text: String { origin + path + query }

    /// Scheme, host and port: `https://example.jp`, `http://127.0.0.1:8080`.
    package var origin: String {
        let name = host.utf8.contains(0x3A) ? "[\(host)]" : host
        let isUsual = port == (isSecure ? 443 : 80)
        return (isSecure ? "https://" : "http://") + name + (isUsual ? "" : ":\(port)")
    }

    /// Reads an address, or a reference that is resolved against `base`.
    ///
    /// - Throws: `Fault`.
    package init(_ text: String, base: WebAddress? = nil) throws(Fault) {
        guard text.utf8.count <= 8000 else { throw .length }
        var rest = Self.trimmed(text)[...]
        var isSecure = base?.isSecure ?? true
        if let colon = Self.schemeEnd(rest) {
            let scheme = String(decoding: rest[..<colon].map { $0 | 0x20 }, as: UTF8.self)
            guard scheme == "http" || scheme == "https" else { throw .scheme(scheme) }
            isSecure = scheme == "https"
            rest = rest[(colon + 1)...]
            // Browsers take any number of slashes, also none.
            rest = rest.drop { $0 == Self.slash || $0 == UInt8(ascii: "\\") }
            rest = [Self.slash, Self.slash] + rest
        }
        let (fragment, query) = Self.cut(&rest)
        rest = Array(rest.map { $0 == UInt8(ascii: "\\") ? Self.slash : $0 })[...]
        self.isSecure = isSecure
        self.fragment = fragment
        if rest.starts(with: [Self.slash, Self.slash]) {
            let authority = rest.dropFirst(2).prefix { $0 != Self.slash }
            (host, port) = try Self.read(authority: authority, isSecure: isSecure)
            path = Self.path(rest[authority.endIndex...], from: [])
            self.query = Self.encoded(query ?? [])
            return
        }
        guard let base else { throw .host }
        (host, port) = (base.host, base.port)
        if rest.isEmpty {
            path = base.path
            self.query = query.map(Self.encoded) ?? base.query
        } else {
            let folder = rest.first == Self.slash ? [] : Array(base.path.utf8)
            path = Self.path(rest, from: folder)
            self.query = Self.encoded(query ?? [])
        }
    }
}

extension WebAddress {
    private static let slash = UInt8(ascii: "/")

    /// Without spaces around it, and without the tabs and line ends that browsers drop.
    private static func trimmed(_ text: String) -> [UInt8] {
        var bytes = text.utf8.filter { $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
        while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
        return Array(bytes.drop { $0 <= 0x20 })
    }

    /// Takes fragment and query, with its `?`, off a reference.
    private static func cut(
        _ rest: inout ArraySlice<UInt8>
    ) -> (fragment: String?, query: ArraySlice<UInt8>?) {
        var fragment: String?
        if let hash = rest.firstIndex(of: UInt8(ascii: "#")) {
            let written = String(decoding: rest[(hash + 1)...], as: UTF8.self)
            fragment = written.isEmpty ? nil : written
            rest = rest[..<hash]
        }
        guard let mark = rest.firstIndex(of: UInt8(ascii: "?")) else { return (fragment, nil) }
        defer { rest = rest[..<mark] }
        return (fragment, rest[mark...])
    }

    private static func schemeEnd(_ text: ArraySlice<UInt8>) -> Int? {
        guard let colon = text.firstIndex(of: UInt8(ascii: ":")), colon > text.startIndex,
            (0x61...0x7A).contains(text[text.startIndex] | 0x20)
        else { return nil }
        let isScheme = text[..<colon].allSatisfy { byte in
            (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
                || byte == 0x2B || byte == 0x2D || byte == 0x2E
        }
        return isScheme ? colon : nil
    }

    private static func read(
        authority: ArraySlice<UInt8>, isSecure: Bool
    ) throws(Fault) -> (host: String, port: Int) {
        guard !authority.contains(UInt8(ascii: "@")) else { throw .credentials }
        var name = authority
        var port = isSecure ? 443 : 80
        let bracket = authority.lastIndex(of: UInt8(ascii: "]")) ?? authority.startIndex
        if authority.first == UInt8(ascii: "["), bracket == authority.startIndex { throw .host }
        if let colon = authority[bracket...].firstIndex(of: UInt8(ascii: ":")) {
            let digits = authority[(colon + 1)...]
            name = authority[..<colon]
            if !digits.isEmpty {
                guard digits.allSatisfy({ (0x30...0x39).contains($0) }), digits.count <= 5,
                    let number = Int(String(decoding: digits, as: UTF8.self)), number <= 65_535
                else { throw .port }
                port = number
            }
        }
        guard let host = HostName.normalized(name) else { throw .host }
        return (host, port)
    }

    /// `path` from a folder's path, with `.` and `..` followed (RFC 3986, section 5.2.4).
    private static func path(_ path: ArraySlice<UInt8>, from base: [UInt8]) -> String {
        var parts: [ArraySlice<UInt8>] = []
        if !base.isEmpty {
            parts = base.split(separator: slash, omittingEmptySubsequences: false).dropFirst()
                .dropLast()
        }
        let start = path.first == slash ? path.dropFirst() : path
        let added = start.split(separator: slash, omittingEmptySubsequences: false)
        for (index, part) in added.enumerated() {
            let isLast = index == added.count - 1
            switch String(decoding: part, as: UTF8.self).lowercased() {
            case ".", "%2e":
                if isLast { parts.append([]) }
            case "..", ".%2e", "%2e.", "%2e%2e":
                _ = parts.popLast()
                if isLast { parts.append([]) }
            default: parts.append(part)
            }
        }
        return "/" + encoded(Array(parts.joined(separator: [slash]))[...])
    }

    /// Percent-encodes what may not stand in a request line, and leaves what is encoded.
    private static func encoded(_ bytes: ArraySlice<UInt8>) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var result: [UInt8] = []
        for (index, byte) in bytes.enumerated() {
            let isEscape =
                byte == 0x25 && bytes.dropFirst(index + 1).prefix(2).count == 2
                && bytes.dropFirst(index + 1).prefix(2).allSatisfy(isHex)
            if isEscape || byte != 0x25 && isAllowed(byte) {
                result.append(byte)
            } else {
                result += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func isHex(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20)
    }

    /// pchar of RFC 3986, `/` and `?`.
    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x61...0x7A, 0x41...0x5A, 0x30...0x39: true
        case 0x2D, 0x2E, 0x5F, 0x7E, 0x2F, 0x21, 0x24, 0x26...0x2C, 0x3B, 0x3D, 0x3A, 0x40: true
        case 0x3F: true
        default: false
        }
    }
}

extension WebAddress {
    private init(withoutFragmentOf other: WebAddress) {
        isSecure = other.isSecure
        host = other.host
        port = other.port
        path = other.path
        query = other.query
        fragment = nil
    }

    /// The address as it is asked.
    var withoutFragment: WebAddress { WebAddress(withoutFragmentOf: self) }
}
