import Content
import Core

/// All files of a project's Content and Themes and when they were written, to be compared.
struct FolderState: Sendable {
    private struct Stamp: Equatable, Sendable {
        let size: Int
        let modified: Int64
        let identity: FileIdentity
    }

    private var files: [String: Stamp] = [:]
    private var folders: Set<String> = []

    /// - Throws: `FileError` where the disk fails; what vanishes meanwhile is not there.
    init(project: String) throws(FileError) {
        for root in ["Content", "Themes"] { try enter(root, project) }
    }

    /// Nil where nothing changed.
    func change(since old: FolderState) -> ProjectChange? {
        if folders != old.folders { return .everything }
        let names = Set(files.keys).union(old.files.keys)
        let changed = names.filter { files[$0] != old.files[$0] }
        return changed.isEmpty ? nil : .files(changed)
    }

    private mutating func enter(_ folder: String, _ project: String) throws(FileError) {
        guard let status = try fileStatus(project + "/" + folder), status.kind == .folder else {
            return
        }
        folders.insert(folder)
        // What is gone again, or nobody's to read, is told of by whoever reads the project.
        let entries: [FolderEntry]
        do throws(FileError) { entries = try listFolder(project + "/" + folder) } catch { return }
        for entry in entries where !isSystemFile(entry.name) {
            let path = folder + "/" + entry.name
            if entry.kind == .folder {
                try enter(path, project)
            } else if let status = try fileStatus(project + "/" + path) {
                files[path] = Stamp(
                    size: status.size, modified: status.modified, identity: status.identity)
            }
        }
    }
}
