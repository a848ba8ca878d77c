extension FilePolicy {
    /// Looks through a Word, Excel or PowerPoint file, part by part.
    ///
    /// - Source: ISO/IEC 29500-2, Open Packaging Conventions.
    func examineOpenXML(
        _ archive: ZipArchive, suffix: String, _ budget: inout ArchiveBudget,
        _ found: inout Examination
    ) throws(ZipRefusal) {
        let package = try OfficePackage(archive, limits)
        switch package.kind {
        case .type(let type): settle(type, suffix: suffix, &found)
        case .withMacros: found.refuse(.officeMacros)
        case .other: found.refuse(ForeignFormat.otherOffice.rule)
        }
        var labels = OfficeLabels()
        for index in archive.entries.indices {
            let entry = archive.entries[index]
            if entry.isEncrypted { continue }
            guard !budget.isSpent else { return }
            let contents = try archive.contents(at: index)
            if entry.isFolder { continue }
            let part = OfficePart(name: entry.name, type: package.types[entry.name])
            if let rule = part.rule { found.refuse(rule) }
            if part.isXML {
                examineXMLPart(part, contents, &labels, &budget, &found)
            } else if !part.isScrambledFont {
                examineOfficeMember(entry.name, contents, &budget, &found)
            }
        }
        for name in labels.names { found.classify(name) }
    }

    private func examineXMLPart(
        _ part: OfficePart, _ contents: ArraySlice<UInt8>, _ labels: inout OfficeLabels,
        _ budget: inout ArchiveBudget, _ found: inout Examination
    ) {
        var walk = OfficeXMLWalk(labels: labels)
        let outcome = readXML(contents, limits, &budget) { walk.take($0) }
        walk.finish(&found)
        labels = walk.labels
        switch outcome {
        case .complete: break
        case .malformed: found.refuse(.officeMalformed(part.name))
        case .limit: found.giveUpLargeOffice(part.name)
        }
    }

    /// Looks at what stands in an office file beside its XML: pictures, films, other files.
    func examineOfficeMember(
        _ name: String, _ contents: ArraySlice<UInt8>, _ budget: inout ArchiveBudget,
        _ found: inout Examination
    ) {
        var inner = Examination()
        refuseKnownFile(contents, &inner)
        found.merge(inner, ofMember: name)
        switch SniffedContent(contents) {
        case .zip:
            let last = name.utf8.split(separator: 0x2F).last.map { String(Substring($0)) } ?? ""
            examineContent(named: last, contents, &budget, &inner)
            if let type = inner.type, !type.isZipped || type == .zip {
                inner.refuse(.officeEmbedded(last))
            }
            found.merge(inner, ofMember: name)
        case .type(.svg):
            examineSVG(contents, limits, &budget, &inner)
            found.merge(inner, ofMember: name)
        case .type(let type) where type.isRaster:
            // A picture that only programs for documents read need not be perfect.
            examineImage(contents, type, limits, &inner)
            for told in inner.disclosures {
                found.disclose(told.kind, told.value, isRemovable: false)
            }
        case .foreign(.xmlFile): break
        case .type(.pdf), .foreign(.compoundFile): found.refuse(.officeEmbedded(name))
        case .foreign(let format) where format.kind != .other: found.refuse(.officeEmbedded(name))
        case .type, .foreign, .text, .unknown: break
        }
    }
}

extension FileType {
    /// Whether such files are pictures made of pixels.
    fileprivate var isRaster: Bool {
        switch self {
        case .png, .jpeg, .gif, .webp, .avif, .ico: true
        default: false
        }
    }
}
