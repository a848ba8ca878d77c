import Core

/// A text that a PNG image holds under a keyword.
///
/// - Source: Portable Network Graphics (PNG) Specification, third edition, 11.3.3.
struct PNGText {
    private static let limit = 16 << 20

    /// `Author`, `Raw profile type exif`, or whatever a program likes.
    let keyword: String
    /// Latin-1 or UTF-8; or what a program packed as text.
    let content: [UInt8]

    /// Reads a `tEXt`, `zTXt` or `iTXt` chunk; nil where it is too short to hold anything.
    init?(_ chunk: PNGStructure.Chunk) throws(ImageFault) {
        let name = chunk.content.prefix { $0 != 0 }
        keyword = String(decoding: name, as: UTF8.self)
        var rest = chunk.content[name.endIndex...].dropFirst()
        switch chunk.name {
        case "tEXt": content = Array(rest)
        case "zTXt": content = try Self.inflated(rest.dropFirst(), limit: Self.limit)
        default:
            guard rest.count >= 2 else { return nil }
            let isPacked = rest.first != 0
            rest = rest.dropFirst(2)
            // The language, then the keyword in that language.
            for _ in 0..<2 { rest = rest.drop { $0 != 0 }.dropFirst() }
            content = isPacked ? try Self.inflated(rest, limit: Self.limit) : Array(rest)
        }
    }

    /// Unpacks a zlib stream, with a bound.
    static func inflated(
        _ packed: ArraySlice<UInt8>, limit: Int
    ) throws(ImageFault) -> [UInt8] {
        let inflation = Inflation(packed, .zlib, limit: limit)
        switch inflation.end {
        case .complete: return inflation.bytes
        case .limit: throw .metadata
        case .truncated, .malformed: throw .malformed
        }
    }

    /// Hands on what it tells about people.
    func disclose(to facts: inout ImageFacts) {
        switch keyword.lowercased() {
        case "author", "artist": facts.takeAuthor(PDFText.decodeGuessing(content))
        case "xml:com.adobe.xmp": facts.takeXMP(content[...])
        case "raw profile type exif", "raw profile type app1": takeRaw(&facts)
        case "raw profile type xmp": facts.takeXMP(rawProfile[...])
        case "raw profile type iptc", "raw profile type 8bim":
            for author in IPTC.authors(rawProfile[...]) { facts.takeAuthor(author) }
        default: break
        }
    }

    private func takeRaw(_ facts: inout ImageFacts) {
        let raw = rawProfile[...]
        if raw.starts(with: JPEGStructure.exifHeader) {
            facts.takeExif(raw.dropFirst(JPEGStructure.exifHeader.count))
        } else if raw.starts(with: JPEGStructure.xmpHeader) {
            facts.takeXMP(raw.dropFirst(JPEGStructure.xmpHeader.count))
        } else {
            facts.takeExif(raw)
        }
    }

    /// ImageMagick's way: a line feed, a name, a length, then hexadecimal digits.
    private var rawProfile: [UInt8] {
        let lines = content.split(separator: 0x0A, maxSplits: 2)
        guard lines.count == 3 else { return [] }
        let digits = lines[2].compactMap(\.hexDigit)
        return stride(from: 0, to: digits.count - 1, by: 2).map {
            digits[$0] << 4 | digits[$0 + 1]
        }
    }
}
