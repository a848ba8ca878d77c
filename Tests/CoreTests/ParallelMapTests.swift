import Foundation
import Synchronization
import Testing

@testable import Core

@Suite struct ParallelMapTests {
    @Test(
        arguments: [0, 1, 2, 15, 16, 17, 31, 1000],
        [Int.min, -1, 0, 1, 2, 3, 8, 1024])
    func resultsStandInTheOrderOfTheirIndices(count: Int, jobs: Int) {
        #expect(parallelMap(count: count, jobs: jobs) { $0 * $0 } == (0..<count).map { $0 * $0 })
    }

    @Test(arguments: [1, 2, 7, 100])
    func everyIndexIsWorkedOnOnceWhateverTheChunk(chunk: Int) {
        let calls = Mutex([Int: Int]())
        _ = parallelMap(count: 50, jobs: 4, chunk: chunk) { index in
            calls.withLock { $0[index, default: 0] += 1 }
        }
        #expect(calls.withLock { $0 } == Dictionary(uniqueKeysWithValues: (0..<50).map { ($0, 1) }))
    }

    @Test func runsAsManyThreadsAsAskedForAlsoBeyondTheCores() {
        // Each thread waits for the others: fewer than four would never end.
        let arrived = Atomic(0)
        let seen = parallelMap(count: 4, jobs: 4, chunk: 1) { _ in
            arrived.add(1, ordering: .sequentiallyConsistent)
            while arrived.load(ordering: .sequentiallyConsistent) < 4 { sched_yield() }
            return true
        }
        #expect(seen == [true, true, true, true])
    }

    @Test func failuresComeBackAsResultsOfTheirIndices() {
        struct Odd: Error, Equatable { let index: Int }
        let results = parallelMap(count: 40, jobs: 8) { index in
            index % 2 == 0 ? Result<Int, Odd>.success(index) : .failure(Odd(index: index))
        }
        for (index, result) in results.enumerated() {
            #expect(result == (index % 2 == 0 ? .success(index) : .failure(Odd(index: index))))
        }
    }
}
