/// A path that goes on from a folder, put together in memory that is only borrowed: a site has
/// hundreds of thousands of links.
struct JoinedPath {
    static let slash = UInt8(ascii: "/")
    static let dot = UInt8(ascii: ".")

    /// Begins with a slash, which `bytes` leaves out.
    private let room: UnsafeMutableBufferPointer<UInt8>
    private var end = 1

    /// The bytes that a path of `count` bytes may need after `folder`.
    static func capacity(_ folder: String, _ count: Int) -> Int { folder.utf8.count + count + 3 }

    /// Starts in `folder`, which has no slash at its ends.
    init(_ folder: String, in room: UnsafeMutableBufferPointer<UInt8>) {
        self.room = room
        room.initialize(repeating: Self.slash)
        for byte in folder.utf8 { append(byte) }
    }

    /// Without a slash in front.
    var bytes: Slice<UnsafeMutableBufferPointer<UInt8>> { room[1..<end] }

    /// Whether `..` led out of the root; then the path begins with it.
    var leadsAbove: Bool {
        let path = bytes
        return path.starts(with: "..".utf8)
            && (path.dropFirst(2).first ?? Self.slash) == Self.slash
    }

    /// With a slash in front, and at its end where it names a folder.
    func absolute(isFolder: Bool) -> String {
        let hasSlash = isFolder && end > 1
        if hasSlash { room[end] = Self.slash }
        return String(decoding: room[..<(hasSlash ? end + 1 : end)], as: UTF8.self)
    }

    /// Follows each part, `.` and `..` too; what leads above the root keeps one `..` in front.
    ///
    /// - Returns: False for more of them.
    mutating func follow(_ path: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        var rest = path
        while let first = rest.first {
            if first == Self.slash {
                rest = rest.dropFirst()
                continue
            }
            let part = rest.prefix { $0 != Self.slash }
            rest = rest[part.endIndex...]
            if part.count == 1, first == Self.dot { continue }
            if part.count == 2, first == Self.dot, part.last == Self.dot {
                guard goUp() else { return false }
                continue
            }
            if end > 1 { append(Self.slash) }
            for byte in part { append(byte) }
        }
        return true
    }

    private mutating func goUp() -> Bool {
        if bytes.elementsEqual("..".utf8) { return false }
        if bytes.isEmpty {
            append(Self.dot)
            append(Self.dot)
        } else {
            end = bytes.lastIndex(of: Self.slash) ?? 1
        }
        return true
    }

    private mutating func append(_ byte: UInt8) {
        room[end] = byte
        end += 1
    }
}
