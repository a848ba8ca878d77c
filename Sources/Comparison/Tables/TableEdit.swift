package import Markdown

/// How one table becomes another: its columns, then its rows, cell by cell.
package struct TableEdit: Hashable, Sendable {
    /// What becomes of a column.
    package enum Column: Hashable, Sendable {
        /// In both tables.
        case kept(from: TextTable.Alignment, to: TextTable.Alignment)
        /// In the old table only.
        case removed(TextTable.Alignment)
        /// In the new table only.
        case added(TextTable.Alignment)
    }

    /// What becomes of a row.
    package enum Row: Hashable, Sendable {
        /// In both tables at this place, if perhaps with other cells.
        case kept
        /// In the old table only.
        case removed
        /// In the new table only.
        case added
        /// Stands elsewhere in the new table: where `movedHere` has the same number.
        case movedAway(move: Int)
        /// Stands elsewhere in the old table.
        case movedHere(move: Int)
    }

    /// What becomes of a row and of its cells.
    package struct RowEdit: Hashable, Sendable {
        /// What becomes of the row.
        package let change: Row
        /// One for each column of the edit.
        package let cells: [Cell]
    }

    /// What becomes of a cell's text.
    package typealias Cell = [TextEdit.Piece]

    /// From left to right; removed columns stand before what came in their place.
    package let columns: [Column]
    /// One cell for each of `columns`.
    package let header: [Cell]
    /// From top to bottom; one cell for each of `columns`, empty where the row has none.
    package let rows: [RowEdit]

    /// The same edit the other way.
    package var inverse: TableEdit {
        let inverted = { (cells: [Cell]) in cells.map { $0.map(\.inverse) } }
        return TableEdit(
            columns: columns.map(\.inverse), header: inverted(header),
            rows: rows.map { RowEdit(change: $0.change.inverse, cells: inverted($0.cells)) })
    }

    /// Whether no row, column or word changes.
    var keepsText: Bool {
        columns.allSatisfy(\.isKept)
            && (header + rows.flatMap(\.cells)).allSatisfy(\.keepText)
            && rows.allSatisfy { $0.change == .kept }
    }

    /// Applies the edit to the table that it was made from.
    func applied(to table: TextTable) -> TextTable {
        var moved: [Int: [TextTable.Cell]] = [:]
        var rest = table.rows[...]
        let sources = rows.map { row -> [TextTable.Cell] in
            switch row.change {
            case .added, .movedHere: return []
            case .kept, .removed: return rest.removeFirst()
            case .movedAway(let move):
                let source = rest.removeFirst()
                moved[move] = source
                return source
            }
        }
        precondition(rest.isEmpty, "the table is not the one that was compared")
        let made = zip(rows, sources).compactMap { row, source -> [TextTable.Cell]? in
            switch row.change {
            case .removed, .movedAway: nil
            case .added: cells(row.cells, from: nil)
            case .kept: cells(row.cells, from: source)
            case .movedHere(let move): cells(row.cells, from: moved[move])
            }
        }
        return TextTable(
            alignments: columns.compactMap(\.newAlignment),
            header: cells(header, from: table.header), rows: made)
    }

    /// The new row that `edits` make of `old`.
    private func cells(_ edits: [Cell], from old: [TextTable.Cell]?) -> [TextTable.Cell] {
        var rest = old.map { $0[...] }
        var made: [TextTable.Cell] = []
        for (column, edit) in zip(columns, edits) {
            switch column {
            case .kept: made.append(edit.applied(to: rest?.removeFirst() ?? [])[0])
            case .removed: _ = rest?.removeFirst()
            case .added: made.append(edit.applied(to: [])[0])
            }
        }
        return made
    }
}

extension TableEdit.Column {
    fileprivate var isKept: Bool {
        if case .kept(let from, let to) = self { from == to } else { false }
    }

    fileprivate var inverse: Self {
        switch self {
        case .kept(let from, let to): .kept(from: to, to: from)
        case .removed(let alignment): .added(alignment)
        case .added(let alignment): .removed(alignment)
        }
    }

    /// How the column stands in the new table; nil where it is not in it.
    var newAlignment: TextTable.Alignment? {
        switch self {
        case .kept(_, let to): to
        case .removed: nil
        case .added(let alignment): alignment
        }
    }
}

extension TableEdit.Row {
    fileprivate var inverse: Self {
        switch self {
        case .kept: .kept
        case .removed: .added
        case .added: .removed
        case .movedAway(let move): .movedHere(move: move)
        case .movedHere(let move): .movedAway(move: move)
        }
    }
}
