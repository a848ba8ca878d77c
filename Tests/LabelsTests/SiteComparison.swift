import SiteFixtures
import TestSupport

/// A project that is changed on disk and built again and again.
struct ChangingProject {
    private let project = Result { try TemporaryProject() }
    private var written: [String: String] = [:]

    /// Makes the project's files these, and builds.
    mutating func build(_ files: [String: String]) throws -> BuiltSite {
        let project = try project.get()
        for path in written.keys where files[path] == nil { try project.folder.remove(path) }
        for (path, text) in files where written[path] != text {
            try project.folder.write(text, to: path)
        }
        written = files
        return try BuiltSite(project)
    }
}

/// The files of one output that differ between two builds: the paths of all that changed, are new
/// or are gone.
func differences(
    of output: String, _ old: [String: [UInt8]], _ new: [String: [UInt8]]
) -> [String] {
    let prefix = output + "/"
    return Set(old.keys).union(new.keys)
        .filter { $0.hasPrefix(prefix) && old[$0] != new[$0] }.sorted()
}
