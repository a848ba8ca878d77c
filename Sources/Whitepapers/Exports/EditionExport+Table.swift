import Content
import Core

extension EditionExport {
    /// `controls.csv`: the controls in the catalogue's order, one a row, with those that are not
    /// covered among them.
    func table() -> [UInt8] {
        var csv = CSVWriter()
        csv.append(columns.map(\.name))
        let sections = original.sections.filter { $0.item.isControl }
        let items = Dictionary(sections.map { ($0.item.id, $0.item) }) { first, _ in first }
        for control in context.site.whitepaper.catalogue {
            let gap = original.notCovered.firstIndex { $0.id == control.id }
            let row = Row(control: control, item: items[control.id], gap: gap)
            guard row.item != nil || row.gap != nil else { continue }
            csv.append(columns.map { $0.cell(row) ?? "" })
        }
        return csv.bytes
    }

    /// A control, with its statement or its place among those that are not covered.
    private struct Row {
        let control: CatalogueControl
        let item: EditionItem?
        let gap: Int?
    }

    /// A column, and what it has for a row; nil leaves the cell empty.
    private struct Column {
        let name: String
        let cell: (Row) -> String?
    }

    private var columns: [Column] {
        [Column(name: "control") { $0.control.id }]
            + inEachLanguage("title") { row, page in row.control.title.text(in: page.language) }
            + [
                Column(name: "status") { $0.item == nil ? "not-covered" : "stated" },
                Column(name: "responsibility") { $0.item?.responsibility?.rawValue },
            ]
            + inEachLanguage("statement") { row, page in
                row.item.flatMap { statement(of: $0, in: page.language)?.plain }
            }
            + inEachLanguage("customer_actions") { row, page in
                row.item?.texts[page.language]?.customerActions.joined(separator: "\n")
            }
            + inEachLanguage("evidence") { row, page in
                row.item?.texts[page.language]?.evidence.joined(separator: "\n")
            }
            + inEachLanguage("not_covered_reason") { row, page in
                row.gap.map { page.notCovered[$0].reason }
            }
            + [
                Column(name: "changed_in") { $0.item.map { "edition " + $0.changedIn } },
                Column(name: "iso27002_2022") { row in
                    row.control.iso27002In2022.map { "ISO/IEC 27002:2022, " + $0 }
                },
            ]
            + inEachLanguage("url") { row, page in row.item.map { url(of: $0, on: page) } }
    }

    private func inEachLanguage(
        _ name: String, _ cell: @escaping (Row, EditionPage) -> String?
    ) -> [Column] {
        pages.map { page in Column(name: name + "_" + page.language) { cell($0, page) } }
    }
}
