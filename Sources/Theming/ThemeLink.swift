package import Core
package import Markdown

/// A URL that stands literally in a template or a style sheet of a theme.
///
/// What comes from variables is checked where it is written: in pages and in site.yml.
package struct ThemeLink: Sendable {
    /// Unescaped, as its author has it; never empty.
    package let destination: String
    /// The whole attribute, or `url(…)`.
    package let span: SourceSpan
    /// The bytes of the destination alone.
    package let range: Range<Int>
    /// How they are written.
    package let form: DestinationForm
    /// The folder of the style sheet below the site's root, without slashes at its ends; nil in a
    /// template, whose relative URLs mean another place on every page.
    package let folder: String?
    /// Whether a style sheet takes in another one.
    package let isImport: Bool
}

extension ThemeLink {
    /// What a theme's files link to, and the anchors that its templates make.
    static func collect(_ source: ThemeSource) -> (links: [ThemeLink], anchors: Set<String>) {
        var links: [ThemeLink] = []
        var anchors: Set<String> = []
        for file in source.files {
            let path = "\(source.folder)/\(file.path)"
            if file.path.hasPrefix("assets/"), file.path.hasSuffix(".css") {
                let folder = file.path.split(separator: "/").dropLast().joined(separator: "/")
                links += StylesheetURL.all(in: file.bytes[...]).map { url in
                    ThemeLink(
                        destination: url.text, span: SourceSpan(file: path, range: url.range),
                        range: url.inner, form: .css, folder: folder, isImport: url.isImport)
                }
            } else if file.path.hasPrefix("templates/"), file.path.hasSuffix(".mustache") {
                var reader = TemplateLinkReader(file.bytes, file: path)
                reader.read()
                links += reader.links
                anchors.formUnion(reader.anchors)
            }
        }
        return (links, anchors)
    }
}

extension Diagnostic {
    /// Links of templates to anchors that are spelt nearly like one of the theme's own. Others
    /// may be on the pages.
    static func misspeltAnchors(_ links: [ThemeLink], known: Set<String>) -> [Diagnostic] {
        let names = known.sorted()
        return links.compactMap { link in
            guard link.folder == nil, link.destination.hasPrefix("#") else { return nil }
            let name = String(link.destination.dropFirst())
            guard name.count > 2, name != "top", !known.contains(name),
                let nearest = nearestName(to: name, in: names)
            else { return nil }
            return .misspeltAnchor(link, nearest: nearest)
        }
    }

    private static func misspeltAnchor(_ link: ThemeLink, nearest: String) -> Diagnostic {
        Diagnostic(
            .warning, "theme.anchor-misspelt", at: link.span,
            en: "no template has the id of '\(link.destination)'",
            ja: "「\(link.destination)」の ID を持つテンプレートがありません",
            fix: .advice(en: "did you mean '#\(nearest)'?", ja: "「#\(nearest)」のことですか"))
    }
}
