import Core

/// How long the stages of a run took, for `--timings`.
struct Stopwatch {
    private var stages: [(name: Message, duration: Duration)] = []
    private let clock = ContinuousClock()

    /// Does `work` and notes its wall time under the name of its stage.
    mutating func measure<Result, Failure: Error>(
        en: String, ja: String, _ work: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let start = clock.now
        let result = try work()
        stages.append((Message(en: en, ja: ja), clock.now - start))
        return result
    }

    /// The same for work that waits.
    mutating func measure<Result>(
        en: String, ja: String, _ work: () async throws -> Result
    ) async throws -> Result {
        let start = clock.now
        let result = try await work()
        stages.append((Message(en: en, ja: ja), clock.now - start))
        return result
    }

    /// A line for each stage, in milliseconds.
    func table(in language: MessageLanguage) -> String {
        stages.map { stage in
            let parts = stage.duration.components
            let milliseconds = parts.seconds * 1000 + parts.attoseconds / 1_000_000_000_000_000
            let number = String(milliseconds)
            let padding = String(repeating: " ", count: max(0, 8 - number.count))
            return "\(padding)\(number) ms  \(stage.name.text(in: language))\n"
        }.joined()
    }
}
