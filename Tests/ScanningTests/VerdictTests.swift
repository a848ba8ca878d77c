import Core
import Testing

@testable import Scanning

@Suite struct VerdictTests {
    private static let identity = EngineIdentity(engine: "a", version: "1", signatures: nil)

    private static let bestFirst: [Verdict] = [
        .policyChecked, .clean(identity), .failed(.closed), .unscannable(Message(en: "", ja: "")),
        .refused(.symbolicLink), .infected(name: "x"),
    ]

    /// *infected* over *refused* over *unscannable* over *failed* over *clean* over
    /// *policy-checked*, in whatever order the judges speak.
    @Test func theWorstOfTwoVerdictsCounts() {
        for (place, worse) in Self.bestFirst.enumerated() {
            for better in Self.bestFirst[...place] {
                #expect(Verdict.combined([better, worse]) == worse)
                #expect(Verdict.combined([worse, better]) == worse)
            }
        }
    }

    @Test func withoutAJudgeNothingIsClean() {
        #expect(Verdict.combined([]) == .failed(.noEngine))
        #expect(ScanResult(engines: [], judgements: []).exitStatus == 2)
    }

    @Test func exitStatusIsZeroForCleanAlone() {
        #expect(Self.bestFirst.map(\.exitStatus) == [2, 0, 2, 1, 1, 1])
    }
}
