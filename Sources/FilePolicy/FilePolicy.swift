/// Decides by a file's name and bytes whether it may be published. It knows no viruses: it refuses
/// what is active, hidden, malformed, or something else than it says.
package struct FilePolicy: Sendable {
    /// What is too much.
    package var limits: Limits
    /// The types that may be published.
    package var allowed: Set<FileType>
    /// Digests of files that are refused; nil where there is no list.
    package var blockList: BlockList?

    /// - Parameters:
    ///   - limits: What is too much.
    ///   - allowed: The types that may be published.
    ///   - blockList: Digests of files that are refused.
    package init(
        limits: Limits = Limits(), allowed: Set<FileType> = FileType.usual,
        blockList: BlockList? = nil
    ) {
        self.limits = limits
        self.allowed = allowed
        self.blockList = blockList
    }

    /// Bounds on what is looked through; each makes work and memory finite.
    package struct Limits: Hashable, Sendable {
        /// Bytes of one file.
        package var fileBytes = 200 << 20
        /// Archives within archives.
        package var archiveDepth = 2
        /// Members of one archive and all archives in it.
        package var archiveEntries = 10_000
        /// Bytes of all members, inflated.
        package var archiveBytes = 400 << 20
        /// Inflated bytes for each packed one, of a member above 1 MiB.
        package var archiveRatio = 100
        /// Width times height of an image, all its frames together.
        package var pixels = 200_000_000
        /// Objects of one PDF file.
        package var pdfObjects = 500_000
        /// Elements of one XML document, and its depth.
        package var xmlElements = 1_000_000
        package var xmlDepth = 256

        /// The usual bounds.
        package init() {}
    }

    /// Looks through one file.
    ///
    /// - Parameters:
    ///   - name: The file's own name, without folders.
    ///   - bytes: All of it.
    package func examine(name: String, _ bytes: [UInt8]) -> Examination {
        Examination()
    }
}
