import Content
import Core
import Labels
import Links
import Markdown
import Theming
import Uploads

/// Everything that is decided before the first text is rendered: labels, URLs, lists, and the
/// work to be done.
///
/// A class because every job of the build uses the same; immutable.
final class BuildPlan: Sendable {
    let project: Project
    let clearances: Clearances
    let uploads: UploadClearances
    let routes: SiteRoutes
    /// Outputs times languages, output by output.
    let sites: [LanguageSite]
    let contexts: [TemplateContext]
    let bodies: BodyRenderer
    let whitepapers: [PlannedWhitepaper]
    let diagnostics: [Diagnostic]
    /// By page: its versions in all languages, itself included, in the order of the languages.
    private let versions: [String: [Int]]

    init(_ project: Project, collectsExternalLinks: Bool = false) {
        self.project = project
        let (clearances, labelFindings) = Clearances.decide(project)
        let (uploads, uploadFindings) = UploadClearances.decide(project, clearances)
        var diagnostics = labelFindings + uploadFindings
        var sites: [LanguageSite] = []
        for output in project.site.outputs.indices {
            for language in project.site.languages {
                let (site, found) = LanguageSite.assemble(
                    output: output, language: language, project: project,
                    visible: clearances.outputs)
                sites.append(site)
                diagnostics += found
            }
        }
        let (whitepapers, whitepaperFindings) = PlannedWhitepaper.all(project, clearances)
        diagnostics += whitepaperFindings
        let routes = SiteRoutes.collect(
            project, clearances, uploads, sites, whitepapers)
        diagnostics += routes.diagnostics
        diagnostics += Self.checkNavigation(project, routes)
        diagnostics += Self.checkTemplates(project)
        diagnostics += Self.checkAccess(project, clearances)
        self.clearances = clearances
        self.uploads = uploads
        self.sites = sites
        self.routes = routes
        self.whitepapers = whitepapers
        self.diagnostics = diagnostics
        contexts = sites.map { TemplateContext(project, clearances, routes, $0) }
        versions = Self.versions(project)
        var dialect = MarkdownDialect()
        dialect.themeContainers = Set(project.theme.containers)
        dialect.acceptsAllContainers = !project.theme.isComplete
        bodies = BodyRenderer(
            project: project, clearances: clearances, routes: routes.table,
            resolver: LinkResolver(
                table: routes.table, languages: project.site.languages,
                site: SiteAddress(project.site.url), exclusions: routes.exclusions),
            flow: FlowCheck(
                project: project, clearances: clearances, uploads: uploads,
                whitepapers: whitepapers, routes: routes.table),
            dialect: dialect, facts: FactTable(whitepapers),
            collectsExternalLinks: collectsExternalLinks)
    }

    /// The context of a language in an output.
    func context(output: Int, language: String) -> TemplateContext? {
        contexts.first { $0.site.output == output && $0.site.language == language }
    }

    /// The page's versions in all languages, as far as `output` holds them.
    func alternates(of page: Int, output: Int) -> [Int] {
        let bit: OutputSet = 1 << OutputSet(output)
        return (versions[project.tree.pages[page].key] ?? []).filter {
            clearances.outputs[$0] & bit != 0
        }
    }

    private static func versions(_ project: Project) -> [String: [Int]] {
        guard project.site.languages.count > 1 else { return [:] }
        var versions: [String: [Int]] = [:]
        for (index, page) in project.tree.pages.enumerated() {
            versions[page.key, default: []].append(index)
        }
        let order = project.site.languages
        return versions.mapValues { pages in
            pages.sorted { a, b in
                let (left, right) = (project.tree.pages[a].language, project.tree.pages[b].language)
                return (order.firstIndex(of: left) ?? 0) < (order.firstIndex(of: right) ?? 0)
            }
        }
    }

    private static func checkNavigation(_ project: Project, _ routes: SiteRoutes) -> [Diagnostic] {
        (project.site.navigation + project.site.footerNavigation).compactMap { entry in
            guard case .page(let key) = entry.target else { return nil }
            let language = project.site.defaultLanguage
            let found = routes.table.index(
                ofPage: key.value, language: language, languages: project.site.languages,
                outputs: 0)
            if found != nil { return nil }
            let nearest = NearbyRoutes(routes.table).page(near: key.value)
            return .navigationToNowhere(key, nearest: nearest)
        }
    }

    private static func checkTemplates(_ project: Project) -> [Diagnostic] {
        guard project.theme.isComplete else { return [] }
        let known = project.theme.templateNames
        return project.tree.pages.compactMap { page in
            guard let name = page.frontMatter.template, !known.contains(name.value) else {
                return nil
            }
            return .unknownTemplate(name, known: known.sorted())
        }
    }
}

extension Diagnostic {
    fileprivate static func navigationToNowhere(
        _ key: Located<String>, nearest: String?
    ) -> Diagnostic {
        Diagnostic(
            .error, "config.navigation-page-missing", at: key.span,
            en: "there is no page Content/pages/\(key.value)",
            ja: "ページ Content/pages/\(key.value) がありません",
            fix: nearest.map {
                .replace([(key.span, $0)], en: "did you mean '\($0)'?", ja: "「\($0)」のことですか")
            }
                ?? .advice(
                    en: "write the page, or take it out of the menu",
                    ja: "ページを作るか、メニューから外してください"))
    }

    fileprivate static func unknownTemplate(
        _ name: Located<String>, known: [String]
    ) -> Diagnostic {
        let list = known.joined(separator: ", ")
        return Diagnostic(
            .error, "front-matter.unknown-template", at: name.span,
            en: "the theme has no template '\(name.value)'; it has \(list)",
            ja: "テーマにテンプレート「\(name.value)」がありません。使えるもの: \(list)",
            fix: nearestName(to: name.value, in: known).map { .replace(with: $0) })
    }
}
