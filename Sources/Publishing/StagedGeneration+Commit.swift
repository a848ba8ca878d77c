import Core
import Synchronization

extension StagedGeneration {
    /// Makes this generation live, or finds that the live one is the same.
    ///
    /// The manifest is written; every file, the shared ones too, is read again and hashed, and no
    /// file may be missing or too many; all is flushed to the disk; the folder gets its number;
    /// `Site/current` changes in one step. Only then are older generations removed. A failure
    /// before that step leaves what is live as it was, and removes what was staged.
    ///
    /// - Parameter keep: Generations that stay, the live one among them; at least 1.
    /// - Throws: `GenerationError`.
    package func commit(keep: Int) throws(GenerationError) -> Committed {
        let (state, hadEnded) = self.state.withLock { state in
            defer { state.hasEnded = true }
            return (state, state.hasEnded)
        }
        guard !hadEnded else { throw .alreadyEnded }
        let manifest = Manifest(
            outputs: state.outputs.map { name, files in
                Manifest.Output(name: name, files: files.values.map(\.file))
            }, beside: Array(state.beside.values))
        if let live = sameLiveGeneration(as: manifest) {
            removeStaging()
            return committed(
                manifest, number: live, isNew: false, linked: manifest.all, keep: keep)
        }
        let linked: FileCount
        do throws(GenerationError) {
            linked = try linkSharedFiles(state)
            try verifyAndFlush(manifest)
            try orGenerationError { () throws(FileError) in
                try renameFile(folder, to: generations.folder(of: number))
                try flushFile(generations.generationsFolder)
            }
            try generations.makeLive(number)
        } catch {
            removeStaging()
            throw error
        }
        return committed(manifest, number: number, isNew: true, linked: linked, keep: keep)
    }

    /// The live generation's number where its files, not only its manifest, are those of
    /// `manifest`.
    private func sameLiveGeneration(as manifest: Manifest) -> Int? {
        guard let live, live.manifest == manifest,
            manifest.differences(from: live.folder, jobs: jobs).isEmpty
        else { return nil }
        return live.number
    }

    /// Flushing waits for the disk and verifying for the processors, so both run at once.
    private func verifyAndFlush(_ manifest: Manifest) throws(GenerationError) {
        let json = manifest.json
        let path = folder + "/" + manifestName
        try orGenerationError { () throws(FileError) in try writeNewFile(path, json) }
        let outcomes = parallelMap(count: 2, jobs: 2, chunk: 1) { step in
            Result { () throws(GenerationError) in
                guard step == 0 else { return try verify(manifest, writtenAs: json) }
                try orGenerationError { () throws(FileError) in try flush.finish() }
            }
        }
        for outcome in outcomes.reversed() { try outcome.get() }
    }

    private func verify(
        _ manifest: Manifest, writtenAs json: [UInt8]
    ) throws(GenerationError) {
        let isWhole = try orGenerationError { () throws(FileError) in
            try file(folder + "/" + manifestName, holds: json)
        }
        var differences = manifest.differences(from: folder, jobs: jobs)
        if !isWhole { differences.append(.changed(manifestName)) }
        guard differences.isEmpty else { throw .stagedTreeChanged(differences) }
    }

    /// What cannot be removed now, the next run removes.
    private func removeStaging() { try? removeTree(folder, jobs: jobs) }

    private func committed(
        _ manifest: Manifest, number: Int, isNew: Bool, linked: FileCount, keep: Int
    ) -> Committed {
        let (removed, notRemoved) = generations.removeOld(live: number, keep: keep, jobs: jobs)
        let all = manifest.all
        let written = FileCount(files: all.files - linked.files, bytes: all.bytes - linked.bytes)
        return Committed(
            generation: number, isNew: isNew, outputs: manifest.digests, written: written,
            linked: linked, removed: removed, notRemoved: notRemoved)
    }
}

extension Generations {
    /// Removes the oldest generations, so that `keep` stay, never the live one. A generation is
    /// renamed before it is removed: a run that dies meanwhile leaves none that is incomplete.
    func removeOld(
        live: Int, keep: Int, jobs: Int
    ) -> (removed: [Int], notRemoved: [FileError]) {
        var removed: [Int] = []
        var failures: [FileError] = []
        do throws(GenerationError) {
            let others = try numbers().filter { $0 != live }
            for number in others.dropLast(max(keep, 1) - 1) {
                let aside = generationsFolder + "/\(Self.removingPrefix)\(number)"
                do throws(FileError) {
                    try renameFile(folder(of: number), to: aside)
                    removed.append(number)
                    try removeTree(aside, jobs: jobs)
                } catch {
                    failures.append(error)
                }
            }
        } catch {
            if case .file(let failure) = error { failures.append(failure) }
        }
        return (removed, failures)
    }
}
