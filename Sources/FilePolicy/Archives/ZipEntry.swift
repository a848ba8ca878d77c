/// One member, as an archive's directory has it.
///
/// - Source: PKWARE APPNOTE.TXT 6.3.10, section 4.3.12.
struct ZipEntry {
    /// The name's bytes as they stand, folders first.
    let nameBytes: ArraySlice<UInt8>
    /// The name as text.
    let name: String
    /// Another name that some programs prefer (Info-ZIP's extra field 0x7075).
    let otherName: String?
    /// 0 for stored, 8 for deflated.
    let method: Int
    let flags: Int
    let checksum: Int
    /// Bytes in the archive.
    let packedSize: Int
    /// Bytes after inflation, as stated.
    let size: Int
    /// Where the member's own header begins.
    let headerOffset: Int
    /// File type and permissions of Unix; 0 where the archive has none.
    let unixMode: Int
    /// Bytes of this record.
    let recordLength: Int

    /// Whether the name is a folder's.
    var isFolder: Bool { nameBytes.last == 0x2F }

    /// Whether a password protects the member.
    var isEncrypted: Bool { flags & 0x2041 != 0 || method == 99 }

    /// The last part of the name.
    var lastComponent: String {
        name.utf8.split(separator: 0x2F).last.map { String(Substring($0)) } ?? ""
    }

    init(_ fields: ByteFields, at offset: Int) throws(ZipRefusal) {
        guard fields.has([0x50, 0x4B, 1, 2], at: offset),
            let nameLength = fields.little16(at: offset + 28),
            let extraLength = fields.little16(at: offset + 30),
            let commentLength = fields.little16(at: offset + 32),
            let nameBytes = fields.slice(at: offset + 46, nameLength),
            let extra = fields.slice(at: offset + 46 + nameLength, extraLength),
            fields.slice(at: offset + 46 + nameLength + extraLength, commentLength) != nil,
            let attributes = fields.little32(at: offset + 38),
            let madeBy = fields.little16(at: offset + 4)
        else { throw ZipRefusal(.zipMalformed) }
        func short(_ place: Int) -> Int { fields.little16(at: offset + place) ?? 0 }
        func long(_ place: Int) -> Int { fields.little32(at: offset + place) ?? 0 }
        guard nameLength <= 1024 else { throw ZipRefusal(.zipLongName) }
        let extras = try ZipExtra.read(extra)
        guard long(20) != 0xFFFF_FFFF, long(24) != 0xFFFF_FFFF, long(42) != 0xFFFF_FFFF else {
            throw ZipRefusal(.zip64)
        }
        guard short(34) == 0 else { throw ZipRefusal(.zipMalformed) }
        self.nameBytes = nameBytes
        name = decodedZipName(nameBytes, isUTF8: short(8) & 0x800 != 0)
        otherName = extras.first { $0.id == 0x7075 }.map {
            String(decoding: $0.bytes.dropFirst(5), as: UTF8.self)
        }
        method = extras.contains { $0.id == 0x9901 || $0.id == 0x17 } ? 99 : short(10)
        flags = short(8)
        checksum = long(16)
        packedSize = long(20)
        size = long(24)
        headerOffset = long(42)
        let isLink = attributes >> 16 & 0o170000 == 0o120000
        unixMode = [3, 19].contains(madeBy >> 8) || isLink ? attributes >> 16 : 0
        recordLength = 46 + nameLength + extraLength + commentLength
    }
}

/// One extra field of a header.
struct ZipExtra {
    let id: Int
    let bytes: ArraySlice<UInt8>

    /// Reads all extra fields of one header.
    ///
    /// - Throws: Where they do not fill their place exactly, or are of zip64.
    static func read(_ bytes: ArraySlice<UInt8>) throws(ZipRefusal) -> [ZipExtra] {
        let fields = ByteFields(bytes)
        var extras: [ZipExtra] = []
        var place = 0
        while place < fields.count {
            guard let id = fields.little16(at: place), let length = fields.little16(at: place + 2),
                let contents = fields.slice(at: place + 4, length)
            else { throw ZipRefusal(.zipMalformed) }
            guard id != 1 else { throw ZipRefusal(.zip64) }
            // No program writes more than a few, nor longer names there.
            guard extras.count < 64, !extras.contains(where: { $0.id == id }),
                id != 0x7075 || length <= 1029
            else { throw ZipRefusal(.zipMalformed) }
            extras.append(ZipExtra(id: id, bytes: contents))
            place += 4 + length
        }
        return extras
    }
}
