import Core
import Publishing

/// What the stages of a run cost, for `--timings`.
struct Stopwatch {
    /// One stage.
    private struct Stage {
        let name: Message
        let wall: Duration
        /// Of all threads, and of programs that were run and have ended.
        let processor: Duration
        var files: Int?
        var bytes: Int?
    }

    private var stages: [Stage] = []
    private let clock = ContinuousClock()

    /// Does `work` and notes what it costs under the name of its stage.
    mutating func measure<Result, Failure: Error>(
        en: String, ja: String, _ work: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let start = (clock.now, Machine.processorTime)
        let result = try work()
        note(Message(en: en, ja: ja), since: start)
        return result
    }

    /// The same for work that waits.
    mutating func measure<Result>(
        en: String, ja: String, _ work: () async throws -> Result
    ) async throws -> Result {
        let start = (clock.now, Machine.processorTime)
        let result = try await work()
        note(Message(en: en, ja: ja), since: start)
        return result
    }

    private mutating func note(
        _ name: Message, since start: (wall: ContinuousClock.Instant, processor: Duration)
    ) {
        stages.append(
            Stage(
                name: name, wall: clock.now - start.wall,
                processor: Machine.processorTime - start.processor))
    }

    /// Adds to the last stage how much it read or wrote.
    mutating func count(files: Int, bytes: Int) {
        guard !stages.isEmpty else { return }
        stages[stages.count - 1].files = files
        stages[stages.count - 1].bytes = bytes
    }

    /// The same for a number of files and of their bytes.
    mutating func count(_ count: FileCount) { self.count(files: count.files, bytes: count.bytes) }

    /// A line for each stage: wall and processor time in milliseconds, files, thousands of bytes.
    func table(in language: MessageLanguage) -> String {
        let isJapanese = language == .ja
        // The widths of the columns are those of the numbers.
        let head =
            isJapanese
            ? "  経過 ms    CPU ms    件数       kB\n" : "  wall ms    cpu ms     files        kB\n"
        let sum = stages.reduce((wall: Duration.zero, processor: Duration.zero)) {
            ($0.wall + $1.wall, $0.processor + $1.processor)
        }
        let all = Stage(
            name: Message(en: "together", ja: "合計"), wall: sum.wall, processor: sum.processor)
        return head
            + (stages + [all]).map { stage in
                let numbers = [
                    stage.wall.milliseconds, stage.processor.milliseconds, stage.files,
                    stage.bytes.map { ($0 + 500) / 1000 },
                ]
                let columns = numbers.map { number in
                    let text = number.map(String.init) ?? ""
                    return String(repeating: " ", count: max(1, 9 - text.count)) + text
                }
                return columns.joined(separator: " ") + "  \(stage.name.text(in: language))\n"
            }.joined()
    }
}

extension Duration {
    /// Whole milliseconds.
    fileprivate var milliseconds: Int {
        Int(components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000)
    }
}
