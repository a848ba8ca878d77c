import Content
package import Core

/// Everything that a build reads, as it was at one moment: the files below Content and Themes with
/// their digests.
package struct InputSurvey: Sendable {
    /// One path; a folder counts too, since an empty one is not the same as none.
    private struct Entry: Sendable {
        let path: String
        let kind: FileStatus.Kind
        /// Of a file.
        let stamp: FileStamp?

        /// No page shows anything of these files; what becomes of them is looked at in every build.
        private static let unframed: Set = ["Content/published.tsv", "Content/labels.lock"]

        /// Writes what a build depends on besides texts.
        func frame(_ digests: Digests?, in frame: inout PackedWriter) {
            if kind == .file, Self.unframed.contains(path) { return }
            frame.append(path)
            frame.append(kind.rawValue)
            if let digests { frame.append(digests.head ?? digests.whole) }
        }

        /// Whether it is the same path, byte for byte, with the same stamp.
        func isSame(as other: Entry) -> Bool {
            path.utf8.elementsEqual(other.path.utf8) && kind == other.kind && stamp == other.stamp
        }
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
    /// That of everything but the texts of the pages and what is only compared with them: where two
    /// are the same, a build has the same pages, titles, labels, URLs and lists, and does the same
    /// jobs.
    package let frame: SHA256Digest
    /// Why a file could not be read, so that nothing can be said of it.
    package let failure: FileError?
    /// By the bytes of its path, since two files may have names that are equal as text.
    private let pages: [[UInt8]: SHA256Digest]
    private let project: String
    private let jobs: Int
    /// Folder by folder.
    private let entries: [Entry]
    /// Whether nothing was changed so shortly before that a change after it would not show.
    private let isSettled: Bool

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
        self.jobs = jobs
        var start = now()
        var found = try Self.list(project, jobs: jobs)
        if !Self.isSettled(found, at: start) {
            wait()
            start = now()
            found = try Self.list(project, jobs: jobs)
        }
        let entries = found
        self.entries = entries
        isSettled = Self.isSettled(entries, at: start)
        let results = parallelMap(count: entries.count, jobs: jobs) { index in
            let entry = entries[index]
            return (
                entry: entry,
                digests: Result { () throws(FileError) in try Self.digests(of: entry, in: project) }
            )
        }
        var list = ByteWriter(reservingCapacity: entries.count * 100)
        var frame = PackedWriter()
        var pages: [[UInt8]: SHA256Digest] = [:]
        var failure: FileError?
        for (entry, result) in results.sortedByBytes(of: \.entry.path) {
            if case .failure(let cause) = result, failure == nil { failure = cause }
            let digests = try? result.get()
            entry.frame(digests, in: &frame)
            guard let digests else { continue }
            list.append(digests.whole.hex + "  " + entry.path + "\n")
            if digests.head != nil { pages[Array(entry.path.utf8)] = digests.whole }
        }
        self.pages = pages
        self.failure = failure
        digest = SHA256Digest(of: list.bytes)
        self.frame = SHA256Digest(of: frame.bytes)
    }

    /// How many files there are.
    package var files: Int { entries.count { $0.kind == .file } }

    /// How many bytes they have.
    package var bytes: Int { entries.reduce(0) { $0 + ($1.stamp?.size ?? 0) } }

    /// The digest of a page.
    func digest(ofPage file: String) -> SHA256Digest? { pages[Array(file.utf8)] }

    /// What can be said of the time since a survey.
    package enum Changes: Hashable, Sendable {
        /// Everything that was read since then was as it is here.
        case none
        /// A file was written to so shortly before the survey that another change might not show,
        /// or could not be read.
        case possible
        /// Something was written, added or removed: the first such path, from the project's folder.
        case certain(String)
    }

    /// Whether anybody has written to what was surveyed.
    ///
    /// - Throws: `FileError`.
    package func changes() throws(FileError) -> Changes {
        let now = try Self.list(project, jobs: jobs)
        let longer = now.count > entries.count ? now : entries
        // What was added stands where its successor was, and what was removed where its own is.
        let change =
            zip(now, entries).enumerated().first { !$1.0.isSame(as: $1.1) }?.offset
            ?? (now.count == entries.count ? nil : min(now.count, entries.count))
        if let change { return .certain(longer[change].path) }
        return isSettled && failure == nil ? .none : .possible
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

    /// Level by level, on several threads; the order is the same whatever their number.
    private static func list(_ project: String, jobs: Int) throws(FileError) -> [Entry] {
        var entries: [Entry] = []
        var level: [String] = []
        for folder in ["Content", "Themes"] where try fileStatus(project + "/" + folder) != nil {
            level.append(folder)
        }
        while !level.isEmpty {
            let folders = level
            let found = parallelMap(count: folders.count, jobs: jobs, chunk: 4) { index in
                Result { () throws(FileError) in try list(folders[index], of: project) }
            }
            level = []
            for listed in found {
                let listed = try listed.get()
                entries += listed
                level += listed.filter { $0.kind == .folder }.map(\.path)
            }
        }
        return entries
    }

    private static func list(
        _ folder: String, of project: String
    ) throws(FileError) -> [Entry] {
        try listFolder(project + "/" + folder).map { found throws(FileError) in
            let path = folder + "/" + found.name
            let stamp =
                found.kind == .file ? try fileStatus(project + "/" + path)?.stamp : nil
            return Entry(path: path, kind: found.kind, stamp: stamp)
        }
    }
}
