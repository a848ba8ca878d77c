package import Core

/// redirects.yml: former URLs, and where they lead now.
package struct Redirects: Sendable {
    /// One former URL.
    package struct Entry: Sendable {
        /// Below the site's root, in NFC: `/old/`.
        package let from: Located<String>
        /// A path below the site's root or a full address; nil for what is gone.
        package let to: Located<String>?
    }

    /// In the order of redirects.yml.
    package var entries: [Entry] = []

    /// No former URLs.
    package init() {}

    /// Reads redirects.yml: a list of `{from: /old/, to: /new/}` and `{from: /old/, gone: true}`.
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
        for item in items {
            var keys = YAMLMapping(item, file: file)
            let from = keys.text("from", required: true)
            let (to, gone) = (keys.text("to"), keys.bool("gone"))
            keys.finish()
            if keys.isMapping, to == nil, gone?.value != true {
                keys.take([.missingKey("to", at: item.span)])
            }
            if let from, !from.value.hasPrefix("/") {
                keys.take([.notBelowRoot(from)])
            } else if let from {
                let path = Located(from.value.normalizedToNFC, at: from.span)
                redirects.entries.append(Entry(from: path, to: to))
            }
            diagnostics += keys.diagnostics
        }
        return (redirects, diagnostics)
    }
}

extension Diagnostic {
    fileprivate static func notBelowRoot(_ path: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "config.redirect-not-below-root", at: path.span,
            en: "'\(path.value)' must begin with '/'", ja: "「\(path.value)」は「/」で始めてください",
            fix: .replace(with: "/" + path.value))
    }
}
