import Testing

@testable import Core

@Suite struct JSONReaderTests {
    private func read(_ text: String) throws(JSONError) -> JSONValue {
        try JSONValue(parsing: Array(text.utf8))
    }

    @Test func readsEveryKindOfValue() throws {
        let text =
            " { \"a\" : [ 1 , -20, 0, true, false, null ], \"b\":{}, "
            + "\"c\":[],\r\n\t\"\":\"x\" } "
        let expected: JSONValue = [
            "a": [1, -20, 0, true, false, .null], "b": [:], "c": [], "": "x",
        ]
        #expect(try read(text) == expected)
        #expect(try read("9223372036854775807") == .number(.max))
        #expect(try read("-9223372036854775808") == .number(.min))
    }

    @Test(arguments: [
        (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), (#""\u3042\u00e9""#, "あé"),
        (#""\uD83D\uDE00!""#, "😀!"), ("\"日本 語\"", "日本 語"), (#""a\u0000b""#, "a\0b"),
    ])
    func readsStrings(text: String, value: String) throws {
        #expect(try read(text) == .string(value))
    }

    @Test(arguments: [
        ("", JSONError.Reason.endOfText, 0), ("  ", .endOfText, 2), ("[1,]", .unexpectedByte, 3),
        ("[1 2]", .unexpectedByte, 3), ("{\"a\":1,}", .unexpectedByte, 7),
        ("{\"a\" 1}", .unexpectedByte, 5), ("{a:1}", .unexpectedByte, 1), ("[1", .endOfText, 2),
        ("{\"a\":", .endOfText, 5), ("1 2", .extraText, 2), ("tru", .endOfText, 3),
        ("nul1", .unexpectedByte, 3), ("'a'", .unexpectedByte, 0), ("\"a", .endOfText, 2),
        ("\"a\nb\"", .badString, 2), (#""\x""#, .badString, 1), (#""\u12g4""#, .badString, 1),
        (#""\uD800""#, .badString, 1), (#""\uDC00""#, .badString, 1),
        (#""\uD800\u0041""#, .badString, 1), ("01", .badNumber, 0), ("-", .endOfText, 1),
        ("-a", .badNumber, 0), ("[1.5]", .badNumber, 1), ("1e3", .badNumber, 0),
        ("9223372036854775808", .badNumber, 0), ("+1", .unexpectedByte, 0),
        ("{\"a\":1,\"a\":2}", .memberTwice, 7), ("\u{FEFF}1", .unexpectedByte, 0),
        ("// c\n1", .unexpectedByte, 0), ("NaN", .unexpectedByte, 0),
    ])
    func refusesWhatIsNotJSONWithItsPlace(
        text: String, reason: JSONError.Reason, offset: Int
    ) {
        #expect(throws: JSONError(reason: reason, offset: offset)) { try read(text) }
    }

    @Test func refusesWhatIsNotUTF8() {
        #expect(throws: JSONError(reason: .badEncoding, offset: 0)) {
            try JSONValue(parsing: [0x22, 0xC3, 0x28, 0x22])
        }
    }

    @Test func refusesWhatIsNestedTooDeep() throws {
        let fits = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
        _ = try read(fits)
        let deep = String(repeating: "[", count: 100_000)
        #expect(throws: JSONError(reason: .tooDeep, offset: 64)) { try read(deep) }
    }

    @Test func readsBackWhatTheWriterWrites() throws {
        let value: JSONValue = [
            "quotes": "\"\\\u{1}\u{1F}\n", "日本語": ["😀", .null, -5], "nested": ["a": [["b": true]]],
        ]
        for indented in [false, true] {
            var writer = ByteWriter()
            writer.append(json: value, indented: indented)
            #expect(try JSONValue(parsing: writer.bytes) == value)
        }
    }
}
