import Content
import Core
import Links

/// One piece of work of the second pass. Jobs know nothing of each other.
enum Job: Sendable {
    /// A Markdown page, for all outputs that hold it, with the list of its folder where it is
    /// the folder's own page.
    case page(Int)
    /// A folder's page that Hakusho makes: an index into `BuildPlan.contexts`, and the folder.
    case folder(context: Int, folder: Int)
    /// The pages of one tag: contexts, and the term's place among the tags there.
    case term(context: Int, term: Int)
    /// The list of all tags.
    case terms(context: Int)
    case notFound(context: Int)
    /// A whitepaper's edition in all its languages, with its files: indices into
    /// `BuildPlan.whitepapers` and `pages`.
    case edition(paper: Int, pages: Range<Int>)
    /// The comparison of two editions in one language: indices into `BuildPlan.whitepapers` and
    /// `comparisons`.
    case comparison(paper: Int, comparison: Int)
    /// An item's history in one language: indices into `BuildPlan.whitepapers` and `histories`.
    case history(paper: Int, history: Int)
    /// A former URL. Its outputs are known only when all pages are done, so it comes last.
    case former(FormerURL)
}

extension Job {
    /// The pages that it makes and that count as such.
    var pages: Int {
        switch self {
        case .page: 1
        case .edition(_, let pages): pages.count
        case .comparison, .history, .folder, .term, .terms, .notFound, .former: 0
        }
    }
}

/// What a job leaves behind.
struct JobResult: Sendable {
    var links: [NotedLink] = []
    /// By route.
    var anchors: [(route: Int, anchors: [Anchor])] = []
    var uploads: [UploadUse] = []
    var external: [ExternalReference] = []
    var portions: [NotedPortion] = []
    var diagnostics: [Diagnostic] = []
    /// The routes of texts that could not be read, so that nobody knows their anchors.
    var unread: [Int] = []

    /// Takes over what a text left.
    mutating func take(_ body: BodyResult, route: Int) {
        links += body.links
        anchors.append((route, body.anchors))
        if body.bodies.isEmpty { unread.append(route) }
        uploads += body.uploads
        external += body.external
        portions += body.portions
        diagnostics += body.diagnostics
    }

    /// Takes over the former anchors of a page.
    mutating func take(_ formers: FormerAnchors, route: Int) {
        guard !formers.entries.isEmpty else { return }
        anchors.append((route, formers.anchors))
        diagnostics += formers.diagnostics
    }
}

extension BuildPlan {
    /// All work, in a fixed order.
    var jobs: [Job] {
        var jobs: [Job] = []
        for page in project.tree.pages.indices where clearances.outputs[page] != 0 {
            jobs.append(.page(page))
        }
        for (paper, planned) in whitepapers.enumerated() {
            jobs += planned.editionPages.map { .edition(paper: paper, pages: $0) }
            jobs += planned.comparisons.indices.map { .comparison(paper: paper, comparison: $0) }
            jobs += planned.histories.indices.map { .history(paper: paper, history: $0) }
        }
        for (index, context) in contexts.enumerated() {
            let site = context.site
            for (folder, list) in site.folders.sorted(by: { $0.key < $1.key })
            where list.index == nil {
                jobs.append(.folder(context: index, folder: folder))
            }
            jobs += site.tags.indices.map { .term(context: index, term: $0) }
            if !site.tags.isEmpty { jobs.append(.terms(context: index)) }
            jobs.append(.notFound(context: index))
        }
        return jobs
    }
}
