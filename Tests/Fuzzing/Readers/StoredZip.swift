import CZlib

/// An archive whose members are stored as they are, with the right sizes and checksums, so that
/// they are looked at.
///
/// - Source: PKWARE APPNOTE 6.3.10, 4.3.7, 4.3.12 and 4.3.16.
struct StoredZip {
    private(set) var bytes: [UInt8] = []

    init(_ members: [(name: String, bytes: [UInt8])]) {
        var directory: [UInt8] = []
        for (name, contents) in members {
            let name = Array(name.utf8.prefix(1000))
            let common = Self.common(name, contents)
            let offset = bytes.count
            bytes += Array("PK\u{3}\u{4}".utf8) + common + [0, 0] + name + contents
            directory += Array("PK\u{1}\u{2}".utf8) + [20, 0] + common
            directory += [UInt8](repeating: 0, count: 12) + Self.little(offset, 4) + name
        }
        let start = bytes.count
        bytes += directory + Array("PK\u{5}\u{6}".utf8) + [0, 0, 0, 0]
        bytes += Self.little(members.count, 2) + Self.little(members.count, 2)
        bytes += Self.little(directory.count, 4) + Self.little(start, 4) + [0, 0]
    }

    /// What both headers say of a member: version, flags (names are UTF-8), method, time,
    /// checksum, sizes, and the length of the name.
    private static func common(_ name: [UInt8], _ contents: [UInt8]) -> [UInt8] {
        let checksum = contents.withUnsafeBufferPointer {
            Int(crc32_z(0, $0.baseAddress, $0.count))
        }
        return [20, 0, 0, 8, 0, 0, 0, 0, 0x21, 0x28] + little(checksum, 4)
            + little(contents.count, 4) + little(contents.count, 4) + little(name.count, 2)
    }

    private static func little(_ value: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
}
