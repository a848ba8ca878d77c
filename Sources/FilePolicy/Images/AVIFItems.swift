/// Where the items of an AVIF image lie that are no pictures: Exif data and XMP packets.
///
/// - Source: ISO/IEC 14496-12, 8.11.3 (iloc) and 8.11.6 (infe); ISO/IEC 23008-12, annex A.
struct AVIFItems {
    /// What an item is.
    enum Kind {
        case exif
        case packet
    }

    private static let limit = 10_000

    private var kinds: [Int: Kind] = [:]
    private var places: [Int: Range<Int>] = [:]

    /// Reads an `infe` box: the kind of one item.
    mutating func readKind(_ content: ArraySlice<UInt8>) throws(ImageFault) {
        var cursor = ImageCursor(content)
        let version = try cursor.bigEndian(4) >> 24
        guard version >= 2 else { return }
        let number = try cursor.bigEndian(version == 2 ? 2 : 4)
        _ = try cursor.take(2)
        switch String(decoding: try cursor.take(4), as: UTF8.self) {
        case "Exif": kinds[number] = .exif
        case "mime": kinds[number] = .packet
        default: break
        }
    }

    /// Reads an `iloc` box: where the items lie, as far as each is one piece of the file.
    mutating func readPlaces(_ content: ArraySlice<UInt8>) throws(ImageFault) {
        var cursor = ImageCursor(content)
        let version = try cursor.bigEndian(4) >> 24
        let sizes = try cursor.bigEndian(2)
        let (offsetSize, lengthSize) = (sizes >> 12, sizes >> 8 & 15)
        let (baseSize, indexSize) = (sizes >> 4 & 15, version == 0 ? 0 : sizes & 15)
        guard [offsetSize, lengthSize, baseSize, indexSize].allSatisfy({ $0 <= 8 }) else {
            throw .malformed
        }
        let count = try cursor.bigEndian(version < 2 ? 2 : 4)
        guard count <= Self.limit else { throw .malformed }
        for _ in 0..<count {
            let number = try cursor.bigEndian(version < 2 ? 2 : 4)
            let method = version == 0 ? 0 : try cursor.bigEndian(2) & 15
            _ = try cursor.take(2)
            let base = try cursor.bigEndian(baseSize)
            let pieces = try cursor.bigEndian(2)
            for _ in 0..<pieces {
                _ = try cursor.take(indexSize)
                let offset = try cursor.bigEndian(offsetSize)
                let length = try cursor.bigEndian(lengthSize)
                let (start, isFar) = base.addingReportingOverflow(offset)
                let (end, isFarther) = start.addingReportingOverflow(length)
                guard !isFar, !isFarther else { throw .malformed }
                if method == 0, pieces == 1 { places[number] = start..<end }
            }
        }
    }

    /// Hands on what the items tell about people.
    func disclose(in file: ArraySlice<UInt8>, to facts: inout ImageFacts) {
        for (number, kind) in kinds.sorted(by: { $0.key < $1.key }) {
            guard let place = places[number], place.upperBound <= file.count else {
                // Scattered data are not put together here; there is something, though.
                facts.takeDevice()
                continue
            }
            let content = file.dropFirst(place.lowerBound).prefix(place.count)
            switch kind {
            case .packet: facts.takeXMP(content)
            // Behind the place of the TIFF header, which is nearly always the next byte.
            case .exif: facts.takeExif(content.drop { $0 != 0x49 && $0 != 0x4D })
            }
        }
    }
}
