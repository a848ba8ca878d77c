import Core
import Foundation
import Publishing
import TestSupport

/// A folder with a `Site` in it, and the acts of publishing to it.
struct PublishedSite {
    let folder: TemporaryFolder
    let site: String
    let generations: Generations

    init() throws {
        folder = try TemporaryFolder()
        site = folder.url(of: "Site").path
        generations = Generations(siteFolder: site)
    }

    /// Publishes files given by `OUTPUT/PATH`.
    @discardableResult
    func publish(
        _ files: [String: String], outputs: [String] = ["public"], keep: Int = 3, jobs: Int = 2
    ) throws -> Committed {
        let staged = try generations.stage(outputs: outputs, jobs: jobs)
        try staged.write(files)
        return try staged.commit(keep: keep)
    }

    /// Where `Site/current` leads; nil where it is not there.
    var current: String? {
        try? FileManager.default.destinationOfSymbolicLink(atPath: site + "/current")
    }

    /// The numbers of the generations in the folder.
    var numbers: [Int] {
        get throws {
            try FileManager.default.contentsOfDirectory(atPath: site + "/generations")
                .compactMap { Int($0) }.sorted()
        }
    }

    /// The text of a file that is live.
    func live(_ path: String) throws -> String { try folder.text(of: "Site/current/" + path) }

    func identity(_ path: String) throws -> FileIdentity? {
        try fileStatus(site + "/" + path)?.identity
    }

    /// What lies in `Site/generations`, hidden names too.
    var generationEntries: [String] {
        get throws { try listFolder(site + "/generations").map(\.name) }
    }
}

extension StagedGeneration {
    /// Writes files given by `OUTPUT/PATH`.
    func write(_ files: [String: String]) throws {
        for (path, text) in files {
            let parts = path.split(separator: "/", maxSplits: 1)
            try write(output: String(parts[0]), path: String(parts[1]), bytes: Array(text.utf8))
        }
    }
}
