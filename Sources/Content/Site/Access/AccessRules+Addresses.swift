package import Core

extension AccessRules {
    /// Reads `listen`.
    ///
    /// - Returns: Where the site is, and where the way to it is told.
    static func readListen(
        _ keys: inout YAMLMapping, usesTLS: Bool
    ) -> (site: [ListenAddress], redirect: [ListenAddress]) {
        var https = ListenAddress.everywhere(port: 443)
        var http = ListenAddress.everywhere(port: 80)
        if var entry = keys.mapping("listen") {
            https = readAddresses("https", &entry) ?? https
            http = readAddresses("http", &entry) ?? http
            if (usesTLS ? https : http).isEmpty {
                entry.take([.listensNowhere(usesTLS ? "https" : "http", at: entry.span)])
            }
            entry.finish()
            keys.take(entry)
        }
        return usesTLS ? (https, http) : (http, [])
    }

    private static func readAddresses(
        _ key: String, _ keys: inout YAMLMapping
    ) -> [ListenAddress]? {
        keys.texts(key)?.compactMap { text in
            guard let address = ListenAddress(text.value) else {
                keys.take([.badListen(text)])
                return nil
            }
            return address
        }
    }

    /// A path on the server: absolute, without `.` and `..`, and fit for its configuration.
    ///
    /// - Returns: The path without a slash at its end; nil, and a finding, for any other text.
    static func readPath(
        _ text: Located<String>, _ keys: inout YAMLMapping
    ) -> Located<String>? {
        guard let path = serverPath(text.value) else {
            keys.take([.badServerPath(text.value, at: text.span)])
            return nil
        }
        return Located(path, at: text.span)
    }

    /// The same for a path from elsewhere.
    ///
    /// - Returns: Nil for what cannot be used: nginx knows no way to write a `$`.
    package static func serverPath(_ text: String) -> String? {
        let path = text.hasSuffix("/") ? text.dropLast() : text[...]
        let segments = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
        guard path.hasPrefix("/"), !segments.isEmpty,
            segments.allSatisfy({ !$0.isEmpty && $0 != "." && $0 != ".." }),
            path.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F && $0 != 0x24 })
        else { return nil }
        return String(path)
    }

    /// Outputs that a server could not tell apart: the same name at the same address.
    static func clashes(_ rules: [AccessRules]) -> [Diagnostic] {
        var found: [Diagnostic] = []
        for (index, entry) in rules.enumerated() {
            for earlier in rules[..<index]
            where !Set(earlier.listen).isDisjoint(with: entry.listen) {
                guard let name = entry.serverNames.first(where: earlier.serverNames.contains)
                else { continue }
                found.append(.sharedName(name, entry.output, earlier.output))
            }
        }
        return found
    }
}

extension AccessRules {
    /// What is wrong with these rules for the readers that the output is meant for.
    ///
    /// - Parameter isForEverybody: The output shows only what is labelled lowest.
    package func check(isForEverybody: Bool) -> [Diagnostic] {
        var found: [Diagnostic] = []
        if !isForEverybody {
            found += allow.filter { $0.value.length == 0 }.map { .openToAll($0) }
            if allow.isEmpty, authentication == nil { found.append(.unrestricted(output)) }
        }
        if satisfaction.value == .any, allow.isEmpty || authentication == nil {
            found.append(.nothingToChooseFrom(at: satisfaction.span))
        }
        return found
    }

    /// What an administrator should know of these rules, though they work.
    package func remarks(isForEverybody: Bool) -> [Diagnostic] {
        var found: [Diagnostic] = tls == nil ? [.tlsOff(at: tlsSpan)] : []
        guard !isForEverybody else { return found }
        for block in allow where block.value.length > 0 {
            let least = if case .v4 = block.value.base { 8 } else { 16 }
            if block.value.length < least { found.append(.wideNetwork(block)) }
        }
        return found
    }

    /// Files that readers would be served, since they lie within the folder that is.
    ///
    /// - Parameters:
    ///   - root: The folder that is served.
    ///   - site: The project's folder `Site`, of which any part may be served; nil where unknown.
    package func exposedFiles(root: String, site: String?) -> [Diagnostic] {
        var files = [authentication?.file, tls?.key, tls?.certificate].compactMap(\.self)
        if let tls, tls.certificate.value == tls.key.value { files.removeLast() }
        return files.filter { file in
            [root, site].compactMap(\.self).contains { file.value.hasPrefix($0 + "/") }
        }
        .map { .exposedFile($0, root: root) }
    }
}
