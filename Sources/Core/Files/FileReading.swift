import SystemPackage

#if canImport(Glibc)
    import CLinux
    import Glibc
#elseif canImport(Musl)
    import CLinux
    import Musl
#else
    import Darwin
#endif

/// What a path is, without following a link at its end.
package struct FileStatus: Sendable {
    /// The kinds that matter to Hakusho.
    package enum Kind: Int, Sendable { case file, folder, link, other }

    /// What the path itself is: a link is a link, wherever it leads.
    package let kind: Kind
    /// Bytes.
    package let size: Int
    /// Device and inode: two paths with the same pair are one file.
    package let identity: FileIdentity
    /// Last change of the contents, nanoseconds since 1970.
    package let modified: Int64
    /// What differs when somebody wrote to it.
    package let stamp: FileStamp

    fileprivate init(_ status: stat) {
        switch status.st_mode & S_IFMT {
        case S_IFREG: kind = .file
        case S_IFDIR: kind = .folder
        case S_IFLNK: kind = .link
        default: kind = .other
        }
        size = Int(status.st_size)
        stamp = FileStamp(status)
        identity = FileIdentity(device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
        #if canImport(Darwin)
            let time = status.st_mtimespec
        #else
            let time = status.st_mtim
        #endif
        modified = Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}

/// Device and inode of a file.
package struct FileIdentity: Hashable, Sendable {
    /// The file system's number, as long as it is mounted.
    package let device: UInt64
    /// The file's number within its file system.
    package let inode: UInt64
}

/// What `path` is; nil where nothing is there.
///
/// - Throws: `FileError` for any reason but absence.
/// - Source: lstat(2).
package func fileStatus(_ path: String) throws(FileError) -> FileStatus? {
    var status = stat()
    if lstat(path, &status) == 0 { return FileStatus(status) }
    if errno == ENOENT || errno == ENOTDIR { return nil }
    throw FileError(.examine, path, Errno(rawValue: errno))
}

/// Reads a regular file, whole or its first bytes. A link at the end of the path is not
/// followed, and opening a FIFO or a device neither blocks nor reads it.
///
/// - Parameter limit: The most bytes to read; nil reads all.
/// - Throws: `FileError`; `.noSuchFileOrDirectory` where nothing is there, and
///   `.tooManySymbolicLinkLevels` for a link.
package func readFile(_ path: String, limit: Int? = nil) throws(FileError) -> [UInt8] {
    let descriptor = openForReading(path, O_NOFOLLOW)
    guard descriptor >= 0 else { throw FileError(.open, path, Errno(rawValue: errno)) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
        throw FileError(.examine, path, Errno(rawValue: errno))
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
        throw FileError(
            .read, path, status.st_mode & S_IFMT == S_IFDIR ? .isDirectory : .notSupported)
    }
    let wanted = min(Int(status.st_size), limit ?? .max)
    var failure: Errno?
    var bytes = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, count in
        failure = readFully(descriptor, into: buffer, count: &count)
    }
    // The file may have grown since fstat; what was added belongs to it.
    while failure == nil, bytes.count == wanted, limit.map({ $0 > wanted }) ?? true {
        var added = 0
        let more = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
            failure = readFully(descriptor, into: buffer, count: &count)
            added = count
        }
        bytes += more
        if added < 1 << 16 { break }
    }
    if let failure { throw FileError(.read, path, failure) }
    return bytes
}

/// Opens a path for reading, so that a FIFO or a device does not block.
///
/// Linux would note the time of the reading, which rewrites the inode of each file that was read
/// for the first time: 10,000 of them while they are flushed. It need not of one's own files.
///
/// - Returns: A descriptor, or -1 with errno.
/// - Source: open(2), O_NOATIME.
func openForReading(_ path: String, _ flags: Int32) -> Int32 {
    let flags = flags | O_RDONLY | O_NONBLOCK | O_CLOEXEC
    #if os(Linux)
        let descriptor = open(path, flags | hakusho_noatime)
        if descriptor >= 0 || errno != EPERM { return descriptor }
    #endif
    return open(path, flags)
}

/// Reads until the buffer is full or the file ends.
///
/// - Returns: Why it could not go on; nil where nothing went wrong.
func readFully(
    _ descriptor: Int32, into buffer: UnsafeMutableBufferPointer<UInt8>, count: inout Int
) -> Errno? {
    while count < buffer.count {
        let got = read(descriptor, buffer.baseAddress! + count, buffer.count - count)
        if got == 0 { return nil }
        if got < 0 {
            if errno == EINTR { continue }
            return Errno(rawValue: errno)
        }
        count += got
    }
    return nil
}

/// One entry of a folder.
package struct FolderEntry: Sendable {
    /// The last part of the path.
    package let name: String
    /// What the entry itself is; links are not followed.
    package let kind: FileStatus.Kind
}

/// The entries of a folder, sorted by the bytes of their names; `.` and `..` left out.
///
/// A name that is not UTF-8 gets U+FFFD for what cannot be read, so that it can be reported; no
/// file is found under that name.
///
/// - Throws: `FileError`.
/// - Source: readdir(3).
package func listFolder(_ path: String) throws(FileError) -> [FolderEntry] {
    let descriptor = openForReading(path, O_DIRECTORY)
    guard descriptor >= 0 else { throw FileError(.list, path, Errno(rawValue: errno)) }
    guard let stream = fdopendir(descriptor) else {
        let cause = errno
        close(descriptor)
        throw FileError(.list, path, Errno(rawValue: cause))
    }
    defer { closedir(stream) }
    var entries: [FolderEntry] = []
    while let entry = readdir(stream) {
        let name = withUnsafeBytes(of: &entry.pointee.d_name) { raw in
            String(decoding: raw.prefix { $0 != 0 }, as: UTF8.self)
        }
        if name == "." || name == ".." { continue }
        let kind: FileStatus.Kind
        switch Int32(entry.pointee.d_type) {
        case Int32(DT_REG): kind = .file
        case Int32(DT_DIR): kind = .folder
        case Int32(DT_LNK): kind = .link
        case Int32(DT_UNKNOWN): kind = try fileStatus(path + "/" + name)?.kind ?? .other
        default: kind = .other
        }
        entries.append(FolderEntry(name: name, kind: kind))
    }
    return entries.sortedByBytes { $0.name }
}
