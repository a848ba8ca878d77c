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

extension Diagnostic {
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
