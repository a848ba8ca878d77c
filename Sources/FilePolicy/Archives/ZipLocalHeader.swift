/// A member's own header, compared with the directory.
///
/// - Source: PKWARE APPNOTE.TXT 6.3.10, sections 4.3.7 and 4.3.9.
struct ZipLocalHeader {
    /// Where the packed bytes begin.
    let dataOffset: Int
    /// Where the next header begins.
    let end: Int

    init(_ fields: ByteFields, at offset: Int, for entry: ZipEntry) throws(ZipRefusal) {
        guard fields.has([0x50, 0x4B, 3, 4], at: offset),
            let flags = fields.little16(at: offset + 6),
            let method = fields.little16(at: offset + 8),
            let checksum = fields.little32(at: offset + 14),
            let packedSize = fields.little32(at: offset + 18),
            let size = fields.little32(at: offset + 22),
            let nameLength = fields.little16(at: offset + 26),
            let extraLength = fields.little16(at: offset + 28),
            let name = fields.slice(at: offset + 30, nameLength),
            let extra = fields.slice(at: offset + 30 + nameLength, extraLength)
        else { throw ZipRefusal(.zipMalformed) }
        let extras = try ZipExtra.read(extra)
        let isStreamed = entry.flags & 8 != 0
        // Bits 1 and 2 say how hard the packer tried, and tell a reader nothing.
        guard name.elementsEqual(entry.nameBytes), flags & ~6 == entry.flags & ~6,
            method == entry.method || entry.isEncrypted,
            Self.agree(checksum, entry.checksum, isStreamed),
            Self.agree(packedSize, entry.packedSize, isStreamed),
            Self.agree(size, entry.size, isStreamed)
        else { throw ZipRefusal(.zipMismatch(entry.name)) }
        if let other = extras.first(where: { $0.id == 0x7075 }) {
            let text = String(decoding: other.bytes.dropFirst(5), as: UTF8.self)
            guard text == entry.otherName else { throw ZipRefusal(.zipMismatch(entry.name)) }
        }
        dataOffset = offset + 30 + nameLength + extraLength
        guard fields.slice(at: dataOffset, entry.packedSize) != nil else {
            throw ZipRefusal(.zipMalformed)
        }
        let dataEnd = dataOffset + entry.packedSize
        end = isStreamed ? try Self.descriptorEnd(fields, at: dataEnd, for: entry) : dataEnd
    }

    /// Where the record ends that repeats checksum and sizes behind the packed bytes.
    private static func descriptorEnd(
        _ fields: ByteFields, at offset: Int, for entry: ZipEntry
    ) throws(ZipRefusal) -> Int {
        for start in [offset, offset + 4] {
            if start > offset, !fields.has([0x50, 0x4B, 7, 8], at: offset) { break }
            if fields.little32(at: start) == entry.checksum,
                fields.little32(at: start + 4) == entry.packedSize,
                fields.little32(at: start + 8) == entry.size
            {
                return start + 12
            }
        }
        throw ZipRefusal(.zipMismatch(entry.name))
    }

    /// A streamed member's header may leave open what the descriptor says.
    private static func agree(_ local: Int, _ central: Int, _ isStreamed: Bool) -> Bool {
        local == central || (isStreamed && local == 0)
    }
}
