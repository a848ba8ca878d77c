import Core
import Markdown

extension ComparisonHTML {
    mutating func write(
        _ edit: TableEdit, head: TextBlock.Head, as role: BlockRole, from old: TextBlock.Head? = nil
    ) {
        tables += 1
        begin(head, as: role, from: old)
        out.append("<table>\n<thead>\n" as StaticString)
        writeRow(edit.header, of: edit, isHeader: true, table: role, as: .same)
        out.append("</thead>\n" as StaticString)
        if !edit.rows.isEmpty { out.append("<tbody>\n" as StaticString) }
        for row in edit.rows {
            writeRow(row.cells, of: edit, isHeader: false, table: role, as: row.change.role)
        }
        if !edit.rows.isEmpty { out.append("</tbody>\n" as StaticString) }
        out.append("</table>" as StaticString)
        end(head)
    }

    private mutating func writeRow(
        _ cells: [TableEdit.Cell], of edit: TableEdit, isHeader: Bool, table: BlockRole,
        as role: BlockRole
    ) {
        out.append("<tr" as StaticString)
        if let id = role.id { attribute("id", "\(idPrefix)table-\(tables)-\(id)") }
        if !role.name.isEmpty { attribute("class", role.name) }
        out.append(">\n" as StaticString)
        for (index, (column, cell)) in zip(edit.columns, cells).enumerated() {
            out.append(isHeader ? "<th" : "<td" as StaticString)
            let classes = [column.name, column.alignment.className].filter { !$0.isEmpty }
            if !classes.isEmpty { attribute("class", classes.joined(separator: " ")) }
            if isHeader { attribute("scope", "col") }
            out.append(0x3E as UInt8)
            if index == 0 { writeRowNote(role) }
            writeCell(cell, table: table, row: role)
            if isHeader, case .kept(let from, let to) = column, from != to {
                openNote("comparison-style")
                out.appendEscaped(words.openBracket + words.alignment)
                writeReplacement(words.alignment(from), words.alignment(to))
                out.appendEscaped(words.closeBracket)
                closeNote()
            }
            out.append(isHeader ? "</th>\n" : "</td>\n" as StaticString)
        }
        out.append("</tr>\n" as StaticString)
    }

    private mutating func writeCell(_ cell: TableEdit.Cell, table: BlockRole, row: BlockRole) {
        guard !cell.isEmpty else { return }
        enclose(table) {
            if case .movedAway = row {
                let runs = cell.oldRuns
                $0.enclose(row) { $0.write(runs, of: .table) }
            } else if case .movedHere = row {
                $0.enclose(row) { for piece in cell { $0.write(piece, of: .table) } }
            } else {
                for piece in cell { $0.write(piece, of: .table) }
            }
        }
    }

    /// Leads from a row that moved to its other place.
    private mutating func writeRowNote(_ role: BlockRole) {
        let (target, text): (String, String)
        switch role {
        case .movedAway(let move): (target, text) = (BlockRole.movedHere(move).id ?? "", "↷")
        case .movedHere(let move): (target, text) = (BlockRole.movedAway(move).id ?? "", "↶")
        default: return
        }
        openNote("comparison-move")
        out.append("<a" as StaticString)
        attribute("href", "#\(idPrefix)table-\(tables)-\(target)")
        if case .movedAway = role {
            attribute("aria-label", words.movedToThere)
        } else {
            attribute("aria-label", words.movedFromThere)
        }
        out.append(0x3E as UInt8)
        out.append(text)
        out.append("</a>" as StaticString)
        closeNote()
    }
}

extension TableEdit.Row {
    fileprivate var role: BlockRole {
        switch self {
        case .kept: .same
        case .removed: .removed
        case .added: .added
        case .movedAway(let move): .movedAway(move)
        case .movedHere(let move): .movedHere(move)
        }
    }
}

extension TableEdit.Column {
    fileprivate var name: String {
        switch self {
        case .kept: ""
        case .removed: "comparison-removed"
        case .added: "comparison-added"
        }
    }

    fileprivate var alignment: TextTable.Alignment {
        switch self {
        case .kept(_, let alignment), .removed(let alignment), .added(let alignment): alignment
        }
    }
}

extension TextTable.Alignment {
    fileprivate var className: String {
        switch self {
        case .none: ""
        case .left: "align-left"
        case .center: "align-center"
        case .right: "align-right"
        }
    }
}
