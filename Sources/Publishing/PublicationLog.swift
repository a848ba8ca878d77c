package import Core
import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The log of what was published, `Site/log.jsonl`: one line of JSON for each event, each with
/// the SHA-256 of the line before it (64 zeros for the first), so that a line that was changed,
/// added or removed shows. Lines cut from the end do not: for that, keep the digest of the last
/// line (`Verification.head`) somewhere else.
package struct PublicationLog: Sendable {
    let siteFolder: String

    /// Takes the folder `Site`, without a slash at its end; opens nothing yet.
    package init(siteFolder: String) { self.siteFolder = siteFolder }

    var path: String { siteFolder + "/log.jsonl" }

    /// Adds a line and flushes it to the disk.
    ///
    /// A last line without a line feed is what a crash left of it. It is not touched: a line feed
    /// ends it, the new line states its digest and that it is incomplete, and a warning tells.
    ///
    /// - Parameter lock: The lock of `Site`, which the caller holds.
    /// - Throws: `FileError`; then the log is as it was, as far as the system allows.
    package func append(
        _ entry: LogEntry, holding lock: SiteLock
    ) throws(FileError) -> [Diagnostic] {
        let bytes = try contents()
        let tail = bytes.lastLine
        var text: [UInt8] = tail.isIncomplete ? [0x0A] : []
        let previous = bytes.isEmpty ? .zero : SHA256Digest(of: bytes[tail.range])
        text += entry.line(previous: previous, previousIsIncomplete: tail.isIncomplete)
        text.append(0x0A)
        try append(text, to: bytes.count)
        return tail.isIncomplete ? [.incompleteLogLine(at: tail.range, isAdmitted: true)] : []
    }

    private func append(_ text: [UInt8], to length: Int) throws(FileError) {
        let isNew = length == 0
        let flags = O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC
        let descriptor = open(path, flags, 0o644)
        guard descriptor >= 0 else { throw FileError(.open, path, Errno(rawValue: errno)) }
        defer { close(descriptor) }
        let written = text.withUnsafeBytes { write(descriptor, $0.baseAddress!, $0.count) }
        if written != text.count || fsync(descriptor) != 0 {
            let cause = written < 0 || written == text.count ? errno : ENOSPC
            // A part of a line would look like a crash.
            if written > 0 { _ = ftruncate(descriptor, off_t(length)) }
            throw FileError(.write, path, Errno(rawValue: cause))
        }
        if isNew { try flushFile(siteFolder) }
    }

    /// The bytes of the log; none where there is no log yet.
    func contents() throws(FileError) -> [UInt8] {
        try fileStatus(path) == nil ? [] : readFile(path)
    }

    /// The highest generation that any line names, also one that does not fit the chain; 0 where
    /// none does.
    func highestGeneration() throws(FileError) -> Int {
        let bytes = try contents()
        let key = Array("\"generation\":".utf8)
        var highest = 0
        for line in bytes.split(separator: 0x0A) {
            guard let place = line.firstRange(of: key) else { continue }
            let digits = line[place.upperBound...].prefix { (0x30...0x39).contains($0) }
            highest = max(highest, generationNumber(String(decoding: digits, as: UTF8.self)) ?? 0)
        }
        return highest
    }
}

extension [UInt8] {
    /// The last line, and whether its line feed is missing; an empty range where there is none.
    fileprivate var lastLine: (range: Range<Int>, isIncomplete: Bool) {
        let isIncomplete = last.map { $0 != 0x0A } ?? false
        let end = isIncomplete || isEmpty ? count : count - 1
        let start = self[..<end].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        return (start..<end, isIncomplete)
    }
}
