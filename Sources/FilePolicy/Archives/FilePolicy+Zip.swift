import Core

extension FilePolicy {
    /// Looks through a zip file: an archive, an office file, or a program in that form.
    func examineZip(
        _ bytes: ArraySlice<UInt8>, suffix: String, _ budget: inout ArchiveBudget,
        _ found: inout Examination
    ) {
        guard budget.depth <= limits.archiveDepth else {
            budget.spend()
            return found.refuse(.archiveDepth(limits.archiveDepth))
        }
        budget.depth += 1
        defer { budget.depth -= 1 }
        do throws(ZipRefusal) {
            let archive = try ZipArchive(bytes, &budget)
            archive.checkNames(&found)
            if archive.entries.contains(where: \.isEncrypted) { found.giveUpEncryptedZip() }
            try archive.checkSizes(limits, &budget)
            try examineMembers(archive, suffix: suffix, &budget, &found)
        } catch {
            found.refuse(error.rule)
            if found.type == nil { found.type = FileType(suffix: suffix)?.zipped ?? .zip }
        }
    }

    private func examineMembers(
        _ archive: ZipArchive, suffix: String, _ budget: inout ArchiveBudget,
        _ found: inout Examination
    ) throws(ZipRefusal) {
        switch ZippedFormat(archive) {
        case .archive:
            settle(.zip, suffix: suffix, &found)
            try examinePlainMembers(archive, &budget, &found)
        case .openXML: try examineOpenXML(archive, suffix: suffix, &budget, &found)
        case .openDocument: try examineOpenDocument(archive, suffix: suffix, &budget, &found)
        case .foreign(let format): found.refuse(format.rule)
        }
    }

    /// Each member must be a file that might be published by itself.
    private func examinePlainMembers(
        _ archive: ZipArchive, _ budget: inout ArchiveBudget, _ found: inout Examination
    ) throws(ZipRefusal) {
        for index in archive.entries.indices {
            let entry = archive.entries[index]
            if entry.isEncrypted { continue }
            guard !budget.isSpent else { return }
            let contents = try archive.contents(at: index)
            if entry.isFolder { continue }
            if isSystemLeftover(entry) {
                found.refuse(.zipLeftover(entry.name))
                continue
            }
            var inner = Examination()
            examineContent(named: entry.lastComponent, contents, &budget, &inner)
            found.merge(inner, ofMember: entry.name)
        }
    }

    /// Whether macOS or Windows put the member there without being asked.
    private func isSystemLeftover(_ entry: ZipEntry) -> Bool {
        let name = entry.lastComponent.lowercased()
        return entry.name.hasPrefix("__MACOSX/")
            || [".ds_store", "thumbs.db", "desktop.ini"].contains(name)
    }
}

/// What a zip file is, told by the names in it.
private enum ZippedFormat {
    /// Files of any types.
    case archive
    /// An office file of ISO/IEC 29500.
    case openXML
    /// An office file of ISO/IEC 26300.
    case openDocument
    /// Something that is never published.
    case foreign(ForeignFormat)

    init(_ archive: ZipArchive) {
        let names = Set(archive.entries.map { $0.name.lowercased() })
        if names.contains("[content_types].xml") {
            self = .openXML
        } else if names.contains("meta-inf/manifest.mf") || names.contains("androidmanifest.xml") {
            self = .foreign(.javaProgram)
        } else if let first = archive.firstInFile, archive.entries[first].name == "mimetype" {
            let type = String(decoding: archive.packedBytes(at: first), as: UTF8.self)
            self = type == "application/epub+zip" ? .foreign(.epub) : .openDocument
        } else {
            self = names.contains("meta-inf/manifest.xml") ? .openDocument : .archive
        }
    }
}

extension FileType {
    /// The type itself where its files are zip files; nil otherwise.
    fileprivate var zipped: FileType? { isZipped ? self : nil }
}

extension ForeignFormat {
    fileprivate static let epub = ForeignFormat(
        .other, en: "an electronic book (EPUB)", ja: "電子書籍 (EPUB)")
}

extension Examination {
    fileprivate mutating func giveUpEncryptedZip() {
        giveUp(
            en: "the archive is protected by a password, so that nobody can look into it; make it "
                + "again without a password",
            ja: "パスワード付きの zip のため、中身を検査できません。パスワードなしで作り直してください")
    }
}
