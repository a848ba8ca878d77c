import Markdown

/// In what part a block or a row is shown.
enum BlockRole {
    case same
    case removed
    case added
    case edited
    case movedAway(Int)
    case movedHere(Int)

    /// Its class; none for what stays.
    var name: String {
        switch self {
        case .same: ""
        case .removed: "comparison-removed"
        case .added: "comparison-added"
        case .edited: "comparison-edited"
        case .movedAway: "comparison-moved-away"
        case .movedHere: "comparison-moved-here"
        }
    }

    /// The id of something that moved.
    var id: String? {
        switch self {
        case .movedAway(let move): "move-\(move + 1)-from"
        case .movedHere(let move): "move-\(move + 1)-to"
        default: nil
        }
    }
}

/// Which blocks of a run that stays are shown.
struct CollapsedRun {
    /// How many are shown at the beginning.
    let head: Int
    /// How many after those are not.
    let hidden: Int

    /// - Parameters:
    ///   - context: Blocks that are shown beside a change; nil shows all.
    ///   - isFirst: No change stands before; the same for `isLast`.
    init(count: Int, context: Int?, isFirst: Bool, isLast: Bool) {
        guard let context else {
            (head, hidden) = (count, 0)
            return
        }
        let before = isFirst ? 0 : context
        let after = isLast ? 0 : context
        let rest = count - before - after
        // One alone takes no more room than the words that would stand for it.
        let isWorthIt = rest > 1 || rest == 1 && isFirst && isLast
        head = isWorthIt ? before : count
        hidden = isWorthIt ? rest : 0
    }
}

extension BlockChange {
    /// Whether it moved together with what stands before it.
    func goesOn(from before: BlockChange?) -> Bool {
        switch (before, self) {
        case (.movedAway(_, let last)?, .movedAway(_, let move)),
            (.movedHere(_, let last)?, .movedHere(_, let move)):
            last + 1 == move
        default: false
        }
    }
}

extension BlockEdit {
    /// The first old block.
    var oldBlock: TextBlock {
        switch self {
        case .text(let edit): TextBlock(edit.from[0], edit.pieces.oldRuns)
        case .table(let from, _, let edit): TextBlock(path: from.path, edit.oldTable)
        }
    }
}

extension TableEdit {
    /// A table that is in one text, or the same in both.
    init(whole table: TextTable, _ role: BlockRole) {
        let cells = { (row: [TextTable.Cell]) -> [Cell] in
            row.map { $0.isEmpty ? [] : [.same($0)] }
        }
        self.init(
            columns: table.alignments.map { .kept(from: $0, to: $0) },
            header: cells(table.header),
            rows: table.rows.map { RowEdit(change: .kept, cells: cells($0)) })
    }

    /// The old table.
    fileprivate var oldTable: TextTable {
        let cells = { (row: [Cell]) -> [TextTable.Cell] in
            zip(columns, row).compactMap { column, cell in
                if case .added = column { nil } else { cell.oldRuns }
            }
        }
        return TextTable(
            alignments: columns.compactMap { column in
                switch column {
                case .kept(let from, _), .removed(let from): from
                case .added: nil
                }
            },
            header: cells(header),
            rows: rows.compactMap { row in
                switch row.change {
                case .added, .movedHere: nil
                default: cells(row.cells)
                }
            })
    }
}

extension TextBlock.Head {
    /// What stands before an item that has no bullet, and before a footnote.
    var marker: String? {
        switch kind {
        case .listItem(let marker):
            switch (marker.number, marker.isDone) {
            case (let number?, _): "\(number). "
            case (_, true?): "☑ "
            case (_, false?): "☐ "
            default: nil
            }
        case .footnote(let number): "\(number). "
        default: nil
        }
    }

    /// Whether `other` has another number and is the same besides.
    func isRenumbered(from other: Self) -> Bool {
        var other = other
        switch (kind, other.kind) {
        case (.footnote, .footnote): other.kind = kind
        case (.listItem(let own), .listItem(let before)):
            guard own.number != nil, before.number != nil, own.isDone == before.isDone else {
                return false
            }
            other.kind = kind
        default: return false
        }
        return self == other
    }
}
