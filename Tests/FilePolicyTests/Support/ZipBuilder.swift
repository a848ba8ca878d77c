import CZlib

/// A zip archive, byte by byte, with places where a test may let it lie.
struct ZipBuilder {
    /// The fields that a member's own header and the directory share.
    struct Header {
        var name: [UInt8]
        var flags = 0
        var method = 0
        var checksum: UInt32
        var packedSize: Int
        var size: Int
        var extra: [UInt8] = []
        /// Only in the directory: the file type of Unix, and where the member begins.
        var mode = 0o100644
        var offset = 0
    }

    /// A member and what is untrue about it.
    struct Member {
        var local: Header
        var central: Header
        var data: [UInt8]
        /// What stands between the packed bytes and the next member.
        var after: [UInt8] = []
        /// Whether the directory leads to `central.offset` instead of where the member is.
        var hasOwnOffset = false
    }

    var members: [Member] = []
    /// Stands before the first member.
    var leading: [UInt8] = []
    /// Stands between the last member and the directory.
    var gap: [UInt8] = []
    var comment: [UInt8] = []
    /// The end record's entry count, where it is to differ from the truth.
    var statedEntries: Int?
    /// Stands after the end.
    var trailing: [UInt8] = []

    /// Adds a member; `change` may let both headers lie, or one of them.
    mutating func add(
        _ name: String, _ contents: [UInt8] = Array("text\n".utf8), deflated: Bool = false,
        _ change: (inout Member) -> Void = { _ in }
    ) {
        let data = deflated ? Self.deflate(contents) : contents
        var header = Header(
            name: Array(name.utf8), checksum: Self.checksum(contents), packedSize: data.count,
            size: contents.count)
        header.method = deflated ? 8 : 0
        if !name.utf8.allSatisfy({ $0 < 0x80 }) { header.flags = 0x800 }
        if name.hasSuffix("/") { header.mode = 0o040755 }
        var member = Member(local: header, central: header, data: data)
        change(&member)
        members.append(member)
    }

    /// The archive.
    var bytes: [UInt8] {
        var all = leading
        var directory: [UInt8] = []
        for member in members {
            var central = member.central
            if !member.hasOwnOffset { central.offset = all.count }
            directory += [0x50, 0x4B, 1, 2, 20, 3, 20, 0] + Self.shared(central)
            directory += Self.little(0, 2) + Self.little(0, 2) + Self.little(0, 2)
            directory += Self.little(central.mode << 16, 4) + Self.little(central.offset, 4)
            directory += central.name + central.extra
            all += [0x50, 0x4B, 3, 4, 20, 0] + Self.shared(member.local)
            all += member.local.name + member.local.extra + member.data + member.after
        }
        all += gap
        let start = all.count
        let entries = statedEntries ?? members.count
        all += directory + [0x50, 0x4B, 5, 6, 0, 0, 0, 0]
        all += Self.little(entries, 2) + Self.little(entries, 2)
        all += Self.little(directory.count, 4) + Self.little(start, 4)
        return all + Self.little(comment.count, 2) + comment + trailing
    }

    private static func shared(_ header: Header) -> [UInt8] {
        little(header.flags, 2) + little(header.method, 2) + little(0, 4)
            + little(Int(header.checksum), 4) + little(header.packedSize, 4)
            + little(header.size, 4) + little(header.name.count, 2) + little(header.extra.count, 2)
    }

    /// A number in so many bytes, the low one first.
    static func little(_ value: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }

    /// The bytes in stored blocks of DEFLATE (RFC 1951, section 3.2.4).
    static func deflate(_ bytes: [UInt8]) -> [UInt8] {
        var packed: [UInt8] = []
        var rest = bytes[...]
        repeat {
            let block = rest.prefix(0xFFFF)
            rest = rest.dropFirst(0xFFFF)
            packed += [rest.isEmpty ? 1 : 0] + little(block.count, 2) + little(~block.count, 2)
            packed += block
        } while !rest.isEmpty
        return packed
    }

    /// CRC-32 (ISO 3309).
    static func checksum(_ bytes: [UInt8]) -> UInt32 {
        UInt32(crc32(0, bytes, UInt32(bytes.count)))
    }
}

extension ZipBuilder.Member {
    /// Changes both headers alike.
    mutating func changeBoth(_ change: (inout ZipBuilder.Header) -> Void) {
        change(&local)
        change(&central)
    }

    mutating func rename(_ name: [UInt8]) {
        changeBoth { $0.name = name }
    }

    /// Puts checksum and sizes behind the packed bytes.
    mutating func stream(sign: [UInt8]) {
        changeBoth { $0.flags |= 8 }
        after =
            sign + ZipBuilder.little(Int(local.checksum), 4)
            + ZipBuilder.little(local.packedSize, 4) + ZipBuilder.little(local.size, 4)
        (local.checksum, local.packedSize, local.size) = (0, 0, 0)
    }
}
