import Content
import Core
import Labels
import Links
import Markdown
import Printing
import Theming

/// Does one job after another; a value, so that many threads may use it.
struct JobRenderer: Sendable {
    let plan: BuildPlan
    let options: BuildOptions
    private(set) var sink: OutputSink?
    /// Makes PDFs; nil for a run that makes none.
    var printer: PDFPrinter?
    /// What the jobs have found so far of whitepapers' statements.
    let statements = StatementStore()

    var project: Project { plan.project }

    /// The same, which hands its files to another.
    func writing(to sink: OutputSink?, printer: PDFPrinter?) -> JobRenderer {
        var copy = self
        copy.sink = sink
        copy.printer = printer
        return copy
    }

    /// Fails only where the disk does.
    func render(_ job: Job) -> Result<JobResult, FileError> {
        do throws(FileError) {
            switch job {
            case .page(let page): return .success(try renderPage(page))
            case .edition(let paper, let pages):
                let planned = plan.whitepapers[paper]
                return .success(try renderEdition(planned, planned.pages[pages]))
            case .comparison(let paper, let comparison):
                let planned = plan.whitepapers[paper]
                return .success(try render(planned.comparisons[comparison], of: planned))
            case .history(let paper, let history):
                let planned = plan.whitepapers[paper]
                return .success(try render(planned.histories[history], of: planned))
            case .folder(let context, let folder):
                return .success(try renderFolder(plan.contexts[context], folder))
            case .term(let context, let term):
                try renderTerm(plan.contexts[context], term)
            case .terms(let context): try renderTerms(plan.contexts[context])
            case .notFound(let context): try renderNotFound(plan.contexts[context])
            case .former(let former): try renderFormer(former)
            }
            return .success(JobResult())
        } catch {
            return .failure(error)
        }
    }

    private func renderPage(_ index: Int) throws(FileError) -> JobResult {
        let page = project.tree.pages[index]
        guard let label = plan.clearances.labels[index] else { return JobResult() }
        let bytes = try readFile(options.project + "/" + page.file)
        var result = JobResult()
        guard firstInvalidUTF8(in: bytes[...]) == nil else {
            result.diagnostics.append(.notUTF8(in: bytes[...], file: page.file))
            result.unread.append(plan.routes.pages[index])
            return result
        }
        let block = FrontMatterBlock.find(in: bytes, file: page.file).block
        let route = plan.routes.pages[index]
        let body = plan.bodies.render(
            BodyRequest(
                source: MarkdownSource(file: page.file, bytes: bytes, body: block.body),
                label: label, outputs: plan.clearances.outputs[index], route: route,
                folder: project.tree.folders[page.folder].path, language: page.language))
        result.take(body, route: route)
        let formers = FormerAnchors(of: route, besides: body.anchors, in: plan)
        result.take(formers, route: route)
        checkReferences(of: page, route: route, plan.clearances.outputs[index], &result)
        guard sink != nil else { return result }
        for output in project.site.outputs.indices {
            guard let text = body.body(for: output),
                let context = plan.context(output: output, language: page.language)
            else { continue }
            let former = formers.html(for: output, language: page.language)
            try writePage(index, text.followed(by: former), context)
        }
        return result
    }

    /// Looks up what the page's own keys refer to, as if they were links.
    private func checkReferences(
        of page: Page, route: Int, _ outputs: OutputSet, _ result: inout JobResult
    ) {
        let origin = LinkOrigin(
            folder: project.tree.folders[page.folder].path, language: page.language, route: route,
            outputs: outputs)
        for field in page.frontMatter.fields {
            guard case .reference(let path) = field.value else { continue }
            let found = plan.bodies.resolver.resolve(
                WrittenLink(path, at: field.span, range: field.span.range), from: origin)
            result.diagnostics += found.diagnostics
            if let noted = found.noted { result.links.append(noted) }
            if found.hidden != 0, let target = found.target {
                result.diagnostics.append(
                    plan.bodies.flow.link(at: field.span, to: target, hidden: found.hidden))
            }
        }
    }

    private func writePage(
        _ index: Int, _ text: BodyResult.Body, _ context: TemplateContext
    ) throws(FileError) {
        let page = project.tree.pages[index]
        let site = context.site
        let isHome = page.route == LanguageSite.root(of: page.language, in: project.site)
        var label = text.label
        if page.isIndex, let list = site.folders[page.folder] {
            let shown = list.entries + (isHome ? context.recentEntries() : [])
            label = site.label(of: shown, above: label, plan.clearances)
        }
        let members = context.members(
            of: index, label: label, body: text,
            alternates: plan.alternates(of: index, output: context.site.output))
        if page.isIndex, let list = context.site.folders[page.folder], !list.entries.isEmpty {
            let entries = list.entries.map(context.entry)
            try writeList(
                entries, template: page.frontMatter.template?.value ?? (isHome ? "home" : "list"),
                route: page.route, page: members, feed: context.feedURL(folder: page.folder),
                more: isHome ? context.recent() : [], context)
            return
        }
        let value = context.value(route: page.route, page: members)
        try write(page.frontMatter.template?.value ?? "page", value, page.route, context)
    }

    private func renderFolder(
        _ context: TemplateContext, _ folder: Int
    ) throws(FileError) -> JobResult {
        var result = JobResult()
        guard let list = context.site.folders[folder],
            let route = plan.routes.table.index(ofPath: list.route)
        else { return result }
        let formers = FormerAnchors(of: route, besides: [], in: plan)
        result.take(formers, route: route)
        guard sink != nil else { return result }
        var page = context.basics(title: list.title, description: nil, route: list.route)
        let former = formers.html(for: context.site.output, language: context.site.language)
        page += context.marking(
            context.site.label(of: list.entries, above: .lowest, plan.clearances))
        page.append(("content", .html(former)))
        if let trail = context.breadcrumbs(folder: folder, includesItself: false) {
            page.append(("breadcrumbs", trail))
        }
        try writeList(
            list.entries.map(context.entry), template: "list", route: list.route, page: page,
            feed: context.feedURL(folder: folder), more: [], context)
        return result
    }

    private func renderTerm(_ context: TemplateContext, _ index: Int) throws(FileError) {
        guard sink != nil else { return }
        let term = context.site.tags[index]
        var page = context.basics(title: "#" + term.name, description: nil, route: term.route)
        page += context.marking(context.site.label(of: term.pages, plan.clearances))
        page.append(("content", .html([])))
        page.append(("breadcrumbs", context.tagTrail()))
        try writeList(
            term.pages.map { context.entry(.page($0)) }, template: "list", route: term.route,
            page: page, feed: nil, more: [], context)
    }

    private func renderTerms(_ context: TemplateContext) throws(FileError) {
        guard sink != nil else { return }
        let route = LanguageSite.root(of: context.site.language, in: project.site) + "tags/"
        var page = context.basics(title: context.tagsTitle, description: nil, route: route)
        let tagged = context.site.tags.flatMap(\.pages)
        page += context.marking(context.site.label(of: tagged, plan.clearances))
        page.append(("content", .html([])))
        let terms = context.site.tags.map { term in
            TemplateValue.object([
                ("name", .text(term.name)), ("url", .text(project.url(term.route))),
                ("count", .text(String(term.pages.count))),
            ])
        }
        let value = context.value(route: route, page: page, more: [("terms", .list(terms))])
        try write("terms", value, route, context)
    }

    private func renderNotFound(_ context: TemplateContext) throws(FileError) {
        guard sink != nil else { return }
        let route = LanguageSite.root(of: context.site.language, in: project.site) + "404.html"
        var page = context.basics(title: context.notFoundTitle, description: nil, route: route)
        page += context.marking(.lowest)
        page.append(("content", .html([])))
        try write("404", context.value(route: route, page: page), route, context)
    }

    /// Writes a list, page by page.
    private func writeList(
        _ entries: [TemplateValue], template: String, route: String,
        page: TemplateContext.Members, feed: String?, more: TemplateContext.Members,
        _ context: TemplateContext
    ) throws(FileError) {
        let size = project.site.pageSize
        let count = max(1, (entries.count + size - 1) / size)
        for number in 1...count {
            let here = Pagination.route(of: route, page: number)
            let shown = Array(entries[(number - 1) * size..<min(number * size, entries.count)])
            var list: TemplateContext.Members = []
            if !shown.isEmpty { list.append(("entries", .list(shown))) }
            let pagination = Pagination(route: route, number: number, count: count)
            if let value = pagination.value(url: { project.url($0) }) {
                list.append(("pagination", value))
            }
            if let feed { list.append(("feed_url", .text(feed))) }
            var members = page
            if number > 1 { members = context.continued(members, route: here) }
            let value = context.value(
                route: here, page: members, more: [("list", .object(list))] + more)
            try write(template, value, here, context)
        }
    }

    /// Writes one page.
    func write(
        _ template: String, _ value: TemplateValue, _ route: String, _ context: TemplateContext
    ) throws(FileError) {
        // A page may name a template that the theme lacks; that is an error of its own.
        guard let sink, project.theme.has(template) else { return }
        var page = ByteWriter(reservingCapacity: 1 << 14)
        project.theme.render(template, value, into: &page)
        let path = route.dropFirst() + (route.hasSuffix("/") ? "index.html" : "")
        try sink(project.site.outputs[context.site.output].id, String(path), page.bytes)
    }
}
