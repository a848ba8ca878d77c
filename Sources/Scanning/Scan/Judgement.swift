import Core

/// All that a run knows of one sample.
package struct Judgement: Sendable {
    /// What one engine says.
    package struct Opinion: Sendable {
        /// The engine's name.
        package let engine: String
        /// What it says.
        package let verdict: Verdict
        /// Whether it said so in an earlier run, of the same bytes.
        package let isRemembered: Bool
    }

    /// The sample's name.
    package let name: String
    /// The bytes that were judged; nil where no engine read them to their end.
    package let contents: SampleContents?
    /// What all engines say together.
    package let verdict: Verdict
    /// One for each engine, in the order of the settings.
    package let opinions: [Opinion]
}

/// What became of one engine in a run.
package struct EngineState: Sendable {
    /// The engine's name.
    package let name: String
    /// What it says it is; nil where it did not answer.
    package let identity: EngineIdentity?
    /// Why none of its *clean* counts; nil for a sound engine.
    package let failure: ScanFailure?
}

/// What a run found.
package struct ScanResult: Sendable {
    /// Whether the policy judged, and no engine was named.
    package var isPolicyOnly: Bool {
        engines.isEmpty && !judgements.isEmpty
            && judgements.allSatisfy { !$0.opinions.isEmpty }
    }
    /// In the order of the settings.
    package let engines: [EngineState]
    /// One for each sample, in their order.
    package let judgements: [Judgement]

    /// The worst of all verdicts, and of the engines' own state; `failed` for a run without
    /// any engine.
    ///
    /// Where the policy was asked for and no engine, what the policy allows is 0.
    package var exitStatus: Int32 {
        let worst = Verdict.combined(judgements.map(\.verdict))
        if isPolicyOnly, worst == .policyChecked { return 0 }
        if !judgements.isEmpty, worst.exitStatus != 0 { return worst.exitStatus }
        return engines.isEmpty || engines.contains { $0.failure != nil } ? 2 : 0
    }
}
