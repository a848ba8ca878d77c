import Content
import Core
import Testing

@testable import Whitepapers

/// `controls.csv`.
struct CSVTests {
    private func rows(_ text: String) throws -> [[String]] {
        let (table, found) = CSVTable.parse(Array(text.utf8), file: "controls.csv")
        #expect(found.isEmpty)
        return table.rows.map { $0.map(\.value) }
    }

    @Test func hasARowForEachControlThatIsStatedOrNotCovered() throws {
        let text = try ExportFixture.sample().text("controls.csv", of: "1.3")
        #expect(Array(text.utf8.prefix(3)) == [0xEF, 0xBB, 0xBF])
        #expect(text.hasSuffix("\r\n"))
        let rows = try rows(text)
        #expect(rows.count == 1 + 40 + 4)
        #expect(Set(rows.map(\.count)) == [17])
        let status = try #require(rows[0].firstIndex(of: "status"))
        #expect(rows.filter { $0[status] == "stated" }.count == 40)
        #expect(rows.filter { $0[status] == "not-covered" }.count == 4)
        let reason = try #require(rows[0].firstIndex(of: "not_covered_reason_en"))
        #expect(rows.filter { $0[status] == "not-covered" }.allSatisfy { !$0[reason].isEmpty })
    }

    @Test func saysWhatTheJSONSays() throws {
        let export = try ExportFixture.sample().export("1.3")
        let table = try rows(String(decoding: export.table(), as: UTF8.self))
        let column = try #require(table[0].firstIndex(of: "statement_ja"))
        for item in export.document()[member: "items"]?.elements ?? []
        where item[member: "kind"] == "control" {
            let row = table.first { $0[0] == item[member: "id"]?.string }
            let plain = item[member: "statement"]?[member: "ja"]?[member: "plain"]?.string
            #expect(row?[column] == plain)
        }
    }

    @Test func keepsSpreadsheetsFromComputing() throws {
        let fixture = try ExportFixture(
            DemoWhitepaper.archive(statement: DemoWhitepaper.hostile))
        let table = try rows(fixture.text("controls.csv", of: "1.1"))
        let row = try #require(table.first { $0[0] == "10.1.1" })
        let statement = try #require(table[0].firstIndex(of: "statement_ja"))
        #expect(row[statement].hasPrefix("'=HYPERLINK(\"https://evil.example\",\"x\"), \"引用\""))
        let number = try #require(table[0].firstIndex(of: "iso27002_2022"))
        #expect(row[number] == "ISO/IEC 27002:2022, 8.10")
    }

    @Test(arguments: [
        ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"),
        ("\tx", "'\tx"), ("\rx", "'\rx"), ("＝1", "'＝1"), ("5.10", "'5.10"), ("7", "'7"),
        ("'=1", "''=1"), ("''5.1", "'''5.1"), ("'x", "'x"), ("5.1.1", "5.1.1"), ("", ""),
        ("a=b", "a=b"), ("「=1」", "「=1」"),
    ])
    func putsAnApostropheBeforeWhatWouldBeComputed(text: String, cell: String) {
        #expect(CSVWriter.guarded(text) == cell)
        let shown = cell.drop { $0 == "'" }
        let isGuarded = CSVWriter.guarded(String(shown)) != String(shown)
        #expect(isGuarded ? cell.dropFirst() == text : cell == text)
    }

    @Test func quotesWhatWouldEndACell() {
        var csv = CSVWriter()
        csv.append(["a,b", "c\"d", "e\r\nf", " g", "h", ""])
        let text = String(decoding: csv.bytes.dropFirst(3), as: UTF8.self)
        #expect(text == "\"a,b\",\"c\"\"d\",\"e\r\nf\",\" g\",h,\r\n")
    }
}
