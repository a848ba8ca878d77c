import Content
package import Core
import Labels
import Links
import Theming
import Uploads

/// A site that is kept in memory and makes each file when somebody asks for it: what a preview
/// shows.
///
/// All texts have been read and judged, as by a check; none has been written. Where a text alone
/// changes, only that text is read again.
package struct LiveSite: Sendable {
    let pass: TextPass
    let jobs: [Job]
    private let places: JobPlaces
    /// By job.
    private var results: [JobResult]
    /// All findings and what became of each input. Right after `rereading(_:)` it is of the texts
    /// alone, until `concluded()`.
    package private(set) var report: BuildReport
    private let renderer: JobRenderer
    private var made = MadeFiles()

    var plan: BuildPlan { pass.plan }
    var project: Project { pass.project }

    /// Reads and judges all texts.
    ///
    /// - Returns: Nil where the project cannot be built at all; its findings say why.
    /// - Throws: `FileError` where the disk fails.
    package init?(
        _ prepared: PreparedBuild, progress: BuildProgress? = nil
    ) throws(FileError) {
        guard let project = prepared.project else { return nil }
        pass = try TextPass(project, prepared.options, found: prepared.found)
        jobs = pass.plan.jobs
        places = JobPlaces(pass.plan, jobs)
        renderer = pass.renderer(into: nil, printer: nil)
        results = try pass.render(with: renderer, progress: progress).results
        report = try pass.conclude(results, with: renderer)
        settleReport()
    }

    /// The outputs' names, in the order of site.yml.
    package var outputs: [String] { project.site.outputs.map(\.id) }

    /// The output that shows the most: the first whose clearance every other one's flows to, else
    /// the last.
    package var fullestOutput: String {
        let clearances = plan.clearances.clearances
        let place = clearances.firstIndex { high in clearances.allSatisfy { $0.flows(to: high) } }
        return outputs[place ?? outputs.count - 1]
    }

    /// Whether pages can be made: not while the theme cannot be loaded.
    package var isShowable: Bool { !project.theme.isStandIn }

    /// The path of the site's root, `/` or `/base/`.
    package var basePath: String { project.basePath }

    /// The site after a change of these files.
    ///
    /// - Parameter files: From the project's root: `Content/pages/guide/start.md`.
    /// - Returns: Nil where more has changed than the texts of known pages; then everything has to
    ///   be read again.
    /// - Throws: `FileError` where the disk fails.
    package func rereading(_ files: Set<String>) throws(FileError) -> LiveSite? {
        var changed: [Int] = []
        for file in files {
            guard let page = project.tree.pages.firstIndex(where: { $0.file == file }),
                try textAloneDiffers(project.tree.pages[page]),
                let job = places.job(ofPage: page)
            else { return nil }
            changed.append(job)
        }
        var next = self
        next.made = MadeFiles()
        for job in changed { next.results[job] = try renderer.render(jobs[job]).get() }
        next.report.diagnostics.removeAll { finding in
            finding.span.map { files.contains($0.file) } ?? false
        }
        next.report.diagnostics += pass.found.filter { finding in
            finding.span.map { files.contains($0.file) } ?? false
        }
        let notes = TextNotes(changed.map { next.results[$0] }, unread: plan.routes.unread)
        next.report.uploads.add(notes.uses)
        next.report.diagnostics += notes.diagnostics + next.anchorFindings(of: notes)
        next.settleReport()
        return next
    }

    /// The same site with a report of everything, after `rereading(_:)`.
    ///
    /// - Throws: `FileError` where the disk fails.
    package func concluded() throws(FileError) -> LiveSite {
        var next = self
        next.report = try pass.conclude(results, with: renderer)
        next.settleReport()
        return next
    }

    /// The job that makes the page at a path, if any makes one.
    func pageJob(at path: String, in output: Int) -> Job? {
        places.pageJob(at: path, in: output).map { jobs[$0] }
    }

    /// The page at a path that is wrong now, so that no output has it: its front matter, its label
    /// or its bytes.
    ///
    /// - Parameter path: From the site's root, decoded, in NFC.
    /// - Returns: Nil where the page is right, left out for another reason, or not there.
    package func wrongPage(at path: String) -> PageAccount? {
        for (index, page) in project.tree.pages.enumerated() where page.route == path {
            let isUnread = places.job(ofPage: index).map { !results[$0].unread.isEmpty } ?? false
            let isWrong = page.isBroken || plan.clearances.labels[index] == nil || isUnread
            return isWrong ? account(ofPage: index) : nil
        }
        return nil
    }

    /// Whether a file below pages or uploads is, or was when all was read, a part of the project.
    package func knows(_ file: String) -> Bool {
        guard file.hasPrefix("Content/pages/") || file.hasPrefix("Content/uploads/") else {
            return true
        }
        let (tree, uploads) = (project.tree, project.uploads)
        return tree.pages.contains { $0.file == file } || tree.settings.contains(file)
            || tree.refused.contains(file) || uploads.uploads.contains { $0.file == file }
            || uploads.sidecars.contains(file) || uploads.settings.contains(file)
            || uploads.refused.contains(file)
    }

    private mutating func settleReport() {
        report.diagnostics = report.diagnostics.bounded().inReportingOrder()
        report.accounting.fail(by: report.diagnostics)
    }

    /// Whether the page's front matter is what it was. A page that was wrong may be right now, so
    /// it does not count.
    private func textAloneDiffers(_ page: Page) throws(FileError) -> Bool {
        let path = options.project + "/" + page.file
        guard !page.isBroken, let status = try fileStatus(path), status.kind == .file else {
            return false
        }
        let bytes = try readFile(path)
        let (block, found) = FrontMatterBlock.find(in: bytes, file: page.file)
        return found.isEmpty && block.hash(in: bytes) == page.frontMatterHash
    }

    private var options: BuildOptions { pass.options }

    /// What is wrong with the anchors that a few texts link to.
    private func anchorFindings(of notes: TextNotes) -> [Diagnostic] {
        let targets = Set(notes.links.map(\.target))
        var anchors: [Int: [Anchor]] = [:]
        for result in results {
            for (route, found) in result.anchors where targets.contains(route) {
                anchors[route, default: []] += found
            }
        }
        let links = notes.links.filter { !notes.unread.contains($0.target) }
        return checkAnchors(
            links, in: plan.routes.table, anchors: anchors, common: project.theme.anchors,
            basePath: project.basePath)
    }
}

extension LiveSite {
    /// What a reader finds at a path.
    package enum Answer: Sendable {
        case file([UInt8])
        /// A page is at this path, which ends with a slash.
        case moved(to: String)
    }

    /// The file at `path`, as the readers of `output` get it.
    ///
    /// - Parameters:
    ///   - path: From the site's root, decoded, in NFC: `/guide/start/`.
    ///   - printer: Makes PDFs, where one is asked for; nil makes none.
    /// - Returns: Nil where the output has nothing there.
    /// - Throws: `FileError` where the disk fails.
    package func answer(
        at path: String, in output: String, printer: PDFPrinter?
    ) throws(FileError) -> Answer? {
        guard let place = outputs.firstIndex(of: output), path.hasPrefix("/") else { return nil }
        let file = String(path.dropFirst()) + (path.hasSuffix("/") ? "index.html" : "")
        if let job = places.job(at: path, in: place) {
            let printer = path.hasSuffix(".pdf") ? printer : nil
            if let bytes = try made(jobs[job], file, output, printer) { return .file(bytes) }
        }
        if let bytes = made.siteFile(file, in: output, of: plan) { return .file(bytes) }
        if let bytes = try upload(at: path, file, output) { return .file(bytes) }
        if let former = report.formers.first(where: { isFormer($0, at: path, in: place) }),
            let bytes = try made(.former(former), file, output, nil)
        {
            return .file(bytes)
        }
        if !path.hasSuffix("/"), try answer(at: path + "/", in: output, printer: nil) != nil {
            return .moved(to: path + "/")
        }
        return nil
    }

    /// The page that says that nothing is there.
    ///
    /// - Throws: `FileError` where the disk fails.
    package func notFoundPage(for path: String, in output: String) throws(FileError) -> [UInt8]? {
        let language = project.site.languages.dropFirst().first { path.hasPrefix("/\($0)/") }
        let root = LanguageSite.root(
            of: language ?? project.site.defaultLanguage, in: project.site)
        guard case .file(let bytes)? = try answer(at: root + "404.html", in: output, printer: nil)
        else { return nil }
        return bytes
    }

    private func isFormer(_ former: FormerURL, at path: String, in output: Int) -> Bool {
        former.anchor == nil && former.path == path
            && former.outputs & (1 << OutputSet(output)) != 0
    }

    private func made(
        _ job: Job, _ file: String, _ output: String, _ printer: PDFPrinter?
    ) throws(FileError) -> [UInt8]? {
        try made.file(file, in: output) { sink in
            renderer.writing(to: sink, printer: printer).render(job).map { _ in () }
        }
    }

    /// The copy of an upload that the output's readers get, if the policy lets it pass.
    private func upload(
        at path: String, _ file: String, _ output: String
    ) throws(FileError) -> [UInt8]? {
        guard let route = plan.routes.table.index(ofPath: path),
            case .upload(let upload) = plan.routes.table.routes[route].kind
        else { return nil }
        return try made.file(file, in: output) { sink in
            Result { () throws(FileError) in
                let examination = try UploadExamination(pass, sink)
                _ = try examination.run(report.uploads.only(upload))
            }
        }
    }
}
