package import Core

/// What `StagedGeneration.commit` did.
package struct Committed: Sendable {
    /// The generation that is live now.
    package let generation: Int
    /// False where every output is, byte for byte, that of the generation that was live before:
    /// then that one stays live and there is no new one.
    package let isNew: Bool
    /// Each output's digest, sorted by name.
    package let outputs: [OutputDigest]
    /// Files written anew, and their bytes.
    package let written: FileCount
    /// Files shared with the generation before, and their bytes.
    package let linked: FileCount
    /// All files, and their bytes.
    package var all: FileCount {
        FileCount(files: written.files + linked.files, bytes: written.bytes + linked.bytes)
    }
    /// Older generations that were removed, ascending.
    package let removed: [Int]
    /// Why others could not be removed. What is live is not affected.
    package let notRemoved: [FileError]
}

/// A number of files and of their bytes.
package struct FileCount: Sendable, Hashable {
    /// How many there are.
    package var files = 0
    /// The sum of their sizes.
    package var bytes = 0

    /// Starts at nothing.
    package init(files: Int = 0, bytes: Int = 0) {
        self.files = files
        self.bytes = bytes
    }
}
