import Content
package import Core

/// Everything that a build reads, as it was at one moment: the files below Content and Themes with
/// their digests.
package struct InputSurvey: Sendable {
    /// One path; a folder counts too, since an empty one is not the same as none.
    private struct Entry: Equatable, Sendable {
        let path: String
        let kind: FileStatus.Kind
        /// Of a file.
        let stamp: FileStamp?
    }

    /// Of one file.
    private struct Digests: Sendable {
        let whole: SHA256Digest
        /// Of a page: that of all before its text.
        let head: SHA256Digest?
    }

    /// The SHA-256 of one line a file, sorted by path: `DIGEST  PATH` as sha256sum(1) prints it,
    /// so that anybody can check it without Hakusho. The log of publications names an input by it.
    package let digest: SHA256Digest
    /// That of everything but the texts of the pages and what is only compared with them: where two are the same, a build has the
    /// same pages, titles, labels, URLs and lists, and does the same jobs.
    package let frame: SHA256Digest
    /// No page shows anything of these; what becomes of them is looked at in every build.
    private static let unframed: Set = ["Content/published.tsv", "Content/labels.lock"]

    /// By file: the digest of a page.
    let pages: [String: SHA256Digest]
    private let project: String
    private let entries: [Entry]
    /// Whether nothing was changed so shortly before that a change after it would not show.
    private let isSettled: Bool
    /// How many files there are, and how many bytes they have.
    package var files: Int { entries.count { $0.kind == .file } }
    package var bytes: Int { entries.reduce(0) { $0 + ($1.stamp?.size ?? 0) } }
    /// Why a file could not be read, so that nothing can be said of it.
    package let failure: FileError?

    /// Reads everything.
    ///
    /// - Parameters:
    ///   - project: The project's folder, without a slash at its end.
    ///   - jobs: Threads.
    ///   - now: Nanoseconds since 1970, of the clock that stamps files.
    ///   - wait: Is called where a file was changed less than 50 ms before, and lets as much time
    ///     pass.
    /// - Throws: `FileError` where a folder cannot be listed.
    package init(
        of project: String, jobs: Int, now: () -> Int64, wait: () -> Void
    ) throws(FileError) {
        self.project = project
        var start = now()
        var entries = try Self.list(project)
        if !Self.isSettled(entries, at: start) {
            wait()
            start = now()
            entries = try Self.list(project)
        }
        let found = entries
        self.entries = entries
        var failure: FileError?
        isSettled = Self.isSettled(entries, at: start)
        let results = parallelMap(count: found.count, jobs: jobs) { index in
            Result { () throws(FileError) in try Self.digests(of: found[index], in: project) }
        }
        var list = ByteWriter(reservingCapacity: entries.count * 100)
        var frame = PackedWriter()
        var pages: [String: SHA256Digest] = [:]
        for (entry, result) in zip(entries, results) {
            let isFramed = !Self.unframed.contains(entry.path)
            if isFramed {
                frame.append(entry.path)
                frame.append(entry.kind.rawValue)
            }
            if case .failure(let cause) = result, failure == nil { failure = cause }
            guard case .success(let digests?) = result else { continue }
            list.append(digests.whole.hex + "  " + entry.path + "\n")
            if isFramed { frame.append(digests.head ?? digests.whole) }
            if digests.head != nil { pages[entry.path] = digests.whole }
        }
        self.pages = pages
        self.failure = failure
        digest = SHA256Digest(of: list.bytes)
        self.frame = SHA256Digest(of: frame.bytes)
    }

    /// Whether everything that was read since then was as it is here: nobody has written to it, or
    /// could have without leaving a trace.
    ///
    /// - Throws: `FileError`.
    package func isStill() throws(FileError) -> Bool {
        guard isSettled, failure == nil else { return false }
        return try Self.list(project) == entries
    }

    private static func isSettled(_ entries: [Entry], at now: Int64) -> Bool {
        entries.allSatisfy { $0.stamp?.isOlder(than: now - 50_000_000) ?? true }
    }

    private static func digests(
        of entry: Entry, in project: String
    ) throws(FileError) -> Digests? {
        guard entry.kind == .file else { return nil }
        let path = project + "/" + entry.path
        guard entry.path.hasPrefix("Content/pages/"), entry.path.hasSuffix(".md") else {
            return Digests(whole: try digestFile(path).digest, head: nil)
        }
        let bytes = try readFile(path)
        let body = FrontMatterBlock.find(in: bytes, file: entry.path).block.body
        return Digests(
            whole: SHA256Digest(of: bytes), head: SHA256Digest(of: bytes[..<body.lowerBound]))
    }

    private static func list(_ project: String) throws(FileError) -> [Entry] {
        var entries: [Entry] = []
        for folder in ["Content", "Themes"] where try fileStatus(project + "/" + folder) != nil {
            try list(folder, of: project, into: &entries)
        }
        return entries.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    private static func list(
        _ folder: String, of project: String, into entries: inout [Entry]
    ) throws(FileError) {
        for found in try listFolder(project + "/" + folder) {
            let path = folder + "/" + found.name
            let stamp =
                found.kind == .file ? try fileStatus(project + "/" + path)?.stamp : nil
            entries.append(Entry(path: path, kind: found.kind, stamp: stamp))
            if found.kind == .folder { try list(path, of: project, into: &entries) }
        }
    }
}
