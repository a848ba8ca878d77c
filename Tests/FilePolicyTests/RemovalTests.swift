import Core
import Testing

@testable import FilePolicy

@Suite struct RemovalTests {
    private func examine(_ bytes: [UInt8], _ type: FileType) -> Examination {
        var found = Examination()
        examineImage(bytes[...], type, FilePolicy.Limits(), &found)
        return found
    }

    @Test func takesPeopleOutOfAJPEGAndKeepsItsPictureAndOrientation() throws {
        let colours: [UInt8] = [0xFF, 0xE2, 0, 14] + Array("ICC_PROFILE\0".utf8)
        let image = ImageSample.jpeg.prefix(20) + colours + ImageSample.jpeg.dropFirst(20)
        let cleaned = try #require(FilePolicy().withoutDisclosures(Array(image), of: .jpeg))
        #expect(examine(cleaned, .jpeg).disclosures.isEmpty)
        #expect(examine(cleaned, .jpeg).refusals.isEmpty)
        var facts = ImageFacts(FilePolicy.Limits())
        let before = try JPEGStructure(image, &facts)
        let after = try JPEGStructure(cleaned[...], &facts)
        #expect(after.orientation == 6)
        #expect(visible(after) == visible(before))
        #expect(cleaned.firstRange(of: colours) != nil)
        #expect(cleaned.firstRange(of: Array("note".utf8)) == nil)
        #expect(FilePolicy().withoutDisclosures(cleaned, of: .jpeg) == nil)
    }

    /// Everything but application data and comments.
    private func visible(_ image: JPEGStructure) -> [[UInt8]] {
        image.pieces.compactMap { piece in
            switch piece {
            case .scan(let data): Array(data)
            case .segment(0xE0...0xEF, _), .segment(0xFE, _): nil
            case .segment(_, let whole): Array(whole)
            }
        }
    }

    @Test func takesPeopleOutOfAPNGAndKeepsItsPictureAndOrientation() throws {
        let profile = PNGSample.chunk("gAMA", [0, 0, 0xB1, 0x8F])
        let image = PNGSample.image(
            profile + PNGSample.chunk("eXIf", ExifFacts.upright(8))
                + PNGSample.text("Author", "Kato")
                + PNGSample.chunk("tIME", [7, 0xE9, 1, 1, 1, 1, 1]))
        let cleaned = try #require(FilePolicy().withoutDisclosures(image, of: .png))
        #expect(
            cleaned
                == PNGStructure.signature + PNGSample.header()
                + PNGSample.chunk("eXIf", ExifFacts.upright(8)) + profile + PNGSample.data
                + PNGSample.end)
        #expect(examine(cleaned, .png).disclosures.isEmpty)
        #expect(examine(cleaned, .png).refusals.isEmpty)
    }

    @Test func leavesAloneWhatIsRefused() {
        for hidden in ["%PDF-1.7", "<script>"] {
            let image = PNGSample.image(PNGSample.text("Author", hidden))
            #expect(FilePolicy().examine(name: "a.png", image).refusals.map(\.id) == ["polyglot"])
            #expect(FilePolicy().withoutDisclosures(image, of: .png) == nil)
        }
    }

    @Test func leavesAloneWhatHasNothingToTakeOutOrNoWay() {
        let policy = FilePolicy()
        #expect(policy.withoutDisclosures(PNGSample.image(), of: .png) == nil)
        #expect(policy.withoutDisclosures(ImageSample.progressiveJPEG, of: .jpeg) == nil)
        #expect(policy.withoutDisclosures(ImageSample.webp, of: .webp) == nil)
        #expect(policy.withoutDisclosures(ImageSample.jpeg + [0], of: .jpeg) == nil)
        #expect(policy.withoutDisclosures([], of: .jpeg) == nil)
        #expect(policy.withoutDisclosures(PDFSample.document(""), of: .pdf) == nil)
    }

    @Test func readsExifOfBothByteOrdersAndNeverRunsInCircles() {
        for orientation in 1...8 {
            #expect(ExifFacts(ExifFacts.upright(orientation)[...]).orientation == orientation)
        }
        let little: [UInt8] =
            Array("II*\0".utf8) + [
                8, 0, 0, 0, 1, 0, 0x3B, 0x01, 2, 0, 3, 0, 0, 0, 0x41, 0x42, 0, 0,
            ]
            + [8, 0, 0, 0]
        #expect(ExifFacts(little[...]).authors == ["AB"])
        let wide: [UInt8] =
            Array("MM\0*".utf8) + [
                0, 0, 0, 8, 0, 1, 0x9C, 0x9D, 0, 1, 0, 0, 0, 4, 0x71, 0x5C, 0, 0,
            ]
        #expect(ExifFacts(wide[...]).authors == ["山"])
    }
}
