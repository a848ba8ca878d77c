import Core

/// The path and the query that a request asks for.
struct RequestTarget: Equatable {
    /// Decoded, in NFC, with a slash at its beginning.
    let path: String
    /// Decoded values by decoded name; of a name that comes twice, the first.
    let query: [String: String]

    /// Reads a target in origin form.
    ///
    /// - Returns: Nil for what no browser sends: another form, a path that leaves its folder, bytes
    ///   that are no text, control characters.
    /// - Source: RFC 9112, section 3.2.1; RFC 3986, section 6.2.2.
    init?(_ target: String?) {
        guard let target, target.hasPrefix("/"), target.utf8.count <= 8192 else { return nil }
        let parts = target.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        guard let path = Self.decode(parts[0]), !path.utf8.contains(0x5C) else { return nil }
        // Bytes, since a slash and a mark that joins it are one character.
        let segments = path.utf8.split(separator: 0x2F, omittingEmptySubsequences: false)
            .dropFirst()
        guard
            !segments.contains(where: { $0.elementsEqual(".".utf8) || $0.elementsEqual("..".utf8) })
        else { return nil }
        // `//host/` would name another host where it stands in a redirect.
        guard !segments.dropLast().contains(where: \.isEmpty) else { return nil }
        self.path = path.normalizedToNFC
        var query: [String: String] = [:]
        for pair in (parts.count == 2 ? parts[1] : "").split(separator: "&") {
            let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            // As forms and URLSearchParams write it (URL Standard, section 5.1).
            let words = sides.map { Substring($0.replacing("+", with: " ")) }
            guard let name = Self.decode(words[0]),
                let value = Self.decode(words.count == 2 ? words[1] : "")
            else { return nil }
            if query[name] == nil { query[name] = value }
        }
        self.query = query
    }

    private static func decode(_ text: Substring) -> String? {
        guard let decoded = PercentEncoding.decode(text),
            !decoded.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F })
        else { return nil }
        return decoded
    }
}
