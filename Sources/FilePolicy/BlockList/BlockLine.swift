import Core

/// One line of a block-list, taken apart.
struct BlockLine {
    /// Which digest the line gives.
    let kind: DigestKind
    /// The file's bytes; `UInt32.max` for any.
    let size: UInt32
    /// Where the file's name stands in the line.
    let name: Range<Int>

    /// Leaves the digits of the digest to the table that takes them.
    ///
    /// - Parameter text: The line without its end.
    init(_ text: UnsafeBufferPointer<UInt8>) throws(BlockLineFault) {
        func hasColon(_ kind: DigestKind) -> Bool {
            text.count > 2 * kind.bytes && text[2 * kind.bytes] == 0x3A
        }
        if hasColon(.md5) {
            kind = .md5
        } else if hasColon(.sha256) {
            kind = .sha256
        } else if hasColon(.sha1) {
            kind = .sha1
        } else {
            throw .digest
        }
        let first = 2 * kind.bytes
        guard let second = text[(first + 1)...].firstIndex(of: 0x3A) else { throw .parts }
        size = try Self.size(text[(first + 1)..<second])
        let third = text[(second + 1)...].firstIndex(of: 0x3A) ?? text.endIndex
        name = second + 1..<third
        guard !name.isEmpty else { throw .parts }
    }

    private static func size(
        _ text: Slice<UnsafeBufferPointer<UInt8>>
    ) throws(BlockLineFault) -> UInt32 {
        if text.count == 1, text.first == 0x2A { return .max }
        guard !text.isEmpty, text.count <= 10 else { throw .size }
        var size: UInt64 = 0
        for byte in text {
            guard 0x30...0x39 ~= byte else { throw .size }
            size = size * 10 + UInt64(byte - 0x30)
        }
        guard size < UInt64(UInt32.max) else { throw .size }
        return UInt32(size)
    }
}

/// Why a line of a block-list is not read.
enum BlockLineFault: Error {
    case digest
    case size
    case parts

    /// What is wrong, in both languages.
    var message: Message {
        switch self {
        case .digest:
            Message(
                en: "the line does not begin with an MD5 (32 digits), SHA-1 (40) or SHA-256 (64) "
                    + "and a colon",
                ja: "行の先頭に MD5（32 桁）、SHA-1（40 桁）、SHA-256（64 桁）のいずれかとコロンがありません")
        case .size:
            Message(
                en: "the size is neither a number of bytes below 4 GiB nor '*'",
                ja: "サイズが 4 GiB 未満のバイト数でも * でもありません")
        case .parts:
            Message(
                en: "the line is not of the form 'HASH:SIZE:NAME'",
                ja: "行が「ハッシュ値:サイズ:名前」の形になっていません")
        }
    }
}
