import ArgumentParser
import Building
import Content
import Core
import Links
import Publishing

/// What `build` and `publish` have in common: a build into a staged generation that goes live
/// only where nothing forbids it.
struct Compilation {
    let options: GlobalOptions
    /// Whether the run is noted in the log of publications.
    let isPublication: Bool
    /// Whether an engine must have scanned what goes live.
    let requiresScan: Bool
    /// Whether verdicts of earlier runs count; nil leaves that to where the run takes place.
    let cache: Bool?
    /// Whether the report lists the links to other sites.
    var collectsExternalLinks = false
    /// Whether drafts are looked at too.
    var includesDrafts = false
    /// Whether what an earlier build left is compared with a build of everything.
    var verifies = false

    var report: Report { Report(options: options) }
    var jobs: Int { options.jobs ?? Machine.processors }

    /// - Parameter isPublication: Applies the publishing rules: warnings are errors, an engine must
    ///   have scanned all files, and the log says what became of the run.
    init(
        options: GlobalOptions, isPublication: Bool = false, requiresScan: Bool = false,
        cache: Bool? = nil
    ) {
        var options = options
        if isPublication { options.strict = true }
        self.options = options
        self.isPublication = isPublication
        self.requiresScan = isPublication || requiresScan
        self.cache = cache
    }

    var buildOptions: BuildOptions {
        var build = BuildOptions(
            project: options.projectFolder, asOf: options.asOf ?? .moment(Machine.now), jobs: jobs)
        build.isPublication = isPublication
        build.collectsExternalLinks = collectsExternalLinks
        build.includesDrafts = includesDrafts
        return build
    }

    /// Does the first pass of a build.
    func read(keeping heads: PageHeads = .dropped) throws(FileError) -> PreparedBuild {
        var build = buildOptions
        build.pageHeads = heads
        return try options.showing(.reading) { _ throws(FileError) in try PreparedBuild(build) }
    }

    /// Does the second pass, and writes nothing.
    func check(_ prepared: PreparedBuild) throws(FileError) -> BuildReport {
        try options.showing(.checking) { bar throws(FileError) in
            try prepared.run(into: nil, progress: bar?.update)
        }
    }

    /// Builds, and makes the result live.
    ///
    /// - Throws: `ExitCode` 1 for findings that forbid it, 2 where the machine failed.
    func run() async throws {
        var watch = Stopwatch()
        defer { if options.timings { Machine.report(watch.table(in: options.language)) } }
        do {
            do {
                try await build(&watch, isRepeated: false)
            } catch is StaleBuild {
                try await build(&watch, isRepeated: true)
            }
        } catch let error as FileError {
            try report.fail(error.message)
        } catch let error as ChangingInputs {
            try report.fail(error.message)
        } catch let error as GenerationError {
            try report.fail(error)
        }
    }

    /// - Parameter isRepeated: Takes nothing over; there is no third attempt.
    private func build(_ watch: inout Stopwatch, isRepeated: Bool) async throws {
        let (inputs, earlier) = try watch.measure(en: "look for changes", ja: "変更の確認") {
            let inputs = try surveyInputs()
            return (inputs, isRepeated ? nil : earlierFacts(for: inputs))
        }
        watch.count(files: inputs.files, bytes: inputs.bytes)
        if let earlier,
            let unchanged = try watch.measure(
                en: "verify", ja: "照合", { try confirm(earlier, inputs) })
        {
            watch.count(unchanged.committed.linked)
            try report.finish(unchanged.report, closing: closing(unchanged.committed))
            return
        }
        let prepared = try watch.measure(en: "read", ja: "読み込み") {
            try reading(inputs, isRepeated: isRepeated) {
                // What is published was read from the files, whoever may write to the kept facts.
                try read(keeping: .kept(from: isPublication ? [] : earlier?.heads ?? []))
            }
        }
        guard !prepared.outputs.isEmpty else {
            try report.finish(prepared.run(into: nil), closing: nil)
            return
        }
        let generations = Generations(siteFolder: options.siteFolder)
        let staged = try generations.stage(outputs: prepared.outputs, jobs: jobs)
        defer { staged.discard() }
        var run = Run(prepared, staged, inputs, earlier: earlier, self)
        run.isRepeated = isRepeated
        try await finish(run, &watch)
    }

    private func finish(_ run: Run, _ watch: inout Stopwatch) async throws {
        if isPublication, let failure = run.inputs.failure { throw failure }
        let input = isPublication ? run.inputs.digest : nil
        guard let live = try await goLive(run, input, &watch) else { return }
        var record = LogRecord(
            live.committed.isNew ? .published : .unchanged, input, live.result,
            engines: live.engines)
        record.committed = live.committed
        record.ledger = live.ledger
        try log(record, run.staged.lock)
        if live.ledger != nil {
            try keepLedgerCopy(
                project: options.projectFolder, siteFolder: options.siteFolder,
                holding: run.staged.lock)
        }
        if live.isStill {
            watch.measure(en: "keep for the next build", ja: "次回のための記録") {
                keep(live.result, live.committed, run)
            }
        }
        try report.finish(live.result, closing: closing(live.committed))
    }

    /// Renders and judges, and makes live what nothing forbids.
    ///
    /// - Returns: Nil where findings forbid it, which have been told.
    private func goLive(
        _ run: Run, _ input: SHA256Digest?, _ watch: inout Stopwatch
    ) async throws -> Live? {
        let staged = run.staged
        do {
            var result = try make(run, &watch)
            let changes = try run.inputs.changes()
            try refuse(changes, run)
            result.diagnostics += try obstacles(result)
            var engines: [String] = []
            if !hasErrors(result) {
                engines = try await watch.measure(en: "scan", ja: "ウイルス検査") {
                    try await scan(&result, staged, input)
                }
            }
            let ledger =
                hasErrors(result)
                ? nil : try record(&result, run.prepared.outputs, staged.lock)
            guard !hasErrors(result) else {
                try log(LogRecord(.refused, input, result, engines: engines), staged.lock)
                try report.finish(result, closing: nil)
                return nil
            }
            for map in result.redirectMaps {
                try staged.write(beside: map.output + ".redirects.map", bytes: map.bytes)
            }
            let committed = try watch.measure(en: "verify and switch", ja: "照合と切り替え") {
                try options.showing(.verifying) { _ in try commit(run, keep: result.keep) }
            }
            watch.count(committed.all)
            return Live(
                result: result, isStill: changes == .none, engines: engines, ledger: ledger,
                committed: committed)
        } catch let error
            where error is FileError || error is GenerationError || error is ChangingInputs
        {
            try log(LogRecord(.failed, input, nil), staged.lock)
            throw error
        }
    }

    /// Texts that were written after their front matter was read may not go with its labels, and
    /// least of all with those that an earlier build had read.
    private func refuse(_ changes: InputSurvey.Changes, _ run: Run) throws {
        switch changes {
        case .certain(let path):
            if run.isRepeated { throw ChangingInputs(path: path) }
            throw StaleBuild()
        case .possible: if run.takesOver { throw StaleBuild() }
        case .none: break
        }
    }

    /// Reads inputs. One that is gone meanwhile is a change like any other, and no failure.
    private func reading<Result>(
        _ inputs: InputSurvey, isRepeated: Bool, _ work: () throws -> Result
    ) throws -> Result {
        do {
            return try work()
        } catch let error as FileError {
            if !isRepeated, case .certain? = try? inputs.changes() { throw StaleBuild() }
            throw error
        }
    }

    /// Renders everything that was not taken over, and compares it where that is asked for.
    private func make(_ run: Run, _ watch: inout Stopwatch) throws -> BuildReport {
        var result = try watch.measure(en: "render and check", ja: "生成と検査") {
            try reading(run.inputs, isRepeated: run.isRepeated) { try render(run) }
        }
        watch.count(run.staged.written)
        guard verifies else { return result }
        result.diagnostics += try watch.measure(en: "build in full", ja: "全体のビルド") {
            try compareWithFullBuild(run, result.diagnostics)
        }
        return result
    }

    func hasErrors(_ result: BuildReport) -> Bool {
        report.severities(result.diagnostics).hasErrors
    }

    /// What forbids going live besides the findings in the content: a site without any page, a
    /// ledger that has lost lines, and, for a publication, a log that does not verify. A last line
    /// that a crash cut off is no obstacle: the next line admits it.
    private func obstacles(_ result: BuildReport) throws(FileError) -> [Diagnostic] {
        var found: [Diagnostic] = []
        if result.pages == 0, !result.diagnostics.hasErrors { found.append(.noPages) }
        found += try ledgerFindings(
            project: options.projectFolder, siteFolder: options.siteFolder)
        if isPublication {
            let log = PublicationLog(siteFolder: options.siteFolder)
            found += try log.verify().diagnostics.filter { $0.code == "publish.log-broken" }
        }
        return found
    }

    /// Notes in the ledger what readers may cite from now on, unless this is a mere build. Errors
    /// that it adds to the result forbid going live.
    private func record(
        _ result: inout BuildReport, _ outputs: [String], _ lock: SiteLock
    ) throws(FileError) -> LedgerState? {
        guard isPublication else { return nil }
        let (state, damage) = try recordPublication(
            result, outputs: outputs, project: options.projectFolder, holding: lock)
        result.diagnostics += damage
        return state
    }

    private func closing(_ committed: Committed) -> Message {
        let files = committed.written.files + committed.linked.files
        let number = committed.generation
        guard committed.isNew else {
            return Message(
                en: "nothing changed: generation \(number) stays live (\(files) files)",
                ja: "変更はありません。第 \(number) 世代のままです（\(files) ファイル）")
        }
        return Message(
            en: "generation \(number) is live: \(files) files, \(committed.linked.files) unchanged",
            ja: "第 \(number) 世代に切り替えました（\(files) ファイル、うち変更なし \(committed.linked.files)）")
    }
}

extension Diagnostic {
    fileprivate static var noPages: Diagnostic {
        Diagnostic(
            .error, "publish.no-pages", at: SourceSpan(file: "Content/pages"),
            en: "the site has no page; what is live would be replaced by nothing",
            ja: "公開するページが一つもありません。このままでは公開中のサイトが空になります",
            fix: .advice(
                en: "put a page into Content/pages, for example index.md",
                ja: "Content/pages に index.md などのページを置いてください"))
    }
}
