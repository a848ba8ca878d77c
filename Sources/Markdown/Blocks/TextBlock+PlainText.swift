import Core

extension TextBlock {
    /// What a reader sees as text, without markup, in NFC.
    ///
    /// Lines stand apart by line feeds, cells of a row by tabs; each row is a line. White space
    /// is one space, none at the ends of a line or cell; empty lines and rows are left out.
    /// Bullets, numbers of items and footnotes, ticks and images are no text.
    package var plainText: String {
        switch content {
        case .text(let runs): runs.text.plainLines.joined(separator: "\n")
        case .table(let table):
            ([table.header] + table.rows).compactMap { row in
                let cells = row.map { $0.text.plainLines.joined(separator: " ") }
                return cells.allSatisfy(\.isEmpty) ? nil : cells.joined(separator: "\t")
            }.joined(separator: "\n")
        }
    }
}

extension [TextBlock] {
    /// What a reader sees as text: the blocks' plain texts apart by line feeds.
    ///
    /// Two forms of a document (HTML, PDF, JSON, CSV) carry the same statements where theirs
    /// are the same.
    package var plainText: String {
        lazy.map(\.plainText).filter { !$0.isEmpty }.joined(separator: "\n")
    }
}

extension String {
    /// The lines that are not empty, with white space collapsed.
    fileprivate var plainLines: [String] {
        normalizedToNFC.split(whereSeparator: \.isNewline).compactMap { line in
            let words = line.split { $0 == " " || $0 == "\t" || $0 == "\u{A0}" }
            return words.isEmpty ? nil : words.joined(separator: " ")
        }
    }
}
