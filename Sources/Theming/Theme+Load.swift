package import Core

extension Theme {
    /// Reads and checks a theme.
    ///
    /// - Returns: The theme, unless something in it is an error, and all that is wrong with it.
    package static func load(_ source: ThemeSource) -> (Theme?, [Diagnostic]) {
        var (manifest, diagnostics) = ThemeManifest.read(source)
        let files = TemplateFiles(source, diagnostics: &diagnostics)
        let templates = files.compile(textKeys: manifest.textKeys, diagnostics: &diagnostics)
        let assets = source.files.compactMap { file in
            file.path.hasPrefix("assets/")
                ? ThemeAsset(path: String(file.path.dropFirst(7)), bytes: file.bytes) : nil
        }
        let stylesheet = assets.first { $0.path == "style.css" }
        if stylesheet == nil { diagnostics.append(.missingStylesheet(in: source)) }
        diagnostics += unexpectedFiles(in: source)
        let (links, anchors) = ThemeLink.collect(source)
        diagnostics += Diagnostic.misspeltAnchors(links, known: anchors)
        guard !diagnostics.hasErrors, let stylesheet else {
            return (nil, diagnostics.inReportingOrder())
        }
        var theme = Theme(
            name: manifest.name, containers: manifest.containers, assets: assets,
            stylesheetPath: stylesheet.publishedPath, languages: manifest.languages,
            templates: templates, texts: manifest.texts)
        (theme.links, theme.anchors) = (links, anchors)
        return (theme, diagnostics.inReportingOrder())
    }

    private static func unexpectedFiles(in source: ThemeSource) -> [Diagnostic] {
        source.files.compactMap { file in
            let path = file.path
            if path == "theme.yml" || path == "README.md" || path.hasPrefix("assets/") {
                return nil
            }
            if TemplateFiles.isTemplate(path) { return nil }
            return .unexpectedFile(at: source.span(of: path))
        }
    }
}

/// The templates and partials of a theme, parsed.
private struct TemplateFiles {
    private let source: ThemeSource
    private var pages: [String: TemplateCompiler.File] = [:]
    private var partials: [String: TemplateCompiler.File] = [:]

    private static let folder = "templates/"
    private static let partialFolder = "templates/partials/"
    private static let suffix = ".mustache"

    static func isTemplate(_ path: String) -> Bool {
        (name(path, below: partialFolder) ?? name(path, below: folder)) != nil
    }

    /// The template's name, if `path` lies directly in `folder`.
    private static func name(_ path: String, below folder: String) -> String? {
        guard path.hasPrefix(folder), path.hasSuffix(suffix) else { return nil }
        let name = path.dropFirst(folder.count).dropLast(suffix.count)
        return name.isEmpty || name.contains("/") ? nil : String(name)
    }

    init(_ source: ThemeSource, diagnostics: inout [Diagnostic]) {
        self.source = source
        for file in source.files where Self.isTemplate(file.path) {
            let path = "\(source.folder)/\(file.path)"
            let (syntax, found) = TemplateSyntax.parse(file.bytes, file: path)
            diagnostics += found
            let parsed = TemplateCompiler.File(path: path, syntax: syntax)
            if let name = Self.name(file.path, below: Self.partialFolder) {
                partials[name] = parsed
            } else if let name = Self.name(file.path, below: Self.folder) {
                pages[name] = parsed
            }
        }
    }

    func compile(
        textKeys: [String], diagnostics: inout [Diagnostic]
    ) -> [String: Theme.Template] {
        for name in ThemeSchema.requiredTemplates where pages[name] == nil {
            diagnostics.append(.missingTemplate(name, in: source))
        }
        var templates: [String: Theme.Template] = [:]
        // A partial is checked once for each template that includes it; one report is enough.
        var reported = Set<[String]>()
        for (name, file) in pages.sorted(by: { $0.key < $1.key }) {
            let schema = ThemeSchema.template(name, textKeys: textKeys)
            let (nodes, found) = TemplateCompiler.compile(file, partials: partials, schema: schema)
            diagnostics += found.filter { finding in
                let range = finding.span?.range.map { "\($0)" } ?? ""
                return reported.insert([finding.code, finding.span?.file ?? "", range]).inserted
            }
            templates[name] = Theme.Template(nodes, schema: schema)
        }
        return templates
    }
}

extension Diagnostic {
    fileprivate static func missingTemplate(_ name: String, in source: ThemeSource) -> Diagnostic {
        Diagnostic(
            .error, "theme.template-missing", at: SourceSpan(file: source.folder),
            en: "the theme has no template '\(name)'", ja: "テーマにテンプレート「\(name)」がありません",
            fix: .advice(
                en: "add templates/\(name).mustache", ja: "templates/\(name).mustache を追加してください"))
    }

    fileprivate static func missingStylesheet(in source: ThemeSource) -> Diagnostic {
        Diagnostic(
            .error, "theme.stylesheet-missing", at: SourceSpan(file: source.folder),
            en: "the theme has no assets/style.css", ja: "テーマに assets/style.css がありません")
    }

    fileprivate static func unexpectedFile(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "theme.file-unexpected", at: span,
            en: "nothing reads this file", ja: "このファイルはどこからも使われません",
            fix: .advice(
                en: "a theme has theme.yml, templates/NAME.mustache, "
                    + "templates/partials/NAME.mustache, assets and README.md",
                ja: "テーマに置けるのは theme.yml、templates/名前.mustache、"
                    + "templates/partials/名前.mustache、assets、README.md です"))
    }
}
