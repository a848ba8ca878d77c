import Core

/// Writes a table that Excel opens with a double click: UTF-8 with a byte order mark, CRLF.
///
/// No cell is a formula, nor a number that a spreadsheet would shorten (`5.10` to 5.1): one that
/// could be, apostrophes before it aside, gets an apostrophe in front. A program takes the
/// first apostrophe off where such text follows, and has the text as it was.
///
/// - Source: RFC 4180; OWASP, "CSV Injection".
struct CSVWriter: Sendable {
    private var writer: ByteWriter

    /// Begins with the byte order mark.
    init() {
        writer = ByteWriter()
        writer.append([0xEF, 0xBB, 0xBF])
    }

    /// The table so far.
    var bytes: [UInt8] { writer.bytes }

    /// Appends a row.
    mutating func append(_ cells: [String]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { writer.append(0x2C as UInt8) }
            append(quoting: Self.guarded(cell))
        }
        writer.append([0x0D, 0x0A])
    }

    /// Quotes what would end a cell, and what begins or ends with a space.
    private mutating func append(quoting cell: String) {
        let bytes = Array(cell.utf8)
        let isSpaced = bytes.first == 0x20 || bytes.last == 0x20
        guard isSpaced || bytes.contains(where: { [0x22, 0x2C, 0x0D, 0x0A].contains($0) }) else {
            writer.append(bytes)
            return
        }
        writer.append(0x22 as UInt8)
        for byte in bytes {
            if byte == 0x22 { writer.append(0x22 as UInt8) }
            writer.append(byte)
        }
        writer.append(0x22 as UInt8)
    }

    /// A cell that every spreadsheet takes for text.
    static func guarded(_ cell: String) -> String {
        let text = cell.unicodeScalars.drop { $0 == "'" }
        return isFormula(text) || isNumber(text) ? "'" + cell : cell
    }

    /// What spreadsheets compute. Japanese ones take full-width signs too.
    private static func isFormula(_ text: Substring.UnicodeScalarView) -> Bool {
        switch text.first {
        case "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠": true
        default: false
        }
    }

    private static func isNumber(_ text: Substring.UnicodeScalarView) -> Bool {
        !text.isEmpty && text.allSatisfy { ("0"..."9").contains($0) || $0 == "." }
            && text.filter { $0 == "." }.count < 2
    }
}
