import Core

/// What theme.yml says.
struct ThemeManifest {
    var name = ""
    var containers: [String] = []
    /// In the order of theme.yml.
    var languages: [String] = []
    /// The keys that templates see as `text.KEY`.
    var textKeys: [String] = []
    /// The words of each language.
    var texts: [String: TemplateValue] = [:]

    /// Reads `source`'s theme.yml.
    static func read(_ source: ThemeSource) -> (ThemeManifest, [Diagnostic]) {
        var manifest = ThemeManifest()
        guard let file = source.files.first(where: { $0.path == "theme.yml" }) else {
            return (manifest, [])
        }
        var strings: [(name: String, value: TemplateValue)] = []
        for line in String(decoding: file.bytes, as: UTF8.self).split(separator: "\n") {
            let depth = line.prefix { $0 == " " }.count
            guard let colon = line.firstIndex(of: ":"), !line.hasPrefix("#") else { continue }
            let key = String(line[..<colon].drop { $0 == " " })
            let value = String(line[line.index(after: colon)...].drop { $0 == " " })
            switch depth {
            case 0 where key == "name": manifest.name = value
            case 2:
                strings = []
                manifest.languages.append(key)
            case 4:
                strings.append((key, .text(value)))
                if manifest.languages.count == 1 { manifest.textKeys.append(key) }
                manifest.texts[manifest.languages[manifest.languages.count - 1]] = .object(strings)
            default: break
            }
        }
        return (manifest, [])
    }
}
