package import Core
import SystemPackage

/// One way in which a folder is not what its manifest says.
package enum TreeDifference: Sendable, Hashable {
    /// The manifest names a file that is not there.
    case missing(String)
    /// Something is there that the manifest does not name.
    case unexpected(String)
    /// A file holds other bytes, or is no regular file.
    case changed(String)
    /// The system did not let it be read.
    case unreadable(String, FileError)

    /// The path below the generation's folder, beginning with the output's name.
    package var path: String {
        switch self {
        case .missing(let path), .unexpected(let path), .changed(let path),
            .unreadable(let path, _):
            path
        }
    }
}

extension Manifest {
    /// Compares the outputs below `folder` with this manifest: every file is read and hashed, and
    /// every folder listed, so that no file is missing, changed or too many.
    ///
    /// - Returns: The differences, sorted by path; empty where the tree is what it should be.
    func differences(from folder: String, jobs: Int) -> [TreeDifference] {
        var files = outputs.flatMap { output in
            output.files.map { (path: output.name + "/" + $0.path, file: $0) }
        }
        files += beside.map { ($0.path, $0) }
        let all = files
        let changed = parallelMap(count: all.count, jobs: jobs) { index in
            difference(of: all[index].file, path: all[index].path, below: folder)
        }
        return (changed.compactMap(\.self) + unexpectedEntries(in: folder, jobs: jobs))
            .sortedByBytes { $0.path }
    }

    private func difference(
        of file: File, path: String, below folder: String
    ) -> TreeDifference? {
        do throws(FileError) {
            let found = try digestFile(folder + "/" + path)
            return found == (file.size, file.digest) ? nil : .changed(path)
        } catch {
            switch error.cause {
            case .noSuchFileOrDirectory, .notDirectory: return .missing(path)
            case .tooManySymbolicLinkLevels, .notSupported, .noSuchAddressOrDevice:
                return .changed(path)
            default: return .unreadable(path, error)
            }
        }
    }

    /// What lies in a folder of an output, or among the outputs, and is not in this manifest.
    private func unexpectedEntries(in folder: String, jobs: Int) -> [TreeDifference] {
        let expected = expectedFolders().map { ($0.key, $0.value) }
        return parallelMap(count: expected.count, jobs: jobs) { index -> [TreeDifference] in
            let (path, names) = expected[index]
            do throws(FileError) {
                let entries = try listFolder(path.isEmpty ? folder : folder + "/" + path)
                let prefix = path.isEmpty ? "" : path + "/"
                return entries.filter { !names.contains(Array($0.name.utf8)) }
                    .map { .unexpected(prefix + $0.name) }
            } catch {
                // A folder that is missing shows in its files; an output without any must exist.
                let isMissing = [.noSuchFileOrDirectory, .notDirectory].contains(error.cause)
                if isMissing { return path.utf8.contains(0x2F) ? [] : [.missing(path)] }
                return [.unreadable(path, error)]
            }
        }.flatMap(\.self)
    }

    /// The names in each folder, by its path below the generation. Bytes and not strings: two
    /// spellings of one text (NFC and NFD) are two files.
    private func expectedFolders() -> [String: Set<[UInt8]>] {
        var folders: [String: Set<[UInt8]>] = [
            "": Set(
                (outputs.map(\.name) + beside.map(\.path) + [manifestName]).map { Array($0.utf8) })
        ]
        for output in outputs {
            folders[output.name, default: []] = []
            for file in output.files {
                var path = (output.name + "/" + file.path)[...]
                while let slash = path.utf8.lastIndex(of: 0x2F) {
                    let name = Array(path[slash...].utf8.dropFirst())
                    path = path[..<slash]
                    let isNew = folders[String(path)] == nil
                    folders[String(path), default: []].insert(name)
                    if !isNew { break }
                }
            }
        }
        return folders
    }
}
