import Content
import Core
import Testing

@testable import Whitepapers

/// Comma-separated values as RFC 4180 has them.
struct CSVTableTests {
    private func rows(_ text: String) -> [[String]] {
        CSVTable.parse(Array(text.utf8), file: "c.csv").table.rows.map { $0.map(\.value) }
    }

    @Test(arguments: [
        ("a,b\nc,d\n", [["a", "b"], ["c", "d"]]),
        ("a,b\r\nc,d", [["a", "b"], ["c", "d"]]),
        ("\u{FEFF}a\n\n\nb\n", [["a"], ["b"]]),
        ("\"a,\"\"b\"\"\r\nc\",d\n", [["a,\"b\"\r\nc", "d"]]),
        ("a,,\n", [["a", "", ""]]),
        ("\"\",x\n", [["", "x"]]),
        ("", []),
    ])
    func readsRows(_ text: String, expected: [[String]]) {
        #expect(rows(text) == expected)
    }

    @Test(arguments: [("a\"b,c", 1..<2), ("x,\"a\"b", 5..<6), ("x,\"a\nb", 2..<3)])
    func reportsQuotesThatDoNotFit(_ text: String, place: Range<Int>) {
        let found = CSVTable.parse(Array(text.utf8), file: "c.csv").diagnostics
        #expect(found.map(\.code) == ["whitepaper.bad-csv"])
        #expect(found.first?.span?.range == place)
    }

    @Test func knowsThePlaceOfEachValue() {
        let bytes = Array("管理,\"b\"\nc,d".utf8)
        let rows = CSVTable.parse(bytes, file: "c.csv").table.rows
        #expect(rows.map { $0.map(\.span.range) } == [[0..<6, 7..<10], [11..<12, 13..<14]])
    }

    @Test func refusesWhatIsNotUTF8() {
        let found = CSVTable.parse([0x61, 0x2C, 0x8A], file: "c.csv").diagnostics
        #expect(found.map(\.code) == ["content.not-utf8"])
    }
}
