import Content
package import Core
import Printing
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

    /// By page: what was read before its text, where `BuildOptions.pageHeads` keeps it.
    package var heads: [ArraySlice<UInt8>] { project?.tree.heads ?? [] }

    /// For how long all is as it is now, as far as time decides: until a page appears or expires, or
    /// a day begins.
    package var validity: KeptFacts.Validity {
        guard let project else { return KeptFacts.Validity(zone: .utc, seconds: 0..<0) }
        let zone = project.site.zone
        let now = options.asOf.moment(in: zone)
        let tomorrow = CalendarDate(daysSince1970: now.shown(in: zone).date.daysSince1970 + 1)
        var marks = [Moment(startOf: tomorrow, in: zone)]
        for page in project.tree.pages {
            if let start = page.frontMatter.publishAt { marks.append(start.value) }
            if let end = page.frontMatter.expireAt { marks.append(end.value) }
        }
        let contact = project.site.securityContact.map(SiteFiles.marks) ?? []
        let later = (marks.map(\.secondsSince1970) + contact).filter { $0 > now.secondsSince1970 }
        let end = later.min() ?? now.secondsSince1970
        return KeptFacts.Validity(zone: zone, seconds: now.secondsSince1970..<end)
    }

    /// Renders the pages, checks what they say of each other, and hands every file of every
    /// output to `sink`.
    ///
    /// - Parameters:
    ///   - sink: Nil checks only.
    ///   - printer: Makes the PDFs of whitepapers that want them; nil makes none.
    ///   - progress: Is told after every page; nil tells nobody.
    ///   - keeping: What may be taken over from an earlier build; nil does everything anew.
    /// - Returns: All findings. What the sink got is fit to be published only where none of them
    ///   is an error.
    /// - Throws: `FileError` where the disk fails.
    package func run(
        into sink: OutputSink?, printer: PDFPrinter? = nil, progress: BuildProgress? = nil,
        keeping: Keeping? = nil
    ) throws(FileError) -> BuildReport {
        var report = BuildReport()
        report.diagnostics = found
        if let project {
            let pass = try TextPass(project, options, found: found)
            // What is broken already is not written; the rest is still looked through.
            let sink = pass.found.hasErrors ? nil : sink
            let renderer = pass.renderer(into: sink, printer: printer)
            let keeping = sink == nil ? nil : keeping
            let done = try pass.render(with: renderer, progress: progress, keeping: keeping)
            report = try pass.conclude(done.results, with: renderer)
            report.kept = done.kept
        }
        report.diagnostics = report.diagnostics.bounded().inReportingOrder()
        report.accounting.fail(by: report.diagnostics)
        return report
    }
}
