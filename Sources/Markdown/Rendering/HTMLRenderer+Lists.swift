import CCMarkGFM
import Core

extension HTMLRenderer {
    mutating func renderList(_ list: Node) {
        beginLine()
        let isBulleted = cmark_node_get_list_type(list) == CMARK_BULLET_LIST
        if isBulleted {
            out.append("<ul" as StaticString)
            if !isSpecification, let first = list.firstChild, first.mark > 0 {
                out.append(" class=\"task-list\"" as StaticString)
            }
            out.append(">\n" as StaticString)
        } else {
            let number = Int(cmark_node_get_list_start(list))
            out.append("<ol" as StaticString)
            if number != 1 {
                out.append(" start=\"" as StaticString)
                out.append(decimal: number)
                out.append(0x22 as UInt8)
            }
            out.append(">\n" as StaticString)
        }
        let isTight =
            list.mark == 0 ? cmark_node_get_list_tight(list) == 1 : isTightWhereShown(list)
        var item = list.firstChild
        while let node = item {
            renderItem(node, isTight: isTight)
            item = node.next
        }
        out.append(isBulleted ? "</ul>\n" : "</ol>\n" as StaticString)
    }

    private mutating func renderItem(_ item: Node, isTight: Bool) {
        beginLine()
        out.append("<li>" as StaticString)
        if item.mark > 0 { renderCheckbox(isDone: item.mark == 2) }
        renderBlocks(of: item, isTight: isTight)
        out.append("</li>\n" as StaticString)
    }

    private mutating func renderCheckbox(isDone: Bool) {
        out.append("<input type=\"checkbox\"" as StaticString)
        if isDone { out.append(" checked=\"\"" as StaticString) }
        out.append(" disabled=\"\"" as StaticString)
        if !isSpecification {
            out.append(" aria-label=\"" as StaticString)
            switch (isDone, isJapanese) {
            case (true, true): out.append("完了" as StaticString)
            case (false, true): out.append("未完了" as StaticString)
            case (true, false): out.append("Done" as StaticString)
            case (false, false): out.append("Not done" as StaticString)
            }
            out.append(0x22 as UInt8)
        }
        out.append(" /> " as StaticString)
    }

    /// Whether a list whose items hold portions is tight for a reader of this output: whether
    /// no blank line stands before any block that is shown. What a hidden portion holds must
    /// not loosen the list around it.
    private func isTightWhereShown(_ list: Node) -> Bool {
        let hidden = notes.containers.compactMap { container -> ClosedRange<Int>? in
            guard case .portion(let index) = container.kind, !rendering.shows(index) else {
                return nil
            }
            return container.lines
        }
        var item = list.firstChild
        var isFirst = true
        while let node = item {
            var block = node.firstChild
            while let current = block {
                let line = startLine(of: current)
                if !isFirst, line > 0, !hidden.contains(where: { $0.contains(line) }),
                    hasBlankLine(before: line, hidden: hidden)
                {
                    return false
                }
                isFirst = false
                block = current.next
            }
            item = node.next
        }
        return true
    }

    private func startLine(of block: Node) -> Int {
        guard NodeKind(block) == .customBlock else { return block.startLine }
        return notes.containers[block.mark - 1].lines.lowerBound
    }

    private func hasBlankLine(before line: Int, hidden: [ClosedRange<Int>]) -> Bool {
        var above = line - 1
        while let range = hidden.first(where: { $0.contains(above) }) {
            above = range.lowerBound - 1
        }
        return notes.blankLines.contains(above)
    }
}
