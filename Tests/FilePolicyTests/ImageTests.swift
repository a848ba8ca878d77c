import Core
import Testing

@testable import FilePolicy

@Suite struct ImageTests {
    private func examine(
        _ bytes: [UInt8], _ type: FileType, _ limits: FilePolicy.Limits = .init()
    ) -> Examination {
        var found = Examination()
        examineImage(bytes[...], type, limits, &found)
        return found
    }

    static let samples: [(FileType, [UInt8])] = [
        (.png, PNGSample.image()),
        (.jpeg, ImageSample.jpeg), (.jpeg, ImageSample.progressiveJPEG),
        (.gif, ImageSample.gif),
        (.webp, ImageSample.webp), (.webp, ImageSample.losslessWebP),
        (.webp, ImageSample.animatedWebP),
        (.avif, ImageSample.avif),
        (.ico, ImageSample.ico), (.ico, ImageSample.bitmapICO),
    ]

    @Test(arguments: samples)
    func passesAWholeImage(type: FileType, bytes: [UInt8]) {
        let found = examine(bytes, type)
        #expect(found.refusals.isEmpty)
        #expect(found.unscannable == nil)
    }

    @Test(arguments: samples)
    func refusesWhatStandsBehindAnImage(type: FileType, bytes: [UInt8]) {
        for tail in ["PK\u{3}\u{4}aaaaaaaa", "<script>alert(1)</script>", "\0", "\n"] {
            let found = examine(bytes + Array(tail.utf8), type)
            #expect(["trailing-data", "malformed-image"].contains(found.refusals.first?.id))
        }
        let found = examine(bytes + Array("\0\0\0\u{10}PK\u{3}\u{4}AAAAAAAAAAAA".utf8), type)
        #expect(found.refusals.map(\.id) == ["trailing-data"])
    }

    @Test(arguments: samples)
    func refusesAnImageThatIsCutOffAnywhere(type: FileType, bytes: [UInt8]) {
        for count in 0..<bytes.count {
            let found = examine(Array(bytes.prefix(count)), type)
            #expect(!found.refusals.isEmpty, "\(count) of \(bytes.count)")
        }
    }

    @Test(arguments: samples)
    func refusesAnImageThatIsTooLarge(type: FileType, bytes: [UInt8]) {
        var limits = FilePolicy.Limits()
        limits.pixels = 3
        #expect(examine(bytes, type, limits).refusals.map(\.id) == ["too-many-pixels"])
    }

    @Test(arguments: samples)
    func survivesThousandsOfMutations(type: FileType, bytes: [UInt8]) {
        for mutant in Mutations(of: bytes, count: 1500, seed: 7) {
            _ = examine(mutant, type)
            _ = FilePolicy().withoutDisclosures(mutant, of: type)
        }
    }

    private static func png(_ parts: [UInt8]...) -> [UInt8] {
        PNGStructure.signature + parts.flatMap(\.self)
    }

    static let badPNG: [(String, [UInt8])] = [
        ("malformed-image", png(PNGSample.data, PNGSample.end)),
        ("malformed-image", png(PNGSample.header(), PNGSample.end)),
        ("malformed-image", png(PNGSample.header(), PNGSample.data)),
        ("malformed-image", png(PNGSample.header(width: 0), PNGSample.data, PNGSample.end)),
        ("malformed-image", PNGSample.image(PNGSample.header())),
        ("malformed-image", PNGSample.image(PNGSample.chunk("EVIL", [1]))),
        ("malformed-image", PNGSample.image(PNGSample.chunk("t\u{1}Xt", [1]))),
        ("malformed-image", PNGSample.image(file("", [255, 255, 255, 255], file("tEXt")))),
        ("malformed-image", PNGSample.image(file("\0\0\0\0tEXt\0\0\0\0"))),
        ("malformed-image", PNGSample.image(PNGSample.chunk("zTXt", [0x61, 0, 0, 0x78, 0xFF]))),
        (
            "too-many-pixels",
            png(PNGSample.header(width: .max, height: .max), PNGSample.data, PNGSample.end)
        ),
        ("too-many-pixels", PNGSample.image(file("", frame(1), frame(1 << 20)))),
        ("image-metadata-bomb", PNGSample.image(PNGSample.chunk("zTXt", bomb))),
    ]

    private static func frame(_ side: UInt32) -> [UInt8] {
        let size = PDFSample.bigEndian(side)
        return PNGSample.chunk("fcTL", [0, 0, 0, 1] + size + size)
    }

    /// Stored blocks of 20 million zeros, without the checksum, which is never reached.
    private static let bomb: [UInt8] = {
        let block = [0, 0xFF, 0xFF, 0, 0] + [UInt8](repeating: 0, count: 0xFFFF)
        return [0x61, 0, 0, 0x78, 0x01] + [[UInt8]](repeating: block, count: 300).flatMap(\.self)
    }()

    @Test(arguments: badPNG)
    func refusesPNG(rule: String, bytes: [UInt8]) {
        #expect(examine(bytes, .png).refusals.map(\.id) == [rule])
    }

    private static func file(_ name: String, _ parts: [UInt8]...) -> [UInt8] {
        Array(name.utf8) + parts.flatMap(\.self)
    }

    static let malformed: [(FileType, [UInt8])] = [
        (.gif, file("GIF88a", Array(ImageSample.gif.dropFirst(6)))),
        (.gif, file("", Array(ImageSample.gif.dropLast()), [0x42])),
        (.gif, file("GIF89a", [1, 0, 1, 0, 0, 0, 0, 0x3B])),
        (.webp, file("RIFF", [4, 0, 0, 0], file("WEBP"))),
        (.webp, file("RIFF", [12, 0, 0, 0], file("WEBPXMP "), [0, 0, 0, 0])),
        (.jpeg, [0xFF, 0xD8, 0xFF, 0xD9]),
        (.jpeg, [0xFF, 0xD8, 0xFF, 0xDA, 0, 2, 1, 2, 0xFF, 0xD9]),
        (.jpeg, [0xFF, 0xD8, 0xFF, 0xD8, 0xFF, 0xD9]),
        (.avif, file("", [0, 0, 0, 16], file("ftypavif"), [0, 0, 0, 0])),
        (.avif, file("", [0, 0, 0, 1], file("ftyp"), [UInt8](repeating: 0xFF, count: 8))),
        (.ico, [0, 0, 1, 0, 0, 0]),
        (.ico, file("", [0, 0, 2, 0], Array(ImageSample.ico.dropFirst(4)))),
        (.ico, file("", Array(ImageSample.ico.prefix(14)), [255, 255, 255, 255, 22, 0, 0, 0])),
    ]

    @Test(arguments: malformed)
    func refusesMalformed(type: FileType, bytes: [UInt8]) {
        #expect(examine(bytes, type).refusals.map(\.id) == ["malformed-image"])
    }

    @Test func allowsFurtherImagesBehindAJPEGOnlyWhereItSaysSo() {
        let index: [UInt8] = [0xFF, 0xE2, 0, 6] + Array("MPF\0".utf8)
        let image = [0xFF, 0xD8] + index + ImageSample.jpeg.dropFirst(2)
        #expect(examine(image + ImageSample.jpeg, .jpeg).refusals.isEmpty)
        #expect(
            examine(image + ImageSample.jpeg + [1], .jpeg).refusals.map(\.id) == ["trailing-data"])
        #expect(
            examine(ImageSample.jpeg + ImageSample.jpeg, .jpeg).refusals.map(\.id)
                == ["trailing-data"])
    }

    static let people: [(FileType, [UInt8], Bool, [String])] = [
        (.jpeg, ImageSample.jpeg, true, ["position", "author Taro Yamada", "device"]),
        (
            .webp, ImageSample.webp, false,
            ["position", "author Taro Yamada", "author Jiro", "device"]
        ),
        (.avif, ImageSample.avif, false, ["position", "author Taro Yamada", "device"]),
        (
            .png, PNGSample.image(PNGSample.text("Author", "山田\u{202E}太郎")), true,
            ["author 山田太郎"]
        ),
        (.png, PNGSample.image(PNGSample.chunk("iTXt", packet)), true, ["position", "device"]),
        (
            .png, PNGSample.image(PNGSample.text("Raw profile type iptc", caption)), true,
            ["author Kato"]
        ),
        (.png, PNGSample.image(PNGSample.text("Comment", "Made with GIMP")), true, []),
        (.gif, ImageSample.gif, false, []),
    ]

    private static let packet = file(
        "XML:com.adobe.xmp\0\0\0\0\0",
        file("<a xmlns:e='http://ns.adobe.com/exif/1.0/' e:GPSLatitude='35,40N'>"),
        file("<x:SerialNumber xmlns:x='http://ns.adobe.com/exif/1.0/aux/'>1</x:SerialNumber></a>"))

    /// A by-line in hexadecimal digits, as ImageMagick writes it.
    private static let caption = "\niptc\n       9\n1c02500004\n4b61746f\n"

    @Test(arguments: people)
    func reportsPeople(type: FileType, bytes: [UInt8], isRemovable: Bool, expected: [String]) {
        let found = examine(bytes, type).disclosures
        #expect(
            found.map { [$0.kind.rawValue, $0.value].compactMap(\.self).joined(separator: " ") }
                == expected)
        #expect(found.allSatisfy { $0.isRemovable == isRemovable })
    }

    @Test func reportsTheByLineOfACaption() {
        let dataset: [UInt8] = [0x1C, 2, 80, 0, 4] + Array("Kato".utf8)
        let resource: [UInt8] =
            Array("8BIM".utf8) + [4, 4, 0, 0] + PDFSample.bigEndian(UInt32(dataset.count)) + dataset
        let content = Array("Photoshop 3.0\0".utf8) + resource
        let image =
            [0xFF, 0xD8, 0xFF, 0xED, 0, UInt8(content.count + 2)] + content
            + ImageSample.progressiveJPEG.dropFirst(2)
        #expect(
            examine(image, .jpeg).disclosures
                == [Disclosure(.author, value: "Kato", isRemovable: true)])
    }
}
