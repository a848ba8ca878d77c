import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Why a file below a folder could not be read as one thing.
package enum ConfinedReadFailure: Error, Sendable {
    /// It could not be opened or read.
    case file(FileError)
    /// It is a symbolic link, or lies behind one.
    case link
    /// It is neither a file nor a folder.
    case special
    /// Somebody wrote to it while it was read: what was read is perhaps a mixture that never was
    /// the file.
    case changed
    /// It has more bytes than are read.
    case tooLong(bytes: Int)
}

extension ConfinedFolder {
    /// Reads a regular file, whole, without following any link below this folder.
    ///
    /// - Parameters:
    ///   - path: From this folder.
    ///   - limit: Bytes; nothing of a longer file is read.
    package func read(_ path: String, limit: Int) throws(ConfinedReadFailure) -> [UInt8] {
        let name = self.path + "/" + path
        let descriptor: Int32
        switch open(Array(path.utf8), flags: O_RDONLY | O_NOCTTY) {
        case .success(let opened): descriptor = opened
        case .failure(.noSuchAddressOrDevice): throw .special
        case .failure(.tooManySymbolicLinkLevels), .failure(.improperLink): throw .link
        case .failure(let cause): throw .file(FileError(.open, name, cause))
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            throw .file(FileError(.examine, name, Errno(rawValue: errno)))
        }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .special }
        let stamp = FileStamp(status)
        guard stamp.size <= limit else { throw .tooLong(bytes: stamp.size) }
        var failure: Errno?
        let bytes = [UInt8](unsafeUninitializedCapacity: stamp.size) { buffer, count in
            failure = readFully(descriptor, into: buffer, count: &count)
        }
        if let failure { throw .file(FileError(.read, name, failure)) }
        guard fstat(descriptor, &status) == 0 else {
            throw .file(FileError(.examine, name, Errno(rawValue: errno)))
        }
        guard FileStamp(status) == stamp, bytes.count == stamp.size else { throw .changed }
        return bytes
    }
}
