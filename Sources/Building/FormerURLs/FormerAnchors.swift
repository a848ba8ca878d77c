import Content
import Core
import Links

/// The former anchors of one page, as they are shown in one output after another.
struct FormerAnchors {
    /// One former anchor of the page.
    struct Entry {
        let anchor: String
        let target: FormerURL.Target
        let outputs: OutputSet
    }

    let entries: [Entry]
    private let plan: BuildPlan
    private let route: Int

    /// - Parameter own: The anchors that the page has itself; where it has one, the former one
    ///   is not needed.
    init(of route: Int, besides own: [Anchor], in plan: BuildPlan) {
        self.plan = plan
        self.route = route
        let known = plan.routes.formers.byRoute[route] ?? []
        entries = known.compactMap { index in
            let former = plan.routes.formers.all[index]
            guard let name = former.anchor else { return nil }
            let taken = own.reduce(0 as OutputSet) { $1.name == name ? $0 | $1.outputs : $0 }
            return Entry(
                anchor: name, target: former.target, outputs: former.outputs & ~taken)
        }
    }

    /// As links find them.
    var anchors: [Anchor] {
        entries.filter { $0.outputs != 0 }.map { entry in
            Anchor(
                name: entry.anchor, outputs: entry.outputs,
                kind: .former(leadsTo: plan.url(of: entry.target)))
        }
    }

    /// Former anchors that the page still has wherever they would be shown.
    var diagnostics: [Diagnostic] {
        let all = plan.routes.formers
        return entries.filter { $0.outputs == 0 }.compactMap { entry in
            guard let index = all.index(ofAnchor: entry.anchor, on: route),
                all.all[index].outputs != 0
            else { return nil }
            return .anchorInUse(all.all[index])
        }
    }

    /// What an output's page ends with: an element for each, so that an old link still finds its
    /// place and says where to go.
    ///
    /// - Returns: Nothing where the output has none.
    func html(for output: Int, language: String) -> [UInt8] {
        let bit: OutputSet = 1 << OutputSet(output)
        let shown = entries.filter { $0.outputs & bit != 0 }
        guard !shown.isEmpty else { return [] }
        let isJapanese = language == "ja"
        var html = ByteWriter()
        html.append("<aside class=\"moved\" aria-label=\"")
        html.append(isJapanese ? "以前の見出し" : "Former sections")
        html.append("\">\n" as StaticString)
        for entry in shown {
            html.append("<p id=\"" as StaticString)
            html.appendEscaped(entry.anchor)
            html.append("\">" as StaticString)
            append(entry, isJapanese: isJapanese, output: output, to: &html)
            html.append("</p>\n" as StaticString)
        }
        html.append("</aside>\n" as StaticString)
        return html.bytes
    }

    private func append(
        _ entry: Entry, isJapanese: Bool, output: Int, to html: inout ByteWriter
    ) {
        html.append(isJapanese ? "以前の見出し「" : "The former section “")
        html.appendEscaped(entry.anchor)
        guard let url = plan.url(of: entry.target) else {
            html.append(isJapanese ? "」の内容は公開を終了しました。" : "” has been withdrawn.")
            return
        }
        html.append(isJapanese ? "」は<a href=\"" : "” has moved to <a href=\"")
        html.appendEscaped(href(of: entry.target, url))
        html.append("\">" as StaticString)
        html.appendEscaped(name(of: entry.target, url, output: output))
        html.append(isJapanese ? "</a>に移りました。" : "</a>.")
    }

    /// On the page itself the anchor is enough.
    private func href(of target: FormerURL.Target, _ url: String) -> String {
        guard case .route(let place, _, let anchor) = target else { return url }
        if place == route, let anchor { return "#" + anchor }
        return plan.project.url(url)
    }

    /// What the link is called: the anchor on the same page, the title of another page.
    private func name(of target: FormerURL.Target, _ url: String, output: Int) -> String {
        guard case .route(let place, _, let anchor) = target else { return url }
        if place == route, let anchor { return anchor }
        guard case .page(let page) = plan.routes.table.routes[place].kind,
            plan.clearances.outputs[page] & (1 << OutputSet(output)) != 0,
            let title = plan.project.tree.pages[page].frontMatter.title?.value
        else { return url }
        return anchor.map { "\(title) (\($0))" } ?? title
    }
}

extension Diagnostic {
    fileprivate static func anchorInUse(_ former: FormerURL) -> Diagnostic {
        Diagnostic(
            .error, "link.redirect-from-page", at: former.source,
            en: "'#\(former.anchor ?? "")' is redirected, but the page '\(former.path)' has it",
            ja: "「#\(former.anchor ?? "")」は転送元とされていますが、ページ「\(former.path)」にあります",
            fix: .advice(
                en: "remove the redirect, or the anchor from the page",
                ja: "転送か、ページの見出しのどちらかを削除してください"))
    }
}
