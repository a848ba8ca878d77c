import Core

extension ByteWriter {
    /// Text for a text node or a quoted attribute, straight from the tree.
    @inline(__always)
    mutating func appendEscaped(_ text: NodeText) {
        appendEscaped(from: text.start, count: text.count)
    }

    /// The same for `count` bytes at `start`.
    mutating func appendEscaped(from start: UnsafePointer<UInt8>, count: Int) {
        var begin = 0
        for index in 0..<count {
            let entity: StaticString
            switch start[index] {
            case 0x26: entity = "&amp;"
            case 0x3C: entity = "&lt;"
            case 0x3E: entity = "&gt;"
            case 0x22: entity = "&quot;"
            default: continue
            }
            append(UnsafeBufferPointer(start: start + begin, count: index - begin))
            append(entity)
            begin = index + 1
        }
        if begin < count {
            append(UnsafeBufferPointer(start: start + begin, count: count - begin))
        }
    }

    /// A URL for a quoted attribute: what a URL may not hold is percent-encoded, what is encoded
    /// already stays, and `&` and `'` become entities.
    mutating func appendDestination(_ url: UnsafeBufferPointer<UInt8>) {
        var begin = 0
        for (index, byte) in url.enumerated() where !byte.isSafeInURL {
            append(UnsafeBufferPointer(rebasing: url[begin..<index]))
            begin = index + 1
            switch byte {
            case 0x26: append("&amp;" as StaticString)
            case 0x27: append("&#x27;" as StaticString)
            default:
                append(0x25 as UInt8)
                append(hexDigit(byte >> 4))
                append(hexDigit(byte & 15))
            }
        }
        append(UnsafeBufferPointer(rebasing: url[begin...]))
    }

    /// The same for text.
    mutating func appendDestination(_ url: String) {
        var url = url
        url.withUTF8 { appendDestination($0) }
    }

    private func hexDigit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }
}

extension UInt8 {
    /// Letters, digits and `!#$%()*+,-./:;=?@_~`, as libcmark-gfm writes URLs.
    @inline(__always)
    fileprivate var isSafeInURL: Bool {
        self < 64
            ? (0xAFFF_FF3A_0000_0000 as UInt64) & (1 << UInt64(self)) != 0
            : self < 128 && (0x47FF_FFFE_87FF_FFFF as UInt64) & (1 << UInt64(self - 64)) != 0
    }

    /// ASCII punctuation, which a backslash may escape.
    @inline(__always)
    var isPunctuation: Bool {
        (0x21...0x2F).contains(self) || (0x3A...0x40).contains(self)
            || (0x5B...0x60).contains(self) || (0x7B...0x7E).contains(self)
    }

    @inline(__always)
    var isDigit: Bool { (0x30...0x39).contains(self) }

    @inline(__always)
    var isLetter: Bool { (0x61...0x7A).contains(self | 0x20) }

    /// A space or a tab.
    @inline(__always)
    var isBlank: Bool { self == 0x20 || self == 0x09 }
}
