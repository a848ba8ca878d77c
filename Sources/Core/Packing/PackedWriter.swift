/// Writes values as bytes that only the same program reads again: numbers in as few bytes as they
/// need, texts with their length, and the file of a place only where it differs from the last.
package struct PackedWriter: Sendable {
    /// What has been written.
    package private(set) var bytes: [UInt8] = []
    private var lastFile = ""

    /// Starts empty, with room for `capacity` bytes.
    package init(reservingCapacity capacity: Int = 0) { bytes.reserveCapacity(capacity) }

    /// A number in one to ten bytes, seven bits in each, the lowest first.
    package mutating func append(_ number: UInt64) {
        var rest = number
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    /// A number that is not negative.
    package mutating func append(_ count: Int) { append(UInt64(count)) }

    /// One byte, 0 or 1.
    package mutating func append(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

    /// A text in UTF-8.
    package mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { utf8 in
            append(utf8.count)
            bytes.append(contentsOf: utf8)
        }
    }

    /// The 32 bytes of a digest.
    package mutating func append(_ digest: SHA256Digest) { bytes.append(contentsOf: digest.bytes) }

    /// Bytes with their number.
    package mutating func append(counting other: some Collection<UInt8>) {
        append(other.count)
        bytes.append(contentsOf: other)
    }

    /// Bytes as they are, whose number the reader knows from elsewhere.
    package mutating func appendUncounted(_ other: some Collection<UInt8>) {
        bytes.append(contentsOf: other)
    }

    /// A value of many.
    package mutating func append(_ value: some Packable) { value.pack(into: &self) }

    /// Values with their number.
    package mutating func append(_ values: [some Packable]) {
        append(values.count)
        for value in values { value.pack(into: &self) }
    }

    /// A value that may be missing.
    package mutating func append(_ value: (some Packable)?) {
        append(value != nil)
        value?.pack(into: &self)
    }

    /// A place; most places are in the same file as the one before.
    package mutating func append(_ span: SourceSpan) {
        // By its bytes: two files may have names that are equal as text.
        let isSame = span.file.utf8.elementsEqual(lastFile.utf8)
        append(UInt64(isSame ? 1 : 0) | UInt64(span.range == nil ? 0 : 2))
        if !isSame {
            append(span.file)
            lastFile = span.file
        }
        if let range = span.range {
            append(range.lowerBound)
            append(range.count)
        }
    }
}

/// A value that is kept between two runs of the same program.
package protocol Packable {
    /// Writes all that `init(unpacking:)` needs.
    func pack(into writer: inout PackedWriter)

    /// Reads what `pack(into:)` wrote.
    ///
    /// - Throws: `PackedDamage` where the bytes are nothing that it writes.
    init(unpacking reader: inout PackedReader) throws(PackedDamage)
}

/// Bytes that are not what a `PackedWriter` writes.
package struct PackedDamage: Error {
    /// Says nothing more: whoever reads does without.
    package init() {}
}
