package import Core
import Crypto
import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The secret that marks a remembered verdict as this user's own.
package struct VerdictKey: Sendable {
    private let secret: [UInt8]
    private static let length = 32

    /// The key in a folder outside of every project; made where there is none.
    ///
    /// - Parameter folder: `~/.config/hakusho`; made with mode 700.
    /// - Throws: `FileError`; `.notPermitted` for a key that others may read or own, or that is
    ///   no file of 32 bytes.
    package init(in folder: String) throws(FileError) {
        let path = folder + "/verdict.key"
        do throws(FileError) {
            secret = try Self.read(path)
        } catch {
            guard error.cause == .noSuchFileOrDirectory else { throw error }
            try makeFolder(folder)
            chmod(folder, 0o700)
            try Self.make(path)
            // Another run may have been first: what is there now counts.
            secret = try Self.read(path)
        }
    }

    private static func read(_ path: String) throws(FileError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileError(.open, path, Errno(rawValue: errno)) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            throw FileError(.examine, path, Errno(rawValue: errno))
        }
        guard status.st_mode & S_IFMT == S_IFREG, status.st_uid == geteuid(),
            status.st_mode & 0o077 == 0, status.st_size == length
        else { throw FileError(.read, path, .notPermitted) }
        var bytes = [UInt8](repeating: 0, count: length)
        guard readOnce(descriptor, &bytes) == length else {
            throw FileError(.read, path, .ioError)
        }
        return bytes
    }

    /// Under a name of its own first, so that nobody reads half a key.
    private static func make(_ path: String) throws(FileError) {
        var generator = SystemRandomNumberGenerator()
        var bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) }
        let staged = path + ".\(getpid())"
        unlink(staged)
        let descriptor = open(staged, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw FileError(.open, staged, Errno(rawValue: errno)) }
        let written = write(descriptor, &bytes, length)
        close(descriptor)
        defer { unlink(staged) }
        guard written == length else { throw FileError(.write, staged, Errno(rawValue: errno)) }
        do throws(FileError) {
            try linkFile(staged, to: path)
        } catch  where error.cause == .fileExists {
            return
        }
    }

    /// The mark of a line: HMAC-SHA256 (RFC 2104).
    func mark(_ line: String) -> String {
        let code = HMAC<SHA256>.authenticationCode(
            for: Array(line.utf8), using: SymmetricKey(data: secret))
        let digits = Array("0123456789abcdef".utf8)
        return String(
            decoding: code.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// Whether a line carries its mark; in a time that does not depend on the mark.
    func isMark(_ mark: String, of line: String) -> Bool {
        let (right, given) = (Array(self.mark(line).utf8), Array(mark.utf8))
        return right.count == given.count && zip(right, given).reduce(0) { $0 | $1.0 ^ $1.1 } == 0
    }
}

private func readOnce(_ descriptor: Int32, _ bytes: inout [UInt8]) -> Int {
    read(descriptor, &bytes, bytes.count)
}
