/// A growing buffer of UTF-8 bytes, passed `inout` to everything that writes text.
package struct ByteWriter: Sendable {
    /// What has been written.
    package var bytes: [UInt8]

    /// Starts empty, with room for `capacity` bytes.
    package init(reservingCapacity capacity: Int = 0) {
        bytes = []
        bytes.reserveCapacity(capacity)
    }

    /// Bytes written so far.
    package var count: Int { bytes.count }

    /// What has been written, as text. Bytes that are not UTF-8 become U+FFFD.
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    /// One byte as it is.
    package mutating func append(_ byte: UInt8) { bytes.append(byte) }

    /// Text in UTF-8, nothing escaped.
    package mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { bytes.append(contentsOf: $0) }
    }

    /// Text of the program itself, without making a `String` of it.
    package mutating func append(_ text: StaticString) {
        bytes.append(
            contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    /// Bytes as they are; the caller answers for their encoding.
    package mutating func append(_ other: [UInt8]) { bytes.append(contentsOf: other) }

    /// The same for a part of an array.
    package mutating func append(_ slice: ArraySlice<UInt8>) { bytes.append(contentsOf: slice) }

    /// The same for memory that is only borrowed.
    package mutating func append(_ buffer: UnsafeBufferPointer<UInt8>) {
        bytes.append(contentsOf: buffer)
    }

    /// A number in decimal digits.
    package mutating func append(decimal number: Int) { append(String(number)) }

    /// Text for an HTML or XML text node or a quoted attribute: `& < > "` are escaped.
    package mutating func appendEscaped(_ text: String) {
        var text = text
        text.withUTF8 { appendEscaped($0) }
    }

    /// The same for bytes that are UTF-8 already.
    package mutating func appendEscaped(_ buffer: UnsafeBufferPointer<UInt8>) {
        var start = 0
        for (index, byte) in buffer.enumerated() {
            let entity: StaticString
            switch byte {
            case 0x26: entity = "&amp;"
            case 0x3C: entity = "&lt;"
            case 0x3E: entity = "&gt;"
            case 0x22: entity = "&quot;"
            default: continue
            }
            bytes.append(contentsOf: buffer[start..<index])
            append(entity)
            start = index + 1
        }
        bytes.append(contentsOf: buffer[start...])
    }
}
