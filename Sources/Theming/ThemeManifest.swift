import Content
import Core

/// What theme.yml says.
struct ThemeManifest {
    /// The theme's name for people.
    var name = ""
    var containers: [String] = []
    /// In the order of theme.yml.
    var languages: [String] = []
    /// The keys that templates see as `text.KEY`, in the order of the first language.
    var textKeys: [String] = []
    /// The words of each language.
    var texts: [String: TemplateValue] = [:]

    /// Reads the theme.yml of `source`.
    static func read(_ source: ThemeSource) -> (ThemeManifest, [Diagnostic]) {
        let path = source.span(of: "theme.yml").file
        guard let file = source.files.first(where: { $0.path == "theme.yml" }) else {
            return (ThemeManifest(), [.missingManifest(in: source)])
        }
        let (root, found) = YAMLNode.parse(file.bytes[...], file: path)
        var reader = YAMLMapping(root, file: path)
        reader.take(found)
        var manifest = ThemeManifest()
        manifest.name = reader.text("name", required: true)?.value ?? ""
        manifest.containers = reader.texts("containers")?.map(\.value) ?? []
        if reader.node("strings") == nil {
            reader.take([.missingKey("strings", at: reader.span)])
        } else if var strings = reader.mapping("strings") {
            manifest.readStrings(&strings)
            reader.take(strings)
        }
        reader.finish()
        return (manifest, reader.diagnostics)
    }

    private mutating func readStrings(_ strings: inout YAMLMapping) {
        var words: [(language: Located<String>, keys: [Located<String>])] = []
        for language in strings.keys {
            guard var mapping = strings.mapping(language.value) else { continue }
            let keys = mapping.keys
            let fields = keys.map { key in
                (name: key.value, value: TemplateValue.text(mapping.text(key.value)?.value ?? ""))
            }
            strings.take(mapping)
            languages.append(language.value)
            texts[language.value] = .object(fields)
            words.append((language, keys))
            textKeys += keys.map(\.value).filter { !textKeys.contains($0) }
        }
        for (language, keys) in words {
            let missing = textKeys.filter { key in !keys.contains { $0.value == key } }
            strings.take(missing.map { .missingString($0, in: language) })
        }
    }
}

extension Diagnostic {
    fileprivate static func missingManifest(in source: ThemeSource) -> Diagnostic {
        Diagnostic(
            .error, "theme.manifest-missing", at: SourceSpan(file: source.folder),
            en: "the theme has no theme.yml", ja: "テーマに theme.yml がありません")
    }

    fileprivate static func missingString(
        _ key: String, in language: Located<String>
    ) -> Diagnostic {
        Diagnostic(
            .error, "theme.string-missing", at: language.span,
            en: "'\(key)' has no words in '\(language.value)'",
            ja: "「\(key)」の文言が「\(language.value)」にありません",
            fix: .advice(
                en: "every language needs every key", ja: "すべての言語にすべてのキーが必要です"))
    }
}
