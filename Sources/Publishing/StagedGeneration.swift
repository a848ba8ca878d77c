package import Core
import Synchronization
import SystemPackage

/// A generation while it is written, in a folder that nobody sees yet.
///
/// Many threads share it: each hands in files, and what has been handed in is noted under a lock
/// that is held for no system call. The lock of `Site` is held until the last reference to the
/// instance and to its `lock` is gone. Where an instance is forgotten or its process dies, the
/// folder stays until the next run removes it, and what is live stays as it was.
package final class StagedGeneration: Sendable {
    /// What has been handed in so far.
    struct State: Sendable {
        /// By output and path.
        var outputs: [String: [String: Entry]]
        /// By name: the files beside the outputs.
        var beside: [String: Manifest.File] = [:]
        var madeFolders: Set<String>
        var hasEnded = false
    }

    /// A file that was handed in.
    struct Entry: Sendable {
        let file: Manifest.File
        /// Whether it is to be the live generation's file; else it has been written.
        let isShared: Bool
    }

    /// The generation that is live, as far as its files can be shared.
    struct Live: Sendable {
        let number: Int
        let folder: String
        let manifest: Manifest
        /// By output and path.
        let files: [String: [String: Manifest.File]]
    }

    let generations: Generations
    /// The lock of `Site`, for whoever adds to the log what became of this generation.
    package let lock: SiteLock
    /// The number it gets when it goes live.
    package let number: Int
    /// Where it is written.
    package let folder: String
    let live: Live?
    let jobs: Int
    let state: Mutex<State>
    let flush: EarlyFlush

    init(
        generations: Generations, lock: SiteLock, number: Int, folder: String, live: Live?,
        outputs: [String], jobs: Int
    ) {
        self.generations = generations
        self.lock = lock
        self.number = number
        self.folder = folder
        self.live = live
        self.jobs = jobs
        flush = EarlyFlush(of: folder)
        state = Mutex(
            State(
                outputs: Dictionary(outputs.map { ($0, [:]) }, uniquingKeysWith: { a, _ in a }),
                madeFolders: Set(outputs.map { folder + "/" + $0 })))
    }

    /// Adds a file to an output. One that the live generation holds with the same bytes, compared
    /// with those on the disk, will share its place there (a hard link); one that was tampered
    /// with is written anew.
    ///
    /// May be called from many threads at once, but not for one path twice.
    ///
    /// - Parameters:
    ///   - output: One of the outputs that were staged.
    ///   - path: The path below the output, like `guide/start/index.html`.
    /// - Throws: `FileError`; `.fileExists` for a path that was written before,
    ///   `.invalidArgument` for an unknown output or a path that leads out of it, or after the
    ///   end. After any other failure the generation cannot be committed.
    package func write(output: String, path: String, bytes: [UInt8]) throws(FileError) {
        let file = Manifest.File(path: path, size: bytes.count, digest: SHA256Digest(of: bytes))
        let isShared = liveHolds(file, of: output, bytes)
        let target = folder + "/" + output + "/" + path
        try add(Entry(file: file, isShared: isShared), to: output, target: target)
        if !isShared {
            try makeFolder(above: target)
            try writeNewFile(target, bytes)
            flush.count(bytes.count)
        }
    }

    /// Notes a file that was handed in.
    func add(_ entry: Entry, to output: String, target: String) throws(FileError) {
        let path = entry.file.path
        let cause = state.withLock { state -> Errno? in
            guard !state.hasEnded, state.outputs[output] != nil, isOutputPath(path) else {
                return .invalidArgument
            }
            let known = state.outputs[output]?.updateValue(entry, forKey: path)
            return known == nil ? nil : .fileExists
        }
        if let cause { throw FileError(.write, target, cause) }
    }

    /// Adds a file beside the outputs' folders: part of the generation, and served to nobody.
    ///
    /// - Parameter name: Without a slash; neither that of an output nor `manifest.json`.
    /// - Throws: `FileError`, as `write`.
    package func write(beside name: String, bytes: [UInt8]) throws(FileError) {
        let file = Manifest.File(path: name, size: bytes.count, digest: SHA256Digest(of: bytes))
        let target = folder + "/" + name
        let cause = state.withLock { state -> Errno? in
            guard !state.hasEnded, isOutputName(name), state.outputs[name] == nil else {
                return .invalidArgument
            }
            return state.beside.updateValue(file, forKey: name) == nil ? nil : .fileExists
        }
        if let cause { throw FileError(.write, target, cause) }
        try writeNewFile(target, bytes)
    }

    /// Whether the live generation has the file, also on the disk. Whatever prevents an answer
    /// (it is gone, or is no regular file) does not prevent writing.
    private func liveHolds(_ wanted: Manifest.File, of output: String, _ bytes: [UInt8]) -> Bool {
        guard let live, live.files[output]?[wanted.path] == wanted else { return false }
        return (try? file(live.folder + "/" + output + "/" + wanted.path, holds: bytes)) ?? false
    }

    /// Where the bytes are that will be the file of an output: here, or in the live generation with
    /// which it is shared; nil for a file that was not handed in.
    package func location(output: String, path: String) -> String? {
        state.withLock { state in
            guard let entry = state.outputs[output]?[path] else { return nil }
            let root = entry.isShared ? live?.folder ?? folder : folder
            return root + "/" + output + "/" + path
        }
    }

    /// Makes the folder in which `target` lies, once.
    func makeFolder(above target: String) throws(FileError) {
        let parent = String(target[..<(target.utf8.lastIndex(of: 0x2F) ?? target.endIndex)])
        if state.withLock({ $0.madeFolders.contains(parent) }) { return }
        try Core.makeFolder(parent)
        state.withLock { _ = $0.madeFolders.insert(parent) }
    }

    /// Removes what was staged. Whoever forgets to call it leaves that to the next run.
    package func discard() {
        let hadEnded = state.withLock { state in
            defer { state.hasEnded = true }
            return state.hasEnded
        }
        guard !hadEnded else { return }
        flush.stop()
        // The next run removes what cannot be removed now.
        try? removeTree(folder, jobs: jobs)
    }
}
