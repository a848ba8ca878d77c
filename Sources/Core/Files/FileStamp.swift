#if canImport(Glibc)
    package import Glibc
#elseif canImport(Musl)
    package import Musl
#else
    package import Darwin
#endif

/// Size, modification time and change time of a file: two that differ mean that somebody wrote to
/// it in between. The change time cannot be set back.
///
/// - Source: inode(7).
package struct FileStamp: Hashable, Sendable {
    /// Bytes.
    package let size: Int
    /// Nanoseconds since 1970, of the contents and of the inode.
    private let modified: Int64
    private let changed: Int64

    /// Whether it was changed last before a moment, in nanoseconds since 1970. The system's times
    /// go in steps of some milliseconds, so two changes close to each other may leave one stamp.
    package func isOlder(than moment: Int64) -> Bool { changed < moment }

    /// Takes them from what the system says of a file.
    package init(_ status: stat) {
        size = Int(status.st_size)
        #if canImport(Darwin)
            let (modified, changed) = (status.st_mtimespec, status.st_ctimespec)
        #else
            let (modified, changed) = (status.st_mtim, status.st_ctim)
        #endif
        self.modified = Int64(modified.tv_sec) * 1_000_000_000 + Int64(modified.tv_nsec)
        self.changed = Int64(changed.tv_sec) * 1_000_000_000 + Int64(changed.tv_nsec)
    }
}
