import Content
import Links

/// Which job makes the file at a path.
struct JobPlaces: Sendable {
    /// By output and path of a page: the job's place.
    private var jobs: [[String: Int]]
    /// By page.
    private var pages: [Int: Int] = [:]

    init(_ plan: BuildPlan, _ all: [Job]) {
        let outputs = plan.project.site.outputs.indices
        jobs = outputs.map { _ in [:] }
        for (place, job) in all.enumerated() {
            if case .page(let page) = job { pages[page] = place }
            for (path, set) in job.paths(in: plan) {
                for output in outputs where set & (1 << OutputSet(output)) != 0 {
                    jobs[output][path] = place
                }
            }
        }
    }

    /// The job that renders a page; nil for a page that no output holds.
    func job(ofPage page: Int) -> Int? { pages[page] }

    /// The job that makes the page at a path: the page there, or the list of which it is a later
    /// page.
    func pageJob(at path: String, in output: Int) -> Int? {
        if let job = jobs[output][path] { return job }
        guard path.hasSuffix("/"), let slash = path.dropLast().lastIndex(of: "/"),
            path[...slash].hasSuffix("/page/")
        else { return nil }
        return jobs[output][String(path[...slash].dropLast(5))]
    }

    /// The job that makes what is at a path, if any makes it: the page there, or the one in whose
    /// folder it lies, as an edition's files do.
    func job(at path: String, in output: Int) -> Int? {
        if let job = pageJob(at: path, in: output) { return job }
        guard !path.hasSuffix("/"), let slash = path.lastIndex(of: "/") else { return nil }
        return jobs[output][String(path[...slash])]
    }
}

extension Job {
    /// The paths of its pages, and the outputs that have them there.
    fileprivate func paths(in plan: BuildPlan) -> [(path: String, outputs: OutputSet)] {
        switch self {
        case .page(let page):
            return [(plan.project.tree.pages[page].route, plan.clearances.outputs[page])]
        case .edition(let paper, let pages):
            return plan.whitepapers[paper].pages[pages].flatMap(\.paths)
        case .comparison(let paper, let comparison):
            let comparison = plan.whitepapers[paper].comparisons[comparison]
            return [(comparison.path, comparison.outputs)]
        case .history(let paper, let history):
            let history = plan.whitepapers[paper].histories[history]
            return [(history.path, history.outputs)]
        case .folder(let context, let folder):
            return plan.contexts[context].site.folders[folder].map {
                [($0.route, plan.contexts[context].outputs)]
            } ?? []
        case .term(let context, let term):
            let context = plan.contexts[context]
            return [(context.site.tags[term].route, context.outputs)]
        case .terms(let context):
            return [
                (plan.contexts[context].root(of: plan) + "tags/", plan.contexts[context].outputs)
            ]
        case .notFound(let context):
            let context = plan.contexts[context]
            return [(context.root(of: plan) + "404.html", context.outputs)]
        case .former(let former):
            return [(former.path, former.outputs)]
        }
    }
}

extension TemplateContext {
    /// Its own output alone.
    fileprivate var outputs: OutputSet { 1 << OutputSet(site.output) }

    fileprivate func root(of plan: BuildPlan) -> String {
        LanguageSite.root(of: site.language, in: plan.project.site)
    }
}
