package import Core
import Synchronization
import SystemPackage

extension StagedGeneration {
    /// Whether the live generation's outputs have exactly these digests.
    package func isBased(on outputs: [(name: String, digest: SHA256Digest)]) -> Bool {
        live.map { $0.manifest.has(outputs) } ?? false
    }

    /// Adds a file of the live generation to an output as it is there. Nothing of it is read here:
    /// `commit` hashes it, and refuses it where it is not what the manifest says.
    ///
    /// May be called from many threads at once, but not for one path twice.
    ///
    /// - Throws: `FileError`; `.noSuchFileOrDirectory` for a file that the live generation has not,
    ///   else as `write`.
    package func share(output: String, path: String) throws(FileError) {
        let target = folder + "/" + output + "/" + path
        guard let file = live?.files[output]?[path] else {
            throw FileError(.link, target, .noSuchFileOrDirectory)
        }
        try add(Entry(file: file, isShared: true), to: output, target: target)
    }

    /// Whether all that differs are files of the live generation.
    package func shares(_ differences: [TreeDifference]) -> Bool {
        let shared = state.withLock { state in
            Set(
                state.outputs.flatMap { output, entries in
                    entries.values.filter(\.isShared).map { output + "/" + $0.file.path }
                })
        }
        return differences.allSatisfy { shared.contains($0.path) }
    }

    /// What has been written so far, without the files that are shared.
    package var written: FileCount {
        state.withLock { state in
            state.outputs.values.joined().reduce(into: FileCount()) { count, entry in
                guard !entry.value.isShared else { return }
                count.files += 1
                count.bytes += entry.value.file.size
            }
        }
    }

    /// The files that were handed in and of which a condition holds: `OUTPUT/PATH`, sorted.
    func files(where holds: (_ output: String, _ path: String) -> Bool) -> [String] {
        state.withLock { state in
            state.outputs.flatMap { output, entries in
                entries.keys.filter { holds(output, $0) }.map { output + "/" + $0 }
            }.sorted()
        }
    }

    /// Whether the file of an output that was handed in has these bytes, on the disk.
    func holds(output: String, path: String, bytes: [UInt8]) -> Bool {
        guard let place = location(output: output, path: path) else { return false }
        return (try? file(place, holds: bytes)) ?? false
    }
}

extension Generations {
    /// The live generation, where it is whole and its outputs have exactly these digests. What dead
    /// runs left behind is removed.
    ///
    /// - Parameter jobs: Threads for the verification.
    /// - Returns: Nil where another generation is live, or a file of it is not what it was.
    /// - Throws: `GenerationError`.
    package func confirm(
        _ outputs: [(name: String, digest: SHA256Digest)], jobs: Int
    ) throws(GenerationError) -> Committed? {
        let lock = try lock()
        defer { withExtendedLifetime(lock) {} }
        try removeLeftovers(jobs: jobs)
        guard let number = try liveNumber(), let manifest = manifest(of: number),
            manifest.has(outputs),
            manifest.differences(from: folder(of: number), jobs: jobs).isEmpty
        else { return nil }
        return Committed(
            generation: number, isNew: false, outputs: manifest.digests, written: FileCount(),
            linked: manifest.all, removed: [], notRemoved: [])
    }
}

extension Manifest {
    fileprivate func has(_ outputs: [(name: String, digest: SHA256Digest)]) -> Bool {
        outputs.count == self.outputs.count
            && outputs.allSatisfy { self[output: $0.name]?.digest == $0.digest }
    }
}
