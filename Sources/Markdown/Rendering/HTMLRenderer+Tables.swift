import CCMarkGFM
import Core

extension HTMLRenderer {
    mutating func renderTable(_ table: Node) {
        beginLine()
        out.append("<table>\n" as StaticString)
        let columns = Int(cmark_gfm_extensions_get_table_columns(table))
        let alignments = UnsafeBufferPointer(
            start: cmark_gfm_extensions_get_table_alignments(table), count: columns)
        var hasBody = false
        var row = table.firstChild
        while let node = row {
            let isHeader = cmark_gfm_extensions_get_table_row_is_header(node) == 1
            beginLine()
            if isHeader {
                out.append("<thead>\n" as StaticString)
            } else if !hasBody {
                out.append("<tbody>\n" as StaticString)
                hasBody = true
            }
            renderRow(node, isHeader: isHeader, alignments: alignments)
            if isHeader { out.append("\n</thead>" as StaticString) }
            row = node.next
        }
        out.append(hasBody ? "\n</tbody>\n</table>\n" : "\n</table>\n" as StaticString)
    }

    private mutating func renderRow(
        _ row: Node, isHeader: Bool, alignments: UnsafeBufferPointer<UInt8>
    ) {
        out.append("<tr>" as StaticString)
        var column = 0
        var cell = row.firstChild
        while let node = cell {
            out.append(isHeader ? "\n<th" : "\n<td" as StaticString)
            if column < alignments.count { renderAlignment(alignments[column]) }
            out.append(0x3E as UInt8)
            renderInlines(of: node)
            out.append(isHeader ? "</th>" : "</td>" as StaticString)
            column += 1
            cell = node.next
        }
        out.append("\n</tr>" as StaticString)
    }

    private mutating func renderAlignment(_ alignment: UInt8) {
        let word: StaticString
        switch alignment {
        case 0x6C: word = "left\""
        case 0x63: word = "center\""
        case 0x72: word = "right\""
        default: return
        }
        out.append(isSpecification ? " align=\"" : " class=\"align-" as StaticString)
        out.append(word)
    }
}
