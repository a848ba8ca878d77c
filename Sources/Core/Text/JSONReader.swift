extension JSONValue {
    /// Reads one JSON text, strictly: no byte order mark, comment, trailing comma, lone surrogate
    /// or member named twice; at most 64 levels deep.
    ///
    /// A number with a fraction, with an exponent or beyond 64 bits is an error too: nothing that
    /// Hakusho writes has one.
    ///
    /// - Throws: `JSONError` with the place.
    /// - Source: RFC 8259.
    package init(parsing bytes: [UInt8]) throws(JSONError) {
        var reader = JSONReader(bytes: bytes)
        reader.skipSpace()
        self = try reader.readValue(depth: 0)
        reader.skipSpace()
        guard reader.offset == bytes.count else { throw reader.error(.extraText) }
    }

    /// The member's value; nil where this is no object or has no such member.
    package subscript(member name: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.key == name }?.value
    }
}

/// Why a text is not the JSON that Hakusho reads, and where.
package struct JSONError: Error, Hashable, Sendable {
    /// What is wrong.
    package enum Reason: String, Sendable {
        case endOfText = "the text ends too early"
        case extraText = "there is more text after the value"
        case unexpectedByte = "a value, name, comma or bracket is expected here"
        case badString = "the string has a raw control character or a bad escape"
        case badEncoding = "the string is not UTF-8"
        case badNumber = "the number is not a whole number of 64 bits"
        case memberTwice = "the object names a member twice"
        case tooDeep = "the values are nested too deep"
    }

    /// What the reader met; the raw value says it in English, without a full stop.
    package let reason: Reason
    /// Byte offset in the text.
    package let offset: Int
}

/// Reads JSON from bytes, from `offset` on.
private struct JSONReader {
    let bytes: [UInt8]
    var offset = 0

    func error(_ reason: JSONError.Reason, at place: Int? = nil) -> JSONError {
        JSONError(
            reason: place == nil && offset >= bytes.count ? .endOfText : reason,
            offset: place ?? offset)
    }

    mutating func skipSpace() {
        while offset < bytes.count {
            switch bytes[offset] {
            case 0x20, 0x0A, 0x0D, 0x09: offset += 1
            default: return
            }
        }
    }

    mutating func readValue(depth: Int) throws(JSONError) -> JSONValue {
        guard offset < bytes.count else { throw error(.endOfText) }
        guard depth < 64 else { throw error(.tooDeep) }
        switch bytes[offset] {
        case 0x7B: return try readObject(depth: depth)
        case 0x5B: return try readArray(depth: depth)
        case 0x22: return .string(try readString())
        case 0x2D, 0x30...0x39: return .number(try readNumber())
        case 0x74: return try readWord("true", .bool(true))
        case 0x66: return try readWord("false", .bool(false))
        case 0x6E: return try readWord("null", .null)
        default: throw error(.unexpectedByte)
        }
    }

    private mutating func readWord(
        _ word: StaticString, _ value: JSONValue
    ) throws(JSONError) -> JSONValue {
        for index in 0..<word.utf8CodeUnitCount {
            guard offset < bytes.count, bytes[offset] == word.utf8Start[index] else {
                throw error(.unexpectedByte)
            }
            offset += 1
        }
        return value
    }

    /// Steps over `byte`; false where another stands there.
    private mutating func take(_ byte: UInt8) -> Bool {
        guard offset < bytes.count, bytes[offset] == byte else { return false }
        offset += 1
        return true
    }

    private mutating func readArray(depth: Int) throws(JSONError) -> JSONValue {
        var elements: [JSONValue] = []
        offset += 1
        skipSpace()
        if take(0x5D) { return .array([]) }
        while true {
            elements.append(try readValue(depth: depth + 1))
            skipSpace()
            if take(0x5D) { return .array(elements) }
            guard take(0x2C) else { throw error(.unexpectedByte) }
            skipSpace()
        }
    }

    private mutating func readObject(depth: Int) throws(JSONError) -> JSONValue {
        var members: [(key: String, value: JSONValue)] = []
        // Strings that are canonically equal count as one name, as they do for whoever asks.
        var names = Set<String>()
        offset += 1
        skipSpace()
        if take(0x7D) { return .object([]) }
        while true {
            let start = offset
            guard offset < bytes.count, bytes[offset] == 0x22 else { throw error(.unexpectedByte) }
            let name = try readString()
            guard names.insert(name).inserted else {
                throw error(.memberTwice, at: start)
            }
            skipSpace()
            guard take(0x3A) else { throw error(.unexpectedByte) }
            skipSpace()
            members.append((name, try readValue(depth: depth + 1)))
            skipSpace()
            if take(0x7D) { return .object(members) }
            guard take(0x2C) else { throw error(.unexpectedByte) }
            skipSpace()
        }
    }

    private mutating func readNumber() throws(JSONError) -> Int {
        let start = offset
        let negative = take(0x2D)
        guard offset < bytes.count else { throw error(.endOfText) }
        var value = 0
        let firstDigit = offset
        while offset < bytes.count, (0x30...0x39).contains(bytes[offset]) {
            let digit = Int(bytes[offset] - 0x30)
            let (tens, over) = value.multipliedReportingOverflow(by: 10)
            let (sum, overToo) = tens.subtractingReportingOverflow(digit)
            guard !over, !overToo else { throw error(.badNumber, at: start) }
            value = sum
            offset += 1
        }
        let digits = offset - firstDigit
        let goesOn = offset < bytes.count && [0x2E, 0x65, 0x45].contains(bytes[offset])
        guard digits > 0, digits == 1 || bytes[firstDigit] != 0x30, !goesOn,
            negative || value != .min
        else { throw error(.badNumber, at: start) }
        return negative ? value : -value
    }

    private mutating func readString() throws(JSONError) -> String {
        let start = offset
        offset += 1
        var text: [UInt8] = []
        var copied = offset
        while offset < bytes.count {
            switch bytes[offset] {
            case 0x22:
                let plain = bytes[copied..<offset]
                offset += 1
                let whole =
                    text.isEmpty
                    ? String(validating: plain, as: UTF8.self)
                    : String(validating: text + plain, as: UTF8.self)
                guard let whole else { throw error(.badEncoding, at: start) }
                return whole
            case 0x5C:
                text += bytes[copied..<offset]
                try readEscape(into: &text)
                copied = offset
            case 0..<0x20: throw error(.badString)
            default: offset += 1
            }
        }
        throw error(.endOfText)
    }

    private mutating func readEscape(into text: inout [UInt8]) throws(JSONError) {
        let start = offset
        offset += 1
        guard offset < bytes.count else { throw error(.endOfText) }
        let letter = bytes[offset]
        offset += 1
        switch letter {
        case 0x22, 0x5C, 0x2F: text.append(letter)
        case 0x62: text.append(0x08)
        case 0x66: text.append(0x0C)
        case 0x6E: text.append(0x0A)
        case 0x72: text.append(0x0D)
        case 0x74: text.append(0x09)
        case 0x75:
            var code = try readHex(from: start)
            if (0xD800..<0xDC00).contains(code) {
                guard take(0x5C), take(0x75) else { throw error(.badString, at: start) }
                let low = try readHex(from: start)
                guard (0xDC00..<0xE000).contains(low) else { throw error(.badString, at: start) }
                code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
            }
            guard let scalar = Unicode.Scalar(code) else { throw error(.badString, at: start) }
            text += Array(String(Character(scalar)).utf8)
        default: throw error(.badString, at: start)
        }
    }

    private mutating func readHex(from start: Int) throws(JSONError) -> UInt32 {
        var code: UInt32 = 0
        for _ in 0..<4 {
            guard offset < bytes.count else { throw error(.endOfText) }
            guard let digit = Character(Unicode.Scalar(bytes[offset])).hexDigitValue else {
                throw error(.badString, at: start)
            }
            code = code << 4 | UInt32(digit)
            offset += 1
        }
        return code
    }
}
