import Content
import Core

/// A table of comma-separated values with the place of each.
///
/// - Source: RFC 4180. A byte order mark, lines that end in LF alone and blank lines are allowed.
struct CSVTable: Sendable {
    /// The rows, the header among them.
    private(set) var rows: [[Located<String>]] = []

    /// Reads a whole file.
    ///
    /// - Returns: The table and what is wrong with it; a row with an error is left out.
    static func parse(
        _ bytes: [UInt8], file: String
    ) -> (table: CSVTable, diagnostics: [Diagnostic]) {
        guard String(validating: bytes, as: UTF8.self) != nil else {
            return (CSVTable(), [.notUTF8(in: bytes[...], file: file)])
        }
        var reader = CSVReader(bytes: bytes, file: file)
        var table = CSVTable()
        while let row = reader.row() {
            let isBlank = row.count == 1 && row[0].value.isEmpty
            if !isBlank { table.rows.append(row) }
        }
        return (table, reader.diagnostics)
    }
}

/// Takes the bytes of a table apart, row by row.
private struct CSVReader {
    let bytes: [UInt8]
    let file: String
    var index: Int
    var diagnostics: [Diagnostic] = []

    init(bytes: [UInt8], file: String) {
        self.bytes = bytes
        self.file = file
        index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// The next row; nil at the end.
    mutating func row() -> [Located<String>]? {
        guard index < bytes.count else { return nil }
        var fields = [field()]
        while index < bytes.count, bytes[index] == 0x2C {
            index += 1
            fields.append(field())
        }
        if index < bytes.count, bytes[index] == 0x0D { index += 1 }
        if index < bytes.count, bytes[index] == 0x0A { index += 1 }
        return fields
    }

    private mutating func field() -> Located<String> {
        if index < bytes.count, bytes[index] == 0x22 { return quotedField() }
        let start = index
        skipToEndOfField()
        if let quote = bytes[start..<index].firstIndex(of: 0x22) {
            diagnostics.append(.strayQuote(at: span(quote..<quote + 1)))
        }
        return Located(
            String(decoding: bytes[start..<index], as: UTF8.self), at: span(start..<index))
    }

    private mutating func quotedField() -> Located<String> {
        let start = index
        var text: [UInt8] = []
        index += 1
        while index < bytes.count {
            if bytes[index] == 0x22 {
                index += 1
                guard index < bytes.count, bytes[index] == 0x22 else {
                    return endOfQuotedField(from: start, text)
                }
            }
            text.append(bytes[index])
            index += 1
        }
        diagnostics.append(.quoteNeverCloses(at: span(start..<start + 1)))
        return Located(String(decoding: text, as: UTF8.self), at: span(start..<index))
    }

    private mutating func endOfQuotedField(from start: Int, _ text: [UInt8]) -> Located<String> {
        let end = index
        skipToEndOfField()
        if end < index { diagnostics.append(.textAfterQuote(at: span(end..<index))) }
        return Located(String(decoding: text, as: UTF8.self), at: span(start..<end))
    }

    private mutating func skipToEndOfField() {
        while index < bytes.count, ![0x2C, 0x0D, 0x0A].contains(bytes[index]) { index += 1 }
    }

    private func span(_ range: Range<Int>) -> SourceSpan { SourceSpan(file: file, range: range) }
}

extension Diagnostic {
    fileprivate static func strayQuote(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "whitepaper.bad-csv", at: span,
            en: "a quote within a value that does not begin with one",
            ja: "引用符で始まらない値の中に引用符があります",
            fix: .advice(
                en: "put the whole value in quotes and double the quotes within it",
                ja: "値全体を「\"」で囲み、値の中の「\"」は「\"\"」と書いてください"))
    }

    fileprivate static func quoteNeverCloses(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "whitepaper.bad-csv", at: span,
            en: "this quote never closes", ja: "この引用符が閉じられていません")
    }

    fileprivate static func textAfterQuote(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "whitepaper.bad-csv", at: span,
            en: "text between a closing quote and the next comma",
            ja: "閉じた引用符と次のコンマの間に文字があります")
    }
}
