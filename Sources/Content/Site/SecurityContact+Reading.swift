import Core

extension SecurityContact {
    /// Reads `security_txt`; nil where the site has none, or where what RFC 9116 requires
    /// (`contact`, `expires`) is missing, which is then reported.
    static func read(_ keys: inout YAMLMapping, zone: ZoneOffset) -> SecurityContact? {
        guard var entry = keys.mapping("security_txt") else { return nil }
        defer { keys.take(entry) }
        let contacts = entry.texts("contact")
        if contacts?.isEmpty ?? true { entry.take([.noContact(at: entry.keySpan("contact"))]) }
        for contact in contacts ?? [] where !isURI(contact.value) {
            entry.take([.contactNotURI(contact.value, at: contact.span)])
        }
        let expires = entry.moment("expires", zone: zone)
        if expires == nil, !entry.keys.contains(where: { $0.value == "expires" }) {
            entry.take([.noExpiry(at: entry.span)])
        }
        let links = ["encryption", "acknowledgments", "policy", "hiring"].map { key in
            readLinks(key, &entry)
        }
        let languages = entry.texts("preferred_languages") ?? []
        entry.finish()
        guard let contacts, !contacts.isEmpty, let expires else { return nil }
        return SecurityContact(
            contacts: contacts, expires: expires, encryption: links[0],
            acknowledgments: links[1], policy: links[2], hiring: links[3],
            preferredLanguages: languages.map(\.value))
    }

    /// What must be a web address must be reached by https (RFC 9116, section 2.5.1 and after).
    private static func readLinks(_ key: String, _ entry: inout YAMLMapping) -> [Located<String>] {
        let values: [Located<String>]
        if case .scalar = entry.node(key)?.value {
            values = entry.text(key).map { [$0] } ?? []
        } else {
            values = entry.texts(key) ?? []
        }
        for value in values where value.value.hasPrefix("http://") || !isURI(value.value) {
            entry.take([.linkNotHTTPS(key, value.value, at: value.span)])
        }
        return values
    }

    private static func isURI(_ text: String) -> Bool {
        guard let colon = text.utf8.firstIndex(of: 0x3A), colon != text.startIndex else {
            return false
        }
        return text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } && !text.hasPrefix("http:")
    }
}

extension Diagnostic {
    fileprivate static func noContact(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "security-txt.no-contact", at: span,
            en: "security.txt needs at least one contact (RFC 9116)",
            ja: "security.txt には連絡先が一つ以上必要です（RFC 9116）",
            fix: .advice(
                en: "add 'contact: [mailto:security@…]'",
                ja: "「contact: [mailto:security@…]」を加えてください"))
    }

    fileprivate static func contactNotURI(_ text: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "security-txt.bad-contact", at: span,
            en: "'\(text)' is not a contact: write mailto:…, tel:… or https://…",
            ja: "「\(text)」は連絡先として使えません。mailto:、tel:、https:// のいずれかで書いてください",
            fix: text.contains("@") ? .replace(with: "mailto:" + text) : nil)
    }

    fileprivate static func noExpiry(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "security-txt.no-expiry", at: span,
            en: "security.txt needs 'expires' (RFC 9116)",
            ja: "security.txt には有効期限 expires が必要です（RFC 9116）")
    }

    fileprivate static func linkNotHTTPS(
        _ key: String, _ text: String, at span: SourceSpan
    ) -> Diagnostic {
        Diagnostic(
            .error, "security-txt.bad-link", at: span,
            en: "'\(key)' must be an https:// address, not '\(text)'",
            ja: "「\(key)」は https:// のアドレスで書いてください（現在: 「\(text)」）")
    }
}
