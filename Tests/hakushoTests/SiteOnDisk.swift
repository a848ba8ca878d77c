import Core
import Foundation
import TestSupport

/// `Site` as it lies on the disk, judged by its manifests and not by the program that wrote it.
struct SiteOnDisk {
    private struct Manifest: Decodable {
        struct File: Decodable { let path, sha256: String, size: Int }
        struct Output: Decodable { let files: [File] }

        let outputs: [String: Output]
        let beside: [File]?
    }

    /// The project's folder.
    let folder: TemporaryFolder

    init(_ project: TemporaryProject) { folder = project.folder }

    /// The generation to which `Site/current` leads; nil where there is no such link.
    var live: Int? {
        let path = folder.url(of: "Site/current").path
        let target = try? FileManager.default.destinationOfSymbolicLink(atPath: path)
        return target.flatMap { Int($0.replacing("generations/", with: "")) }
    }

    /// All that lies in `Site` and in `Site/generations`.
    var entries: [String] {
        let files = FileManager.default
        let inSite = (try? files.contentsOfDirectory(atPath: folder.url(of: "Site").path)) ?? []
        let generations = folder.url(of: "Site/generations").path
        return (inSite + ((try? files.contentsOfDirectory(atPath: generations)) ?? [])).sorted()
    }

    /// What a run that died has left: hidden names but that of the lock.
    var leftovers: [String] { entries.filter { $0.hasPrefix(".") && $0 != ".lock" } }

    /// What readers could see that is not whole; empty where all is well.
    var faults: [String] {
        get throws {
            let numbers = entries.compactMap { Int($0) }
            var faults = try numbers.flatMap { try judge("Site/generations/\($0)") }
            if folder.has("Site/current"), !numbers.contains(live ?? 0) {
                faults.append("current leads to no generation")
            }
            return faults
        }
    }

    private func judge(_ generation: String) throws -> [String] {
        guard folder.has(generation + "/manifest.json") else {
            return ["\(generation): no manifest"]
        }
        let manifest = try JSONDecoder().decode(
            Manifest.self, from: Data(folder.bytes(of: generation + "/manifest.json")))
        var stated = (manifest.beside ?? []).map { ($0.path, $0) }
        for (name, output) in manifest.outputs {
            stated += output.files.map { (name + "/" + $0.path, $0) }
        }
        var found = Set(folder.files(below: generation)).subtracting(["manifest.json"])
        var faults: [String] = []
        for (path, file) in stated {
            guard found.remove(path) != nil else {
                faults.append("\(generation)/\(path) is missing")
                continue
            }
            let bytes = try folder.bytes(of: generation + "/" + path)
            if bytes.count != file.size || SHA256Digest(of: bytes).hex != file.sha256 {
                faults.append("\(generation)/\(path) is not what the manifest says")
            }
        }
        return faults + found.map { "\(generation)/\($0) is not in the manifest" }
    }
}
