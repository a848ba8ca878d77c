import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Writes a new file; one that exists is an error, so that nothing is overwritten by mistake.
///
/// Does not call fsync: a generation is flushed once, as a whole, before it goes live.
///
/// - Parameter isExecutable: Whether it may be run as a program.
/// - Throws: `FileError`.
package func writeNewFile(
    _ path: String, _ bytes: [UInt8], isExecutable: Bool = false
) throws(FileError) {
    let mode: mode_t = isExecutable ? 0o755 : 0o644
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw FileError(.open, path, Errno(rawValue: errno)) }
    let failure = writeFully(descriptor, bytes)
    let closed = close(descriptor)
    if let failure { throw FileError(.write, path, failure) }
    if closed != 0 { throw FileError(.write, path, Errno(rawValue: errno)) }
}

/// Replaces a file as one step: a reader sees the old bytes or the new ones, also after a crash.
///
/// - Throws: `FileError`; then the old file is as it was.
/// - Source: rename(2), fsync(2).
package func replaceFile(_ path: String, with bytes: [UInt8]) throws(FileError) {
    try replaceFile(path, with: bytes, staged: stagedPath(of: path))
}

/// The same through a file of a given name, for a caller who alone writes it.
///
/// - Parameter staged: A path on the same file system for the file while it is written; what an
///   interrupted run left there is removed.
package func replaceFile(
    _ path: String, with bytes: [UInt8], staged: String
) throws(FileError) {
    unlink(staged)
    do throws(FileError) {
        try writeNewFile(staged, bytes)
        try flushFile(staged)
        try renameFile(staged, to: path)
    } catch {
        unlink(staged)
        throw error
    }
}

/// Replaces files, and keeps their permissions; makes those that are missing. All are written in
/// full beside the old ones before the first old one goes, so that what can be foreseen (a folder
/// that may not be written to, a full disk) leaves all as they were.
///
/// - Throws: `FileError`. `.tooManySymbolicLinkLevels` for a link, which is not followed and not
///   replaced.
/// - Source: fchmod(2).
package func rewriteFiles(_ files: [(path: String, bytes: [UInt8])]) throws(FileError) {
    var staged: [(from: String, to: String)] = []
    do throws(FileError) {
        for file in files {
            staged.append((stagedPath(of: file.path), file.path))
            try stage(file.bytes, at: staged[staged.count - 1].from, for: file.path)
        }
        for file in staged { try renameFile(file.from, to: file.to) }
    } catch {
        for file in staged { unlink(file.from) }
        throw error
    }
}

/// Where this process writes a file before it gets its name: beside it and hidden, so that what a
/// run leaves that dies is nobody's page and forbids nothing.
package func stagedPath(of path: String) -> String {
    let start = path.utf8.lastIndex(of: 0x2F).map { path.utf8.index(after: $0) }
    return path[..<(start ?? path.startIndex)] + "."
        + path[(start ?? path.startIndex)...] + ".hakusho-\(getpid())"
}

private func stage(
    _ bytes: [UInt8], at staged: String, for path: String
) throws(FileError) {
    var status = stat()
    let isThere = lstat(path, &status) == 0
    guard isThere || errno == ENOENT else {
        throw FileError(.examine, path, Errno(rawValue: errno))
    }
    guard !isThere || status.st_mode & S_IFMT == S_IFREG else {
        throw FileError(.write, path, .tooManySymbolicLinkLevels)
    }
    unlink(staged)
    try writeNewFile(staged, bytes)
    guard !isThere || chmod(staged, status.st_mode & 0o7777) == 0 else {
        throw FileError(.write, staged, Errno(rawValue: errno))
    }
    try flushFile(staged)
}

/// Makes a folder and those above it; one that is there already is fine.
///
/// - Throws: `FileError`.
package func makeFolder(_ path: String) throws(FileError) {
    if mkdir(path, 0o755) == 0 || errno == EEXIST { return }
    let cause = errno
    guard cause == ENOENT, let slash = path.lastIndex(of: "/"), slash != path.startIndex else {
        throw FileError(.makeFolder, path, Errno(rawValue: cause))
    }
    try makeFolder(String(path[..<slash]))
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else {
        throw FileError(.makeFolder, path, Errno(rawValue: errno))
    }
}

/// Renames a file, a link or a folder; what `target` was is replaced in the same step.
///
/// - Source: rename(2).
package func renameFile(_ path: String, to target: String) throws(FileError) {
    guard rename(path, target) == 0 else {
        throw FileError(.rename, path, Errno(rawValue: errno))
    }
}

/// Gives a file a second name on the same file system.
///
/// - Source: link(2).
package func linkFile(_ path: String, to target: String) throws(FileError) {
    guard link(path, target) == 0 else { throw FileError(.link, target, Errno(rawValue: errno)) }
}

/// Flushes a file's contents, or a folder's entries, to the disk.
///
/// - Source: fsync(2).
package func flushFile(_ path: String) throws(FileError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(.open, path, Errno(rawValue: errno)) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw FileError(.write, path, Errno(rawValue: errno)) }
}

/// Removes a file, a link (never what it leads to), or a folder with all that it holds; what is
/// not there is fine.
package func removeTree(_ path: String) throws(FileError) {
    guard let status = try fileStatus(path) else { return }
    guard status.kind == .folder else {
        guard unlink(path) == 0 || errno == ENOENT else {
            throw FileError(.remove, path, Errno(rawValue: errno))
        }
        return
    }
    for entry in try listFolder(path) {
        let child = path + "/" + entry.name
        if entry.kind == .folder {
            try removeTree(child)
        } else if unlink(child) != 0, errno != ENOENT {
            throw FileError(.remove, child, Errno(rawValue: errno))
        }
    }
    guard rmdir(path) == 0 || errno == ENOENT else {
        throw FileError(.remove, path, Errno(rawValue: errno))
    }
}

private func writeFully(_ descriptor: Int32, _ bytes: [UInt8]) -> Errno? {
    bytes.withUnsafeBytes { buffer in
        var done = 0
        while done < buffer.count {
            let written = write(descriptor, buffer.baseAddress! + done, buffer.count - done)
            if written < 0 {
                if errno == EINTR { continue }
                return Errno(rawValue: errno)
            }
            done += written
        }
        return nil
    }
}
