import Content
import Core

/// Reads the framework's controls from a whitepaper's catalogue.
///
/// The columns are `id`, `title_CODE` for each language (or one `title`), and, where wanted,
/// `audience` and `iso27002_2022`.
struct CatalogueReading {
    private(set) var controls: [CatalogueControl] = []
    private(set) var diagnostics: [Diagnostic] = []
    private var columns: [String: Int] = [:]
    private let languages: [String]

    /// - Parameter languages: The whitepaper's languages, the original first.
    init(_ bytes: [UInt8], file: String, languages: [String]) {
        self.languages = languages
        let (table, found) = CSVTable.parse(bytes, file: file)
        diagnostics = found
        guard let header = table.rows.first else {
            if found.isEmpty { diagnostics.append(.noHeader(at: SourceSpan(file: file))) }
            return
        }
        guard readHeader(header) else { return }
        for row in table.rows.dropFirst() { read(row, width: header.count) }
    }

    private mutating func readHeader(_ header: [Located<String>]) -> Bool {
        let known =
            ["id", "title"] + languages.map { "title_" + $0 } + ["audience", "iso27002_2022"]
        for (index, name) in header.enumerated() {
            if columns[name.value] != nil {
                diagnostics.append(.columnTwice(name.value, at: name.span))
            } else if known.contains(name.value) || Self.isOtherTitle(name.value) {
                columns[name.value] = index
            } else {
                diagnostics.append(.unknownColumn(name.value, known: known, at: name.span))
            }
        }
        guard let start = header.first?.span else { return false }
        if columns["id"] == nil { diagnostics.append(.columnMissing("id", at: start)) }
        let hasTitle = columns["title"] != nil || columns["title_" + (languages.first ?? "")] != nil
        if !hasTitle {
            diagnostics.append(.columnMissing("title_" + (languages.first ?? ""), at: start))
        }
        return columns["id"] != nil && hasTitle
    }

    /// A catalogue may have titles in more languages than the whitepaper.
    private static func isOtherTitle(_ name: String) -> Bool {
        name.hasPrefix("title_") && (8...9).contains(name.utf8.count)
            && name.utf8.dropFirst(6).allSatisfy { (0x61...0x7A).contains($0) }
    }

    private mutating func read(_ row: [Located<String>], width: Int) {
        guard row.count == width else {
            if let first = row.first {
                diagnostics.append(.wrongWidth(row.count, header: width, at: first.span))
            }
            return
        }
        let id = row[columns["id"] ?? 0]
        guard ItemNumber(control: id.value) != nil else {
            diagnostics.append(.badNumber(id.value, at: id.span))
            return
        }
        if let twin = controls.first(where: { $0.id.lowercased() == id.value.lowercased() }) {
            diagnostics.append(.controlTwice(id.value, at: id.span, first: twin.span))
            return
        }
        guard let title = title(in: row) else {
            diagnostics.append(.noTitle(id.value, at: id.span))
            return
        }
        controls.append(
            CatalogueControl(
                id: id.value, title: title, audience: text("audience", in: row),
                iso27002In2022: text("iso27002_2022", in: row), span: id.span))
    }

    private func title(in row: [Located<String>]) -> LocalizedText? {
        let preferred = languages.map { "title_" + $0 } + ["title"]
        let others = columns.keys.filter { $0.hasPrefix("title_") && !preferred.contains($0) }
        let texts = (preferred + others.sorted()).compactMap { name in
            text(name, in: row).map { (language: String(name.dropFirst(6)), text: $0) }
        }
        return LocalizedText(texts)
    }

    private func text(_ column: String, in row: [Located<String>]) -> String? {
        guard let index = columns[column], !row[index].value.isEmpty else { return nil }
        return row[index].value
    }
}

extension Diagnostic {
    fileprivate static func noHeader(at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "whitepaper.catalogue-column", at: span,
            en: "the catalogue is empty", ja: "管理策の一覧が空です",
            fix: .advice(
                en: "begin it with the line id,title_ja,title_en,audience,iso27002_2022",
                ja: "1行目を id,title_ja,title_en,audience,iso27002_2022 としてください"))
    }

    fileprivate static func columnMissing(_ name: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "whitepaper.catalogue-column", at: span,
            en: "the catalogue has no column '\(name)'", ja: "管理策の一覧に「\(name)」の列がありません")
    }

    fileprivate static func columnTwice(_ name: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "whitepaper.catalogue-column", at: span,
            en: "the catalogue has the column '\(name)' twice",
            ja: "管理策の一覧に「\(name)」の列が二つあります")
    }

    fileprivate static func unknownColumn(
        _ name: String, known: [String], at span: SourceSpan
    ) -> Diagnostic {
        let list = known.joined(separator: ", ")
        return Diagnostic(
            .error, "whitepaper.catalogue-column", at: span,
            en: "unknown column '\(name)'; a catalogue has \(list)",
            ja: "「\(name)」という列は使えません。使える列: \(list)",
            fix: nearestName(to: name, in: known).map { .replace(with: $0) })
    }

    fileprivate static func wrongWidth(
        _ count: Int, header: Int, at span: SourceSpan
    ) -> Diagnostic {
        Diagnostic(
            .error, "whitepaper.catalogue-row", at: span,
            en: "this row has \(count) values, the header has \(header)",
            ja: "この行には値が \(count) 個ありますが、見出し行は \(header) 列です",
            fix: .advice(
                en: "a value with a comma in it stands in quotes",
                ja: "コンマを含む値は「\"」で囲んでください"))
    }

    fileprivate static func badNumber(_ id: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "whitepaper.catalogue-row", at: span,
            en: "'\(id)' is not a control's number, like 12.3.1 or CLD.6.3.1",
            ja: "「\(id)」は管理策の番号（例: 12.3.1、CLD.6.3.1）ではありません")
    }

    fileprivate static func controlTwice(
        _ id: String, at span: SourceSpan, first: SourceSpan
    ) -> Diagnostic {
        Diagnostic(
            .error, "whitepaper.catalogue-row", at: span,
            en: "control '\(id)' is in the catalogue twice", ja: "管理策「\(id)」が一覧に二度あります",
            notes: [Note(at: first, en: "first given here", ja: "最初の記述はここです")])
    }

    fileprivate static func noTitle(_ id: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .error, "whitepaper.catalogue-row", at: span,
            en: "control '\(id)' has no title", ja: "管理策「\(id)」に名称がありません")
    }
}
