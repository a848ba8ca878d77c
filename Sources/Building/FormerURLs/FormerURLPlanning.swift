import Content
import Core
import Labels
import Links

extension SiteRoutes {
    /// Adds the former URLs, once everything that is there has its route.
    mutating func addFormers(
        _ project: Project, _ clearances: Clearances, _ uploads: UploadClearances
    ) {
        var planning = FormerURLPlanning(project, clearances, uploads, self)
        planning.collect()
        planning.resolve()
        formers = planning.formers
        diagnostics += planning.diagnostics
        for former in formers.byPath.values.sorted() {
            addRoute(of: formers.all[former])
        }
        let telling = formers.byPath.values.reduce(0 as OutputSet) { $0 | formers.all[$1].outputs }
        if telling != 0 {
            add(Route(path: "/_redirects", kind: .file, outputs: telling, source: nil))
        }
    }

    /// Adds the route of a former URL where nothing else is at its path.
    private mutating func addRoute(of former: FormerURL) {
        guard table.index(ofPathLike: former.path) == nil else { return }
        let kind: Route.Kind
        switch former.target {
        case .gone: kind = .gone
        case .address(let address): kind = .redirect(to: address)
        case .route(let target, let query, let anchor):
            let place = table.routes[target].path + query
            kind = .redirect(to: place + (anchor.map { "#" + $0 } ?? ""))
        }
        add(
            Route(
                path: former.path, kind: kind, outputs: former.outputs, source: former.source))
        if case .gone = former.target {
            exclusions[table.routes.count - 1] = Message(
                en: "it is gone, says redirects.yml", ja: "redirects.yml で公開終了とされています")
        }
    }
}

/// Follows what is declared about former URLs to where it leads in the end.
struct FormerURLPlanning {
    let project: Project
    let clearances: Clearances
    let uploads: UploadClearances
    let routes: SiteRoutes
    var formers = FormerURLs()
    var diagnostics: [Diagnostic] = []
    var declared: [DeclaredFormer] = []
    /// By path and anchor: the first declaration.
    var known: [Key: Int] = [:]
    var loops: Set<Int> = []

    struct Key: Hashable {
        let path: String
        let anchor: String?
    }

    init(
        _ project: Project, _ clearances: Clearances, _ uploads: UploadClearances,
        _ routes: SiteRoutes
    ) {
        self.project = project
        self.clearances = clearances
        self.uploads = uploads
        self.routes = routes
    }

    mutating func collect() {
        for (index, page) in project.tree.pages.enumerated() where isShown(page) {
            // What a page that is over leaves behind is told to those who could see it.
            let outputs =
                clearances.labels[index].map(clearances.outputs(seeing:)) ?? 0
            let goal =
                page.exclusion == nil ? DeclaredFormer.Goal.route(routes.pages[index]) : .gone
            for alias in page.frontMatter.aliases { declare(alias, goal, outputs) }
        }
        var labels: [Label?] = []
        for entry in project.redirects.entries {
            let (label, found) = label(of: entry)
            diagnostics += found
            labels.append(label)
            let goal = entry.to.map { DeclaredFormer.Goal.written($0) } ?? .gone
            declare(entry.from, goal, label.map(clearances.outputs(seeing:)) ?? 0)
        }
        formers.take(labels: labels)
    }

    private func isShown(_ page: Page) -> Bool {
        !page.isBroken && (page.exclusion == nil || page.exclusion == .expired)
    }

    private mutating func declare(
        _ from: Located<String>, _ goal: DeclaredFormer.Goal, _ outputs: OutputSet
    ) {
        guard let former = DeclaredFormer(from, goal: goal, outputs: outputs) else {
            diagnostics.append(.badFormerURL(from))
            return
        }
        let key = Key(path: former.path, anchor: former.anchor)
        if let first = known[key] {
            diagnostics.append(.repeatedFormer(former.from, first: declared[first].from.span))
            return
        }
        known[key] = declared.count
        declared.append(former)
    }

    /// The label of an entry of redirects.yml; nil where it has none that can be used.
    ///
    /// What leads to a page of the site ranks as that page does, unless it says more; an address
    /// elsewhere and what is gone are content, and unlabelled content has the default.
    private func label(of entry: Redirects.Entry) -> (Label?, [Diagnostic]) {
        guard let scheme = project.scheme else {
            let stated = [entry.label].compactMap(\.self) + entry.handling
            return (.lowest, stated.map { .noScheme(at: $0.span) })
        }
        let (marks, found) = scheme.marks(entry.handling)
        if let name = entry.label {
            let (level, more) = scheme.level(name)
            return (level.map { Label(level: $0, handling: marks) }, found + more)
        }
        if let to = entry.to, case .path = Destination(to.value, in: "").place {
            return (Label(level: 0, handling: marks), found)
        }
        guard let level = scheme.defaultLevel else {
            return (nil, found + [.unlabelled(entry, scheme)])
        }
        return (Label(level: level, handling: marks), found)
    }

    mutating func resolve() {
        for index in declared.indices { resolve(index) }
        addExpiredPages()
    }

    /// A page whose `expire_at` has passed says so at its URL, to those who could see it, unless
    /// redirects.yml has something better to say.
    private mutating func addExpiredPages() {
        for (index, page) in project.tree.pages.enumerated() where page.exclusion == .expired {
            guard isShown(page), formers.byPath[page.route] == nil,
                let expiry = page.frontMatter.expireAt, let label = clearances.labels[index]
            else { continue }
            // Where the page was its folder's own, readers may get a list in its place.
            let taken = routes.table.routes[routes.pages[index]]
            let outputs = clearances.outputs(seeing: label) & ~taken.outputs
            guard taken.path == page.route, outputs != 0 else { continue }
            add(
                FormerURL(
                    path: page.route, anchor: nil, target: .gone, outputs: outputs,
                    source: expiry.span))
        }
    }

    private mutating func resolve(_ index: Int) {
        let former = declared[index]
        let taken = route(at: former.path)
        if let anchor = former.anchor {
            guard let taken, hasAnchors(taken) else {
                diagnostics.append(.noPageForAnchor(former.from, path: former.path))
                return
            }
            guard let (target, outputs) = follow(index) else {
                formers.addUnsound(former)
                return
            }
            add(
                FormerURL(
                    path: routes.table.routes[taken].path, anchor: anchor, target: target,
                    outputs: outputs & routes.table.routes[taken].outputs,
                    source: former.from.span), on: taken)
            return
        }
        if let file = routes.table.file(above: former.path) {
            diagnostics.append(.belowFile(former.from, file))
            return
        }
        guard let (target, leading) = follow(index) else {
            formers.addUnsound(former)
            return
        }
        var outputs = leading
        if let taken {
            // Where the page is not for all readers, the others may be told something else.
            let route = routes.table.routes[taken]
            let isElsewhere =
                route.path == former.path
                || route.path == bare(former.path) && route.path.hasPrefix("/uploads/")
            outputs &= ~route.outputs
            guard isElsewhere, outputs != 0, former.goal.isWritten else {
                diagnostics.append(.takenURL(former.from, by: route))
                return
            }
        }
        add(
            FormerURL(
                path: former.path, anchor: nil, target: target, outputs: outputs,
                source: former.from.span))
    }

    private mutating func add(_ former: FormerURL, on route: Int? = nil) {
        formers.add(former, on: route)
    }

    private func bare(_ path: String) -> String {
        path.hasSuffix("/") ? String(path.dropLast()) : path
    }

    /// What is at a path now, also where it differs by case or by the slash at its end.
    private func route(at path: String) -> Int? {
        routes.table.index(ofPath: path) ?? routes.table.index(ofPathLike: path)
    }

    private func hasAnchors(_ route: Int) -> Bool {
        switch routes.table.routes[route].kind {
        case .page, .list, .edition, .record: routes.exclusions[route] == nil
        default: false
        }
    }
}

extension DeclaredFormer.Goal {
    /// Whether redirects.yml states it; else a page's own front matter does.
    fileprivate var isWritten: Bool {
        if case .route = self { false } else { true }
    }
}
