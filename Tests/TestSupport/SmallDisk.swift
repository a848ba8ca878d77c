import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A small file system in memory, which can be full or read-only as a real one can.
package struct SmallDisk: Sendable {
    /// Where it is mounted.
    package let path: String

    /// Mounts one, over what is there.
    ///
    /// - Parameter size: As tmpfs(5) has it, such as `1m`.
    package init(at path: String, size: String) throws {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        self.path = path
        try Self.run("mount", ["-t", "tmpfs", "-o", "size=" + size, "tmpfs", path])
    }

    /// Lets nobody write to it from now on, not even root.
    package func makeReadOnly() throws { try Self.run("mount", ["-o", "remount,ro", path]) }

    /// Takes what is free but for some bytes, in a file of its own.
    ///
    /// - Parameter room: Bytes that stay free, a multiple of a page of memory.
    package func fill(leaving room: Int) throws {
        let filler = open(path + "/filler", O_WRONLY | O_CREAT | O_TRUNC, 0o644)
        guard filler >= 0 else { throw CocoaError(.fileWriteUnknown) }
        defer { close(filler) }
        let page = [UInt8](repeating: 0x78, count: 4096)
        var size = 0
        while write(filler, page, page.count) == page.count { size += page.count }
        guard errno == ENOSPC, ftruncate(filler, off_t(max(size - room, 0))) == 0 else {
            throw CocoaError(.fileWriteUnknown)
        }
    }

    /// Gives back what `fill` took.
    package func empty() throws { try FileManager.default.removeItem(atPath: path + "/filler") }

    /// Unmounts it; all that was on it is gone.
    package func unmount() { try? Self.run("umount", ["-l", path]) }

    /// Whether this process may mount; in a container root may not either.
    package static let canMount: Bool = {
        guard getuid() == 0, let folder = try? TemporaryFolder(),
            let disk = try? SmallDisk(at: folder.url.path, size: "1m")
        else { return false }
        disk.unmount()
        return true
    }()

    private static func run(_ program: String, _ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/" + program)
        process.arguments = arguments
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        if process.terminationStatus != 0 { throw CocoaError(.fileWriteUnknown) }
    }
}
