/// Reads numbers and pieces of an image from start to end; a read past the end is a fault.
struct ImageCursor {
    /// What has not been read.
    private(set) var rest: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

    /// Whether all has been read.
    var isAtEnd: Bool { rest.isEmpty }

    /// The next `count` bytes.
    mutating func take(_ count: Int) throws(ImageFault) -> ArraySlice<UInt8> {
        guard count >= 0, count <= rest.count else { throw .malformed }
        defer { rest = rest.dropFirst(count) }
        return rest.prefix(count)
    }

    mutating func byte() throws(ImageFault) -> Int {
        guard let byte = rest.popFirst() else { throw .malformed }
        return Int(byte)
    }

    /// A number of `count` bytes, at most 8, the highest first; beyond `Int` it is malformed.
    mutating func bigEndian(_ count: Int) throws(ImageFault) -> Int {
        try Self.number(take(count))
    }

    /// A number of `count` bytes, at most 7, the lowest first.
    mutating func littleEndian(_ count: Int) throws(ImageFault) -> Int {
        try Self.number(take(count).reversed())
    }

    private static func number(_ bytes: some Sequence<UInt8>) throws(ImageFault) -> Int {
        let number = bytes.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        guard let number = Int(exactly: number) else { throw .malformed }
        return number
    }
}
