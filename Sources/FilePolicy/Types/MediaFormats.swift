/// The beginning of a WebM or Matroska file.
///
/// - Source: RFC 8794 (EBML), section 11; RFC 9559 (Matroska).
struct WebMHeader {
    /// What the file says it is: `webm`, `matroska`.
    let documentType: String
    /// Where the element after the header begins.
    let end: Int

    init?(_ fields: ByteFields) {
        guard let head = EBMLElement(fields, at: 0), head.id == 0x1A45_DFA3,
            let length = head.length, length <= 4096
        else { return nil }
        var type = ""
        var place = head.contents
        let end = head.contents + length
        while place < end, let element = EBMLElement(fields, at: place),
            let length = element.length, length <= 4096
        {
            if element.id == 0x4282, let text = fields.slice(at: element.contents, length) {
                type = String(decoding: text.prefix { $0 != 0 }, as: UTF8.self)
            }
            place = element.contents + length
        }
        documentType = type
        self.end = end
    }
}

/// The head of one EBML element.
///
/// - Source: RFC 8794, sections 4 to 6.
struct EBMLElement {
    /// The identifier with its marker bits.
    let id: Int
    /// Where its contents begin.
    let contents: Int
    /// How long they are; nil where the file does not say, as in live recordings.
    let length: Int?

    init?(_ fields: ByteFields, at offset: Int) {
        guard let first = fields.byte(at: offset), first >= 0x10 else { return nil }
        let idLength = first.leadingZeroBitCount + 1
        guard let id = fields.slice(at: offset, idLength) else { return nil }
        let place = offset + idLength
        guard let second = fields.byte(at: place), second > 0 else { return nil }
        let width = second.leadingZeroBitCount + 1
        guard let digits = fields.slice(at: place, width) else { return nil }
        let mask = 1 << (7 * width) - 1
        let value = digits.reduce(0) { $0 << 8 | Int($1) } & mask
        self.id = id.reduce(0) { $0 << 8 | Int($1) }
        contents = place + width
        length = value == mask ? nil : value
    }
}

/// The head of one frame of MPEG audio, layer III.
///
/// - Source: ISO/IEC 11172-3, section 2.4.1.3; ISO/IEC 13818-3 for the lower sampling rates.
struct MP3Frame {
    /// Bytes to the next frame.
    let length: Int

    init?(_ fields: ByteFields, at offset: Int) {
        guard let head = fields.big32(at: offset), head >> 21 == 0x7FF else { return nil }
        let version = head >> 19 & 3
        let rateIndex = head >> 10 & 3
        let bitIndex = head >> 12 & 15
        guard version != 1, head >> 17 & 3 == 1, rateIndex < 3, (1...14).contains(bitIndex) else {
            return nil
        }
        let isFirst = version == 3
        let high = [32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320]
        let low = [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160]
        let kilobits = (isFirst ? high : low)[bitIndex - 1]
        let rate = [44_100, 48_000, 32_000][rateIndex] >> (isFirst ? 0 : version == 2 ? 1 : 2)
        length = (isFirst ? 144_000 : 72_000) * kilobits / rate + (head >> 9 & 1)
    }
}
