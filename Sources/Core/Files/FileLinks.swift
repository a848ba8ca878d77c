import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Where a symbolic link leads, as it is written in the link.
///
/// - Throws: `FileError`; `.invalidArgument` for what is not a link, `.illegalByteSequence` for a
///   target that is not UTF-8.
/// - Source: readlink(2).
package func readLink(_ path: String) throws(FileError) -> String {
    var length = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: Int(PATH_MAX)) { buffer, count in
        length = readlink(path, buffer.baseAddress!, buffer.count)
        count = max(length, 0)
    }
    guard length >= 0 else { throw FileError(.read, path, Errno(rawValue: errno)) }
    guard let target = String(validating: bytes, as: UTF8.self) else {
        throw FileError(.read, path, .illegalByteSequence)
    }
    return target
}

/// Makes a symbolic link at `path`, or replaces the one that is there, in one step: whoever looks
/// sees the old link or the new one and never none.
///
/// - Parameter staged: A path on the same file system for the link while it is made; what an
///   interrupted run left there is removed.
/// - Throws: `FileError`; then the old link is as it was.
/// - Source: symlink(2), rename(2).
package func replaceLink(
    _ path: String, target: String, staged: String
) throws(FileError) {
    unlink(staged)
    guard symlink(target, staged) == 0 else {
        throw FileError(.link, staged, Errno(rawValue: errno))
    }
    do throws(FileError) {
        try renameFile(staged, to: path)
    } catch {
        unlink(staged)
        throw error
    }
}
