import Content
import Core
import Labels
import Links
import Markdown
import Theming
import Uploads

/// What follows from all texts of a build together: which links lead nowhere, which uploads are
/// used, what became of each input.
struct Conclusion {
    let pass: TextPass
    let renderer: JobRenderer
    private(set) var report = BuildReport()
    private var texts = TextNotes()

    private var plan: BuildPlan { pass.plan }
    private var project: Project { pass.project }
    private var options: BuildOptions { pass.options }
    private var sink: OutputSink? { renderer.sink }

    init(pass: TextPass, renderer: JobRenderer) {
        self.pass = pass
        self.renderer = renderer
        report.keep = pass.project.site.keep
        report.address = pass.project.site.url
        report.diagnostics = pass.found
    }

    /// - Throws: `FileError` where the disk fails.
    mutating func draw(from results: [JobResult]) throws(FileError) {
        texts = TextNotes(results, unread: plan.routes.unread)
        report.diagnostics += texts.diagnostics
        collectExternalLinks()
        let standing = StandingLinks.check(plan)
        report.diagnostics += standing.diagnostics
        texts.links += standing.links
        for use in standing.uploads { texts.uses.add(use) }
        let settled = plan.settleFormers(&texts.uses)
        report.diagnostics += settled.diagnostics
        texts.links += settled.links
        report.formers = settled.formers
        try write(settled.formers)
        checkPlaces(settled.formers)
        try judgeUploads()
        for file in plan.redirectFiles(settled.formers) {
            try sink?(file.output, file.path, file.bytes)
        }
        report.redirectMaps = plan.redirectMaps(settled.formers)
        report.diagnostics += try plan.checkLock(texts.portions, options: options)
        report.uploads = texts.uses
        if let sink {
            for file in plan.siteFiles { try sink(file.output, file.path, file.bytes) }
        }
        report.pages = plan.jobs.reduce(0) { $0 + $1.pages }
        account()
    }

    /// Writes the pages of former URLs.
    private func write(_ formers: [FormerURL]) throws(FileError) {
        let whole = formers.filter { $0.anchor == nil && $0.outputs != 0 }
        let results = parallelMap(count: whole.count, jobs: options.jobs) {
            renderer.render(.former(whole[$0]))
        }
        for result in results { _ = try result.get() }
    }

    /// Checks the anchors of links, and that nothing is gone that readers may cite.
    private mutating func checkPlaces(_ formers: [FormerURL]) {
        report.served = plan.served(formers)
        texts.links.removeAll { texts.unread.contains($0.target) }
        report.diagnostics += checkAnchors(
            texts.links, in: plan.routes.table, anchors: texts.anchors,
            common: project.theme.anchors, basePath: project.basePath)
        report.published = plan.publishedPlaces(
            anchors: texts.anchors, uploads: texts.uses.outputs, formers: formers)
        report.diagnostics += LedgerCheck(plan, report.published, unread: texts.unread).run()
        let now = options.asOf.moment(in: project.site.zone)
        report.day = now.shown(in: project.site.zone).date
    }

    /// Hands out the links to other sites where the run was asked for them.
    private mutating func collectExternalLinks() {
        guard options.collectsExternalLinks else { return }
        let moment = options.asOf.moment(in: project.site.zone)
        report.externalLinks = ExternalLinks(
            references: (texts.external + plan.externalReferences)
                .sorted { ($0.span, $0.url) < ($1.span, $1.url) },
            settings: project.site.externalLinks, site: project.site.url, asOf: moment)
    }

    /// Judges each upload by the policy, and copies it into the outputs that refer to it and may
    /// see it.
    private mutating func judgeUploads() throws(FileError) {
        report.uploadSettings = project.site.uploads
        guard !texts.uses.outputs.isEmpty else { return }
        let examination = try UploadExamination(pass, sink)
        let (copies, wrong) = try examination.run(texts.uses)
        report.diagnostics += wrong
        report.copies = copies
    }

    /// States what became of every file below Content.
    private mutating func account() {
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
            let isUsed = texts.uses.outputs[index, default: 0] != 0
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
