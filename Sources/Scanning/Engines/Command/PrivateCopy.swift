import Core
import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A copy of a sample in a folder that only this user may enter, so that the command judges the
/// very bytes that were hashed, and no link. It goes with its last holder.
struct PrivateCopy: Sendable {
    /// The copy, read-only; its name ends as the original's, for scanners that look at that.
    let path: String
    /// Where the command's words go.
    let output: String
    private let folder: PrivateFolder

    /// - Parameter parent: Where temporary files belong.
    init(in parent: String, name: String) throws(ScanFailure) {
        do throws(FileError) {
            folder = try PrivateFolder(in: parent, for: "scan")
        } catch {
            throw .file(error)
        }
        let ending = name.split(separator: "/").last?.split(separator: ".").dropFirst().last
        let isPlain =
            ending.map {
                $0.utf8.count <= 8
                    && $0.utf8.allSatisfy { byte in
                        (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
                    }
            } ?? false
        path = folder.path + "/file" + (isPlain ? "." + (ending ?? "") : "")
        output = folder.path + "/output"
    }

    /// Copies all that is left of a sample, a piece at a time.
    func fill(from reader: SampleReader) throws(ScanFailure) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o400)
        guard descriptor >= 0 else {
            throw .file(FileError(.open, path, Errno(rawValue: errno)))
        }
        defer { close(descriptor) }
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
        defer { buffer.deallocate() }
        while reader.position < reader.size {
            let count = try reader.read(into: buffer)
            var done = 0
            while done < count {
                let written = write(descriptor, buffer.baseAddress! + done, count - done)
                if written < 0, errno == EINTR { continue }
                guard written > 0 else {
                    throw .file(FileError(.write, path, Errno(rawValue: errno)))
                }
                done += written
            }
        }
    }
}
