import Crypto
import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Size and SHA-256 of a regular file, read piece by piece, so that its size costs no memory.
///
/// - Throws: `FileError`; `.noSuchFileOrDirectory` where nothing is there,
///   `.tooManySymbolicLinkLevels` for a link, `.notSupported` for anything else.
package func digestFile(_ path: String) throws(FileError) -> (size: Int, digest: SHA256Digest) {
    var hasher = SHA256()
    let size = try readPieces(of: path) { piece in
        hasher.update(bufferPointer: piece)
        return true
    }
    return (size, SHA256Digest(hasher.finalize()))
}

/// Whether a regular file holds exactly `bytes`. A file of another size is not read.
///
/// - Throws: `FileError`, as `digestFile`.
package func file(_ path: String, holds bytes: [UInt8]) throws(FileError) -> Bool {
    var compared = 0
    var equal = true
    _ = try readPieces(of: path, ifSize: bytes.count) { piece in
        let end = compared + piece.count
        equal =
            end <= bytes.count
            && bytes.withUnsafeBytes { expected in
                memcmp(expected.baseAddress! + compared, piece.baseAddress!, piece.count) == 0
            }
        compared = end
        return equal
    }
    return equal && compared == bytes.count
}

/// Hands the file's bytes to `body`, at most 64 KiB at a time, until it answers false.
///
/// - Parameter size: Where given, a file of another size is opened but not read.
/// - Returns: Bytes handed over.
private func readPieces(
    of path: String, ifSize size: Int? = nil, _ body: (UnsafeRawBufferPointer) -> Bool
) throws(FileError) -> Int {
    let descriptor = openForReading(path, O_NOFOLLOW)
    guard descriptor >= 0 else { throw FileError(.open, path, Errno(rawValue: errno)) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
        throw FileError(.examine, path, Errno(rawValue: errno))
    }
    guard status.st_mode & S_IFMT == S_IFREG else { throw FileError(.read, path, .notSupported) }
    if let size, Int(status.st_size) != size { return 0 }
    // One byte more than the file holds, so that a small file takes one read.
    let capacity = min(max(Int(status.st_size) + 1, 4096), 1 << 16)
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: capacity, alignment: 16)
    defer { buffer.deallocate() }
    var total = 0
    while true {
        let got = read(descriptor, buffer.baseAddress!, capacity)
        if got < 0, errno == EINTR { continue }
        guard got >= 0 else { throw FileError(.read, path, Errno(rawValue: errno)) }
        if got == 0 { return total }
        total += got
        guard body(UnsafeRawBufferPointer(rebasing: buffer[..<got])) else { return total }
        // A regular file gives less than was asked for only at its end.
        if got < capacity { return total }
    }
}
