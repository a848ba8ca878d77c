/// What Exif data tell about people, and how a picture is to be turned.
///
/// - Source: CIPA DC-008 (Exif 3.0); TIFF 6.0, section 2; Microsoft's tag XPAuthor.
struct ExifFacts {
    private static let directories = 8
    private static let entries = 1000
    /// Latitudes, longitudes, and the name of an area.
    private static let places: Set<Int> = [2, 4, 20, 22, 28]

    /// Names of those who made the picture or own the camera.
    private(set) var authors: [String] = []
    /// Whether they tell where the picture was taken.
    private(set) var hasPosition = false
    /// Whether they hold the number of a camera or a lens.
    private(set) var hasDevice = false
    /// From 1, which is upright, to 8.
    private(set) var orientation = 1

    private let bytes: ArraySlice<UInt8>
    private let isBigEndian: Bool

    /// Reads Exif data from their TIFF header on; what comes before a fault in them counts.
    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        isBigEndian = bytes.first == 0x4D
        guard bytes.starts(with: "MM\0*".utf8) || bytes.starts(with: "II*\0".utf8),
            let first = number(at: 4, 4)
        else { return }
        var waiting: [(place: Int, isPosition: Bool)] = [(first, false)]
        var seen: Set<Int> = []
        while let next = waiting.popLast(), seen.count < Self.directories {
            guard next.place > 0, seen.insert(next.place).inserted else { continue }
            let isFirst = seen.count == 1
            guard let count = number(at: next.place, 2) else { continue }
            for index in 0..<min(count, Self.entries) {
                let place = next.place + 2 + 12 * index
                guard let tag = number(at: place, 2) else { break }
                if next.isPosition {
                    hasPosition = hasPosition || Self.places.contains(tag)
                } else {
                    read(tag, at: place, isFirst, &waiting)
                }
            }
            if !next.isPosition, let following = number(at: next.place + 2 + 12 * count, 4) {
                waiting.append((following, false))
            }
        }
    }

    private mutating func read(
        _ tag: Int, at place: Int, _ isFirst: Bool,
        _ waiting: inout [(place: Int, isPosition: Bool)]
    ) {
        switch tag {
        case 0x0112:
            if isFirst, let value = number(at: place + 8, 2), 1...8 ~= value { orientation = value }
        case 0x8769: number(at: place + 8, 4).map { waiting.append(($0, false)) }
        case 0x8825: number(at: place + 8, 4).map { waiting.append(($0, true)) }
        // Artist, CameraOwnerName, Photographer, ImageEditor.
        case 0x013B, 0xA430, 0xA437, 0xA438: addAuthor(text(at: place))
        case 0x9C9D: addAuthor(wideText(at: place))
        // BodySerialNumber, LensSerialNumber, and the number of DNG's camera.
        case 0xA431, 0xA435, 0xC62F: hasDevice = hasDevice || text(at: place)?.disclosed != nil
        default: break
        }
    }

    private mutating func addAuthor(_ name: String?) {
        if let name, name.disclosed != nil, authors.count < 20 { authors.append(name) }
    }

    private func text(at place: Int) -> String? {
        guard let value = value(at: place) else { return nil }
        let content = value.prefix { $0 != 0 }
        return PDFText.decodeGuessing(Array(content))
    }

    private func wideText(at place: Int) -> String? {
        guard let value = value(at: place).map({ Array($0) }) else { return nil }
        let units = stride(from: 0, to: value.count - 1, by: 2).map {
            UInt16(value[$0 + 1]) << 8 | UInt16(value[$0])
        }
        return String(decoding: units.prefix { $0 != 0 }, as: UTF16.self)
    }

    /// An entry's value: in the entry itself where it has at most four bytes.
    private func value(at place: Int) -> ArraySlice<UInt8>? {
        guard let count = number(at: place + 4, 4), count <= bytes.count else { return nil }
        let start = count <= 4 ? place + 8 : number(at: place + 8, 4)
        guard let start, start <= bytes.count - count else { return nil }
        return bytes.dropFirst(start).prefix(count)
    }

    /// A number of `count` bytes, at most four; `place` counts from the TIFF header.
    private func number(at place: Int, _ count: Int) -> Int? {
        guard place >= 0, place <= bytes.count - count else { return nil }
        let part = bytes.dropFirst(place).prefix(count)
        return isBigEndian
            ? part.reduce(0) { $0 << 8 | Int($1) } : part.reversed().reduce(0) { $0 << 8 | Int($1) }
    }
}

extension ExifFacts {
    /// Exif data that say nothing but how the picture is to be turned.
    static func upright(_ orientation: Int) -> [UInt8] {
        Array("MM\0*".utf8) + [0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1]
            + [0, UInt8(clamping: orientation), 0, 0, 0, 0, 0, 0]
    }
}
