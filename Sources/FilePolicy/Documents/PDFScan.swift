/// Looks through a PDF document: every object of every revision, also those in object streams.
///
/// The table of objects (xref) is not believed: whatever could be an object is read as one, also
/// where it stands within a stream, since a table could point there.
func examinePDF(
    _ bytes: ArraySlice<UInt8>, _ limits: FilePolicy.Limits, _ found: inout Examination
) {
    var scan = PDFScan(bytes, limits, found)
    scan.run()
    found = scan.found
}

/// One pass over a PDF document.
struct PDFScan {
    let bytes: ArraySlice<UInt8>
    let limits: FilePolicy.Limits
    var found: Examination
    /// What can be judged only when all objects have been seen.
    var pending = PDFReferences()
    private var objects = 0
    /// Bytes that may still be read: a file whose objects enclose each other would otherwise
    /// take time by the square of its size.
    private var work: Int
    /// Tokens that may still be read: a small file can inflate to many.
    private var parts = 20_000_000
    private var inflatable: Int

    init(_ bytes: ArraySlice<UInt8>, _ limits: FilePolicy.Limits, _ found: Examination) {
        self.bytes = bytes
        self.limits = limits
        self.found = found
        work = bytes.count.multipliedReportingOverflow(by: 4).partialValue + 1 << 20
        inflatable = min(limits.archiveBytes, 128 << 20)
    }

    /// Reads the whole document.
    mutating func run() {
        checkFrame()
        for mark in marks() {
            guard found.unscannable == nil else { return }
            readObject(number: mark.number, at: mark.position)
        }
        if objects == 0 { found.refuse(.pdfMalformed) }
        pending.finish(&found)
    }

    /// Whether the file begins as a PDF document and ends as one.
    private mutating func checkFrame() {
        guard bytes.starts(with: "%PDF-".utf8) else { return found.refuse(.pdfPolyglot) }
        let end = bytes.lastIndex { !PDFLexer.isBlank($0) } ?? bytes.startIndex
        guard !bytes[...end].suffix(5).elementsEqual("%%EOF".utf8) else { return }
        let hasEnd = bytes.suffix(1 << 16).firstPlace(of: "%%EOF") != nil
        found.refuse(hasEnd ? .pdfPolyglot : .pdfMalformed)
    }

    /// The place behind each `obj`, with the object's number, and behind each `trailer`.
    private mutating func marks() -> [(number: Int?, position: Int)] {
        var marks: [(number: Int?, position: Int)] = []
        let start = bytes.startIndex
        var isOverLimit = false
        bytes.withUnsafeBufferPointer { buffer in
            var index = 0
            while index + 2 < buffer.count {
                defer { index += 1 }
                if buffer[index] == 0x6F, buffer[index + 1] == 0x62, buffer[index + 2] == 0x6A {
                    if index > 0, Self.isLetter(buffer[index - 1]) { continue }
                    marks.append((Self.number(buffer, before: index), start + index + 3))
                } else if buffer[index] == 0x74,
                    buffer[index...].starts(with: "trailer".utf8)
                {
                    marks.append((nil, start + index + 7))
                }
                isOverLimit = marks.count > limits.pdfObjects
                if isOverLimit { return }
            }
        }
        if isOverLimit { giveUpOnSize() }
        return marks
    }

    private static func isLetter(_ byte: UInt8) -> Bool { 0x61...0x7A ~= byte | 0x20 }

    /// `12` of `12 0 obj`; nil where no such numbers are found.
    private static func number(_ bytes: UnsafeBufferPointer<UInt8>, before end: Int) -> Int? {
        var index = end - 1
        let first = max(0, end - 64)
        func skip(_ isSkipped: (UInt8) -> Bool) -> Range<Int> {
            let last = index
            while index >= first, isSkipped(bytes[index]) { index -= 1 }
            return index + 1..<last + 1
        }
        _ = skip(PDFLexer.isBlank)
        guard !skip({ 0x30...0x39 ~= $0 }).isEmpty, !skip(PDFLexer.isBlank).isEmpty else {
            return nil
        }
        let digits = skip { 0x30...0x39 ~= $0 }
        guard !digits.isEmpty, digits.count < 18 else { return nil }
        return digits.reduce(0) { $0 * 10 + Int(bytes[$1] - 0x30) }
    }

    private mutating func readObject(number: Int?, at position: Int) {
        objects += 1
        var parser = PDFParser(bytes, at: position, budget: work)
        guard let value = readValue(&parser) else { return }
        check(value, number: number)
        guard case .dictionary(let dictionary) = value else { return }
        if dictionary["Encrypt"] != nil {
            // What looked like names was encrypted.
            found.disclosures.removeAll()
            giveUpOnSecret()
        }
        let ahead = parser.ahead
        let next = parser.peekWord()
        charge(parser.ahead - ahead)
        if let next, next.word == "stream" { readStream(dictionary, at: next.end) }
    }

    private mutating func readValue(_ parser: inout PDFParser) -> PDFValue? {
        do throws(PDFParser.Fault) {
            let value = try parser.readValue()
            parts -= parser.parts
            charge(parser.work)
            return value
        } catch {
            giveUpOnSize()
            return nil
        }
    }

    private mutating func charge(_ bytes: Int) {
        work -= bytes
        if work < 0 || parts < 0 { giveUpOnSize() }
    }

    private mutating func readStream(_ dictionary: PDFDictionary, at position: Int) {
        let isObjects = dictionary.names.contains("ObjStm") || dictionary["First"] != nil
        let isMetadata = dictionary["Subtype"]?.name == "XML"
        if let file = dictionary["F"], file.integer == nil {
            found.refuse(.pdfRemoteFile)
        }
        guard isObjects || isMetadata else { return }
        var start = position
        if start < bytes.endIndex, bytes[start] == 0x0D { start += 1 }
        if start < bytes.endIndex, bytes[start] == 0x0A { start += 1 }
        do throws(PDFFilters.Fault) {
            let filters = try PDFFilters(dictionary, bytes[start...], limit: inflatable)
            inflatable -= filters.bytes.count
            work += 2 * filters.bytes.count
            charge(filters.work)
            if isObjects, !filters.isWhole { found.refuse(.pdfMalformed) }
            if isObjects { readObjects(dictionary, filters.bytes[...]) }
            if isMetadata { discloseMetadata(filters.bytes) }
        } catch {
            if error == .limit { giveUpOnSize() }
            if error == .unknown, isObjects { giveUpOnPacking() }
        }
    }

    /// Reads the objects of an object stream.
    ///
    /// - Source: ISO 32000-1, 7.5.7.
    private mutating func readObjects(_ dictionary: PDFDictionary, _ content: ArraySlice<UInt8>) {
        guard let count = dictionary["N"]?.integer, let first = dictionary["First"]?.integer,
            count >= 0, first >= 0, !dictionary.isAmbiguous("N"), !dictionary.isAmbiguous("First")
        else { return giveUpOnPacking() }
        guard count <= limits.pdfObjects - objects else { return giveUpOnSize() }
        var index = PDFLexer(content, at: 0)
        for _ in 0..<count {
            guard case .number(let number) = index.next(), case .number(let offset?) = index.next(),
                offset >= 0, offset < content.count, first < content.count - offset
            else { return found.refuse(.pdfMalformed) }
            objects += 1
            var parser = PDFParser(content, at: first + offset, budget: work)
            guard let value = readValue(&parser) else { return }
            check(value, number: number)
            guard found.unscannable == nil else { return }
        }
    }

    private mutating func discloseMetadata(_ packet: [UInt8]) {
        for author in XMPFacts(packet, limits).authors {
            found.disclose(.author, author, isRemovable: false)
        }
    }
}

extension PDFScan {
    private mutating func giveUpOnSize() {
        found.giveUp(
            en: "the PDF document has too many parts to look through; print it to a new PDF",
            ja: "PDF 文書の構成要素が多すぎて検査できません。「PDF として印刷」で作り直してください")
    }

    private mutating func giveUpOnSecret() {
        found.giveUp(
            en: "the PDF document is encrypted; save it without a password or restrictions",
            ja: "PDF 文書が暗号化されています。パスワードや利用制限を付けずに保存し直してください")
    }

    private mutating func giveUpOnPacking() {
        found.giveUp(
            en: "parts of the PDF document are packed in an unusual way; print it to a new PDF",
            ja: "PDF 文書の一部が特殊な形式で圧縮されています。「PDF として印刷」で作り直してください")
    }
}
