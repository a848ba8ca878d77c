/// Something that finds viruses: clamd, an ICAP service, or a command.
package protocol Engine: Sendable {
    /// Its name in the run and in verdicts; two engines of a run have two names.
    var name: String { get }
    /// How old its signatures may be.
    var signatures: SignatureRule { get }

    /// What it must judge rightly before it is believed.
    var selfTest: [SelfTest.Trial] { get }

    /// Asks the engine what it is.
    ///
    /// - Throws: `ScanFailure` where it does not answer, or not in its protocol.
    func identify() async throws(ScanFailure) -> EngineIdentity

    /// Judges many samples, several at a time, each within the engine's time limit.
    ///
    /// - Parameters:
    ///   - identity: What `identify` said; stands in the verdicts.
    ///   - judged: Called once for each sample, from any thread.
    /// - Returns: One result for each sample, in their order.
    func judge(
        _ samples: [Sample], as identity: EngineIdentity, judged: @escaping @Sendable () -> Void
    ) async -> [Judged]
}

extension Engine {
    package var selfTest: [SelfTest.Trial] { [.eicar, .zippedEICAR, .clean] }
}
