import Core

/// Checks that a video, a recording or a font is whole and that nothing follows it.
func examineMedia(_ bytes: ArraySlice<UInt8>, _ type: FileType, _ found: inout Examination) {
    let fields = ByteFields(bytes)
    switch type {
    case .mp4: examineMP4(fields, &found)
    case .webm where !isWholeWebM(fields): found.refuse(.brokenMedia(type))
    case .mp3 where !isMP3(fields): found.refuse(.brokenMedia(type))
    case .woff2 where !isWholeWOFF2(fields): found.refuse(.brokenMedia(type))
    default: break
    }
}

/// Walks the boxes of the top level, which must end where the file does.
///
/// - Source: ISO/IEC 14496-12, section 4.2.
private func examineMP4(_ fields: ByteFields, _ found: inout Examination) {
    var place = 0
    var film: (start: Int, length: Int)?
    var boxes = 0
    while place < fields.count {
        boxes += 1
        guard boxes < 100_000, var length = fields.big32(at: place),
            let name = fields.slice(at: place + 4, 4),
            name.allSatisfy({ (0x20...0x7E).contains($0) || $0 == 0xA9 })
        else { return found.refuse(.brokenMedia(.mp4)) }
        if length == 1 { length = fields.big64(at: place + 8) ?? 0 }
        if fields.big32(at: place) == 0 { length = fields.count - place }
        guard length >= 8, length <= fields.count - place else {
            return found.refuse(.brokenMedia(.mp4))
        }
        if name.elementsEqual("moov".utf8) { film = (place, length) }
        place += length
    }
    guard let film, let box = fields.slice(at: film.start, film.length) else {
        return found.refuse(.brokenMedia(.mp4))
    }
    // Telephones write where a film was taken: Android `©xyz`, Apple a key of this name.
    let marks: [[UInt8]] = [
        [0xA9, 0x78, 0x79, 0x7A], Array("com.apple.quicktime.location.ISO6709".utf8),
    ]
    if marks.contains(where: { ByteFields(box).offset(of: $0) != nil }) {
        found.disclose(.position, nil, isRemovable: false)
    }
}

/// A header that says `webm`, and one segment to the file's end.
private func isWholeWebM(_ fields: ByteFields) -> Bool {
    guard let header = WebMHeader(fields) else { return false }
    var place = header.end
    var hasSegment = false
    for _ in 0..<1000 where place < fields.count {
        guard let element = EBMLElement(fields, at: place) else { return false }
        switch element.id {
        case 0x1853_8067:
            hasSegment = true
            guard let length = element.length else { return true }
            guard length <= fields.count - element.contents else { return false }
            place = element.contents + length
        case 0xEC, 0xBF:
            guard let length = element.length, length <= fields.count - element.contents else {
                return false
            }
            place = element.contents + length
        default: return false
        }
    }
    return hasSegment && place == fields.count
}

/// Tags, if any, and then two frames of sound, or one that ends the file.
///
/// - Source: ID3v2.4, section 3.1.
private func isMP3(_ fields: ByteFields) -> Bool {
    var place = 0
    for _ in 0..<16 where fields.has("ID3", at: place) {
        guard let size = fields.slice(at: place + 6, 4), size.allSatisfy({ $0 < 0x80 }) else {
            return false
        }
        let hasFooter = (fields.byte(at: place + 5) ?? 0) & 0x10 != 0
        place += 10 + size.reduce(0) { $0 << 7 | Int($1) } + (hasFooter ? 10 : 0)
    }
    // Encoders align the first frame with zero bytes.
    while fields.byte(at: place) == 0 { place += 1 }
    guard let first = MP3Frame(fields, at: place) else { return false }
    let next = place + first.length
    return next >= fields.count || MP3Frame(fields, at: next) != nil || fields.has("TAG", at: next)
}

/// - Source: W3C, WOFF File Format 2.0, section 4.1.
private func isWholeWOFF2(_ fields: ByteFields) -> Bool {
    guard let length = fields.big32(at: 8), let packed = fields.big32(at: 20) else { return false }
    return length == fields.count && packed > 0 && packed <= length - 48
}

extension PolicyRule {
    fileprivate static func brokenMedia(_ type: FileType) -> PolicyRule {
        PolicyRule(
            id: "media-malformed",
            en: "the file begins as \(type.title.en), but it is cut off, damaged, or followed by "
                + "something else; export it again",
            ja: "「\(type.title.ja)」として始まっていますが、途中で切れているか、壊れているか、"
                + "後ろに別のデータが付いています。書き出し直してください")
    }
}
