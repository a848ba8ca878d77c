import ArgumentParser
import Core
import Publishing

/// `hakusho rollback`: makes an earlier generation live again, and notes it in the log.
struct RollbackCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rollback", abstract: "Make an earlier generation live again.")

    @Argument(help: "The generation's number (default: the one before the live one).")
    var generation: Int?

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let report = Report(options: options)
        let generations = Generations(siteFolder: options.siteFolder)
        do {
            let lock = try generations.lock()
            let done = try options.showing(.verifying) { _ in
                try generations.rollback(
                    to: generation, jobs: options.jobs ?? Machine.processors, holding: lock)
            }
            let found = try PublicationLog(siteFolder: options.siteFolder)
                .append(entry(done), holding: lock)
            report.show(found)
            if !options.quiet { Machine.report(closing(done).text(in: options.language) + "\n") }
        } catch let error as GenerationError {
            try report.fail(error)
        } catch let error as FileError {
            try report.fail(error.message)
        }
    }

    private func entry(_ done: Generations.RolledBack) -> LogEntry {
        LogEntry(
            time: Machine.now, clockSynchronised: Machine.clockIsSynchronised,
            who: Machine.userName, action: .rollback, generation: done.generation, input: nil,
            outputs: done.outputs, counts: [], result: .published)
    }

    private func closing(_ done: Generations.RolledBack) -> Message {
        let from = done.from.map { " instead of \($0)" } ?? ""
        let fromJapanese = done.from.map { "第 \($0) 世代から" } ?? ""
        return Message(
            en: "generation \(done.generation) is live\(from)",
            ja: "\(fromJapanese)第 \(done.generation) 世代に切り替えました")
    }
}
