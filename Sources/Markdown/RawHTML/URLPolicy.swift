import Core

/// Which URLs a page may lead to or show.
enum URLPolicy {
    /// Whether `url` may be written: relative, or with one of the known schemes.
    ///
    /// Browsers drop spaces and control characters before it, and tabs and line ends within it,
    /// before they look at the scheme; so they are dropped here.
    ///
    /// - Parameter embedded: The target becomes part of the page, as an image does.
    /// - Source: WHATWG URL, "basic URL parser".
    static func allows(_ url: String, embedded: Bool) -> Bool {
        var scheme: [UInt8] = []
        var rest = url.utf8.drop { $0 <= 0x20 }.lazy
            .filter { $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }.makeIterator()
        while let byte = rest.next() {
            if byte == 0x3A { return allows(scheme: scheme, rest: rest, embedded: embedded) }
            let isPart = byte.isLetter || byte.isDigit || [0x2B, 0x2D, 0x2E].contains(byte)
            guard isPart, !scheme.isEmpty || byte.isLetter else { return true }
            scheme.append(byte.isLetter ? byte | 0x20 : byte)
        }
        return true
    }

    private static func allows(
        scheme: [UInt8], rest: some IteratorProtocol<UInt8>, embedded: Bool
    ) -> Bool {
        switch String(decoding: scheme, as: UTF8.self) {
        case "http", "https": return true
        case "mailto", "tel": return !embedded
        case "data" where embedded:
            var rest = rest
            var type: [UInt8] = []
            while let byte = rest.next(), byte != 0x3B, byte != 0x2C, type.count < 16 {
                type.append(byte.isLetter ? byte | 0x20 : byte)
            }
            let types = ["image/png", "image/jpeg", "image/gif", "image/webp"]
            return types.contains(String(decoding: type, as: UTF8.self))
        default: return false
        }
    }
}

extension Diagnostic {
    /// `C:\…` and `file:///…`.
    private static func ownComputer(_ url: String, at span: SourceSpan) -> Diagnostic {
        let name = url.split { $0 == "\\" || $0 == "/" }.last.map(String.init) ?? "NAME"
        return Diagnostic(
            .error, "markdown.url-scheme", at: span,
            en: "the link leads to a file on your own computer, which readers cannot open",
            ja: "自分のパソコンにあるファイルへのリンクです。読者は開けません",
            fix: .advice(
                en: "put the file into Content/uploads, and link to '/uploads/\(name)'",
                ja: "ファイルを Content/uploads に置き、「/uploads/\(name)」と書いてください"))
    }

    static func refusedURL(_ url: String, at span: SourceSpan) -> Diagnostic {
        let scheme = url.lowercased().prefix { $0 != ":" }
        if scheme == "file" || scheme.count == 1 { return .ownComputer(url, at: span) }
        let shown = url.count > 60 ? "\(url.prefix(60))…" : url
        return Diagnostic(
            .error, "markdown.url-scheme", at: span,
            en: "the URL '\(shown)' is not allowed",
            ja: "URL「\(shown)」は使えません",
            fix: .advice(
                en: "use a relative path, or a URL with 'https:', 'http:', 'mailto:' or 'tel:'",
                ja: "相対パスか、「https:」「http:」「mailto:」「tel:」で始まる URL を使ってください"))
    }
}
