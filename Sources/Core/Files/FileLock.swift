import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A lock on a path, held as long as this object lives. It shares one open file with the system,
/// which releases the lock when the process ends, however it ends.
///
/// - Source: flock(2).
package final class FileLock: Sendable {
    private let descriptor: Int32

    /// What became of an attempt to take the lock.
    package enum Attempt: Sendable {
        case taken(FileLock)
        /// Another run has it; its process id, where the file tells.
        case held(by: Int?)
    }

    /// Tries to take the lock without waiting. The file is made where it is missing, holds the
    /// process id of whoever took the lock last, and is never removed.
    ///
    /// - Throws: `FileError` where the file cannot be opened or the system cannot lock.
    package static func attempt(_ path: String) throws(FileError) -> Attempt {
        while true {
            let descriptor = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o644)
            guard descriptor >= 0 else { throw FileError(.lock, path, Errno(rawValue: errno)) }
            guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
                let cause = errno
                let holder = processID(in: descriptor)
                close(descriptor)
                if cause == EINTR { continue }
                if cause == EWOULDBLOCK { return .held(by: holder) }
                throw FileError(.lock, path, Errno(rawValue: cause))
            }
            let lock = FileLock(descriptor)
            // Somebody may have removed the file meanwhile; then this lock excludes nobody.
            guard try lock.isAt(path) else { continue }
            lock.writeProcessID()
            return .taken(lock)
        }
    }

    private init(_ descriptor: Int32) { self.descriptor = descriptor }

    deinit {
        // Closing alone would leave the lock with a child process that was forked a moment ago
        // and still has the open file, until it runs its own program.
        flock(descriptor, LOCK_UN)
        close(descriptor)
    }

    private func isAt(_ path: String) throws(FileError) -> Bool {
        var own = stat()
        guard fstat(descriptor, &own) == 0 else {
            throw FileError(.examine, path, Errno(rawValue: errno))
        }
        let there = try fileStatus(path)?.identity
        return there == FileIdentity(device: UInt64(own.st_dev), inode: UInt64(own.st_ino))
    }

    /// Only tells people who holds the lock: a failure (a full disk) does not matter to it.
    private func writeProcessID() {
        let text = Array("\(getpid())\n".utf8)
        _ = ftruncate(descriptor, 0)
        _ = text.withUnsafeBytes { pwrite(descriptor, $0.baseAddress!, $0.count, 0) }
    }

    private static func processID(in descriptor: Int32) -> Int? {
        let bytes = [UInt8](unsafeUninitializedCapacity: 32) { buffer, count in
            count = max(pread(descriptor, buffer.baseAddress!, buffer.count, 0), 0)
        }
        return Int(String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self))
    }
}
