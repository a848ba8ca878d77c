import Core

extension AccessRules {
    /// Reads `access`: an entry for each output that a web server serves.
    ///
    /// - Returns: The entries that can be used; what is wrong with the others is in `keys`.
    static func read(_ keys: inout YAMLMapping, site: SiteConfiguration) -> [AccessRules] {
        guard var declared = keys.mapping("access") else { return [] }
        defer { keys.take(declared) }
        let rules = declared.keys.compactMap { id -> AccessRules? in
            guard site.outputs.contains(where: { $0.id == id.value }) else {
                _ = declared.node(id.value)
                let known = site.outputs.map(\.id)
                declared.take([.accessToUnknownOutput(id, known: known)])
                return nil
            }
            guard var entry = declared.mapping(id.value) else { return nil }
            defer { declared.take(entry) }
            return read(id, &entry, url: site.url)
        }
        declared.take(clashes(rules))
        return rules
    }

    private static func read(
        _ output: Located<String>, _ keys: inout YAMLMapping, url: String
    ) -> AccessRules? {
        let names = readNames(&keys, url: url)
        let root = keys.text("root").map { readPath($0, &keys) }
        let allow = readNetworks("allow", &keys)
        let authentication = readAuthentication(&keys, output: output.value)
        let satisfaction = keys.choice("satisfy", of: Satisfaction.self)
        let tlsSpan = keys.node("tls")?.span ?? keys.span
        let tls = readTLS(&keys)
        let (listen, redirectListen) = readListen(&keys, usesTLS: !tls.isOff)
        let proxies = readNetworks("trusted_proxies", &keys)
        for proxy in proxies where proxy.value.length == 0 { keys.take([.trustsEverybody(proxy)]) }
        keys.finish()
        guard !keys.diagnostics.hasErrors else { return nil }
        return AccessRules(
            output: output, serverNames: names, root: root ?? nil, allow: allow,
            authentication: authentication,
            satisfaction: satisfaction ?? Located(.all, at: output.span), tls: tls.certificate,
            tlsSpan: tlsSpan, listen: listen, redirectListen: redirectListen,
            trustedProxies: proxies)
    }

    private static func readNames(_ keys: inout YAMLMapping, url: String) -> [String] {
        var written: [Located<String>]
        if case .scalar = keys.node("server_name")?.value {
            written = keys.text("server_name").map { [$0] } ?? []
        } else {
            written = keys.texts("server_name") ?? []
        }
        if written.isEmpty {
            let host = url.dropFirst(url.hasPrefix("https://") ? 8 : 7).prefix { $0 != "/" }
            written = [Located(String(host.prefix { $0 != ":" }), at: keys.span)]
        }
        var names: [String] = []
        for name in written {
            let lower = name.value.lowercased()
            if !isHostName(lower) {
                keys.take([.badServerName(name)])
            } else if !names.contains(lower) {
                names.append(lower)
            }
        }
        return names
    }

    /// Labels of letters, digits and inner hyphens, with dots between (RFC 1123, section 2.1).
    private static func isHostName(_ name: String) -> Bool {
        let labels = name.utf8.split(separator: 0x2E, omittingEmptySubsequences: false)
        return name.utf8.count <= 253
            && labels.allSatisfy { label in
                (1...63).contains(label.count) && label.first != 0x2D && label.last != 0x2D
                    && label.allSatisfy { byte in
                        (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
                            || byte == 0x2D
                    }
            }
    }

    private static func readNetworks(
        _ key: String, _ keys: inout YAMLMapping
    ) -> [Located<AddressBlock>] {
        (keys.texts(key) ?? []).compactMap { text in
            if let block = AddressBlock(text.value) { return Located(block, at: text.span) }
            if let block = AddressBlock(enclosing: text.value) {
                keys.take([.hostBitsSet(text, block)])
            } else {
                keys.take([.badAddressBlock(text)])
            }
            return nil
        }
    }

    private static func readAuthentication(
        _ keys: inout YAMLMapping, output: String
    ) -> BasicAuthentication? {
        guard var entry = keys.mapping("basic_auth") else { return nil }
        defer { keys.take(entry) }
        let file = entry.text("file", required: true).flatMap { readPath($0, &entry) }
        let realm = entry.text("realm")
        if let realm, !isRealm(realm.value) { entry.take([.badRealm(realm)]) }
        entry.finish()
        return file.map { BasicAuthentication(file: $0, realm: realm?.value ?? output) }
    }

    /// Text that nginx passes on unchanged within quotes. `off` would ask for no password at all.
    private static func isRealm(_ text: String) -> Bool {
        !text.isEmpty && text != "off" && text.utf8.count <= 200
            && text.utf8.allSatisfy { byte in
                (0x20...0x7E).contains(byte) && ![0x22, 0x24, 0x5C].contains(byte)
            }
    }

    /// What `tls` says.
    private enum WrittenTLS {
        case off
        case on(TLS)
        /// Nothing that could be used; the findings say why.
        case unusable

        var isOff: Bool { if case .off = self { true } else { false } }

        var certificate: TLS? { if case .on(let tls) = self { tls } else { nil } }
    }

    private static func readTLS(_ keys: inout YAMLMapping) -> WrittenTLS {
        guard let node = keys.node("tls") else {
            keys.take([.noCertificate(at: keys.span)])
            return .unusable
        }
        if case .scalar("off", isPlain: true) = node.value { return .off }
        guard case .mapping = node.value, var entry = keys.mapping("tls") else {
            keys.take([.badTLS(at: node.span)])
            return .unusable
        }
        defer { keys.take(entry) }
        let certificate = entry.text("certificate", required: true)
            .flatMap { readPath($0, &entry) }
        let key = entry.text("key", required: true).flatMap { readPath($0, &entry) }
        let year = Duration.seconds(365 * 86_400)
        let range = Duration.seconds(60)...(year * 10)
        var strictTransport = year
        if let text = entry.text("hsts_max_age") {
            if let written = Duration(written: text.value), range.contains(written) {
                strictTransport = written
            } else {
                entry.take([.badDuration("hsts_max_age", text, range)])
            }
        }
        entry.finish()
        guard let certificate, let key else { return .unusable }
        return .on(TLS(certificate: certificate, key: key, strictTransport: strictTransport))
    }
}
