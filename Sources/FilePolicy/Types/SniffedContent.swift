/// What bytes are, told without the file's name.
enum SniffedContent: Hashable {
    /// Of a type that may be published.
    case type(FileType)
    /// A zip file; what is in it tells the type.
    case zip
    /// Text without a signature; the name tells the type.
    case text
    /// Known, and never published.
    case foreign(ForeignFormat)
    /// None of these.
    case unknown

    init(_ bytes: ArraySlice<UInt8>) {
        let fields = ByteFields(bytes)
        if let structured = Self.container(fields) {
            self = structured
        } else if let known = Self.signature(fields) {
            self = known
        } else if let markup = Markup(bytes) {
            self = markup.content
        } else if isText(bytes) {
            self = .text
        } else if fields.has("MZ") || fields.has("ZM") {
            self = .foreign(.windowsProgram)
        } else {
            self = .unknown
        }
    }

    private static func signature(_ fields: ByteFields) -> SniffedContent? {
        for signature in Signature.all where fields.has(signature.bytes, at: signature.offset) {
            // A short word may begin a text as well.
            let isScript = signature.content == .foreign(.script)
            if signature.bytes.count < 5, !isScript, isText(fields.bytes) { continue }
            return signature.content
        }
        return nil
    }

    /// Formats that say what they are a few bytes after their start.
    private static func container(_ fields: ByteFields) -> SniffedContent? {
        if fields.has("RIFF") {
            if fields.has("WEBP", at: 8) { return .type(.webp) }
            if fields.has("WAVE", at: 8) || fields.has("AVI ", at: 8) {
                return .foreign(.otherVideo)
            }
        }
        if fields.has("ftyp", at: 4) { return mediaFile(fields) }
        if fields.has([0x1A, 0x45, 0xDF, 0xA3]) {
            return WebMHeader(fields)?.documentType == "webm" ? .type(.webm) : .foreign(.matroska)
        }
        if MP3Frame(fields, at: 0) != nil { return .type(.mp3) }
        return nil
    }

    /// - Source: ISO/IEC 14496-12, "File Type Box"; AV1 Image File Format, section 6.
    private static func mediaFile(_ fields: ByteFields) -> SniffedContent {
        let length = min(fields.big32(at: 0) ?? 0, 4096)
        var brands: [String] = []
        for offset in stride(from: 8, through: length - 4, by: 4) where offset != 12 {
            guard let brand = fields.slice(at: offset, 4) else { break }
            brands.append(String(decoding: brand, as: UTF8.self))
        }
        guard let major = brands.first else { return .unknown }
        if brands.contains("avif") || brands.contains("avis") { return .type(.avif) }
        let picture = ["heic", "heix", "mif1", "msf1", "hevc", "qt  ", "crx "]
        if picture.contains(major) { return .foreign(.otherVideo) }
        let film = ["isom", "iso2", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "M4V ", "M4A "]
        return brands.contains(where: film.contains) ? .type(.mp4) : .foreign(.otherVideo)
    }
}
