import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Writes files that are not there yet, all or none, with the folders that they need.
///
/// Each is written in full beside its place, and gets its name by link(2), which never replaces
/// anything. What was made before a failure goes again, also the folders.
///
/// - Parameters:
///   - files: Paths below the folder, without `.` and `..`.
///   - folder: Out of which no path leads: a link on the way is an error.
/// - Returns: What was made, for whoever finds that it must not stay.
/// - Throws: `FileError`; `.fileExists` where a file is there, `.tooManySymbolicLinkLevels` for a
///   link on the way.
/// - Source: link(2).
@discardableResult
package func writeNewFiles(
    _ files: [(path: String, bytes: [UInt8])], below folder: String
) throws(FileError) -> MadeFiles {
    var made = MadeFiles()
    do throws(FileError) {
        for file in files { try made.stage(file.bytes, at: file.path, below: folder) }
        try made.name()
        return made
    } catch {
        made.undo()
        throw error
    }
}

/// What was made, so that it can be undone.
package struct MadeFiles: Sendable {
    private var folders: [String] = []
    private var staged: [(from: String, to: String)] = []
    private var named: [String] = []

    fileprivate mutating func stage(
        _ bytes: [UInt8], at path: String, below folder: String
    ) throws(FileError) {
        let parts = path.split(separator: "/").map(String.init)
        precondition(!parts.contains { $0 == "." || $0 == ".." }, "a path is plain: \(path)")
        var place = folder
        for part in parts.dropLast() {
            place += "/" + part
            try makeFolder(place)
        }
        let target = folder + "/" + path
        if try fileStatus(target) != nil { throw FileError(.open, target, .fileExists) }
        let temporary = stagedPath(of: target)
        unlink(temporary)
        staged.append((temporary, target))
        try writeNewFile(temporary, bytes)
        try flushFile(temporary)
    }

    private mutating func makeFolder(_ path: String) throws(FileError) {
        switch try fileStatus(path)?.kind {
        case .folder: return
        case .link: throw FileError(.makeFolder, path, .tooManySymbolicLinkLevels)
        case .some: throw FileError(.makeFolder, path, .notDirectory)
        case nil: break
        }
        guard mkdir(path, 0o755) == 0 else {
            throw FileError(.makeFolder, path, Errno(rawValue: errno))
        }
        folders.append(path)
    }

    fileprivate mutating func name() throws(FileError) {
        for file in staged {
            try linkFile(file.from, to: file.to)
            named.append(file.to)
        }
        for file in staged { unlink(file.from) }
    }

    /// Takes away what was made; what somebody else has put into a folder meanwhile stays.
    package func undo() {
        for file in named { unlink(file) }
        for file in staged { unlink(file.from) }
        for folder in folders.reversed() { rmdir(folder) }
    }
}
