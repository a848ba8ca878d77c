package import Core
import Synchronization
import SystemPackage

/// A generation while it is written, in a folder that nobody sees yet.
///
/// Many threads share it: each hands in files, and what has been handed in is noted under a lock
/// that is held for no system call. Where an instance is forgotten or its process dies, the
/// folder stays until the next run removes it, and what is live stays as it was.
package final class StagedGeneration: Sendable {
    /// What has been handed in so far.
    struct State: Sendable {
        var outputs: [String: [String: Manifest.File]]
        var madeFolders: Set<String>
        var written = FileCount()
        var linked = FileCount()
        var hasEnded = false
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
        state = Mutex(
            State(
                outputs: Dictionary(outputs.map { ($0, [:]) }, uniquingKeysWith: { a, _ in a }),
                madeFolders: Set(outputs.map { folder + "/" + $0 })))
    }

    /// Adds a file to an output. A file that the live generation holds with the same bytes is
    /// shared with it by a hard link, after its bytes on the disk have been compared: one that
    /// was tampered with is written anew.
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
        let target = folder + "/" + output + "/" + path
        try makeFolder(above: target, noting: file, in: output)
        if try link(file, of: output, to: target, ifItHolds: bytes) {
            state.withLock { $0.linked.add(file) }
        } else {
            try writeNewFile(target, bytes)
            state.withLock { $0.written.add(file) }
        }
    }

    private func makeFolder(
        above target: String, noting file: Manifest.File, in output: String
    ) throws(FileError) {
        let parent = String(target[..<(target.lastIndex(of: "/") ?? target.endIndex)])
        let cause = state.withLock { state -> Errno? in
            guard !state.hasEnded, state.outputs[output] != nil, isOutputPath(file.path) else {
                return .invalidArgument
            }
            let known = state.outputs[output]?.updateValue(file, forKey: file.path)
            return known == nil ? nil : .fileExists
        }
        if let cause { throw FileError(.write, target, cause) }
        if state.withLock({ $0.madeFolders.contains(parent) }) { return }
        try Core.makeFolder(parent)
        state.withLock { _ = $0.madeFolders.insert(parent) }
    }

    /// - Returns: Whether `target` now is the live generation's file.
    private func link(
        _ wanted: Manifest.File, of output: String, to target: String, ifItHolds bytes: [UInt8]
    ) throws(FileError) -> Bool {
        guard let live, let file = live.files[output]?[wanted.path], file == wanted else {
            return false
        }
        let source = live.folder + "/" + output + "/" + wanted.path
        do throws(FileError) {
            guard try Core.file(source, holds: bytes) else { return false }
            try linkFile(source, to: target)
            return true
        } catch {
            // Whatever prevents sharing (a file that is gone, a file system without hard links,
            // too many of them) does not prevent writing; a full disk will say so again there.
            return false
        }
    }

    /// Removes what was staged. Whoever forgets to call it leaves that to the next run.
    package func discard() {
        let hadEnded = state.withLock { state in
            defer { state.hasEnded = true }
            return state.hasEnded
        }
        // The next run removes what cannot be removed now.
        if !hadEnded { try? removeTree(folder) }
    }
}

extension FileCount {
    fileprivate mutating func add(_ file: Manifest.File) {
        files += 1
        bytes += file.size
    }
}
