import Content
package import Core
import FilePolicy
import Labels
import Links
import Markdown
import Printing
import Synchronization
import Theming
import Uploads
import Whitepapers

/// A build whose first pass is done: everything is read but the texts of the pages.
///
/// Two passes: first all front matter, so that every title and URL is known; then each page is
/// read, parsed, rendered, written and forgotten, all but its links and anchors.
package struct PreparedBuild: Sendable {
    /// The names of the outputs; empty where the project cannot be built at all.
    package let outputs: [String]
    let options: BuildOptions
    let project: Project?
    let found: [Diagnostic]

    /// Does the first pass.
    ///
    /// - Throws: `FileError` where the disk fails; then nothing can be said of the site.
    package init(_ options: BuildOptions) throws(FileError) {
        self.options = options
        var reader = ProjectReader(options)
        project = try reader.read()
        found = reader.diagnostics
        outputs = project?.site.outputs.map(\.id) ?? []
    }

    /// Where the first whitepaper says that its editions have PDFs; nil where none does.
    package var printerWish: SourceSpan? {
        project?.whitepapers.papers.lazy.compactMap { paper in
            paper.whitepaper.declaration.pdf.flatMap { $0.value ? $0.span : nil }
        }.first
    }

    /// Renders the pages, checks what they say of each other, and hands every file of every
    /// output to `sink`.
    ///
    /// - Parameters:
    ///   - sink: Nil checks only.
    ///   - printer: Makes the PDFs of whitepapers that want them; nil makes none.
    ///   - progress: Is told after every page; nil tells nobody.
    /// - Returns: All findings. What the sink got is fit to be published only where none of them
    ///   is an error.
    /// - Throws: `FileError` where the disk fails.
    package func run(
        into sink: OutputSink?, printer: PDFPrinter? = nil, progress: BuildProgress? = nil
    ) throws(FileError) -> BuildReport {
        var report = BuildReport()
        report.diagnostics = found
        if let project {
            report.keep = project.site.keep
            report.address = project.site.url
            var run = BuildRun(project, options, sink, report)
            try run.run(printer, progress)
            report = run.report
        }
        report.diagnostics = report.diagnostics.inReportingOrder()
        report.accounting.fail(by: report.diagnostics)
        return report
    }
}

/// One run of the second pass.
private struct BuildRun {
    let project: Project
    let options: BuildOptions
    let sink: OutputSink?
    let plan: BuildPlan
    var report: BuildReport

    init(
        _ project: Project, _ options: BuildOptions, _ sink: OutputSink?, _ report: BuildReport
    ) {
        self.project = project
        self.options = options
        self.report = report
        plan = BuildPlan(project, collectsExternalLinks: options.collectsExternalLinks)
        self.report.diagnostics += plan.diagnostics
        if let contact = project.site.securityContact {
            let now = options.asOf.moment(in: project.site.zone)
            self.report.diagnostics += SiteFiles.check(contact, asOf: now)
        }
        // What is broken already is not written; the rest is still looked through.
        self.sink = self.report.diagnostics.hasErrors ? nil : sink
    }

    mutating func run(_ printer: PDFPrinter?, _ progress: BuildProgress?) throws(FileError) {
        let jobs = plan.jobs
        let renderer = JobRenderer(
            plan: plan, project: project, options: options, sink: sink, printer: printer)
        let rendered = Atomic(0)
        let results = parallelMap(count: jobs.count, jobs: options.jobs) { index in
            defer { progress?(rendered.add(1, ordering: .relaxed).newValue, jobs.count) }
            return renderer.render(jobs[index])
        }
        var links: [NotedLink] = []
        var anchors: [Int: [Anchor]] = [:]
        var uses = UploadUses()
        var unread = plan.routes.unread
        var external: [ExternalReference] = []
        var portions: [NotedPortion] = []
        for result in results {
            let done = try result.get()
            links += done.links
            external += done.external
            portions += done.portions
            report.diagnostics += done.diagnostics
            unread.formUnion(done.unread)
            for (route, found) in done.anchors { anchors[route, default: []] += found }
            for use in done.uploads { uses.add(use) }
        }
        take(external)
        let standing = StandingLinks.check(plan)
        report.diagnostics += standing.diagnostics
        links += standing.links
        for use in standing.uploads { uses.add(use) }
        let settled = plan.settleFormers(&uses)
        report.diagnostics += settled.diagnostics
        try write(settled.formers, with: renderer)
        report.served = plan.served(settled.formers)
        links += settled.links
        links.removeAll { unread.contains($0.target) }
        report.diagnostics += checkAnchors(
            links, in: plan.routes.table, anchors: anchors, common: project.theme.anchors,
            basePath: project.basePath)
        report.published = plan.publishedPlaces(
            anchors: anchors, uploads: uses.outputs, formers: settled.formers)
        report.diagnostics += LedgerCheck(plan, report.published, unread: unread).run()
        report.day = options.asOf.moment(in: project.site.zone).shown(in: project.site.zone).date
        try copy(uses)
        for file in plan.redirectFiles(settled.formers) {
            try sink?(file.output, file.path, file.bytes)
        }
        report.redirectMaps = plan.redirectMaps(settled.formers)
        report.diagnostics += try plan.checkLock(portions, options: options)
        report.uploads = uses
        for file in plan.siteFiles {
            try sink?(file.output, file.path, file.bytes)
        }
        report.pages = jobs.reduce(0) { count, job in
            switch job {
            case .page: count + 1
            case .edition(_, let pages): count + pages.count
            default: count
            }
        }
        account(uses.outputs)
    }

    /// Writes the pages of former URLs.
    private func write(_ formers: [FormerURL], with renderer: JobRenderer) throws(FileError) {
        let whole = formers.filter { $0.anchor == nil && $0.outputs != 0 }
        let results = parallelMap(count: whole.count, jobs: options.jobs) {
            renderer.render(.former(whole[$0]))
        }
        for result in results { _ = try result.get() }
    }

    /// Hands out the links to other sites where the run was asked for them.
    private mutating func take(_ found: [ExternalReference]) {
        guard options.collectsExternalLinks else { return }
        let moment = options.asOf.moment(in: project.site.zone)
        report.externalLinks = ExternalLinks(
            references: (found + plan.externalReferences)
                .sorted { ($0.span, $0.url) < ($1.span, $1.url) },
            settings: project.site.externalLinks, site: project.site.url, asOf: moment)
    }

    /// Judges each upload by the policy, and copies it into the outputs that refer to it and may
    /// see it.
    private mutating func copy(_ uses: UploadUses) throws(FileError) {
        report.uploadSettings = project.site.uploads
        let (policy, found) = try FilePolicy.make(project.site.uploads, project: options.project)
        report.diagnostics += found
        guard !uses.outputs.isEmpty else { return }
        let examination = try UploadExamination(plan, policy, options, sink)
        let (copies, wrong) = try examination.run(uses)
        report.diagnostics += wrong
        report.copies = copies
    }

    /// States what became of every file below Content.
    private mutating func account(_ uploads: [Int: OutputSet]) {
        var accounting = Accounting()
        let settings =
            project.settings + project.tree.settings + project.uploads.settings
            + project.uploads.sidecars
        for file in settings { accounting.record(file, .published) }
        for paper in plan.whitepapers { paper.account(in: &accounting) }
        for file in project.tree.ignored + project.uploads.ignored + project.whitepapers.ignored {
            accounting.record(file, .excluded("system"))
        }
        let refused =
            project.tree.refused + project.uploads.refused
            + project.whitepapers.refused
        for file in refused { accounting.record(file, .failed) }
        for file in project.strays { accounting.record(file, .excluded("stray")) }
        for (index, upload) in project.uploads.uploads.enumerated() {
            let isUsed = uploads[index, default: 0] != 0
            let other = upload.isExpired ? "expired" : "unreferenced"
            accounting.record(
                upload.file, isUsed && !upload.isExpired ? .published : .excluded(other))
        }
        for (index, page) in project.tree.pages.enumerated() {
            if page.isBroken {
                accounting.record(page.file, .failed)
            } else if let why = page.exclusion {
                accounting.record(page.file, .excluded(why.rawValue))
            } else {
                let isShown = plan.clearances.outputs[index] != 0
                accounting.record(page.file, isShown ? .published : .excluded("label"))
            }
        }
        report.accounting = accounting
        let unused = accounting.exclusions.filter { $0.reason == "unreferenced" }.map(\.file)
        if !unused.isEmpty { report.diagnostics.append(.unreferenced(unused)) }
    }
}
