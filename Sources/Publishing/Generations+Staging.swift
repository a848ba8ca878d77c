import Core
import SystemPackage

extension Generations {
    /// Begins a new generation: takes the lock of `Site`, removes what dead runs left behind, and
    /// reads the live generation's manifest, to share what stays the same. Without a live
    /// generation, or where its manifest is damaged, nothing is shared.
    ///
    /// - Parameters:
    ///   - outputs: Names of all outputs; one that gets no file is an empty folder.
    ///   - jobs: Threads for the verification.
    /// - Throws: `GenerationError`; then nothing was changed but, perhaps, a folder made.
    package func stage(
        outputs: [String], jobs: Int
    ) throws(GenerationError) -> StagedGeneration {
        try stage(outputs: outputs, jobs: jobs, holding: lock())
    }

    /// The same under a lock that is held already.
    package func stage(
        outputs: [String], jobs: Int, holding lock: SiteLock
    ) throws(GenerationError) -> StagedGeneration {
        for name in outputs where !isOutputName(name) {
            throw .file(FileError(.makeFolder, generationsFolder + "/N/" + name, .invalidArgument))
        }
        let liveNumber = try liveNumber()
        try removeLeftovers(jobs: jobs)
        let number = try nextNumber(after: liveNumber)
        spreadFolders(in: generationsFolder)
        // The file system places a folder by its name: another name is another place.
        let tag = String(UInt32.random(in: 0 ... .max), radix: 36)
        let folder = generationsFolder + "/\(Self.stagingPrefix)\(number)-\(tag)"
        try orGenerationError { () throws(FileError) in
            for output in outputs { try makeFolder(folder + "/" + output) }
            try makeFolder(folder)
        }
        return StagedGeneration(
            generations: self, lock: lock, number: number, folder: folder,
            live: liveNumber.flatMap(readLive), outputs: outputs, jobs: jobs)
    }

    static let stagingPrefix = ".staging-"
    static let removingPrefix = ".removing-"

    private func readLive(_ number: Int) -> StagedGeneration.Live? {
        guard let manifest = manifest(of: number) else { return nil }
        let files = manifest.outputs.map { output in
            (
                output.name,
                Dictionary(output.files.map { ($0.path, $0) }, uniquingKeysWith: { a, _ in a })
            )
        }
        return StagedGeneration.Live(
            number: number, folder: folder(of: number), manifest: manifest,
            files: Dictionary(files, uniquingKeysWith: { a, _ in a }))
    }

    /// Removes what runs that died were writing or removing.
    func removeLeftovers(jobs: Int) throws(GenerationError) {
        for entry in try entries()
        where entry.name.hasPrefix(Self.stagingPrefix) || entry.name.hasPrefix(Self.removingPrefix)
        {
            try orGenerationError { () throws(FileError) in
                try removeTree(generationsFolder + "/" + entry.name, jobs: jobs)
            }
        }
    }

    /// One more than the highest number that the folders, the link or the log show, so that a
    /// number never means two things.
    private func nextNumber(after live: Int?) throws(GenerationError) -> Int {
        let inFolder = try entries().compactMap { generationNumber($0.name) }.max() ?? 0
        let inLog = try orGenerationError { () throws(FileError) in
            try PublicationLog(siteFolder: siteFolder).highestGeneration()
        }
        let highest = max(inFolder, live ?? 0, inLog)
        guard highest < .max else { throw .numbersExhausted(highest) }
        return highest + 1
    }
}
