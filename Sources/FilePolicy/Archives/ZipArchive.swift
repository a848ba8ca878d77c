/// A zip archive, read so strictly that all programs see the same members in it.
///
/// Its members' headers follow each other from the first byte to the directory without a gap or
/// an overlap, the directory ends at the one end record, and that ends the file.
///
/// - Source: PKWARE APPNOTE.TXT 6.3.10; Fifield, "A better zip bomb", 2019.
struct ZipArchive {
    /// The whole archive.
    let fields: ByteFields
    /// Its members, in the directory's order.
    let entries: [ZipEntry]
    /// Where each member's packed bytes begin, in the same order.
    private var dataOffsets: [Int] = []

    /// Reads the directory and compares it with the members' own headers; inflates nothing.
    init(_ bytes: ArraySlice<UInt8>, _ budget: inout ArchiveBudget) throws(ZipRefusal) {
        fields = ByteFields(bytes)
        let end = try ZipEnd(fields)
        guard budget.take(entries: end.entries) else { throw ZipRefusal(.archiveEntries) }
        var entries: [ZipEntry] = []
        var place = end.directory
        for _ in 0..<end.entries {
            let entry = try ZipEntry(fields, at: place)
            entries.append(entry)
            place += entry.recordLength
            guard place <= end.offset else { throw ZipRefusal(.zipMalformed) }
        }
        guard place == end.offset else { throw ZipRefusal(.zipMalformed) }
        self.entries = entries
        dataOffsets = try checkLayout(end: end.directory)
    }

    /// The packed bytes of the member at `index`, as they stand in the archive.
    func packedBytes(at index: Int) -> ArraySlice<UInt8> {
        fields.slice(at: dataOffsets[index], entries[index].packedSize) ?? []
    }

    /// The index of the member that stands first in the file.
    var firstInFile: Int? {
        entries.indices.min { entries[$0].headerOffset < entries[$1].headerOffset }
    }

    private func checkLayout(end: Int) throws(ZipRefusal) -> [Int] {
        var offsets = Array(repeating: 0, count: entries.count)
        var place = 0
        let order = entries.indices.sorted { entries[$0].headerOffset < entries[$1].headerOffset }
        for index in order {
            let start = entries[index].headerOffset
            guard start >= place else { throw ZipRefusal(.zipOverlap) }
            guard start == place else { throw ZipRefusal(place == 0 ? .zipLeading : .zipGap) }
            let header = try ZipLocalHeader(fields, at: start, for: entries[index])
            offsets[index] = header.dataOffset
            place = header.end
            guard place <= end else { throw ZipRefusal(.zipOverlap) }
        }
        guard place == end else { throw ZipRefusal(place == 0 ? .zipLeading : .zipGap) }
        return offsets
    }
}

/// The end record, which says where the directory is.
///
/// - Source: PKWARE APPNOTE.TXT 6.3.10, section 4.3.16.
private struct ZipEnd {
    let offset: Int
    let entries: Int
    let directory: Int

    init(_ fields: ByteFields) throws(ZipRefusal) {
        offset = try Self.find(fields)
        guard let entries = fields.little16(at: offset + 10),
            let size = fields.little32(at: offset + 12),
            let directory = fields.little32(at: offset + 16)
        else { throw ZipRefusal(.zipMalformed) }
        let has64 = fields.has([0x50, 0x4B, 6, 7], at: offset - 20)
        if has64 || entries == 0xFFFF || size == 0xFFFF_FFFF || directory == 0xFFFF_FFFF {
            throw ZipRefusal(.zip64)
        }
        guard fields.little16(at: offset + 4) == 0, fields.little16(at: offset + 6) == 0,
            fields.little16(at: offset + 8) == entries
        else { throw ZipRefusal(.zipMalformed) }
        guard directory <= offset, size <= offset - directory else {
            throw ZipRefusal(.zipMalformed)
        }
        guard directory + size == offset else { throw ZipRefusal(.zipGap) }
        self.entries = entries
        self.directory = directory
        try refuseSecondEnd(fields)
    }

    /// The last end record, which must be followed by its comment and nothing else.
    private static func find(_ fields: ByteFields) throws(ZipRefusal) -> Int {
        var place = fields.count - 22
        let floor = max(0, place - 0xFFFF)
        while place >= floor {
            if fields.has([0x50, 0x4B, 5, 6], at: place) {
                guard fields.little16(at: place + 20) == fields.count - place - 22 else {
                    throw ZipRefusal(.zipTrailing)
                }
                return place
            }
            place -= 1
        }
        throw ZipRefusal(.zipMalformed)
    }

    /// Neither the directory nor the comment may look like another archive's end.
    private func refuseSecondEnd(_ fields: ByteFields) throws(ZipRefusal) {
        if let second = fields.offset(of: [0x50, 0x4B, 5, 6], from: directory), second != offset {
            throw ZipRefusal(.zipSecondEnd)
        }
        let comment = ByteFields(fields.bytes.dropFirst(offset + 22))
        for word: [UInt8] in [[1, 2], [3, 4], [5, 6], [6, 6], [6, 7], [7, 8]] {
            if comment.offset(of: [0x50, 0x4B] + word) != nil { throw ZipRefusal(.zipSecondEnd) }
        }
    }
}
