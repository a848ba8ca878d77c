import Content
import Core
import FilePolicy
import Links
import Printing
import Synchronization

/// The second pass of a build: each text is read and rendered, and then it is checked what the
/// texts say of each other.
///
/// A text knows nothing of the others, so a preview renders again only those that changed.
struct TextPass: Sendable {
    let project: Project
    let options: BuildOptions
    let plan: BuildPlan
    /// What judges the uploads.
    let policy: FilePolicy
    /// What it said of them.
    let examined = ExaminedUploads()
    /// What was found before the first text was read.
    let found: [Diagnostic]

    /// - Parameter found: What the first pass found.
    /// - Throws: `FileError` where the policy's files cannot be read.
    init(
        _ project: Project, _ options: BuildOptions, found: [Diagnostic]
    ) throws(FileError) {
        self.project = project
        self.options = options
        plan = BuildPlan(project, collectsExternalLinks: options.collectsExternalLinks)
        let (policy, policyFindings) = try FilePolicy.make(
            project.site.uploads, project: options.project)
        self.policy = policy
        var found = found + plan.diagnostics + policyFindings
        if let contact = project.site.securityContact {
            let now = options.asOf.moment(in: project.site.zone)
            found += SiteFiles.check(contact, asOf: now)
        }
        self.found = found
    }

    /// What does the jobs.
    ///
    /// - Parameter sink: Gets the files; nil checks only.
    func renderer(into sink: OutputSink?, printer: PDFPrinter?) -> JobRenderer {
        JobRenderer(plan: plan, options: options, sink: sink, printer: printer)
    }

    /// Does all jobs of the plan.
    ///
    /// - Parameter keeping: What may be taken over from an earlier build; nil does everything.
    /// - Returns: What each left behind, in the order of `BuildPlan.jobs`, and what is kept of it.
    /// - Throws: `FileError` where the disk fails.
    func render(
        with renderer: JobRenderer, progress: BuildProgress?, keeping: Keeping? = nil
    ) throws(FileError) -> (results: [JobResult], kept: [KeptJob]) {
        let jobs = plan.jobs
        let rendered = Atomic(0)
        let outcomes = parallelMap(count: jobs.count, jobs: options.jobs) { index in
            defer { progress?(rendered.add(1, ordering: .relaxed).newValue, jobs.count) }
            return keeping?.render(jobs[index], at: index, of: jobs.count, with: renderer)
                ?? renderer.render(jobs[index]).map { ($0, nil) }
        }
        var done: (results: [JobResult], kept: [KeptJob]) = ([], [])
        done.results.reserveCapacity(outcomes.count)
        done.kept.reserveCapacity(keeping == nil ? 0 : outcomes.count)
        for outcome in outcomes {
            let (result, kept) = try outcome.get()
            done.results.append(result)
            if let kept { done.kept.append(kept) }
        }
        return done
    }

    /// Checks what the texts say of each other, and writes what depends on all of them.
    ///
    /// - Throws: `FileError` where the disk fails.
    func conclude(
        _ results: [JobResult], with renderer: JobRenderer
    ) throws(FileError) -> BuildReport {
        var conclusion = Conclusion(pass: self, renderer: renderer)
        try conclusion.draw(from: results)
        return conclusion.report
    }
}
