import Content
import Core
import Labels
import Links
import Theming

extension JobRenderer {
    /// Writes the page of a former URL into every output that tells of it.
    func renderFormer(_ former: FormerURL) throws(FileError) {
        guard sink != nil else { return }
        for output in project.site.outputs.indices
        where former.outputs & (1 << OutputSet(output)) != 0 {
            let language = project.site.languages.dropFirst().first {
                former.path.hasPrefix("/\($0)/")
            }
            guard
                let context = plan.context(
                    output: output, language: language ?? project.site.defaultLanguage)
            else { continue }
            var page: TemplateContext.Members
            if let to = plan.url(of: former.target) {
                page = context.redirect(at: former.path, to: to)
            } else {
                page = context.basics(
                    title: context.goneTitle, description: nil, route: former.path)
            }
            page += context.marking(label(of: former.target))
            if !page.contains(where: { $0.name == "noindex" }) {
                page.append(("noindex", .bool(true)))
            }
            let value = context.value(
                route: former.path, page: page + [("content", .html([]))])
            try write("redirect", value, former.path, context)
        }
    }
}

extension JobRenderer {
    /// The label of where a former URL leads, which its page names.
    private func label(of target: FormerURL.Target) -> Label {
        guard case .route(let route, _, _) = target,
            case .page(let page) = plan.routes.table.routes[route].kind
        else { return .lowest }
        return plan.clearances.labels[page] ?? .lowest
    }
}

extension BuildPlan {
    /// Where a former URL leads: below the site's root, percent-encoded but for its fragment, or
    /// an address; nil for what is gone.
    func url(of target: FormerURL.Target) -> String? {
        switch target {
        case .gone: nil
        case .address(let address): address
        case .route(let route, let query, let anchor):
            routes.table.routes[route].path + query + (anchor.map { "#" + $0 } ?? "")
        }
    }
}
