package import Core

/// redirects.yml: former URLs and anchors, and where they lead now.
package struct Redirects: Sendable {
    /// One former URL or anchor.
    package struct Entry: Sendable {
        /// Below the site's root, in NFC: `/old/`, or `/page/#old`.
        package let from: Located<String>
        /// A path below the site's root or a full address; nil for what is gone.
        package let to: Located<String>?
        /// A level of labels.yml, as written.
        package let label: Located<String>?
        /// Handling marks of labels.yml, as written.
        package let handling: [Located<String>]
        /// Why its label was lowered; empty where it never was.
        package let downgrades: [Downgrade]
        /// The whole entry.
        package let span: SourceSpan
    }

    /// In the order of redirects.yml.
    package var entries: [Entry] = []
    /// Whether a line `- {…}` at the end of the file would be one entry more.
    package private(set) var acceptsLines = true

    /// No former URLs.
    package init() {}

    /// Reads redirects.yml: a list of `{from: /old/, to: /new/}` and `{from: /old/, gone: true}`,
    /// each with `label` and `handling` where its author states them.
    package static func read(
        _ bytes: [UInt8], file: String
    ) -> (redirects: Redirects, diagnostics: [Diagnostic]) {
        var (root, diagnostics) = YAMLNode.parse(bytes[...], file: file)
        var redirects = Redirects()
        guard let list = root, !list.isNull else { return (redirects, diagnostics) }
        root = nil
        guard case .sequence(let items) = list.value else {
            return (redirects, diagnostics + [.wrongType(nil, expected: .list, at: list.span)])
        }
        redirects.acceptsLines = takesLines(bytes, first: items.first?.span)
        for item in items {
            var keys = YAMLMapping(item, file: file)
            if let entry = Entry.read(&keys, at: item.span) { redirects.entries.append(entry) }
            diagnostics += keys.diagnostics
        }
        return (redirects, diagnostics)
    }

    /// Whether the list is written with a hyphen at the beginning of its lines.
    private static func takesLines(_ bytes: [UInt8], first: SourceSpan?) -> Bool {
        guard let start = first?.range?.lowerBound else { return false }
        let line = bytes[..<start].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        return bytes[line..<start].drop { [0xEF, 0xBB, 0xBF].contains($0) }.first == 0x2D
    }
}

extension Redirects.Entry {
    fileprivate static func read(_ keys: inout YAMLMapping, at span: SourceSpan) -> Self? {
        let from = keys.text("from", required: true)
        let (to, gone) = (keys.text("to"), keys.bool("gone"))
        let (label, handling) = (keys.text("label"), keys.texts("handling") ?? [])
        let downgrades = Downgrade.readAll(&keys)
        keys.finish()
        if keys.isMapping, to == nil, gone?.value != true {
            keys.take([.missingKey("to", at: span)])
        }
        if let to, let gone, gone.value { keys.take([.goneAndMoved(to, gone: gone.span)]) }
        if let to {
            if to.value.unicodeScalars.contains(where: \.endsAnAddress) {
                keys.take([.brokenTarget(to)])
            } else if to.value.namesAUser {
                keys.take([.targetWithUser(to)])
            } else if to.value.lacksHost {
                keys.take([.targetWithoutHost(to)])
            } else if to.value.hasStrayPercent {
                keys.take([.targetWithStrayPercent(to)])
            }
        }
        guard let from else { return nil }
        guard from.value.hasPrefix("/") else {
            keys.take([.notBelowRoot(from)])
            return nil
        }
        return Self(
            from: Located(from.value.normalizedToNFC, at: from.span), to: to, label: label,
            handling: handling, downgrades: downgrades, span: span)
    }
}

extension Unicode.Scalar {
    /// Whether no address may hold it: a server or a browser would end the address there, or
    /// drop it.
    ///
    /// - Source: RFC 3986, section 2 and appendix C; RFC 9110, section 5.5.
    fileprivate var endsAnAddress: Bool {
        properties.isWhitespace || properties.generalCategory == .control
            || "<>\"\\^`".unicodeScalars.contains(self)
    }
}

extension String {
    /// Whether an address states a user, perhaps with a password: `https://user:secret@host/`.
    ///
    /// - Source: RFC 3986, section 3.2.1.
    fileprivate var namesAUser: Bool {
        guard let start = firstRange(of: "//") else { return false }
        return self[start.upperBound...].prefix { !"/?#".contains($0) }.contains("@")
    }

    /// Whether this is an address of the Web that names no server: `http:///x`, `HTTPS://`.
    fileprivate var lacksHost: Bool {
        let lower = lowercased()
        guard let scheme = ["http:", "https:"].first(where: lower.hasPrefix) else { return false }
        let rest = lower.dropFirst(scheme.count)
        guard rest.hasPrefix("//") else { return true }
        return rest.dropFirst(2).first.map { "/?#:".contains($0) } ?? true
    }

    /// Whether a percent sign stands without two hexadecimal digits behind it.
    ///
    /// - Source: RFC 3986, section 2.1.
    fileprivate var hasStrayPercent: Bool {
        let pieces = utf8.split(separator: 0x25, omittingEmptySubsequences: false).dropFirst()
        return pieces.contains { piece in
            piece.prefix(2).count { $0.hexDigit != nil } < 2
        }
    }
}

extension Diagnostic {
    fileprivate static func targetWithoutHost(_ to: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "config.redirect-bad-target", at: to.span,
            en: "'\(to.value)' names no server", ja: "転送先「\(to.value)」にサーバー名がありません",
            fix: .advice(
                en: "write the whole address (https://example.com/…), or a path below the site's "
                    + "root (/…)",
                ja: "「https://example.com/…」のように全体を書くか、サイト内なら「/…」と書いてください"))
    }

    fileprivate static func targetWithStrayPercent(_ to: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "config.redirect-bad-target", at: to.span,
            en: "in '\(to.value)' a '%' is not followed by two of the signs 0–9 and A–F",
            ja: "転送先「\(to.value)」の「%」の後に、0～9 か A～F の文字が二つ続いていません",
            fix: .advice(
                en: "write the sign itself as %25", ja: "「%」という文字そのものは「%25」と書いてください"))
    }

    fileprivate static func brokenTarget(_ to: Located<String>) -> Diagnostic {
        let encoded = to.value.unicodeScalars.map { scalar in
            guard scalar.endsAnAddress else { return String(scalar) }
            return String(scalar).utf8.map { byte in
                "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }.joined()
        }.joined()
        return Diagnostic(
            .error, "config.redirect-bad-target", at: to.span,
            en: "'\(to.value)' has a space or a character that no address may hold",
            ja: "転送先「\(to.value)」に、空白などアドレスに使えない文字があります",
            fix: .replace(with: encoded))
    }

    fileprivate static func targetWithUser(_ to: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "config.redirect-bad-target", at: to.span,
            en: "the redirect's target names a user before '@', which every reader would see",
            ja: "転送先の「@」の前にユーザー名があり、すべての読者に見えてしまいます",
            fix: .advice(
                en: "leave out what stands between '//' and '@'; whoever wants a password asks "
                    + "for it",
                ja: "「//」から「@」までを削除してください。パスワードは、必要なサイトが自分で尋ねます"))
    }

    fileprivate static func notBelowRoot(_ path: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "config.redirect-not-below-root", at: path.span,
            en: "'\(path.value)' must begin with '/'", ja: "「\(path.value)」は「/」で始めてください",
            fix: .replace(with: "/" + path.value))
    }

    fileprivate static func goneAndMoved(
        _ target: Located<String>, gone: SourceSpan
    ) -> Diagnostic {
        Diagnostic(
            .error, "config.redirect-gone-and-moved", at: gone,
            en: "what is gone cannot lead to '\(target.value)' too",
            ja: "「gone: true」と転送先「\(target.value)」は同時に書けません",
            fix: .advice(
                en: "keep either 'to' or 'gone: true'", ja: "「to」か「gone: true」のどちらかにしてください"))
    }
}
