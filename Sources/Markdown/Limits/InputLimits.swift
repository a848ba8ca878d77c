import Core

/// Refuses, before the parse, what would make the C library take very long or very much memory.
///
/// The bounds are rough and far above what a page needs: they look at lines and count signs,
/// without knowing what is code. What they let through parses in about a second a megabyte.
struct InputLimits {
    let file: String
    let limits: MarkdownDialect.Limits

    /// Pages below this cannot take long; only their tables can grow.
    private static let harmless = 8 << 10

    /// What is too much in `body`.
    ///
    /// - Parameter offset: Where the body begins in its file.
    func findings(in body: UnsafeBufferPointer<UInt8>, from offset: Int) -> [Diagnostic] {
        if body.count > limits.bytes {
            return [.tooLong(file: file, bytes: body.count, limit: limits.bytes)]
        }
        var table = TableBound()
        var text = body.count > Self.harmless ? TextBound(limits: limits) : nil
        var ends = LineEnds(in: body, from: 0)
        var start = 0
        while start < body.count {
            let (end, next) = ends.next(from: start) ?? (body.count, body.count)
            let line = UnsafeBufferPointer(rebasing: body[start..<end])
            let span = SourceSpan(file: file, range: start + offset..<end + offset)
            if table.read(line, at: span), let cells = table.cells(over: limits.tableCells) {
                return [.tableTooLarge(cells: cells, limit: limits.tableCells, at: table.span)]
            }
            switch text?.read(line) {
            case .nesting?: return [.nestingTooDeep(at: span, limit: limits.nesting)]
            case .complexity?: return [.tooComplex(at: span)]
            case .markup?: return [.tooManyNodes(at: span, limit: limits.markup)]
            case nil: break
            }
            start = next
        }
        return []
    }
}

/// Counts the cells that a table would have: the library fills each row up to the width of the
/// header.
private struct TableBound {
    private var columns = 0
    private var rows = 0
    /// The table's delimiter row.
    private(set) var span: SourceSpan?

    /// - Returns: Whether the line may belong to a table.
    mutating func read(_ line: UnsafeBufferPointer<UInt8>, at place: SourceSpan) -> Bool {
        var first = 0
        while first < line.count, line[first].isBlank || line[first] == 0x3E { first += 1 }
        guard first < line.count else {
            (columns, rows) = (0, 0)
            return false
        }
        if let width = line[first...].delimiterColumns, width > columns || columns == 0 {
            // The header stands above.
            (columns, rows, span) = (width, 1, place)
            return true
        }
        guard columns > 0 else { return false }
        rows += 1
        return true
    }

    func cells(over limit: Int) -> Int? {
        let cells = columns.multipliedReportingOverflow(by: rows)
        return cells.overflow || cells.partialValue > limit ? cells.partialValue : nil
    }
}

extension Slice<UnsafeBufferPointer<UInt8>> {
    /// The columns of `| --- | :-: |`; nil for another line.
    var delimiterColumns: Int? {
        var pipes = 0
        var hasDash = false
        var last: UInt8 = 0
        for byte in self {
            switch byte {
            case 0x7C: pipes += 1
            case 0x2D: hasDash = true
            case 0x3A: break
            case 0x20, 0x09: continue
            default: return nil
            }
            last = byte
        }
        guard hasDash, pipes > 0 else { return nil }
        return pipes + 1 - (first == 0x7C ? 1 : 0) - (last == 0x7C ? 1 : 0)
    }
}

extension Diagnostic {
    fileprivate static func tooLong(file: String, bytes: Int, limit: Int) -> Diagnostic {
        Diagnostic(
            .error, "markdown.too-long", at: SourceSpan(file: file),
            en: "the text has \(bytes) bytes; at most \(limit) are accepted",
            ja: "本文が長すぎます（\(bytes) バイト、上限 \(limit) バイト）",
            fix: .advice(
                en: "split it into several pages", ja: "ページを分けてください"))
    }

    fileprivate static func tableTooLarge(
        cells: Int, limit: Int, at span: SourceSpan?
    ) -> Diagnostic {
        Diagnostic(
            .error, "markdown.table-too-large", at: span,
            en: "the table has \(cells) cells or more; at most \(limit) are accepted",
            ja: "表が大きすぎます（\(cells) セル以上、上限 \(limit) セル）",
            fix: .advice(
                en: "split it into several tables, or offer a file for download",
                ja: "表を分けるか、ファイルとしてダウンロードできるようにしてください"))
    }

    fileprivate static func tooComplex(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "markdown.too-complex", at: span,
            en: "this part has too much markup without an empty line",
            ja: "空行のないひと続きの部分に、記号（*、[、< など）が多すぎます",
            fix: .advice(
                en: "put empty lines between paragraphs, or split the page",
                ja: "段落の間に空行を入れるか、ページを分けてください"))
    }
}
