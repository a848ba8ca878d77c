import CZlib

/// A zip archive, byte by byte, with places where a test may let it lie.
package struct ZipBuilder {
    /// The fields that a member's own header and the directory share.
    package struct Header {
        /// Not always UTF-8.
        package var name: [UInt8]
        /// Bit 3: sizes follow the data; bit 11: the name is UTF-8.
        package var flags = 0
        /// 0 is stored, 8 is deflated.
        package var method = 0
        /// CRC-32 of the contents.
        package var checksum: UInt32
        /// Bytes in the archive, and of the contents.
        package var packedSize: Int
        package var size: Int
        /// Extra fields, as they stand.
        package var extra: [UInt8] = []
        /// Only in the directory: the file type of Unix, and where the member begins.
        package var mode = 0o100644
        package var offset = 0
    }

    /// A member and what is untrue about it.
    package struct Member {
        /// Before the member, and in the directory.
        package var local: Header
        package var central: Header
        /// As the archive holds it.
        package var data: [UInt8]
        /// What stands between the packed bytes and the next member.
        package var after: [UInt8] = []
        /// Whether the directory leads to `central.offset` instead of where the member is.
        package var hasOwnOffset = false
    }

    /// An archive without any member.
    package init() {}

    /// In their order.
    package var members: [Member] = []
    /// Stands before the first member.
    package var leading: [UInt8] = []
    /// Stands between the last member and the directory.
    package var gap: [UInt8] = []
    package var comment: [UInt8] = []
    /// The end record's entry count, where it is to differ from the truth.
    package var statedEntries: Int?
    /// Stands after the end.
    package var trailing: [UInt8] = []

    /// An archive whose members are stored as they are.
    package init(stored members: [(name: String, bytes: [UInt8])]) {
        for member in members { add(String(member.name.prefix(1000)), member.bytes) }
    }

    /// Adds a member; `change` may let both headers lie, or one of them.
    package mutating func add(
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
    package var bytes: [UInt8] {
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
    package static func little(_ value: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }

    /// The bytes in stored blocks of DEFLATE (RFC 1951, section 3.2.4).
    package static func deflate(_ bytes: [UInt8]) -> [UInt8] {
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
    package static func checksum(_ bytes: [UInt8]) -> UInt32 {
        UInt32(crc32(0, bytes, UInt32(bytes.count)))
    }
}

extension ZipBuilder.Member {
    /// Changes both headers alike.
    package mutating func changeBoth(_ change: (inout ZipBuilder.Header) -> Void) {
        change(&local)
        change(&central)
    }

    package mutating func rename(_ name: [UInt8]) {
        changeBoth { $0.name = name }
    }

    /// Puts checksum and sizes behind the packed bytes.
    package mutating func stream(sign: [UInt8]) {
        changeBoth { $0.flags |= 8 }
        after =
            sign + ZipBuilder.little(Int(local.checksum), 4)
            + ZipBuilder.little(local.packedSize, 4) + ZipBuilder.little(local.size, 4)
        (local.checksum, local.packedSize, local.size) = (0, 0, 0)
    }
}
