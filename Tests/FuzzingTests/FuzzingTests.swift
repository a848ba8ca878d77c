import Foundation
import Testing

@testable import Fuzzing

/// A short run of what `Tests/Fuzzing/README.md` says how to run for long.
@Suite struct FuzzingTests {
    @Test(.timeLimit(.minutes(5)), arguments: Reader.allCases)
    func everyReaderKeepsItsRulesForSeedsAndMutationsOfThem(_ reader: Reader) throws {
        let (_, broken) = try SeededRun(reader: reader, seed: 1).run(while: { $0 < 100 })
        if let broken {
            let input = Data(broken.input).base64EncodedString()
            Issue.record("\(broken.complaint): \(input)")
        }
    }

    @Test func theSameNumberMakesTheSameInputs() throws {
        let seeds = try Seeds(of: .pdf)
        var (first, second) = (Mutator(seeds, seed: 7), Mutator(seeds, seed: 7))
        for _ in 0..<50 { #expect(first.next() == second.next()) }
    }
}
