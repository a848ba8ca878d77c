import Content
import Core
import Links
import Theming
import Uploads

/// Every URL of the site, and what is needed to write links to them.
struct SiteRoutes: Sendable {
    var table = RouteTable()
    /// By page: its route.
    var pages: [Int] = []
    /// By upload: its route.
    var uploads: [Int] = []
    /// Why a page that exists is in no output, by route.
    var exclusions: [Int: Message] = [:]
    /// Pages of which only the URL is known, since they are wrong: links to them are not judged.
    var unread: Set<Int> = []
    /// What is not there any more, and where its readers go.
    var formers = FormerURLs()
    var diagnostics: [Diagnostic] = []

    /// Adds pages, editions, lists, tags, files and redirects, in this order: whoever comes later and
    /// finds a URL taken is the one that is reported.
    static func collect(
        _ project: Project, _ clearances: Clearances, _ uploads: UploadClearances,
        _ sites: [LanguageSite], _ whitepapers: [PlannedWhitepaper]
    ) -> SiteRoutes {
        var routes = SiteRoutes()
        routes.addPages(project, clearances)
        routes.addEditions(whitepapers)
        for site in sites { routes.addLists(of: site, in: project) }
        routes.addFiles(project, sites)
        routes.addFormers(project, clearances, uploads)
        return routes
    }

    /// Adds a route and keeps the diagnostic where its URL is taken.
    mutating func add(_ route: Route) {
        if let clash = table.add(route) { diagnostics.append(clash) }
    }

    private mutating func addPages(_ project: Project, _ clearances: Clearances) {
        for (index, page) in project.tree.pages.enumerated() {
            let span = page.frontMatter.slug?.span ?? SourceSpan(file: page.file, range: 0..<0)
            let isUnread =
                page.exclusion == nil && (page.isBroken || clearances.labels[index] == nil)
            let route = Route(
                path: page.route, kind: .page(index),
                outputs: isUnread ? .max : clearances.outputs[index], source: span)
            if let clash = table.addPage(route, key: page.key, language: page.language) {
                diagnostics.append(clash)
                pages.append(table.index(ofPath: page.route) ?? 0)
                continue
            }
            pages.append(table.routes.count - 1)
            if isUnread { unread.insert(table.routes.count - 1) }
            if let why = page.exclusion { exclusions[table.routes.count - 1] = why.message }
        }
    }

    private mutating func addLists(of site: LanguageSite, in project: Project) {
        let output: OutputSet = 1 << OutputSet(site.output)
        for (_, list) in site.folders.sorted(by: { $0.key < $1.key }) {
            if list.index == nil { addShared(list.route, output) }
            addPagination(of: list.route, entries: list.entries.count, project, output)
        }
        guard !site.tags.isEmpty else { return }
        let tags = LanguageSite.root(of: site.language, in: project.site) + "tags/"
        addShared(tags, output, source: site.tags[0].source)
        for term in site.tags {
            addShared(term.route, output, source: term.source)
            addPagination(of: term.route, entries: term.pages.count, project, output)
        }
    }

    private mutating func addPagination(
        of route: String, entries: Int, _ project: Project, _ output: OutputSet
    ) {
        let size = project.site.pageSize
        guard entries > size else { return }
        for number in 2...((entries + size - 1) / size) {
            addShared(Pagination.route(of: route, page: number), output)
        }
    }

    /// Adds a list that Hakusho makes, or the output to one that another output has already.
    private mutating func addShared(
        _ path: String, _ output: OutputSet, source: SourceSpan? = nil
    ) {
        if let index = table.index(ofPath: path), table.routes[index].path == path {
            switch table.routes[index].kind {
            case .list where table.routes[index].outputs & output == 0,
                .file where table.routes[index].outputs & output == 0:
                table.widen(index, to: output)
                return
            case .page where table.routes[index].outputs & output == 0:
                // The folder's own page is not for this output's readers; they get a list.
                table.widen(index, to: output)
                return
            default: break
            }
        }
        add(Route(path: path, kind: .list, outputs: output, source: source))
    }

    private mutating func addFiles(_ project: Project, _ sites: [LanguageSite]) {
        let all: OutputSet =
            project.site.outputs.count >= 64
            ? .max : (1 << OutputSet(project.site.outputs.count)) - 1
        for (index, upload) in project.uploads.uploads.enumerated() {
            add(
                Route(
                    path: upload.route, kind: .upload(index), outputs: 0,
                    source: SourceSpan(file: upload.file)))
            uploads.append(table.index(ofPath: upload.route) ?? 0)
            if upload.isExpired {
                exclusions[uploads[index]] = Message(
                    en: "the expire_at of its sidecar has come",
                    ja: "補助ファイルの公開終了日（expire_at）を過ぎています")
            }
        }
        addRefusedUploads(project)
        var files = ["/sitemap.xml", "/robots.txt"]
        files += project.theme.assets.map { "/assets/" + $0.publishedPath }
        if project.site.securityContact != nil { files.append("/.well-known/security.txt") }
        files += project.site.languages.map {
            LanguageSite.root(of: $0, in: project.site) + "404.html"
        }
        for path in files { add(Route(path: path, kind: .file, outputs: all, source: nil)) }
        for feed in Feeds.all(in: project) {
            let outputs = sites.reduce(0 as OutputSet) { set, site in
                feed.isShown(in: site) ? set | 1 << OutputSet(site.output) : set
            }
            if outputs != 0 {
                add(Route(path: feed.route, kind: .file, outputs: outputs, source: nil))
            }
        }
    }
}

extension SiteRoutes {
    /// Links and special files below uploads/: a page that refers to one is told so, and not that
    /// there is no such file.
    fileprivate mutating func addRefusedUploads(_ project: Project) {
        for file in project.uploads.refused {
            let path = String(file.dropFirst("Content".count)).normalizedToNFC
            guard table.index(ofPath: path) == nil else { continue }
            add(Route(path: path, kind: .file, outputs: 0, source: SourceSpan(file: file)))
            guard let index = table.index(ofPath: path) else { continue }
            exclusions[index] = Message(
                en: "it is refused, as the finding on it says",
                ja: "エラーのため公開の対象になりません。ファイル自体の指摘をご覧ください")
        }
    }
}

extension Page.Exclusion {
    /// Why, in words.
    var message: Message {
        switch self {
        case .draft: Message(en: "it is a draft", ja: "下書き（draft）です")
        case .scheduled: Message(en: "its publish_at lies ahead", ja: "公開日時（publish_at）の前です")
        case .expired: Message(en: "its expire_at has passed", ja: "公開終了日時（expire_at）を過ぎています")
        }
    }
}
