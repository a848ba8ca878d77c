/// Reads what a `PackedWriter` wrote, in the same order. Bytes from elsewhere end in an error.
package struct PackedReader {
    private let bytes: ArraySlice<UInt8>
    private var index: Int
    private var lastFile = ""

    /// Reads from the beginning of `bytes`.
    package init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        index = bytes.startIndex
    }

    /// How many bytes are left.
    package var bytesLeft: Int { bytes.endIndex - index }

    /// Whether nothing is left.
    package var isAtEnd: Bool { bytesLeft == 0 }

    /// A number.
    ///
    /// - Throws: `PackedDamage`, as all that follow.
    package mutating func number() throws(PackedDamage) -> UInt64 {
        var number: UInt64 = 0
        var shift: UInt64 = 0
        while index < bytes.endIndex, shift < 64 {
            let byte = bytes[index]
            index += 1
            number |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return number }
            shift += 7
        }
        throw PackedDamage()
    }

    /// A number that is not negative.
    package mutating func count() throws(PackedDamage) -> Int {
        guard let count = Int(exactly: try number()) else { throw PackedDamage() }
        return count
    }

    /// One byte, 0 or 1.
    package mutating func flag() throws(PackedDamage) -> Bool {
        guard index < bytes.endIndex, bytes[index] < 2 else { throw PackedDamage() }
        index += 1
        return bytes[index - 1] == 1
    }

    /// A text.
    package mutating func text() throws(PackedDamage) -> String {
        let part = try slice(try count())
        guard let text = String(validating: part, as: UTF8.self) else { throw PackedDamage() }
        return text
    }

    /// A digest.
    package mutating func digest() throws(PackedDamage) -> SHA256Digest {
        guard let digest = SHA256Digest(bytes: try slice(32)) else { throw PackedDamage() }
        return digest
    }

    /// The next `count` bytes, of the array that is read.
    package mutating func slice(_ count: Int) throws(PackedDamage) -> ArraySlice<UInt8> {
        guard count <= bytesLeft else { throw PackedDamage() }
        defer { index += count }
        return bytes[index..<index + count]
    }

    /// A value.
    package mutating func value<Value: Packable>(
        _: Value.Type = Value.self
    ) throws(PackedDamage) -> Value {
        try Value(unpacking: &self)
    }

    /// Values that were written with their number.
    package mutating func values<Value: Packable>(
        _: Value.Type = Value.self
    ) throws(PackedDamage) -> [Value] {
        let count = try count()
        // Each takes a byte at least, so that a damaged number reserves no memory.
        guard count <= bytesLeft else { throw PackedDamage() }
        var values: [Value] = []
        values.reserveCapacity(count)
        for _ in 0..<count { values.append(try Value(unpacking: &self)) }
        return values
    }

    /// A value that may be missing.
    package mutating func optional<Value: Packable>(
        _: Value.Type = Value.self
    ) throws(PackedDamage) -> Value? {
        try flag() ? try Value(unpacking: &self) : nil
    }

    /// A place.
    package mutating func span() throws(PackedDamage) -> SourceSpan {
        let form = try number()
        guard form < 4 else { throw PackedDamage() }
        if form & 1 == 0 { lastFile = try text() }
        return SourceSpan(file: lastFile, range: form & 2 == 0 ? nil : try range())
    }

    /// A range as a place has it: its start and its length.
    package mutating func range() throws(PackedDamage) -> Range<Int> {
        let start = try count()
        let (end, isTooFar) = start.addingReportingOverflow(try count())
        guard !isTooFar else { throw PackedDamage() }
        return start..<end
    }
}
