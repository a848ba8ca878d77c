/// Why an image is refused.
enum ImageFault: Error {
    /// It ends too early, or its structure makes no sense.
    case malformed
    /// Something stands behind its end.
    case trailingData
    /// It is larger than the limits.
    case pixels
    /// A text in it unpacks to too much.
    case metadata
}

/// Walks an image to its exact end and notes what it tells about people.
func examineImage(
    _ bytes: ArraySlice<UInt8>, _ type: FileType, _ limits: FilePolicy.Limits,
    _ found: inout Examination
) {
    var facts = ImageFacts(limits)
    do throws(ImageFault) {
        switch type {
        case .png: _ = try PNGStructure(bytes, &facts)
        case .jpeg: _ = try JPEGStructure(bytes, &facts)
        case .gif: try walkGIF(bytes, &facts)
        case .webp: try walkWebP(bytes, &facts)
        case .avif: try walkAVIF(bytes, &facts)
        case .ico: try walkICO(bytes, &facts)
        default: preconditionFailure("'\(type)' is no image that is walked here")
        }
    } catch {
        switch error {
        case .malformed: found.refuse(.imageMalformed)
        case .trailingData: found.refuse(.imageTrailingData)
        case .pixels: found.refuse(.imagePixels)
        case .metadata: found.refuse(.imageMetadata)
        }
    }
    facts.disclose(to: &found, isRemovable: type == .jpeg || type == .png)
}

/// What is gathered while an image is walked.
struct ImageFacts {
    let limits: FilePolicy.Limits
    private(set) var pixels = 0
    private(set) var people = People()

    init(_ limits: FilePolicy.Limits) { self.limits = limits }

    /// Counts a picture or a frame of it.
    mutating func count(width: Int, height: Int) throws(ImageFault) {
        guard width > 0, height > 0 else { throw .malformed }
        let (area, isHuge) = width.multipliedReportingOverflow(by: height)
        let (sum, isHuger) = pixels.addingReportingOverflow(area)
        guard !isHuge, !isHuger, sum <= limits.pixels else { throw .pixels }
        pixels = sum
    }

    /// Takes the surface on which frames are drawn, which are counted by themselves.
    func checkCanvas(width: Int, height: Int) throws(ImageFault) {
        var empty = ImageFacts(limits)
        try empty.count(width: width, height: height)
    }

    /// Takes Exif data, from its TIFF header on.
    mutating func takeExif(_ bytes: ArraySlice<UInt8>) {
        people.add(ExifFacts(bytes))
    }

    /// Takes an XMP packet.
    mutating func takeXMP(_ bytes: ArraySlice<UInt8>) {
        people.add(XMPFacts(bytes, limits))
    }

    /// Takes the name of somebody who made the picture.
    mutating func takeAuthor(_ name: String) { people.authors.append(name) }

    /// Takes note of data about the camera that are not looked into.
    mutating func takeDevice() { people.hasDevice = true }

    /// Hands on what was gathered.
    func disclose(to found: inout Examination, isRemovable: Bool) {
        if people.hasPosition { found.disclose(.position, nil, isRemovable: isRemovable) }
        for author in people.authors.prefix(20) where author.disclosed != nil {
            found.disclose(.author, author, isRemovable: isRemovable)
        }
        if people.hasDevice { found.disclose(.device, nil, isRemovable: isRemovable) }
    }
}

/// What the metadata of an image tell about people.
struct People {
    var authors: [String] = []
    var hasPosition = false
    var hasDevice = false

    mutating func add(_ exif: ExifFacts) {
        authors += exif.authors
        hasPosition = hasPosition || exif.hasPosition
        hasDevice = hasDevice || exif.hasDevice
    }

    mutating func add(_ packet: XMPFacts) {
        authors += packet.authors
        hasPosition = hasPosition || packet.hasPosition
        hasDevice = hasDevice || packet.hasDevice
    }
}
