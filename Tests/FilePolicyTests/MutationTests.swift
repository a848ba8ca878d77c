import TestSupport
import Testing

@testable import FilePolicy

/// Whatever stands in a file, the policy answers, and soon.
@Suite struct MutationTests {
    private static let seeds: [(name: String, bytes: [UInt8])] = {
        var inner = ZipBuilder()
        inner.add("b.txt", deflated: true)
        var zip = ZipBuilder()
        zip.add("folder/", [])
        zip.add("folder/a.txt", deflated: true)
        zip.add("b.zip", inner.bytes)
        zip.comment = Array("comment".utf8)
        let link = #"<text:a xlink:href="https://example.jp/">a</text:a>"#
        return [
            ("a.zip", zip.bytes),
            ("a.docx", OfficeBuilder.word().bytes),
            ("a.xlsx", OfficeBuilder.excel("<row><c><f>A1</f></c></row>").bytes),
            ("a.odt", OfficeBuilder.openDocument("text", link).bytes),
            ("a.mp4", SmallFiles.mp4), ("a.webm", SmallFiles.webm), ("a.mp3", SmallFiles.mp3),
            ("a.woff2", SmallFiles.woff2), ("a.avif", SmallFiles.avif),
            ("a.txt", Array("<!-- a --><?xml?><!DOCTYPE a [<!--]>]><svg:svg a='1'>".utf8)),
            ("a.json", Array(#"{"a": [1, "b\"", {}]}"#.utf8)),
        ]
    }()

    @Test(arguments: seeds.indices)
    func answersWhateverBytesAreChanged(_ index: Int) {
        let (name, bytes) = Self.seeds[index]
        var random = SplitMix(seed: UInt64(index))
        let start = ContinuousClock.now
        for _ in 0..<1000 {
            var changed = bytes
            for _ in 0..<Int.random(in: 1...4, using: &random) { change(&changed, &random) }
            _ = FilePolicy().examine(name: name, changed)
        }
        #expect(ContinuousClock.now - start < .seconds(60))
    }

    /// Sizes and offsets of all ones are what overflows.
    private func change(_ bytes: inout [UInt8], _ random: inout SplitMix) {
        guard !bytes.isEmpty else { return }
        let place = Int.random(in: bytes.indices, using: &random)
        switch Int.random(in: 0..<6, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        case 2: for index in bytes[place...].prefix(4).indices { bytes[index] = 0xFF }
        case 3: bytes.removeSubrange(place...)
        case 4: bytes.insert(contentsOf: bytes[place...].prefix(30), at: place)
        default: for index in bytes[place...].prefix(8).indices { bytes[index] = 0 }
        }
    }
}
