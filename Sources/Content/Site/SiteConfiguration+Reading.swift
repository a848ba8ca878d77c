package import Core

extension SiteConfiguration {
    /// Reads site.yml.
    ///
    /// - Parameter bytes: The file in UTF-8.
    /// - Returns: The configuration, with what could not be read left at its default, so that a
    ///   run can report what else is wrong; nil where the file is no YAML.
    package static func read(
        _ bytes: [UInt8], file: String
    ) -> (configuration: SiteConfiguration?, diagnostics: [Diagnostic]) {
        let (root, found) = YAMLNode.parse(bytes[...], file: file)
        guard root != nil || found.isEmpty else { return (nil, found) }
        var keys = YAMLMapping(root, file: file)
        keys.take(found)
        let title = keys.localized("title", required: true)
        let url = keys.text("url", required: true).flatMap { readURL($0, &keys) }
        var site = SiteConfiguration(
            title: title?.value ?? LocalizedText(""), url: url ?? "https://example.invalid/",
            languages: readLanguages(&keys), zone: readZone(&keys),
            pageSize: keys.int("page_size").flatMap { positive($0, "page_size", &keys) } ?? 50,
            outputs: readOutputs(&keys),
            keep: keys.int("keep").flatMap { positive($0, "keep", &keys) } ?? 3)
        site.description = keys.localized("description")?.value
        site.organization = keys.localized("organization")?.value
        site.theme = keys.text("theme")
        site.navigation = readNavigation("navigation", &keys)
        site.footerNavigation = readNavigation("footer_navigation", &keys)
        site.taxonomies = readTaxonomies(&keys)
        site.collections = readCollections(&keys)
        site.securityContact = SecurityContact.read(&keys, zone: site.zone)
        site.externalLinks = ExternalLinkSettings.read(&keys)
        site.access = AccessRules.read(&keys, site: site)
        site.uploads = UploadSettings.read(&keys)
        keys.finish()
        return (site, keys.diagnostics)
    }

    private static func readURL(_ text: Located<String>, _ keys: inout YAMLMapping) -> String? {
        let url = text.value.hasSuffix("/") ? text.value : text.value + "/"
        let host = url.dropFirst(url.hasPrefix("https://") ? 8 : 7).prefix { $0 != "/" }
        let isWeb = url.hasPrefix("https://") || url.hasPrefix("http://")
        let segments = url.dropFirst(url.hasPrefix("https://") ? 8 : 7).split(separator: "/")
        guard isWeb, !host.isEmpty, !host.contains("@"),
            url.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }),
            !url.contains(where: { "?#\"<>\\".contains($0) }),
            !segments.contains("."), !segments.contains("..")
        else {
            keys.take([.badURL(text.value, at: text.span)])
            return nil
        }
        return url
    }

    private static func readLanguages(_ keys: inout YAMLMapping) -> [String] {
        guard let languages = keys.texts("languages") else { return ["ja"] }
        var codes: [String] = []
        for language in languages {
            let parts = language.value.split(separator: "-", omittingEmptySubsequences: false)
            let isCode =
                parts.count <= 2 && (2...3).contains(parts[0].utf8.count)
                && parts.allSatisfy { part in
                    !part.isEmpty && part.utf8.allSatisfy { (0x61...0x7A).contains($0 | 0x20) }
                }
            if !isCode {
                keys.take([.badLanguage(language.value, at: language.span)])
            } else if codes.contains(language.value) {
                keys.take([.repeated(language.value, at: language.span)])
            } else {
                codes.append(language.value)
            }
        }
        return codes.isEmpty ? ["ja"] : codes
    }

    private static func readZone(_ keys: inout YAMLMapping) -> ZoneOffset {
        guard let text = keys.text("timezone") else { return .japan }
        guard let zone = ZoneOffset(iso: text.value) else {
            keys.take([.badZone(text.value, at: text.span)])
            return .japan
        }
        return zone
    }

    private static func positive(
        _ number: Located<Int>, _ key: String, _ keys: inout YAMLMapping
    ) -> Int? {
        guard number.value > 0 else {
            keys.take([.notPositive(key, at: number.span)])
            return nil
        }
        return number.value
    }

    private static func readOutputs(_ keys: inout YAMLMapping) -> [Output] {
        guard var declared = keys.mapping("outputs") else {
            return [Output(id: "public", clearance: nil, handling: [])]
        }
        var outputs: [Output] = []
        for id in declared.keys {
            guard var output = declared.mapping(id.value) else { continue }
            let isName = id.value.utf8.allSatisfy { byte in
                (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
            }
            let clearance = output.text("clearance", required: true)
            let handling = output.texts("handling") ?? []
            output.finish()
            declared.take(output)
            if isName, !id.value.isEmpty {
                outputs.append(Output(id: id.value, clearance: clearance, handling: handling))
            } else {
                declared.take([.badOutput(id.value, at: id.span)])
            }
        }
        if declared.keys.isEmpty { declared.take([.noOutputs(at: declared.span)]) }
        if outputs.count > 64 { declared.take([.tooManyOutputs(at: declared.span)]) }
        keys.take(declared)
        return outputs
    }

    private static func readNavigation(
        _ key: String, _ keys: inout YAMLMapping
    ) -> [NavigationEntry] {
        (keys.sequence(key) ?? []).compactMap { item in
            var entry = YAMLMapping(item, file: item.span.file)
            defer { keys.take(entry) }
            let title = entry.localized("title")
            let (page, url) = (entry.text("page"), entry.text("url"))
            entry.finish()
            if let page { return NavigationEntry(target: .page(page), title: title?.value) }
            guard let url else {
                if entry.isMapping { entry.take([.missingKey("page", at: item.span)]) }
                return nil
            }
            if title == nil { entry.take([.missingKey("title", at: item.span)]) }
            guard isLink(url.value) else {
                entry.take([.badNavigationURL(url)])
                return nil
            }
            return NavigationEntry(target: .url(url), title: title?.value)
        }
    }

    /// Whether a menu may lead there: a path of the site, another site, mail or telephone.
    private static func isLink(_ url: String) -> Bool {
        let schemes = ["https://", "http://", "mailto:", "tel:"]
        let isPath = url.hasPrefix("/") && !url.hasPrefix("//")
        return isPath || schemes.contains(where: url.hasPrefix)
    }

    private static func readTaxonomies(_ keys: inout YAMLMapping) -> [String] {
        (keys.texts("taxonomies") ?? []).compactMap { name in
            guard name.value == "tags" else {
                keys.take([
                    .unknownValue(name.value, of: "taxonomies", known: ["tags"], at: name.span)
                ])
                return nil
            }
            return name.value
        }
    }

    private static func readCollections(_ keys: inout YAMLMapping) -> [Collection] {
        guard var declared = keys.mapping("collections") else { return [] }
        defer { keys.take(declared) }
        return declared.keys.compactMap { id in
            guard var collection = declared.mapping(id.value) else { return nil }
            defer { declared.take(collection) }
            return Collection.read(id: id.value, &collection)
        }
    }
}

extension Diagnostic {
    fileprivate static func badURL(_ url: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "config.bad-url", at: span,
            en: "'\(url)' is not the address of a site, like https://www.example.com/",
            ja: "「\(url)」はサイトのアドレスではありません（例: https://www.example.com/）",
            fix: url.contains(":") || !url.contains(".")
                ? .advice(
                    en: "write 'https://', the name of the server and '/'",
                    ja: "「https://」、サーバーの名前、「/」の順に書いてください")
                : .replace(with: "https://" + url + (url.hasSuffix("/") ? "" : "/")))
    }

    fileprivate static func badNavigationURL(_ url: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "config.bad-navigation-url", at: url.span,
            en: "the menu cannot lead to '\(url.value)'",
            ja: "メニューのリンク先に「\(url.value)」は使えません",
            fix: .advice(
                en: "begin it with '/', 'https:', 'mailto:' or 'tel:'",
                ja: "「/」で始まるパスか、「https:」「mailto:」「tel:」で始まる URL を書いてください"))
    }

    fileprivate static func badLanguage(_ code: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "config.bad-language", at: span,
            en: "'\(code)' is not a language code, like ja, en or zh-TW",
            ja: "「\(code)」は言語コードではありません（例: ja、en、zh-TW）")
    }

    fileprivate static func repeated(_ value: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "config.repeated-value", at: span,
            en: "'\(value)' is listed twice", ja: "「\(value)」が二度書かれています")
    }

    fileprivate static func badZone(_ zone: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "config.bad-timezone", at: span,
            en: "'\(zone)' is not an offset from UTC, like \"+09:00\"",
            ja: "「\(zone)」は UTC との時差ではありません（例: \"+09:00\"）")
    }

    fileprivate static func notPositive(_ key: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "config.not-positive", at: span,
            en: "'\(key)' must be 1 or more", ja: "「\(key)」には 1 以上の数を書いてください")
    }

    fileprivate static func tooManyOutputs(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "config.too-many-outputs", at: span,
            en: "a site may have 64 outputs at most", ja: "出力は 64 個までです")
    }

    fileprivate static func noOutputs(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "config.no-outputs", at: span,
            en: "'outputs' names no output, so nothing would be published",
            ja: "「outputs」に出力が一つもないため、何も公開されません",
            fix: .advice(
                en: "name one with its clearance, or remove the key",
                ja: "出力と clearance を書くか、このキーを削除してください"))
    }

    fileprivate static func badOutput(_ id: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "config.bad-output", at: span,
            en: "output '\(id)' becomes a folder: use a–z, 0–9 and '-' only",
            ja: "出力名「\(id)」はフォルダー名になります。半角の a〜z、0〜9、「-」だけを使ってください")
    }
}
