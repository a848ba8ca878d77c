import Core

extension Generations {
    /// One generation as `list` shows it.
    package struct Listed: Sendable {
        /// The name of its folder; ascending from one generation to the next.
        package let number: Int
        /// Whether readers are shown it.
        package let isLive: Bool
        /// When it was finished: the last change of its manifest, else of its folder;
        /// nanoseconds since 1970.
        package let finished: Int64
        /// Nil where it is missing or damaged.
        package let manifest: Manifest?
    }

    /// The generations that are there, the newest first.
    ///
    /// - Throws: `GenerationError`.
    package func list() throws(GenerationError) -> [Listed] {
        let live = try liveNumber()
        var listed: [Listed] = []
        for number in try numbers().reversed() {
            let path = folder(of: number)
            let status = try orGenerationError { () throws(FileError) -> FileStatus? in
                if let manifest = try fileStatus(path + "/" + manifestName) { return manifest }
                return try fileStatus(path)
            }
            // Another run may have removed it since the folder was listed.
            guard let status else { continue }
            listed.append(
                Listed(
                    number: number, isLive: number == live, finished: status.modified,
                    manifest: manifest(of: number)))
        }
        return listed
    }

    /// What `rollback` did.
    package struct RolledBack: Sendable {
        /// The generation that is live now.
        package let generation: Int
        /// The one that was; nil where none was.
        package let from: Int?
        /// Each output's digest, sorted by name.
        package let outputs: [OutputDigest]
    }

    /// Makes an earlier generation live again, after its files have been verified against its
    /// manifest.
    ///
    /// - Parameter target: Its number; nil means the one before the live one.
    /// - Throws: `GenerationError`; then what is live is as it was.
    package func rollback(
        to target: Int?, jobs: Int, holding lock: SiteLock
    ) throws(GenerationError) -> RolledBack {
        let live = try liveNumber()
        let existing = try numbers()
        let earlier = live.flatMap { live in existing.last { $0 < live } }
        guard let number = target ?? earlier else { throw .nothingEarlier(live: live) }
        guard existing.contains(number) else { throw .unknown(number, existing: existing) }
        guard number != live else { throw .alreadyLive(number) }
        guard let manifest = manifest(of: number) else { throw .withoutManifest(number) }
        let differences = manifest.differences(from: folder(of: number), jobs: jobs)
        guard differences.isEmpty else { throw .damaged(number, differences) }
        try makeLive(number)
        return RolledBack(generation: number, from: live, outputs: manifest.digests)
    }
}
