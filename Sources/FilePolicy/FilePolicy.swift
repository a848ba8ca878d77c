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
        /// Bytes of one SVG image.
        package var svgBytes = 4 << 20
        /// Elements of one XML document.
        package var xmlElements = 1_000_000
        /// Elements of all XML documents of one file.
        package var archiveElements = 1_500_000
        /// Attributes of one XML document, and of all of one file, all elements together.
        package var xmlAttributes = 5_000_000
        /// Elements of one XML document that enclose each other.
        package var xmlDepth = 256

        /// The usual bounds.
        package init() {}
    }

    /// Looks through one file, and at the names of the folders that its URL shows.
    ///
    /// - Parameter path: The names of the folders, and the file's own at the end.
    package func examine(path: [String], _ bytes: [UInt8]) -> Examination {
        var found = examine(name: path.last ?? "", bytes)
        for name in path.dropLast() { FileNameRules.checkFolder(name, &found) }
        return found
    }

    /// Looks through one file.
    ///
    /// - Parameters:
    ///   - name: The file's own name, without folders.
    ///   - bytes: All of it.
    /// - Returns: All that is wrong with it, not only the first.
    package func examine(name: String, _ bytes: [UInt8]) -> Examination {
        var found = Examination()
        FileNameRules.check(name, &found)
        guard bytes.count <= limits.fileBytes else {
            found.refuse(.tooLarge(limits.fileBytes))
            return found
        }
        var budget = ArchiveBudget(limits)
        examineContent(named: name, bytes[...], &budget, &found)
        return found
    }

    /// Looks through the bytes of a file, or of a member of an archive.
    func examineContent(
        named name: String, _ bytes: ArraySlice<UInt8>, _ budget: inout ArchiveBudget,
        _ found: inout Examination
    ) {
        refuseKnownFile(bytes, &found)
        let suffix = FileNameRules.suffix(of: name)
        if bytes.isEmpty, ![.text, .csv].contains(FileType(suffix: suffix)) {
            return found.refuse(.emptyFile)
        }
        switch SniffedContent(bytes) {
        case .foreign(.compoundFile) where isEncryptedOffice(bytes): found.giveUpEncryptedOffice()
        case .foreign(.htmlPiece) where suffix == "md" && isText(bytes):
            settle(.text, suffix: suffix, &found)
        case .foreign(let format): found.refuse(format.rule)
        case .unknown: found.refuse(.unknownContent(suffix))
        case .zip: examineZip(bytes, suffix: suffix, &budget, &found)
        case .text:
            let type = textType(suffix: suffix)
            settle(type, suffix: suffix, &found)
            examineText(bytes, type, &found)
        case .type(let type):
            settle(type, suffix: suffix, &found)
            refusePolyglot(bytes, type, &found)
            examine(bytes, type, &budget, &found)
        }
    }

    /// Refuses what is bad whatever type it is of.
    func refuseKnownFile(_ bytes: ArraySlice<UInt8>, _ found: inout Examination) {
        if let blockList, blockList.holds(Array(bytes)) { found.refuse(.blockedDigest) }
        if hasEICAR(bytes) { found.refuse(.eicar) }
    }

    /// Notes the type, and refuses it where it is not allowed or where the name says another.
    func settle(_ type: FileType, suffix: String, _ found: inout Examination) {
        found.type = type
        if !allowed.contains(type) { found.refuse(.typeNotAllowed(type)) }
        if let named = FileType(suffix: suffix) {
            if named != type { found.refuse(.otherType(suffix, named: named, actual: type)) }
        } else {
            found.refuse(suffix.isEmpty ? .noSuffix(type) : .unknownSuffix(suffix, type))
        }
    }

    private func examine(
        _ bytes: ArraySlice<UInt8>, _ type: FileType, _ budget: inout ArchiveBudget,
        _ found: inout Examination
    ) {
        switch type {
        case .svg: examineSVG(bytes, limits, &budget, &found)
        case .pdf: examinePDF(bytes, limits, &found)
        case .png, .jpeg, .gif, .webp, .avif, .ico: examineImage(bytes, type, limits, &found)
        case .mp4, .webm, .mp3, .woff2: examineMedia(bytes, type, &found)
        // Their bytes alone never tell these types: they come as `.zip` or `.text`.
        case .docx, .xlsx, .pptx, .odt, .ods, .odp, .zip, .text, .csv, .json, .vtt: break
        }
    }
}
