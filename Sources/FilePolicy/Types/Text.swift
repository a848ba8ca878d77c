/// Whether the bytes are text: UTF-16 with a byte order mark, or any encoding in which ASCII
/// stands for itself, such as UTF-8 and Shift_JIS, without control characters.
func isText(_ bytes: ArraySlice<UInt8>) -> Bool {
    let fields = ByteFields(bytes)
    if fields.has([0xFE, 0xFF]) { return isUTF16(bytes.dropFirst(2), highFirst: true) }
    if fields.has([0xFF, 0xFE]) { return isUTF16(bytes.dropFirst(2), highFirst: false) }
    return bytes.withUnsafeBufferPointer { $0.allSatisfy { $0 >= 0x20 || isBreak(UInt16($0)) } }
}

/// Whether the bytes are UTF-8.
func isUTF8(_ bytes: ArraySlice<UInt8>) -> Bool {
    do {
        _ = try UTF8Span(validating: bytes.span)
        return true
    } catch {
        return false
    }
}

private func isUTF16(_ bytes: ArraySlice<UInt8>, highFirst: Bool) -> Bool {
    guard bytes.count.isMultiple(of: 2) else { return false }
    var expectsLow = false
    return bytes.withUnsafeBufferPointer { all in
        for place in stride(from: 0, to: all.count, by: 2) {
            let (first, second) = (UInt16(all[place]), UInt16(all[place + 1]))
            let unit = highFirst ? first << 8 | second : second << 8 | first
            guard unit >= 0x20 || isBreak(unit) else { return false }
            guard UTF16.isTrailSurrogate(unit) == expectsLow else { return false }
            expectsLow = UTF16.isLeadSurrogate(unit)
        }
        return !expectsLow
    }
}

/// Whether this is a tab, line feed, form feed or carriage return.
private func isBreak(_ unit: UInt16) -> Bool {
    unit == 9 || unit == 10 || unit == 12 || unit == 13
}

/// Whether the bytes look like one JSON text: UTF-8, a value's first and last byte, and brackets
/// that close each other. Numbers and commas are not looked at; a byte order mark may come first.
func looksLikeJSON(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard isUTF8(bytes) else { return false }
    var open: [UInt8] = []
    var values = 0
    var isQuoted = false
    var isEscaped = false
    for byte in ByteFields(bytes).has([0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes {
        if isQuoted {
            if isEscaped {
                isEscaped = false
            } else if byte == 0x5C {
                isEscaped = true
            } else {
                isQuoted = byte != 0x22
            }
            continue
        }
        switch byte {
        case 0x20, 0x09, 0x0A, 0x0D: continue
        case 0x22: isQuoted = true
        case 0x7B, 0x5B:
            guard open.count < 10_000 else { return false }
            if open.isEmpty, values > 0 { return false }
            open.append(byte + 2)
        case 0x7D, 0x5D: guard open.popLast() == byte else { return false }
        // Digits, signs, and the letters of true, false, null and exponents.
        case 0x2C, 0x3A: guard !open.isEmpty else { return false }
        case 0x30...0x39, 0x2B, 0x2D, 0x2E, 0x45: break
        case 0x61, 0x65, 0x66, 0x6C, 0x6E, 0x72, 0x73, 0x74, 0x75: break
        default: return false
        }
        values += 1
    }
    return values > 0 && open.isEmpty && !isQuoted
}
