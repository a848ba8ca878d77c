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
    var diagnostics: [Diagnostic] = []

    /// Adds pages, editions, lists, tags, files and redirects, in this order: whoever comes later and
    /// finds a URL taken is the one that is reported.
    static func collect(
        _ project: Project, _ clearances: Clearances, _ sites: [LanguageSite],
        _ whitepapers: [PlannedWhitepaper]
    ) -> SiteRoutes {
        var routes = SiteRoutes()
        routes.addPages(project, clearances)
        routes.addEditions(whitepapers)
        for site in sites { routes.addLists(of: site, in: project) }
        routes.addFiles(project, sites)
        routes.addRedirects(project, clearances)
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
        }
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

    private mutating func addRedirects(_ project: Project, _ clearances: Clearances) {
        for (index, page) in project.tree.pages.enumerated() where page.exclusion == nil {
            for alias in page.frontMatter.aliases {
                addRedirect(
                    from: alias, to: page.route, outputs: clearances.outputs[index])
            }
        }
        for entry in project.redirects.entries {
            guard let to = entry.to else {
                addRedirect(from: entry.from, to: nil, outputs: .max)
                continue
            }
            let place = Destination(to.value, in: "").place
            let isWeb = to.value.hasPrefix("https://") || to.value.hasPrefix("http://")
            if place == .external, isWeb {
                addRedirect(from: entry.from, to: to.value, outputs: .max)
            } else if case .path(let path) = place, to.value.hasPrefix("/"),
                let target = table.index(ofPath: path.normalizedToNFC)
            {
                let outputs = table.routes[target].outputs
                if let why = exclusions[target] {
                    diagnostics.append(.redirectToExcluded(to, because: why))
                }
                addRedirect(from: entry.from, to: to.value, outputs: outputs)
            } else {
                diagnostics.append(.redirectToNowhere(to))
            }
        }
    }

    /// - Parameter to: Nil for what is gone.
    private mutating func addRedirect(
        from: Located<String>, to: String?, outputs: OutputSet
    ) {
        guard let path = Self.formerPath(from.value) else {
            diagnostics.append(.badAlias(from))
            return
        }
        let isFile = path.hasSuffix("/") || path.hasSuffix(".html")
        let route = Route(
            path: isFile ? path : path + "/", kind: to.map { .redirect(to: $0) } ?? .gone,
            outputs: outputs, source: from.span)
        if let file = table.file(above: route.path) {
            diagnostics.append(.belowFile(from, file))
        } else if let clash = table.add(route) {
            diagnostics.append(clash)
        } else if to == nil {
            exclusions[table.routes.count - 1] = Message(
                en: "it is gone, says redirects.yml", ja: "redirects.yml で公開終了とされています")
        }
    }
}

extension SiteRoutes {
    /// A former URL as a path on the disk: decoded and in NFC.
    ///
    /// - Returns: Nil for what is no path below the site's root that a file could have.
    private static func formerPath(_ url: String) -> String? {
        guard url.hasPrefix("/"), let path = PercentEncoding.decode(url)?.normalizedToNFC
        else { return nil }
        let segments = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
        let inner = segments.last == "" ? segments.dropLast() : segments
        return inner.allSatisfy { urlSegment(String($0)) != nil } ? path : nil
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

extension Diagnostic {
    fileprivate static func badAlias(_ path: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "content.bad-alias", at: path.span,
            en: "'\(path.value)' cannot be a former URL of this site",
            ja: "「\(path.value)」はこのサイトの以前の URL として使えません",
            fix: .advice(
                en: "write a path that begins with '/', like /old/, without '?', '#' and '..'",
                ja: "「/」で始まり「?」「#」「..」を含まないパス（例: /old/）を書いてください"))
    }

    fileprivate static func belowFile(_ path: Located<String>, _ file: Route) -> Diagnostic {
        Diagnostic(
            .error, "content.bad-alias", at: path.span,
            en: "'\(path.value)' lies below '\(file.path)', which is a file and not a folder",
            ja: "「\(path.value)」の上位の「\(file.path)」は、フォルダーではなくファイルです")
    }

    fileprivate static func redirectToExcluded(
        _ path: Located<String>, because why: Message
    ) -> Diagnostic {
        Diagnostic(
            .error, "link.redirect-target-excluded", at: path.span,
            en: "the redirect leads to '\(path.value)', which is not published: \(why.en)",
            ja: "転送先「\(path.value)」は公開されていません（\(why.ja)）",
            fix: .advice(
                en: "publish the page, or lead somewhere else",
                ja: "ページを公開するか、別の転送先を書いてください"))
    }

    fileprivate static func redirectToNowhere(_ path: Located<String>) -> Diagnostic {
        Diagnostic(
            .error, "link.redirect-target-missing", at: path.span,
            en: "the redirect leads to '\(path.value)', which the site does not have",
            ja: "転送先「\(path.value)」がサイトにありません",
            fix: .advice(
                en: "write a URL of the site, a full address, or 'gone: true'",
                ja: "サイトにある URL か https:// のアドレスを書くか、「gone: true」にしてください"))
    }
}
