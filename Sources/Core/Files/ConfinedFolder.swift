import CLinux
package import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// An open folder out of which no path leads: links are not followed, at the end of a path or
/// before it. A class, because all samples below it share the one descriptor.
///
/// - Source: openat2(2), RESOLVE_BENEATH, RESOLVE_NO_SYMLINKS, RESOLVE_NO_MAGICLINKS.
package final class ConfinedFolder: Sendable {
    /// For messages.
    package let path: String
    private let descriptor: Int32

    /// Opens a folder. Links before the path's end are the caller's; the end must be no link.
    ///
    /// - Throws: `FileError`; `.tooManySymbolicLinkLevels` or `.notDirectory` for a link.
    package init(_ path: [UInt8]) throws(FileError) {
        self.path = String(decoding: path, as: UTF8.self)
        descriptor = (path + [0]).withUnsafeBufferPointer { bytes in
            bytes.withMemoryRebound(to: CChar.self) {
                openFolder($0.baseAddress!, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
            }
        }
        guard descriptor >= 0 else {
            throw FileError(.open, self.path, Errno(rawValue: errno))
        }
    }

    deinit { close(descriptor) }

    /// Opens what is at `path` without waiting for it, whatever it is.
    ///
    /// - Parameters:
    ///   - path: From this folder; empty for the folder itself.
    ///   - flags: Besides O_NONBLOCK, O_NOFOLLOW and O_CLOEXEC.
    /// - Returns: A descriptor that the caller closes, or the reason.
    package func open(_ path: [UInt8], flags: Int32) -> Result<Int32, Errno> {
        let flags = flags | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC
        let terminated = (path.isEmpty ? [0x2E] : path) + [0]
        #if os(Linux)
            let opened = terminated.withUnsafeBufferPointer { bytes in
                bytes.withMemoryRebound(to: CChar.self) {
                    hakusho_open_beneath(descriptor, $0.baseAddress!, UInt64(flags))
                }
            }
            if opened >= 0 { return .success(Int32(opened)) }
            let cause = Errno(rawValue: errno)
            // A kernel before 5.6, or a sandbox that does not know the call.
            guard cause == .noFunction || cause == .notPermitted else { return .failure(cause) }
        #endif
        return openStepwise(path, flags: flags)
    }

    /// The same a component at a time, which confines too, but takes a call for each.
    package func openStepwise(_ path: [UInt8], flags: Int32) -> Result<Int32, Errno> {
        let parts = path.split(separator: 0x2F)
        guard !parts.contains(where: { $0.elementsEqual("..".utf8) }) else {
            return .failure(.improperLink)
        }
        var folder = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { return .failure(Errno(rawValue: errno)) }
        for (index, part) in parts.enumerated() {
            let isLast = index == parts.count - 1
            let step = isLast ? flags : O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
            let next = (part + [0]).withUnsafeBufferPointer { bytes in
                bytes.withMemoryRebound(to: CChar.self) {
                    openat(folder, $0.baseAddress!, step)
                }
            }
            let cause = Errno(rawValue: errno)
            close(folder)
            guard next >= 0 else { return .failure(cause) }
            folder = next
        }
        return .success(folder)
    }
}

/// The C function, whose name the method above hides.
private func openFolder(_ path: UnsafePointer<CChar>, _ flags: Int32) -> Int32 {
    open(path, flags)
}
