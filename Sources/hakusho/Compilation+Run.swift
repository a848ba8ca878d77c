import Building
import Core
import Links
import Publishing

extension Compilation {
    /// A build that is on its way.
    struct Run {
        let prepared: PreparedBuild
        let staged: StagedGeneration
        let inputs: InputSurvey
        /// What the build before left, as far as this one may use it.
        let earlier: KeptFacts?
        /// Whether anything was taken over from it, the front matter of pages at least: then labels
        /// are those of the survey, and a text that was written since may not go with them.
        let takesOver: Bool
        /// Whether it was begun anew.
        var isRepeated = false
        let printer: Printer?
        /// Why there is no printer, where one is wanted.
        let printerFindings: [Diagnostic]
    }

    /// A build that went live.
    struct Live {
        let result: BuildReport
        /// Whether no input was written to meanwhile.
        let isStill: Bool
        /// What judged the uploads, in words for the log.
        let engines: [String]
        /// Nil unless this is a publication.
        let ledger: LedgerState?
        let committed: Committed
    }

    /// Renders into the staged generation what cannot be taken over.
    func render(_ run: Run) throws -> BuildReport {
        let staged = run.staged
        let sink: OutputSink = { output, path, bytes throws(FileError) in
            try staged.write(output: output, path: path, bytes: bytes)
        }
        let keeping =
            run.inputs.failure == nil && run.printerFindings.isEmpty
            ? Keeping(survey: run.inputs, earlier: run.earlier) { output, path throws(FileError) in
                try staged.share(output: output, path: path)
            } : nil
        var result: BuildReport
        do throws(FileError) {
            result = try options.showing(.rendering) { bar throws(FileError) in
                try run.prepared.run(
                    into: sink, printer: run.printer?.make, progress: bar?.update, keeping: keeping)
            }
        } catch {
            // What the disk really refuses, it refuses a build of everything as well.
            throw run.earlier == nil ? error : StaleBuild()
        }
        result.diagnostics = (result.diagnostics + run.printerFindings).inReportingOrder()
        return result
    }
}

extension Compilation.Run {
    /// Finds the printer, which decides whether the earlier build is any use.
    init(
        _ prepared: PreparedBuild, _ staged: StagedGeneration, _ inputs: InputSurvey,
        earlier: KeptFacts?, _ compilation: Compilation
    ) {
        let (printer, findings) = compilation.printer(for: prepared)
        let fits = earlier.map {
            $0.frame.printer == printer?.fingerprint ?? "" && staged.isBased(on: $0.outputs)
        }
        self.init(
            prepared: prepared, staged: staged, inputs: inputs,
            earlier: fits == true ? earlier : nil, takesOver: earlier != nil, printer: printer,
            printerFindings: findings)
    }
}
