extension FilePolicy {
    /// Looks through a file of LibreOffice and its relatives, member by member.
    ///
    /// - Source: ISO/IEC 26300 (OpenDocument 1.3, part 2), sections 3 and 4.
    func examineOpenDocument(
        _ archive: ZipArchive, suffix: String, _ budget: inout ArchiveBudget,
        _ found: inout Examination
    ) throws(ZipRefusal) {
        guard let type = try openDocumentType(archive) else {
            return found.refuse(ForeignFormat.otherOffice.rule)
        }
        settle(type, suffix: suffix, &found)
        var walk = OpenDocumentWalk()
        // The list of members comes last in the file, but tells first whether they are encrypted.
        if let list = archive.entries.firstIndex(where: { $0.name == "META-INF/manifest.xml" }),
            !archive.entries[list].isEncrypted
        {
            _ = readXML(try archive.contents(at: list), limits, &budget) { walk.take($0) }
        }
        for index in archive.entries.indices {
            let entry = archive.entries[index]
            if entry.isEncrypted { continue }
            guard !budget.isSpent else { return }
            let contents = try archive.contents(at: index)
            if entry.isFolder { continue }
            if isScriptMember(entry.name) { found.refuse(.officeScript) }
            // LibreOffice stores its settings of menus and keys as files without content.
            if contents.isEmpty { continue }
            if FileNameRules.suffix(of: entry.name) == "xml" {
                switch readXML(contents, limits, &budget, take: { walk.take($0) }) {
                case .complete: break
                case .limit: found.giveUpLargeOffice(entry.name)
                case .malformed where walk.isEncrypted: break
                case .malformed: found.refuse(.officeMalformed(entry.name))
                }
            } else if !walk.isEncrypted {
                examineOfficeMember(entry.name, contents, &budget, &found)
            }
        }
        walk.finish(&found)
    }

    /// The type that the first member says, which must be stored unpacked.
    private func openDocumentType(_ archive: ZipArchive) throws(ZipRefusal) -> FileType? {
        guard let first = archive.firstInFile, archive.entries[first].name == "mimetype",
            archive.entries[first].method == 0
        else { throw ZipRefusal(.officeMalformed("mimetype")) }
        let stem = "application/vnd.oasis.opendocument."
        switch String(decoding: try archive.contents(at: first), as: UTF8.self) {
        case stem + "text": return .odt
        case stem + "spreadsheet": return .ods
        case stem + "presentation": return .odp
        default: return nil
        }
    }

    private func isScriptMember(_ name: String) -> Bool {
        let path = name.lowercased()
        return ["basic/", "scripts/", "dialogs/"].contains {
            path.hasPrefix($0) || path.contains("/" + $0)
        }
    }
}
