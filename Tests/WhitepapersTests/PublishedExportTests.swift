import Content
import Core
import Foundation
import Testing

@testable import Whitepapers

/// The files of each edition of the sample, and the list of them on its page.
struct PublishedExportTests {
    private let site: SampleSite

    init() throws { site = try SampleSite.built.get() }

    @Test(arguments: ["1.0", "1.1", "1.2", "1.3"])
    func areListedWithTheirSHA256(version: String) throws {
        for language in ["", "en/"] {
            let html = site.text(language + "security/whitepaper/\(version)/index.html")
            for name in EditionExport.names {
                let path = "security/whitepaper/\(version)/\(name)"
                let bytes = try #require(site.files["public/" + path])
                let row = try #require(
                    html.split(separator: "\n").first { $0.contains("href=\"/\(path)\"") })
                #expect(row.contains("<code>\(SHA256Digest(of: bytes).hex)</code>"))
            }
        }
    }

    @Test func theFeedIsNamedInTheHead() {
        let html = site.text("en/security/whitepaper/1.0/index.html")
        #expect(
            html.contains(
                "<link rel=\"alternate\" type=\"application/atom+xml\" title=\"Revisions of the "
                    + "infoCMS10 Security Whitepaper\" "
                    + "href=\"/en/security/whitepaper/revisions.atom\">"))
        #expect(site.text("en/security/whitepaper/revisions.atom").contains("/1.3/#12.3.1"))
    }

    /// One item of whitepaper.json.
    private struct Item: Decodable {
        struct Statement: Decodable {
            let plain: String
            let markdown: String
        }
        let id: String
        let kind: String
        let anchor: String
        let statement: [String: Statement]?
    }

    private struct Document: Decodable { let items: [Item] }

    @Test(arguments: ["1.0", "1.3"])
    func pageJSONTableAndOSCALSayTheSame(version: String) throws {
        let folder = "security/whitepaper/\(version)/"
        let json = try JSONDecoder().decode(
            Document.self, from: Data(site.text(folder + "whitepaper.json").utf8))
        let pages = ["ja": folder, "en": "en/" + folder].mapValues { site.text($0 + "index.html") }
        let table = CSVTable.parse(site.files["public/\(folder)controls.csv"] ?? [], file: "").table
        let header = try #require(table.rows.first).map(\.value)
        let component = site.text(folder + "oscal-component-definition.json")
        #expect(json.items.count == 47)
        for item in json.items {
            for (language, statement) in item.statement ?? [:] {
                let page = try #require(pages[language])
                let start = try #require(page.range(of: "id=\"\(item.anchor)\""))
                let rest = page[start.upperBound...]
                let section = rest[..<(rest.range(of: "<section")?.lowerBound ?? rest.endIndex)]
                let letters = statement.plain.filter { !$0.isWhitespace }
                #expect(String(section).visibleLetters.contains(letters), "\(item.id)")
                guard item.kind == "control" else { continue }
                let column = try #require(header.firstIndex(of: "statement_" + language))
                let row = try #require(table.rows.first { $0[0].value == item.id })
                #expect(row[column].value == statement.plain)
                guard language == "ja" else { continue }
                var writer = ByteWriter()
                writer.append(json: .string(statement.markdown))
                #expect(component.contains(writer.text), "\(item.id)")
            }
        }
    }
}
