/// What an XMP packet tells about people.
///
/// - Source: ISO 16684-1; the namespaces of Exif 2.x in CIPA DC-010.
struct XMPFacts {
    /// Names of those who made the file or own the camera.
    private(set) var authors: [String] = []
    /// Whether it tells where a picture was taken.
    private(set) var hasPosition = false
    /// Whether it holds the number of a camera or a lens.
    private(set) var hasDevice = false

    /// Reads a packet; what comes before a fault in it counts.
    init(_ packet: some Collection<UInt8>, _ limits: FilePolicy.Limits) {
        let content = packet.drop { $0 <= 0x20 }.reversed().drop { $0 <= 0x20 }.reversed()
        var depth = 0
        var text: [UInt8] = []
        _ = readXML(Array(content)[...], limits) { event in
            switch event {
            case .start(let element):
                for attribute in element.attributes { take(attribute.name, attribute.value) }
                if depth > 0 || Self.isAuthor(element.name) { depth += 1 }
                if depth == 0 { take(element.name, nil) }
            case .text(let more):
                if depth > 0, text.count < 4096 { text += more.buffer }
            case .end:
                guard depth > 0 else { return }
                depth -= 1
                // Several names stand in a list, each in an element of its own.
                add(String(decoding: text, as: UTF8.self))
                text = []
            case .instruction, .doctype: break
            }
        }
    }

    private mutating func take(_ name: XMLName, _ value: XMLBytes?) {
        if authors.count < Self.most, Self.isAuthor(name), let value { add(value.text) }
        switch (name.space, name.local) {
        case (Self.exif, "GPSLatitude"), (Self.exif, "GPSLongitude"): hasPosition = true
        case (Self.exifEX, "BodySerialNumber"), (Self.exifEX, "LensSerialNumber"),
            (Self.aux, "SerialNumber"), (Self.aux, "LensSerialNumber"):
            hasDevice = true
        default: break
        }
    }

    private mutating func add(_ author: String) {
        if authors.count < Self.most, author.disclosed != nil { authors.append(author) }
    }

    private static let most = 20
    private static let exif: StaticString = "http://ns.adobe.com/exif/1.0/"
    private static let exifEX: StaticString = "http://cipa.jp/exif/1.0/"
    private static let aux: StaticString = "http://ns.adobe.com/exif/1.0/aux/"

    private static func isAuthor(_ name: XMLName) -> Bool {
        switch (name.space, name.local) {
        case ("http://purl.org/dc/elements/1.1/", "creator"),
            ("http://ns.adobe.com/pdf/1.3/", "Author"),
            ("http://ns.adobe.com/tiff/1.0/", "Artist"), (exifEX, "CameraOwnerName"),
            (aux, "OwnerName"):
            true
        default: false
        }
    }
}
