import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Removes a file, a link (never what it leads to), or a folder with all that it holds, on
/// several threads; what is not there is fine.
///
/// - Throws: The first `FileError`; then a part may be left.
package func removeTree(_ path: String, jobs: Int) throws(FileError) {
    guard try fileStatus(path)?.kind == .folder else { return try removeTree(path) }
    // Files go on the way down, each level's folders at once; folders on the way up.
    var levels = [[path]]
    while let level = levels.last, !level.isEmpty {
        let found = parallelMap(count: level.count, jobs: jobs) { index in
            Result { () throws(FileError) in try removeFiles(in: level[index]) }
        }
        var next: [String] = []
        for folders in found { next += try folders.get() }
        levels.append(next)
    }
    for level in levels.reversed() {
        let failures = parallelMap(count: level.count, jobs: jobs) { index -> FileError? in
            if rmdir(level[index]) == 0 || errno == ENOENT { return nil }
            return FileError(.remove, level[index], Errno(rawValue: errno))
        }
        if let failure = failures.lazy.compactMap(\.self).first { throw failure }
    }
}

/// - Returns: The folders in it.
private func removeFiles(in folder: String) throws(FileError) -> [String] {
    var folders: [String] = []
    for entry in try listFolder(folder) {
        let child = folder + "/" + entry.name
        if entry.kind == .folder {
            folders.append(child)
        } else if unlink(child) != 0, errno != ENOENT {
            throw FileError(.remove, child, Errno(rawValue: errno))
        }
    }
    return folders
}
