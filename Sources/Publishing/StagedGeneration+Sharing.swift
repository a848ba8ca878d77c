import Core
import SystemPackage

extension StagedGeneration {
    /// Gives every shared file its second name here. Where the file system refuses a hard link
    /// (it has none, or the file has too many), the file is copied.
    ///
    /// - Returns: What is shared in the end.
    /// - Throws: `GenerationError.file`; `.stagedTreeChanged` where the live file is not what it
    ///   was when it was handed in.
    func linkSharedFiles(_ state: State) throws(GenerationError) -> FileCount {
        guard let live else { return FileCount() }
        // Neighbours in the tree are made by one thread, one after the other.
        let shared = state.outputs.flatMap { output, entries in
            entries.values.filter(\.isShared).map { (path: output + "/" + $0.file.path, $0.file) }
        }.sortedByBytes { $0.path }
        let outcomes = parallelMap(count: shared.count, jobs: jobs, chunk: 128) { index in
            let (path, file) = shared[index]
            return Result { () throws(GenerationError) in
                try share(live.folder + "/" + path, path: path, file)
            }
        }
        var linked = FileCount()
        for (outcome, (_, file)) in zip(outcomes, shared) where try outcome.get() {
            linked.files += 1
            linked.bytes += file.size
        }
        return linked
    }

    /// - Returns: False where it was copied.
    private func share(
        _ source: String, path: String, _ file: Manifest.File
    ) throws(GenerationError) -> Bool {
        let target = folder + "/" + path
        try orGenerationError { () throws(FileError) in try makeFolder(above: target) }
        do throws(FileError) {
            try linkFile(source, to: target)
            return true
        } catch {
            let bytes = try? readFile(source)
            guard let bytes, SHA256Digest(of: bytes) == file.digest else {
                throw .stagedTreeChanged([.changed(path)])
            }
            try orGenerationError { () throws(FileError) in try writeNewFile(target, bytes) }
            return false
        }
    }
}
