import Building
import Content
import Core
import Publishing

extension Compilation {
    /// Where builds leave what the next one may use.
    private var keptFile: String { options.projectFolder + "/.hakusho/" + KeptFacts.name }

    /// Reads all inputs. Where one was changed a moment ago, so that another change might not show,
    /// it waits for that moment to pass.
    func surveyInputs() throws(FileError) -> InputSurvey {
        try InputSurvey(
            of: options.projectFolder, jobs: jobs, now: { Machine.nanoseconds },
            wait: { Machine.sleep(.milliseconds(60)) })
    }

    /// What must be the same in two builds for a page of one to be that of the other; nil where
    /// the program does not know which it is.
    private func frame(_ inputs: InputSurvey, _ printer: Printer?) -> KeptFacts.Frame? {
        guard inputs.failure == nil, let program = Machine.programIdentity else { return nil }
        var frame = KeptFacts.Frame(
            program: Hakusho.version + " " + program, includesDrafts: includesDrafts,
            inputs: inputs.frame)
        frame.printer = printer?.fingerprint ?? ""
        return frame
    }

    /// What the build before left, where time has changed nothing since. A file that is damaged,
    /// or another program's, is as good as none.
    func earlierFacts(for inputs: InputSurvey) -> KeptFacts? {
        guard let bytes = try? readFile(keptFile), let facts = KeptFacts(packed: bytes),
            facts.validity.holds(at: buildOptions.asOf)
        else { return nil }
        var frame = frame(inputs, nil)
        frame?.printer = facts.frame.printer
        return facts.frame == frame ? facts : nil
    }

    /// The live generation with its report, where no input has changed since it was built and it
    /// is whole. Only builds without a scan end so early.
    func confirm(
        _ facts: KeptFacts, _ inputs: InputSurvey
    ) throws -> (committed: Committed, report: BuildReport)? {
        guard facts.inputs == inputs.digest, facts.report.isWhole, facts.frame.printer.isEmpty,
            !isPublication, !requiresScan, !verifies
        else { return nil }
        var result = BuildReport()
        result.diagnostics = facts.report.diagnostics
        result.accounting = facts.report.accounting
        guard !hasErrors(result),
            try ledgerFindings(project: options.projectFolder, siteFolder: options.siteFolder)
                .isEmpty
        else { return nil }
        let committed = try Generations(siteFolder: options.siteFolder)
            .confirm(facts.outputs, jobs: jobs)
        return committed.map { ($0, result) }
    }

    /// Makes what is staged live.
    ///
    /// - Throws: `StaleBuild` where a file that was taken over is not what it was.
    func commit(_ run: Run, keep: Int) throws -> Committed {
        do throws(GenerationError) {
            return try run.staged.commit(keep: keep)
        } catch {
            if case .stagedTreeChanged(let differences) = error, run.earlier != nil,
                run.staged.shares(differences)
            {
                throw StaleBuild()
            }
            throw error
        }
    }

    /// Leaves for the next build what it may use. That it cannot be written hinders nobody.
    func keep(_ result: BuildReport, _ committed: Committed, _ run: Run) {
        guard let frame = frame(run.inputs, run.printer), run.printerFindings.isEmpty else {
            return
        }
        let facts = KeptFacts(
            frame: frame, inputs: run.inputs.digest, validity: run.prepared.validity,
            outputs: committed.outputs.map { ($0.output, $0.digest) },
            report: KeptFacts.Report(
                diagnostics: result.diagnostics, accounting: result.accounting,
                isWhole: isSelfContained(result.uploadSettings) && !isPublication),
            heads: run.prepared.heads, jobs: result.kept)
        do throws(FileError) {
            try makeFolder(options.projectFolder + "/.hakusho")
            try replaceFile(keptFile, with: facts.packed)
        } catch {
            report.tell(
                Message(
                    en: "the next build will do everything anew: " + error.message.en,
                    ja: "次回は全体をビルドし直します：" + error.message.ja))
        }
    }

    /// Whether uploads are judged by what is below Content alone: no engine and no list beside it.
    private func isSelfContained(_ uploads: UploadSettings) -> Bool {
        uploads.engines.isEmpty && uploads.blockList == nil
    }

    /// Builds everything anew, and compares each byte with what is staged.
    ///
    /// - Parameter found: The findings of the build that took over.
    /// - Returns: An error for each file that differs, and for other findings.
    func compareWithFullBuild(
        _ run: Run, _ found: [Diagnostic]
    ) throws(FileError) -> [Diagnostic] {
        let comparison = StagedComparison(run.staged)
        let whole = try read().run(into: comparison.sink, printer: run.printer?.make)
        let differences = comparison.differences.map(Diagnostic.reuseDiffers)
        let all = (whole.diagnostics + run.printerFindings).inReportingOrder()
        return all == found ? differences : differences + [.findingsDiffer]
    }
}

extension Diagnostic {
    fileprivate static func reuseDiffers(_ file: String) -> Diagnostic {
        Diagnostic(
            .error, "publish.reuse-differs", at: nil,
            en: "'\(file)' is not what a build of everything makes",
            ja: "「\(file)」が、全体をビルドし直した結果と一致しません", fix: buildAnew)
    }

    fileprivate static var findingsDiffer: Diagnostic {
        Diagnostic(
            .error, "publish.reuse-differs", at: nil,
            en: "the findings are not those of a build of everything",
            ja: "指摘の内容が、全体をビルドし直した結果と一致しません", fix: buildAnew)
    }

    private static var buildAnew: Fix {
        .advice(
            en: "delete .hakusho/kept and build again; this is a fault of Hakusho, so please "
                + "report it",
            ja: ".hakusho/kept を削除してから、もう一度ビルドしてください。Hakusho の不具合ですので、ご報告をお願いします")
    }
}
