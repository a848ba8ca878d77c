import Core
import Foundation
import TestSupport
import Testing

@testable import Printing

/// What WeasyPrint itself makes of small documents.
@Suite(
    .enabled(if: PDFReading.areExpected, "without apt-get, WeasyPrint is not installed"),
    .timeLimit(.minutes(3)))
struct PDFMakerTests {
    private let maker = PDFMaker(cacheFolder: nil, limit: .seconds(120), in: .test)

    @Test func theSameDocumentGivesTheSameBytesInAnyFolder() throws {
        let scratch = try TemporaryFolder()
        let elsewhere = PDFMaker(
            cacheFolder: nil, limit: .seconds(100),
            in: PDFMaker.Surroundings(
                environment: ["PATH": "/usr/bin:/bin", "LANG": "ja_JP.UTF-8", "TZ": "Asia/Tokyo"],
                temporaryFolder: scratch.url.path))
        let document = Sample.document("<p>日本語 <b>text</b> <img src='a.png' alt='図'></p>")
        let identity = try maker.identify()
        #expect(try elsewhere.identify() == identity)
        let bytes = try maker.make(document, as: identity)
        #expect(try maker.make(document, as: identity) == bytes)
        #expect(try elsewhere.make(document, as: identity) == bytes)
        #expect(identity.description.hasPrefix("WeasyPrint "))
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(!text.contains("hakusho-print"))
        #expect(text.contains("/ID [("))
        let later = PrintDocument(
            html: document.html, resources: document.resources, address: document.address,
            date: Moment(secondsSince1970: 1_000_000_000, zone: .utc))
        #expect(later.digest(with: identity) != document.digest(with: identity))
    }

    @Test(arguments: [
        "<img src='file:///etc/hostname' alt=''>", "<img src='../../x.png' alt=''>",
        "<img src='http://127.0.0.1:1/a.png' alt=''>", "<img src='//example.com/a.png' alt=''>",
        "<link rel='stylesheet' href='file:///etc/passwd'>", "<img src='missing.png' alt=''>",
        "<a rel='attachment' href='file:///etc/passwd'>x</a>",
        "<div style='background: url(/etc/passwd)'>x</div>",
        "<style>@font-face { font-family: x; src: url(file:///etc/passwd) }</style>",
        "<object data='ftp://127.0.0.1/x'></object>",
        "<svg width='9' height='9'><image href='file:///etc/passwd' width='9' height='9'/></svg>",
    ])
    func refusesWhatIsNoResource(html: String) throws {
        let failure = #expect(throws: PDFFailure.self) {
            try maker.make(Sample.document(html), as: .test)
        }
        guard case .refused(let urls) = failure else {
            Issue.record("\(String(describing: failure))")
            return
        }
        #expect(urls.count == 1)
    }

    @Test func readsResourcesByTheirPathOnTheHost() async throws {
        let html = """
            <link rel="stylesheet" href="/assets/%E7%B4%99.css"><p class="a">色</p>
            <img src="/files/図%201.svg" alt="構成図"><img src="a.png" alt="点">
            <img src="data:image/png;base64,\(Data(Sample.png).base64EncodedString())" alt="データ">
            """
        let document = Sample.document(
            html,
            resources: [
                "assets/紙.css": Array(".a::after { content: 'さくら' }".utf8),
                "files/図 1.svg": Array(
                    "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='20'/>".utf8),
            ])
        let reading = try PDFReading(try maker.make(document, as: .test))
        #expect(try await reading.text() == "色さくら")
        let bytes = try reading.folder.bytes(of: "a.pdf")
        let text = String(decoding: bytes, as: UTF8.self)
        for alternative in ["構成図", "点", "データ"] {
            let units = alternative.utf16.map { String($0, radix: 16) }
            let hex = units.map { String(repeating: "0", count: 4 - $0.count) + $0 }.joined()
            #expect(text.contains("/Alt <feff\(hex)>"))
        }
    }

    @Test func saysWhichImageCannotBeRead() throws {
        let document = Sample.document(
            "<img src='b.png' alt='x'>", resources: ["w/b.png": Array("no image".utf8)])
        let failure = #expect(throws: PDFFailure.self) { try maker.make(document, as: .test) }
        guard case .unreadable(let words) = failure else {
            Issue.record("\(String(describing: failure))")
            return
        }
        #expect(words.count == 1 && words[0].contains("https://example.jp/w/b.png"))
    }

    @Test func saysWhichCharactersNoFontHas() throws {
        let document = Sample.document("<p>\u{F8FE} 日本 \u{1F1FF}\u{200D}\u{FE0F}\u{10FFFD}</p>")
        let failure = #expect(throws: PDFFailure.self) { try maker.make(document, as: .test) }
        #expect(failure == .noGlyphs(["\u{F8FE}", "\u{10FFFD}"]))
        #expect(failure?.message.en.contains("U+F8FE, U+10FFFD") == true)
    }

    @Test func printsJapaneseEmojiAndALongTable() async throws {
        let rows = (1...60).map { "<tr><td>項目\($0)</td><td>値 \($0 * 7)</td></tr>" }.joined()
        let reading = try PDFReading(
            try maker.make(
                Sample.document(
                    """
                    <style>@page { size: A4 } td { padding: 2mm }</style>
                    <p>髙橋さんの﨑は𠮷野家で😀と🇯🇵を見た。㈱①Ⅳ～−ー</p>
                    <table><thead><tr><th>名前</th><th>値</th></tr></thead>\(rows)</table>
                    """), as: .test))
        let pages = try await reading.pages()
        #expect(pages.count >= 2)
        for page in pages { #expect(page.contains("名前")) }
        let text = try await reading.text()
        #expect(text.contains("髙橋さんの﨑は𠮷野家で"))
        for row in 1...60 { #expect(text.contains("項目\(row)値\(row * 7)")) }
        for font in try await reading.fonts() { #expect(font.suffix(5).first == "yes") }
    }

    @Test func aLinkToWhatIsNotPrintedLeadsToThePage() throws {
        let document = Sample.document("<p id='a'><a href='#a'>a</a> <a href='#b'>b</a></p>")
        let text = String(decoding: try maker.make(document, as: .test), as: UTF8.self)
        #expect(text.contains("(https://example.jp/w/1.0#b)"))
        #expect(text.contains("/Dest (a)"))
    }

    @Test func acceptsNoMoreThanTheSizeLimit() throws {
        let small = PDFMaker(
            cacheFolder: nil, limit: .seconds(100), sizeLimit: 4_000, in: .test)
        #expect(throws: PDFFailure.tooLong(bytes: 4_000)) {
            try small.make(Sample.document("<p>日本語</p>"), as: .test)
        }
    }
}

/// Small documents.
enum Sample {
    /// One black pixel.
    static let png: [UInt8] = Array(
        Data(
            base64Encoded: "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+"
                + "kcQAAAABJRU5ErkJggg==") ?? Data())

    static func document(_ body: String, resources: [String: [UInt8]] = [:]) -> PrintDocument {
        PrintDocument(
            html: Array(
                "<!DOCTYPE html><html lang=\"ja\"><head><title>白書</title></head><body>\(body)".utf8),
            resources: resources.merging(["w/a.png": png]) { given, _ in given },
            address: "https://example.jp/w/1.0",
            date: Moment(secondsSince1970: 1_700_000_000, zone: .utc))
    }
}

extension PrinterIdentity {
    static let test = PrinterIdentity(description: "test", surroundings: "")
}
