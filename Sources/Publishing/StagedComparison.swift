package import Building
import Core
import Synchronization

/// Compares another build with a staged generation, file by file. A class because the build's
/// threads share what was found.
package final class StagedComparison: Sendable {
    /// What was seen so far.
    private struct State {
        /// `OUTPUT/PATH`.
        var seen: Set<String> = []
        var differing: [String] = []
    }

    private let staged: StagedGeneration
    private let state = Mutex(State())

    /// Compares with what has been handed in to `staged` before.
    package init(_ staged: StagedGeneration) { self.staged = staged }

    /// Takes the other build.
    package var sink: OutputSink {
        { output, path, bytes throws(FileError) in
            let isSame = self.staged.holds(output: output, path: path, bytes: bytes)
            self.state.withLock { state in
                state.seen.insert(output + "/" + path)
                if !isSame { state.differing.append(output + "/" + path) }
            }
        }
    }

    /// The files that only one of the two has, or with other bytes: `OUTPUT/PATH`, sorted.
    package var differences: [String] {
        let state = state.withLock { $0 }
        let extra = staged.files { output, path in !state.seen.contains(output + "/" + path) }
        return (state.differing + extra).sorted()
    }
}
