import Core
import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Why a sample has a verdict before an engine saw it.
struct Unreadable: Error {
    let verdict: Verdict
}

/// Reads one sample from start to end, hashing on the way. A class, because it owns the open
/// file, which is closed when the last who reads it lets go.
///
/// Opening a FIFO or a device neither waits for it nor reads it; only regular files are read.
final class SampleReader {
    /// Bytes, as the file was opened.
    let size: Int
    private(set) var position = 0
    private let bytes: [UInt8]
    private let descriptor: Int32
    private let name: String
    private let opened: FileStamp
    private var hasher = SHA256Stream()

    init(_ sample: Sample) throws(Unreadable) {
        name = sample.name
        var status = stat()
        switch sample.place {
        case .verdict(let verdict): throw Unreadable(verdict: verdict)
        case .bytes(let bytes):
            self.bytes = bytes
            descriptor = -1
            size = bytes.count
            opened = FileStamp(status)
            return
        case .file(let folder, let path):
            bytes = []
            descriptor = try Self.open(path, in: folder, name: sample.name)
        }
        guard fstat(descriptor, &status) == 0 else {
            close(descriptor)
            throw Unreadable(
                verdict: .reading(FileError(.examine, name, Errno(rawValue: errno))))
        }
        opened = FileStamp(status)
        size = Int(status.st_size)
        guard status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw Unreadable(verdict: .refused(.specialFile))
        }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    private static func open(
        _ path: [UInt8], in folder: ConfinedFolder?, name: String
    ) throws(Unreadable) -> Int32 {
        let result: Result<Int32, Errno>
        if let folder {
            result = folder.open(path, flags: O_RDONLY | O_NOCTTY)
        } else {
            let flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | O_NOCTTY
            let opened = withCString(path) { systemOpen($0, flags) }
            result = opened >= 0 ? .success(opened) : .failure(Errno(rawValue: errno))
        }
        switch result {
        case .success(let descriptor): return descriptor
        case .failure(let cause):
            throw Unreadable(verdict: .reading(FileError(.open, name, cause)))
        }
    }

    /// Fills `buffer`, less only where the sample ends.
    ///
    /// - Returns: Bytes read.
    /// - Throws: `.changed` where the file is shorter or longer than it was.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(ScanFailure) -> Int {
        let wanted = min(buffer.count, size - position)
        let target = UnsafeMutableRawBufferPointer(rebasing: buffer[..<wanted])
        if descriptor < 0 {
            bytes[position..<position + wanted].withUnsafeBytes { target.copyMemory(from: $0) }
        } else {
            try readFully(target)
        }
        hasher.update(UnsafeRawBufferPointer(target))
        position += wanted
        return wanted
    }

    private func readFully(_ target: UnsafeMutableRawBufferPointer) throws(ScanFailure) {
        var done = 0
        while done < target.count {
            let got = systemRead(descriptor, target.baseAddress! + done, target.count - done)
            if got < 0, errno == EINTR { continue }
            guard got >= 0 else {
                throw .file(FileError(.read, name, Errno(rawValue: errno)))
            }
            guard got > 0 else { throw .changed }
            done += got
        }
    }

    /// What was read, once all was.
    ///
    /// - Throws: `.changed` where size, modification or change time are others than at the start:
    ///   then what was read is perhaps a mixture that never was the file.
    func finish() throws(ScanFailure) -> SampleContents {
        precondition(position == size, "a sample is read to its end before it is judged")
        if descriptor >= 0 {
            var now = stat()
            guard fstat(descriptor, &now) == 0 else {
                throw .file(FileError(.examine, name, Errno(rawValue: errno)))
            }
            guard FileStamp(now) == opened else { throw .changed }
        }
        return SampleContents(size: size, digest: hasher.finish())
    }
}

func systemOpen(_ path: UnsafePointer<CChar>, _ flags: Int32) -> Int32 {
    open(path, flags)
}

private func systemRead(_ descriptor: Int32, _ target: UnsafeMutableRawPointer, _ count: Int) -> Int
{
    read(descriptor, target, count)
}
