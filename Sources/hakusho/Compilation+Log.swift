import Building
import Core
import Links
import Publishing

extension Compilation {
    /// What a line of the log says of this run.
    struct LogRecord {
        let outcome: LogEntry.Result
        let input: SHA256Digest?
        let result: BuildReport?
        let engines: [String]
        var committed: Committed?
        var ledger: LedgerState?

        init(
            _ outcome: LogEntry.Result, _ input: SHA256Digest?, _ result: BuildReport?,
            engines: [String] = []
        ) {
            self.outcome = outcome
            self.input = input
            self.result = result
            self.engines = engines
        }

        var counts: [LogEntry.Count] {
            guard let result else { return [] }
            return [
                LogEntry.Count("inputs", result.accounting.inputs),
                LogEntry.Count("published", result.accounting.published),
                LogEntry.Count("excluded", result.accounting.excluded),
                LogEntry.Count("failed", result.accounting.failed),
                LogEntry.Count("findings", result.diagnostics.count),
            ]
        }
    }

    /// Adds a line to the log of publications, unless this is a mere build.
    func log(_ record: LogRecord, _ lock: SiteLock) throws {
        guard isPublication else { return }
        let entry = LogEntry(
            time: Machine.now, clockSynchronised: Machine.clockIsSynchronised,
            who: Machine.userName, action: .publish, generation: record.committed?.generation,
            input: record.input, outputs: record.committed?.outputs ?? [], counts: record.counts,
            ledger: record.ledger, engines: record.engines, result: record.outcome)
        let log = PublicationLog(siteFolder: options.siteFolder)
        report.show(try log.append(entry, holding: lock))
    }
}
