import Testing

@testable import FilePolicy

/// Documents of many small parts, which must take time by their size and not by its square.
@Suite(.serialized) struct PDFSpeedTests {
    private func time(_ bytes: [UInt8]) -> Duration {
        ContinuousClock().measure {
            var found = Examination()
            examinePDF(bytes[...], FilePolicy.Limits(), &found)
        }
    }

    private func array(of part: String, count: Int, key: String = "") -> [UInt8] {
        let parts = String(repeating: part, count: count)
        let list = "[\(parts)]"
        return PDFSample.document(
            "10 0 obj \(key.isEmpty ? list : "<< /\(key) \(list) >>") endobj")
    }

    @Test(arguments: [
        ("[]", 100_000, ""), ("1 << /S /D /P (a) >> ", 20_000, "Nums"), ("1 [500] ", 8_000, "W"),
    ])
    func readsManyPartsInTimeByTheirNumber(part: String, count: Int, key: String) {
        let once = time(array(of: part, count: count, key: key))
        let twice = time(array(of: part, count: 2 * count, key: key))
        #expect(once < .seconds(10))
        // Four times as long, if each part looked at all others.
        #expect(twice < once * 3 + .seconds(1))
    }

    @Test func readsManyPartsOfAnObjectStreamInBoundedTime() {
        let pairs = "[" + String(repeating: "[]", count: 1_900_000) + "]"
        let stream = PDFSample.objectStream(
            [pairs], filter: "/Filter /FlateDecode", pack: PDFSample.zlib)
        #expect(time(PDFSample.document(stream)) < .seconds(30))
    }

    @Test func stopsWithinAValueThatGoesBeyondTheBudget() throws {
        let bytes = Array("[1 2 3 4 5 6 7 8]".utf8)
        var parser = PDFParser(bytes[...], at: 0, budget: 6)
        #expect(throws: PDFParser.Fault.limit) { try parser.readValue() }
        #expect(parser.position < 12)
    }
}
