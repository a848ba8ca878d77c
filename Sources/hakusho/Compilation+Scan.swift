import ArgumentParser
import Building
import Content
import Core
import Publishing
import Scanning

extension Compilation {
    /// Has the engines judge the staged uploads, and adds what they find.
    ///
    /// - Returns: The engines that judged, in words for the log.
    /// - Throws: `ExitCode` 2 where a scan is required and could not be made.
    func scan(
        _ result: inout BuildReport, _ staged: StagedGeneration, _ input: SHA256Digest?
    ) async throws -> [String] {
        let settings = result.uploadSettings
        let isRequired = requiresScan && !settings.acceptsUnscannedFiles
        let gate = UploadGate(result.copies, in: staged)
        guard !gate.samples.isEmpty else { return [] }
        var found: [Diagnostic]
        var engines: [String] = []
        var unjudged = gate.files(notCleanIn: nil)
        if settings.engines.isEmpty {
            let isAccepted = settings.acceptsUnscannedFiles
            let files = Set(gate.samples.map(\.name)).count
            found = isRequired ? [.noEngine] : isAccepted ? [] : [.policyOnly(files: files)]
        } else {
            let run = EngineRun(options: options, settings: settings, cache: cache)
            let scanned = await run.judge(gate.samples)
            found = gate.findings(scanned, isRequired: isRequired)
            unjudged = gate.files(notCleanIn: scanned)
            engines = scanned.engines.map { $0.identity?.message.en ?? $0.name }
        }
        result.diagnostics = (result.diagnostics + found).inReportingOrder()
        result.accounting.fail(by: found)
        // An engine's failure is told once, and keeps back every file that it did not judge.
        if isRequired { for file in unjudged { result.accounting.record(file, .failed) } }
        guard UploadGate.isMachineFailure(report.severities(found)) else { return engines }
        try log(LogRecord(.failed, input, result, engines: engines), staged.lock)
        _ = try report.show(result, closing: nil)
        throw ExitCode(2)
    }
}
