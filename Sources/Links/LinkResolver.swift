package import Core

/// Finds what links lead to.
package struct LinkResolver: Sendable {
    let table: RouteTable
    /// What broken links may have meant.
    package let nearby: NearbyRoutes
    let languages: [String]
    /// The address of the site itself.
    package let site: SiteAddress
    /// By route: its path as the `href` of a link.
    private let urls: [String]
    /// Why a page that exists has no route in any output, by route index.
    private let exclusions: [Int: Message]

    /// Takes a table that is complete: what is not in it counts as missing.
    package init(
        table: RouteTable, languages: [String], site: SiteAddress, exclusions: [Int: Message]
    ) {
        self.table = table
        nearby = NearbyRoutes(table)
        self.languages = languages
        self.site = site
        urls = table.routes.map { site.basePath + $0.path.dropFirst() }
        self.exclusions = exclusions
    }

    /// What a link became.
    package struct Resolution: Sendable {
        /// What to write; nil leaves the destination as the author wrote it.
        package var url: String?
        /// The route that it leads to, past redirects; nil where it leads outside, or nowhere.
        package var target: Int?
        /// A fragment that has to be checked.
        package var noted: NotedLink?
        /// The outputs that show the link but do not hold its target. An upload is in an output
        /// because of such links, so there are none for it.
        package var hidden: OutputSet = 0
        /// What is wrong with the link; empty for a sound one.
        package var diagnostics: [Diagnostic] = []
    }

    /// Looks one link up.
    package func resolve(_ link: WrittenLink, from origin: LinkOrigin) -> Resolution {
        let destination = Destination(link.destination, in: origin.folder)
        switch destination.place {
        case .external:
            guard let path = site.path(of: link.destination) else { return Resolution() }
            return resolveOwn(path, link, origin)
        case .samePage:
            if link.destination.isEmpty {
                return Resolution(diagnostics: [.emptyDestination(link)])
            }
            let fragment = destination.fragment ?? ""
            return note(
                destination, to: origin.route, link, origin,
                url: fragment.isNFC ? nil : destination.query + "#" + fragment.normalizedToNFC)
        case .invalid:
            return Resolution(diagnostics: [.invalid(link)])
        case .undecodable:
            return Resolution(diagnostics: [.undecodable(link)])
        case .page(let key):
            guard
                let target = table.index(
                    ofPage: key, language: origin.language, languages: languages,
                    outputs: origin.outputs)
            else { return Resolution(diagnostics: [missingPage(key, link, origin)]) }
            var found = lead(to: target, destination, link, origin)
            if !key.isNFC {
                let right = link.keepingSuffix(of: origin.path(to: key.normalizedToNFC, as: link))
                found.diagnostics.append(.notNFC(link, right: right))
            }
            return found
        case .path(let path):
            return resolve(path: path, destination, link, origin)
        }
    }

    private func resolve(
        path: String, _ destination: Destination, _ link: WrittenLink, _ origin: LinkOrigin
    ) -> Resolution {
        guard let target = table.index(ofPath: path.normalizedToNFC) else {
            return Resolution(diagnostics: [missingPath(path, link, origin)])
        }
        var found = lead(to: target, destination, link, origin)
        if !path.isNFC {
            let right = link.keepingSuffix(of: path.normalizedToNFC.readableURL)
            found.diagnostics.append(.notNFC(link, right: site.written(right, as: link)))
        }
        return found
    }

    /// Looks up a path from the site's root that stays as it is written, as in a menu: it is a URL,
    /// never the path of a Markdown file.
    package func resolve(url link: WrittenLink, from origin: LinkOrigin) -> Resolution {
        resolveOwn(link.destination, link, origin)
    }

    /// Looks up a full address that leads into the site itself. It stays as it is written.
    private func resolveOwn(
        _ path: String, _ link: WrittenLink, _ origin: LinkOrigin
    ) -> Resolution {
        let destination = Destination(path, in: "")
        var found: Resolution
        switch destination.place {
        case .path(let path): found = resolve(path: path, destination, link, origin)
        case .page(let key): found = resolve(path: "/" + key, destination, link, origin)
        case .undecodable: found = Resolution(diagnostics: [.undecodable(link)])
        case .external, .samePage, .invalid: found = Resolution()
        }
        found.url = nil
        return found
    }

    private func lead(
        to first: Int, _ destination: Destination, _ link: WrittenLink, _ origin: LinkOrigin
    ) -> Resolution {
        var url = urls[first]
        if !destination.query.isEmpty { url += destination.query }
        if let fragment = destination.fragment {
            let isForBrowser = fragment.hasTextDirective
            url += "#" + (isForBrowser ? destination.rawFragment : fragment.normalizedToNFC)
        }
        if case .redirect = table.routes[first].kind {
            return follow(first, url, destination, link, origin)
        }
        var found = note(destination, to: first, link, origin, url: url)
        judge(first, link, origin, &found)
        return found
    }

    /// Whether the readers of the link may see what it leads to.
    private func judge(
        _ target: Int, _ link: WrittenLink, _ origin: LinkOrigin, _ found: inout Resolution
    ) {
        found.target = target
        if let why = exclusions[target] {
            found.diagnostics.append(
                .excluded(link, route: table.routes[target], because: why))
        } else if case .upload = table.routes[target].kind {
            return
        } else {
            found.hidden = origin.outputs & ~table.routes[target].outputs
        }
    }

    /// Goes on from a former URL to what is there now.
    private func follow(
        _ first: Int, _ url: String, _ destination: Destination, _ link: WrittenLink,
        _ origin: LinkOrigin
    ) -> Resolution {
        var found = Resolution(url: url)
        judge(first, link, origin, &found)
        guard let end = table.end(ofRedirect: first) else { return found }
        switch end {
        case .outside(let address):
            found.diagnostics.append(.toRedirect(link, to: address, right: address))
        case .route(let target, let own):
            let fragment = own ?? (destination.fragment == nil ? nil : destination.rawFragment)
            let right =
                table.routes[target].path.readableURL + destination.query
                + (fragment.map { "#" + $0 } ?? "")
            found.diagnostics.append(
                .toRedirect(link, to: right, right: site.written(right, as: link)))
            if own == nil {
                found.noted =
                    note(destination, to: target, link, origin, url: nil).noted
            }
        }
        return found
    }

    private func note(
        _ destination: Destination, to target: Int, _ link: WrittenLink,
        _ origin: LinkOrigin, url: String?
    ) -> Resolution {
        var found = Resolution(url: url)
        guard let whole = destination.fragment, !whole.isEmpty else { return found }
        // A text directive is for the browser alone.
        let fragment = whole.hasTextDirective ? whole.withoutTextDirective : whole
        guard !fragment.isEmpty, fragment != "top" else { return found }
        switch table.routes[target].kind {
        case .upload, .file, .redirect, .gone: return found
        default: break
        }
        found.noted = NotedLink(
            target: target, fragment: fragment, link: link, outputs: origin.outputs)
        return found
    }

    private func missingPage(
        _ key: String, _ link: WrittenLink, _ origin: LinkOrigin
    ) -> Diagnostic {
        let known = { (key: String) in
            table.index(
                ofPage: key, language: origin.language, languages: languages, outputs: 0) != nil
        }
        if let right = nearby.page(like: key) {
            return .wrongCase(
                link, is: "Content/pages/" + right,
                right: link.keepingSuffix(of: origin.path(to: right, as: link)))
        }
        if let decoded = PercentEncoding.decode(key)?.normalizedToNFC, decoded != key,
            known(decoded)
        {
            let right = link.keepingSuffix(of: origin.path(to: decoded, as: link))
            return .encodedTwice(link, right: right)
        }
        switch meant(link, origin) {
        case .sharedFolder: return .sharedFolder(link)
        case .other(let right):
            return .missingPage(key, link, nearest: nil, fix: link.replacing(with: right))
        case nil: return .missingPage(key, link, nearest: nearby.page(near: key))
        }
    }

    private func missingPath(
        _ path: String, _ link: WrittenLink, _ origin: LinkOrigin
    ) -> Diagnostic {
        if let like = table.index(ofPathLike: path.normalizedToNFC) {
            let right = table.routes[like].path
            return .wrongCase(
                link, is: right,
                right: site.written(link.keepingSuffix(of: right.readableURL), as: link))
        }
        if let decoded = PercentEncoding.decode(path)?.normalizedToNFC, decoded != path,
            let index = table.index(ofPath: decoded)
        {
            let right = link.keepingSuffix(of: table.routes[index].path.readableURL)
            return .encodedTwice(link, right: site.written(right, as: link))
        }
        if path.hasSuffix(".md"), let page = nearby.page(like: String(path.dropFirst())),
            let index = table.index(
                ofPage: page, language: languages[0], languages: languages, outputs: 0)
        {
            let right = link.keepingSuffix(of: table.routes[index].path.readableURL)
            return .fileForURL(path, link, right: site.written(right, as: link))
        }
        switch meant(link, origin) {
        case .sharedFolder: return .sharedFolder(link)
        case .other(let right):
            return .missingPath(path, link, nearest: nil, fix: link.replacing(with: right))
        case nil: break
        }
        let nearest = nearby.path(near: path)
        if path.hasPrefix("/uploads/") { return .missingUpload(path, link, nearest: nearest) }
        return .missingPath(path, link, nearest: nearest)
    }
}
