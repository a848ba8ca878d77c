import Content
import Core
import Links
import Markdown
import Theming
import Uploads

/// What the theme and site.yml link to, on every page.
struct StandingLinks {
    /// Links to anchors, to be checked when all anchors are known.
    private(set) var links: [NotedLink] = []
    /// Where uploads are linked to.
    private(set) var uploads: [UploadUse] = []
    private(set) var diagnostics: [Diagnostic] = []
    private let plan: BuildPlan
    private let origin: LinkOrigin

    init(_ plan: BuildPlan) {
        self.plan = plan
        origin = LinkOrigin(
            folder: "", language: plan.project.site.defaultLanguage, route: 0,
            outputs: plan.project.allOutputs)
    }

    /// Looks all of them up, once.
    static func check(_ plan: BuildPlan) -> StandingLinks {
        var links = StandingLinks(plan)
        for link in plan.project.theme.links { links.check(link) }
        links.checkMenus()
        links.checkSecurityContact()
        return links
    }

    private var site: SiteAddress { plan.bodies.resolver.site }

    // MARK: The theme

    private mutating func check(_ link: ThemeLink) {
        let written = WrittenLink(
            link.destination, at: link.span, range: link.range, form: link.form)
        if link.destination.hasPrefix("#") || link.destination.hasPrefix("?") { return }
        if site.path(of: link.destination) != nil {
            take(plan.bodies.resolver.resolve(written, from: origin), at: link.span)
        } else if let folder = link.folder, !link.destination.hasPrefix("/") {
            checkStylesheet(link, written, in: folder)
        } else if link.destination.hasPrefix("/"), !link.destination.hasPrefix("//") {
            checkRooted(written)
        } else if link.folder == nil, case .external = Destination(link.destination, in: "").place {
            return
        } else if link.folder == nil, !link.destination.hasPrefix(".") {
            diagnostics.append(.relativeInTemplate(written))
        }
    }

    /// Templates and style sheets are written as they stand, so what they link to begins with the
    /// path of the site's root.
    private mutating func checkRooted(_ link: WrittenLink) {
        let root = site.basePath
        guard root != "/" else { return resolve(url: link) }
        guard link.destination.hasPrefix(root) else {
            diagnostics.append(.besideRoot(link, root: root))
            return
        }
        let below = WrittenLink(
            "/" + link.destination.dropFirst(root.count), at: link.span, form: link.form)
        resolve(url: below)
    }

    private mutating func checkStylesheet(
        _ link: ThemeLink, _ written: WrittenLink, in folder: String
    ) {
        let destination = Destination(link.destination, in: folder)
        let path: String
        switch destination.place {
        case .external: return
        case .path(let found): path = found
        case .page(let key): path = "/" + key
        case .samePage, .invalid, .undecodable:
            diagnostics += plan.bodies.resolver.resolve(written, from: origin).diagnostics
            return
        }
        let asset = plan.project.theme.assets.first { "/assets/" + $0.path == path }
        if let asset, asset.publishedPath != asset.path {
            diagnostics.append(.importedStylesheet(written))
            return
        }
        let rooted = WrittenLink(path.readableURL, at: link.span)
        resolve(url: rooted)
    }

    // MARK: site.yml

    private mutating func checkMenus() {
        let settings = plan.project.site
        for entry in settings.navigation + settings.footerNavigation {
            switch entry.target {
            case .page(let key): checkMenu(key)
            case .url(let url): check(url)
            }
        }
    }

    /// A menu passes over what its readers do not see; where nobody sees it, that is a mistake.
    private mutating func checkMenu(_ key: Located<String>) {
        let settings = plan.project.site
        let table = plan.routes.table
        let target = table.index(
            ofPage: key.value, language: settings.defaultLanguage, languages: settings.languages,
            outputs: 0)
        guard let target, !plan.routes.unread.contains(target) else { return }
        if let why = plan.routes.exclusions[target] {
            diagnostics.append(.menuLeadsToExcluded(key, table.routes[target], because: why))
        } else if table.routes[target].outputs == 0 {
            let why = Message(
                en: "its label ranks above every output", ja: "ラベルがどの出力の範囲も超えています")
            diagnostics.append(.menuLeadsToExcluded(key, table.routes[target], because: why))
        }
    }

    private mutating func check(_ url: Located<String>) {
        let link = WrittenLink(url.value, at: url.span, range: url.span.range)
        let isPath = url.value.hasPrefix("/") && !url.value.hasPrefix("//")
        if isPath { return resolve(url: link) }
        take(plan.bodies.resolver.resolve(link, from: origin), at: url.span)
    }

    private mutating func checkSecurityContact() {
        guard let contact = plan.project.site.securityContact else { return }
        let all =
            contact.contacts + contact.encryption + contact.acknowledgments + contact.policy
            + contact.hiring
        for url in all where site.path(of: url.value) != nil { check(url) }
    }

    private mutating func take(_ found: LinkResolver.Resolution, at span: SourceSpan) {
        diagnostics += found.diagnostics
        if let noted = found.noted { links.append(noted) }
        guard let target = found.target else { return }
        if case .upload(let upload) = plan.routes.table.routes[target].kind {
            uploads.append(UploadUse(upload: upload, outputs: origin.outputs, span: span))
            diagnostics += [
                plan.bodies.flow.upload(upload, .htmlLink, at: span, shownIn: origin.outputs)
            ].compactMap(\.self)
        } else if found.hidden != 0 {
            diagnostics.append(plan.bodies.flow.link(at: span, to: target, hidden: found.hidden))
        }
    }

    /// Looks up a URL that stays as it is written.
    private mutating func resolve(url link: WrittenLink) {
        take(plan.bodies.resolver.resolve(url: link, from: origin), at: link.span)
    }
}

extension Diagnostic {
    fileprivate static func relativeInTemplate(_ link: WrittenLink) -> Diagnostic {
        Diagnostic(
            .error, "theme.link-relative", at: link.span,
            en: "'\(link.destination)' leads to another place on every page",
            ja: "「\(link.destination)」は、ページごとに違う場所を指してしまいます",
            fix: .advice(
                en: "write the path from the site's root, beginning with '/'",
                ja: "サイトの最上位からのパスを「/」で始めて書いてください"))
    }

    fileprivate static func besideRoot(_ link: WrittenLink, root: String) -> Diagnostic {
        Diagnostic(
            .error, "theme.link-beside-root", at: link.span,
            en: "'\(link.destination)' does not begin with the path of the site's root, '\(root)'",
            ja: "「\(link.destination)」が、サイトの最上位のパス「\(root)」で始まっていません",
            fix: .advice(
                en: "begin it with '\(root)', or with https:// for another site",
                ja: "「\(root)」で始めるか、別のサイトなら https:// から書いてください"))
    }

    fileprivate static func importedStylesheet(_ link: WrittenLink) -> Diagnostic {
        Diagnostic(
            .error, "theme.stylesheet-imported", at: link.span,
            en: "'\(link.destination)' is published under a name that changes with its content",
            ja: "「\(link.destination)」は内容に応じて変わる名前で公開されるため、取り込めません",
            fix: .advice(
                en: "put its rules into assets/style.css", ja: "その規則を assets/style.css に書いてください"))
    }

    fileprivate static func menuLeadsToExcluded(
        _ key: Located<String>, _ route: Route, because why: Message
    ) -> Diagnostic {
        Diagnostic(
            .warning, "config.navigation-page-excluded", at: key.span,
            en: "the menu leaves out '\(key.value)', which is not published: \(why.en)",
            ja: "「\(key.value)」は公開されないため、メニューに出ません（\(why.ja)）",
            notes: [.init(at: route.source, en: "the page is here", ja: "ページはここです")],
            fix: .advice(
                en: "take the entry out, or publish the page",
                ja: "項目をメニューから外すか、ページを公開してください"))
    }
}
