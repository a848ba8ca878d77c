import Core
import TestSupport
import Testing

@testable import FilePolicy

@Suite struct PDFTests {
    private func examine(_ bytes: [UInt8], _ limits: FilePolicy.Limits = .init()) -> Examination {
        var found = Examination()
        examinePDF(bytes[...], limits, &found)
        return found
    }

    static let actions: [(String, String)] = [
        ("pdf-javascript", "<< /S /JavaScript /JS (app.alert(1)) >>"),
        ("pdf-javascript", "<< /S /Java#53cript >>"),
        ("pdf-javascript", "<</S%comment\n/J#61vaScript>>"),
        ("pdf-javascript", "<< /A << /B [ << /JS 5 0 R >> ] >> >>"),
        ("pdf-javascript", "<< /Names << /JavaScript 5 0 R >> >>"),
        ("pdf-javascript", "/JavaScript"),
        ("pdf-javascript", "<< /A endobj /S /JavaScript >>"),
        ("pdf-javascript", "<< /A (unbalanced \\( ) /S /JavaScript"),
        ("pdf-javascript", "<< 5 /S /JavaScript ] >>"),
        ("pdf-launch", "<< /S /Launch /F (a.exe) >>"),
        ("pdf-launch", "<< /Next << /S /Launch >> >>"),
        ("pdf-attachment", "<< /Names << /EmbeddedFiles << /Names [] >> >> >>"),
        ("pdf-attachment", "<< /Type /EmbeddedFile /Length 0 >>"),
        ("pdf-attachment", "<< /Subtype /FileAttachment /FS 5 0 R >>"),
        ("pdf-media", "<< /Type /Annot /Subtype /RichMedia >>"),
        ("pdf-media", "<< /Subtype /Movie >>"),
        ("pdf-media", "<< /S /Sound >>"),
        ("pdf-media", "<< /S /Rendition >>"),
        ("pdf-media", "<< /Subtype /3D >>"),
        ("pdf-xfa", "<< /AcroForm << /XFA [(a) 5 0 R] >> >>"),
        ("pdf-form-action", "<< /S /SubmitForm /F (https://example.jp) >>"),
        ("pdf-form-action", "<< /S /ImportData >>"),
        ("pdf-remote-file", "<< /S /GoToR /F (a.pdf) >>"),
        ("pdf-remote-file", "<< /S /GoToE >>"),
        ("pdf-unsafe-link", "<< /S /URI /URI (javascript:a()) >>"),
        ("pdf-unsafe-link", "<< /S /URI /URI ( Java\\nScript:a()) >>"),
        ("pdf-unsafe-link", "<< /S /URI /URI <66696c653a2f2f2f433a2f61> >>"),
        ("pdf-unsafe-link", "<< /S /URI /URI (\\\\\\\\server\\\\share) >>"),
        ("pdf-unsafe-link", "<< /S /URI /URI 99 0 R >>"),
        ("pdf-open-action", "<< /OpenAction << /S /URI /URI (https://example.jp) >> >>"),
        ("pdf-open-action", "<< /OpenAction << /S /GoTo /D [] /Next << /S /Named >> >> >>"),
        ("pdf-open-action", "<< /OpenAction 99 0 R >>"),
        ("pdf-open-action", "<< /AA << /O << /S /Named /N /Print >> >> >>"),
        ("pdf-open-action", "<< /AA 5 0 R >>"),
        ("pdf-postscript", "<< /Type /XObject /Subtype /PS >>"),
        ("pdf-postscript", "<< /Type /XObject /Subtype /Form /Subtype2 /PS >>"),
        ("pdf-remote-file", "<< /S /Thread /F (a.pdf) >>"),
        ("pdf-attachment", "<< /AF [ << /UF (a) /EF << /F 5 0 R >> >> ] >>"),
        ("pdf-attachment", "<< /EF 5 0 R >>"),
        ("pdf-attachment", "<< /A [ << /EF << /UF 5 0 R >> /EF null >> ] >>"),
        ("pdf-unsafe-link", "<< /S /URI /URI [ (https://e.jp) [(javascript:a())] ] >>"),
        ("pdf-unsafe-link", "<< /S /URI /URI [ 99 0 R ] >>"),
        ("pdf-unsafe-link", "<< /S /URI /URI /file:#2f#2f#2fa >>"),
        ("pdf-unsafe-link", "<< /URI << /Base 99 0 R >> >>"),
        ("pdf-remote-file", "<< /Subtype /Form /Ref << /F (a.pdf) /Page 0 >> >>"),
        ("pdf-remote-file", "<< /F << /UF (a.pdf) >> /Page 0 >>"),
        ("pdf-remote-file", "<< /F 5 0 R /Page (i) >>"),
        ("pdf-remote-file", "<< /OPI << /1.3 << /F (a.tif) >> >> >>"),
        ("pdf-remote-file", "<< /Type /OPI /Version 2.0 >>"),
    ]

    @Test(arguments: Self.actions)
    func refuses(rule: String, object: String) {
        let found = examine(PDFSample.document("10 0 obj \(object) endobj"))
        #expect(found.refusals.map(\.id).contains(rule))
    }

    @Test(arguments: Self.actions)
    func refusesTheSameInAnObjectStream(rule: String, object: String) {
        let packings: [(String, ([UInt8]) -> [UInt8])] = [
            ("", { $0 }),
            ("/Filter /FlateDecode", PDFSample.zlib),
            ("/Filter /ASCIIHexDecode", PDFSample.hexadecimal),
            ("/Filter [/ASCII85Decode /Flate#44ecode]", { PDFSample.base85(PDFSample.zlib($0)) }),
        ]
        for (filter, pack) in packings {
            let stream = PDFSample.objectStream(
                ["<< /A 1 >>", object], filter: filter, pack: pack)
            let found = examine(PDFSample.document(stream))
            #expect(found.refusals.map(\.id).contains(rule), "\(filter)")
            #expect(found.unscannable == nil)
        }
    }

    @Test(arguments: [
        // Within a stream, where a table of objects could point to it.
        "10 0 obj << /Length 60 >> stream\n11 0 obj << /S /JavaScript >> endobj\nendstream endobj",
        // In a string, likewise.
        "10 0 obj (11 0 obj << /S /JavaScript >> endobj) endobj",
        // Behind a length that is too short.
        "10 0 obj << /Length 1 >> stream\naendstream endobj 11 0 obj<</JS(a)>>endobj",
        // Behind a stream without an end.
        "10 0 obj << /Length 9999 >> stream\n 11 0 obj<</JS(a)>>endobj",
        "10 0 %\nobj<</JS(a)>>endobj",
        "10 0obj<</JS(a)>>endobj",
    ])
    func findsObjectsWhereverTheyStand(body: String) {
        #expect(examine(PDFSample.document(body)).refusals.map(\.id) == ["pdf-javascript"])
    }

    @Test func followsWhatIsOpenedAcrossRevisions() {
        let harmless = "10 0 obj << /OpenAction 11 0 R >> endobj 11 0 obj << /S /GoTo >> endobj"
        #expect(examine(PDFSample.document(harmless)).refusals.isEmpty)
        let later = harmless + " 11 0 obj << /S /URI /URI (https://example.jp) >> endobj"
        #expect(examine(PDFSample.document(later)).refusals.map(\.id) == ["pdf-open-action"])
        let link = "10 0 obj << /S /URI /URI 11 0 R >> endobj 11 0 obj (https://e.jp) endobj"
        #expect(examine(PDFSample.document(link)).refusals.isEmpty)
        let unsafe = link + " 11 0 obj (file:///a) endobj"
        #expect(examine(PDFSample.document(unsafe)).refusals.map(\.id) == ["pdf-unsafe-link"])
    }

    @Test(arguments: [
        "10 0 obj << /S /URI /URI (https://example.jp/?a=b:c) >> endobj",
        "10 0 obj << /S /URI /URI (mailto:info@example.jp) >> endobj",
        "10 0 obj << /OpenAction [3 0 R /XYZ null null 0] >> endobj",
        "10 0 obj << /OpenAction << /S /GoTo /D [3 0 R /Fit] >> >> endobj",
        "10 0 obj << /Type /StructElem /S /Figure /Alt (Launch JavaScript) >> endobj",
        "10 0 obj << /Producer (Skia/PDF) /Creator (Chromium) >> endobj",
        "10 0 obj << /Subtype /Widget /T (name) /FT /Tx >> endobj",
        "10 0 obj << /Type /Thread /F 5 0 R >> endobj",
        "10 0 obj << /Type /StructElem /S /P /Ref [5 0 R] >> endobj",
        "10 0 obj << /Subtype /Link /F 4 /EF null /URI [(https://e.jp)] >> endobj",
        "10 0 obj << /Type /Encoding /Differences [1 /JavaScript /Launch] >> endobj",
        "10 0 obj << /Length 3 /N 3 >> stream\nabc\nendstream endobj",
    ])
    func passes(body: String) {
        let found = examine(PDFSample.document(body))
        #expect(found.refusals.isEmpty)
        #expect(found.disclosures.isEmpty)
        #expect(found.unscannable == nil)
    }

    @Test func refusesWhatStandsBeforeOrBehindTheDocument() {
        let document = PDFSample.document("")
        #expect(examine(document).refusals.isEmpty)
        #expect(examine(document + Array(" \r\n\0".utf8)).refusals.isEmpty)
        #expect(examine(document + Array("PK".utf8)).refusals.map(\.id) == ["polyglot"])
        #expect(examine(Array("\n".utf8) + document).refusals.map(\.id).first == "polyglot")
        #expect(examine(Array(document.dropLast(7))).refusals.map(\.id) == ["malformed-pdf"])
        #expect(examine(Array("%PDF-1.7\n%%EOF".utf8)).refusals.map(\.id) == ["malformed-pdf"])
        #expect(examine([]).refusals.map(\.id).first == "polyglot")
    }

    @Test func cannotLookIntoWhatIsEncryptedOrPackedInUnknownWays() {
        let secret = PDFSample.document("", trailer: "/Root 1 0 R /Encrypt 5 0 R")
        #expect(examine(secret).unscannable != nil)
        let table = "10 0 obj << /Type /XRef /Encrypt 5 0 R /W [1 2 1] >> stream\nendstream endobj"
        #expect(examine(PDFSample.document(table)).unscannable != nil)
        for filter in [
            "/Filter /LZWDecode", "/Filter /Crypt", "/Filter 5 0 R", "/Filter [/FlateDecode 5 0 R]",
            "/Filter /FlateDecode /Filter /LZWDecode",
            "/Filter /FlateDecode /DecodeParms << /Predictor 12 >>", "/N 3",
        ] {
            let stream = PDFSample.objectStream(["1"], filter: filter, pack: { $0 })
            #expect(examine(PDFSample.document(stream)).unscannable != nil, "\(filter)")
        }
        let broken = PDFSample.objectStream(["1"], filter: "/Filter /FlateDecode", pack: { $0 })
        #expect(examine(PDFSample.document(broken)).refusals.map(\.id) == ["malformed-pdf"])
    }

    @Test func reportsPeople() {
        let packet = """
            <?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?><x:xmpmeta xmlns:x='adobe:ns:meta/'>
            <rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'
            xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:pdf='http://ns.adobe.com/pdf/1.3/'>
            <rdf:Description pdf:Author='Suzuki'><dc:creator><rdf:Seq><rdf:li>山田</rdf:li>
            <rdf:li>田中</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>
            <?xpacket end='w'?>
            """
        let found = examine(
            PDFSample.document(
                """
                10 0 obj << /Author <feff5c717530> /Creator (Word) >> endobj
                11 0 obj << /Author 12 0 R >> endobj 12 0 obj (Zo\\353 \\200) endobj
                13 0 obj << /Subtype /Text /T (Tanaka) /Contents (really?) >> endobj
                14 0 obj << /Type /Metadata /Subtype /XML /Length \(packet.utf8.count) >> stream
                \(packet)
                endstream endobj
                """))
        #expect(found.refusals.isEmpty)
        #expect(
            Set(found.disclosures)
                == Set(
                    ["山田", "Zoë •", "Suzuki", "田中"].map {
                        Disclosure(.author, value: $0, isRemovable: false)
                    } + [Disclosure(.remarks, value: "Tanaka", isRemovable: false)]))
    }

    @Test(arguments: [
        "1 0 obj ", "1 0 obj (", "1 0 obj <", "1 0 obj << /A ", "1 0 obj [", "1 0 obj 5 (",
        "1 0 obj <<>> (", "1 0 obj <<>> %", "1 0 obj << /First 1 >> stream ", "(", "<<", "[ ",
        "1 0 obj << /First 1 /Filter /AHx >> stream ", "1 0 obj << /Subtype /XML >> stream ",
    ])
    func readsHostileDocumentsInBoundedTime(piece: String) {
        let body = Array(repeating: Array(piece.utf8), count: 15_000).flatMap { $0 }
        let start = ContinuousClock.now
        _ = examine(PDFSample.document(body))
        #expect(ContinuousClock.now - start < .seconds(60))
    }

    @Test func givesUpOnTooManyObjects() {
        var limits = FilePolicy.Limits()
        limits.pdfObjects = 4
        #expect(examine(PDFSample.document(""), limits).unscannable != nil)
        limits.pdfObjects = 5
        #expect(examine(PDFSample.document(""), limits).unscannable == nil)
        let stream = PDFSample.objectStream(["1", "2"], filter: "", pack: { $0 })
        limits.pdfObjects = 6
        #expect(examine(PDFSample.document(stream), limits).unscannable != nil)
        let bomb = PDFSample.objectStream(
            [String(repeating: " ", count: 2000)], filter: "/Filter /FlateDecode",
            pack: PDFSample.zlib)
        limits = FilePolicy.Limits()
        limits.archiveBytes = 1000
        #expect(examine(PDFSample.document(bomb), limits).unscannable != nil)
    }

    @Test func survivesThousandsOfMutations() {
        let stream = PDFSample.objectStream(
            ["<< /S /GoTo >>", "[ (a) <61> 1.5 ]"], filter: "/Filter /FlateDecode",
            pack: PDFSample.zlib)
        let document = PDFSample.document(stream)
        for mutant in Mutations(of: document, count: 2000, seed: 1) { _ = examine(mutant) }
    }
}
