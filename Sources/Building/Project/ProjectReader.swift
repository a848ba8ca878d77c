import Content
import Core
import Labels
import Links
import Theming
import Uploads

/// Reads a project, part by part, and collects what is wrong with each.
struct ProjectReader {
    let options: BuildOptions
    private(set) var diagnostics: [Diagnostic] = []
    private var settings: [String] = []
    private var strays: [String] = []

    init(_ options: BuildOptions) { self.options = options }

    /// Reads everything.
    ///
    /// - Returns: Nil where site.yml or labels.yml cannot be used; the diagnostics say why, and go
    ///   on to the rest as far as it can be read without them. A theme with errors has a stand-in.
    /// - Throws: `FileError` where the disk fails.
    mutating func read() throws(FileError) -> Project? {
        if try fileStatus(options.project + "/Content")?.kind == .link {
            // Whoever may change what it leads to could change what is published.
            diagnostics.append(.symbolicLink(file: "Content"))
            return nil
        }
        guard let bytes = try content("site.yml") else {
            diagnostics.append(.noSite(project: options.project))
            return nil
        }
        try checkContentFolder()
        let (site, siteFindings) = SiteConfiguration.read(bytes, file: "Content/site.yml")
        diagnostics += siteFindings
        let (scheme, schemeIsUsable) = try readScheme()
        let lock = try readLock()
        if let lock, scheme == nil, schemeIsUsable { diagnostics.append(lock.withoutScheme) }
        let theme = try readTheme(site)
        let redirects = try readRedirects()
        let ledger = try readLedger()
        guard let site else { return nil }
        let now = options.asOf.moment(in: site.zone)
        let (tree, treeFindings) = try ContentTree.read(
            project: options.project, site: site, asOf: now,
            jobs: options.jobs,
            includesDrafts: options.includesDrafts, heads: options.pageHeads)
        let (uploads, uploadFindings) = try UploadTree.read(
            project: options.project, today: now.shown(in: site.zone).date)
        let (whitepapers, whitepaperFindings) = try WhitepaperTree.read(options, site: site)
        diagnostics += treeFindings + uploadFindings + whitepaperFindings
        guard let theme, schemeIsUsable else { return nil }
        return Project(
            site: site, scheme: scheme, lock: lock, tree: tree, uploads: uploads,
            redirects: redirects, ledger: ledger,
            whitepapers: whitepapers, theme: theme, settings: settings, strays: strays)
    }

    /// Reads a file of Content; nil where it is absent, or a link, which is reported.
    private mutating func content(_ name: String) throws(FileError) -> [UInt8]? {
        let file = "Content/" + name
        guard let status = try fileStatus(options.project + "/" + file) else { return nil }
        settings.append(file)
        guard status.kind == .file else {
            diagnostics.append(
                status.kind == .link ? .symbolicLink(file: file) : .specialFile(file: file))
            return nil
        }
        return try readFile(options.project + "/" + file)
    }

    private mutating func checkContentFolder() throws(FileError) {
        let files = ["site.yml", "labels.yml", "labels.lock", "redirects.yml", "published.tsv"]
        let folders = ["pages", "uploads", "whitepapers"]
        for entry in try listFolder(options.project + "/Content") {
            let isKnown =
                entry.kind == .folder
                ? folders.contains(entry.name) : files.contains(entry.name)
            // What is no folder and should be one is told where its files are read.
            if entry.name == "uploads" { continue }
            if isKnown || isSystemFile(entry.name) { continue }
            let file = "Content/" + entry.name
            strays.append(file)
            let nearest = nearestName(to: entry.name, in: files + folders)
            diagnostics.append(
                nearest.map { .misspelt(entry.name, file: file, nearest: $0) }
                    ?? .stray(entry.name, file: file))
        }
    }

    private mutating func readScheme() throws(FileError) -> (LabelScheme?, isUsable: Bool) {
        guard let bytes = try content("labels.yml") else { return (nil, true) }
        let (scheme, found) = LabelScheme.read(bytes, file: "Content/labels.yml")
        diagnostics += found
        return (scheme, scheme != nil)
    }

    private mutating func readLock() throws(FileError) -> LabelLock? {
        guard let bytes = try content("labels.lock") else { return nil }
        let (lock, found) = LabelLock.read(bytes)
        diagnostics += found
        return lock
    }

    private mutating func readRedirects() throws(FileError) -> Redirects {
        guard let bytes = try content("redirects.yml") else { return Redirects() }
        let (redirects, found) = Redirects.read(bytes, file: "Content/redirects.yml")
        diagnostics += found
        return redirects
    }

    private mutating func readLedger() throws(FileError) -> Ledger? {
        let file = "Content/published.tsv"
        guard let bytes = try content("published.tsv") else { return nil }
        guard firstInvalidUTF8(in: bytes[...]) == nil else {
            diagnostics.append(.notUTF8(in: bytes[...], file: file))
            return nil
        }
        let (ledger, found) = Ledger.read(bytes, file: file)
        diagnostics += found
        return ledger
    }

    private mutating func readTheme(_ site: SiteConfiguration?) throws(FileError) -> Theme? {
        let (source, found) = try themeSource(site?.theme)
        diagnostics += found
        guard let source else { return Theme.standIn(for: nil) }
        let (theme, themeFindings) = Theme.load(source)
        diagnostics += themeFindings
        return theme ?? Theme.standIn(for: source)
    }

    private func themeSource(
        _ name: Located<String>?
    ) throws(FileError) -> (ThemeSource?, [Diagnostic]) {
        guard try fileStatus(options.project + "/Themes") != nil else {
            if let name, name.value != "default" { return (nil, [.noTheme(name, known: [])]) }
            return (.builtIn, [])
        }
        let entries = try listFolder(options.project + "/Themes")
        let folders = entries.filter { $0.kind == .folder }
        let wanted = name?.value ?? "default"
        if entries.contains(where: { $0.name == wanted && $0.kind == .link }) {
            return (nil, [.symbolicLink(file: "Themes/" + wanted)])
        }
        if folders.contains(where: { $0.name == wanted }) {
            return try ThemeSource.read("Themes/" + wanted, in: options.project)
        }
        if let name, wanted != "default" {
            return (nil, [.noTheme(name, known: folders.map(\.name))])
        }
        return (.builtIn, [])
    }
}

extension Diagnostic {
    fileprivate static func noSite(project: String) -> Diagnostic {
        Diagnostic(
            .error, "config.no-site", at: nil,
            en: "there is no Content/site.yml in '\(project)'",
            ja: "「\(project)」に Content/site.yml がありません",
            fix: .advice(
                en: "run hakusho in the project's folder, or name it with --project; a new project "
                    + "needs Content/site.yml with the lines 'title: …' and 'url: https://…/'",
                ja: "プロジェクトのフォルダーで実行するか、--project で指定してください。新しく始めるときは"
                    + "「title: …」と「url: https://…/」の二行を書いた Content/site.yml を作ります"))
    }

    /// A name close to a known one is most likely that one misspelt. `label.yml` for
    /// `labels.yml` would otherwise make the whole site public, so this is an error.
    fileprivate static func misspelt(_ name: String, file: String, nearest: String) -> Diagnostic {
        Diagnostic(
            .error, "content.misspelt-name", at: SourceSpan(file: file),
            en: "'\(name)' has no place in Content; did you mean '\(nearest)'?",
            ja: "Content に「\(name)」という名前は使えません。「\(nearest)」のことですか",
            fix: .advice(
                en: "rename it to \(nearest), or move it out of Content",
                ja: "名前を \(nearest) に変えるか、Content の外に移してください"))
    }

    fileprivate static func stray(_ name: String, file: String) -> Diagnostic {
        Diagnostic(
            .warning, "content.stray-file", at: SourceSpan(file: file),
            en: "'\(name)' has no place in Content and is left out",
            ja: "「\(name)」は Content の決まった置き場所にないため、公開されません",
            fix: .advice(
                en: "pages belong into pages/, files into uploads/",
                ja: "ページは pages/ に、画像などのファイルは uploads/ に置いてください"))
    }

    fileprivate static func noTheme(_ name: Located<String>, known: [String]) -> Diagnostic {
        Diagnostic(
            .error, "config.no-theme", at: name.span,
            en: "there is no theme '\(name.value)' in Themes",
            ja: "Themes にテーマ「\(name.value)」がありません",
            fix: nearestName(to: name.value, in: known).map { .replace(with: $0) })
    }
}
