import Core
import Markdown

/// Gathers the lines of a comparison for a terminal.
struct ComparisonText {
    let words: ComparisonWords
    let isColoured: Bool
    var lines: [String] = []

    mutating func write(_ change: BlockChange) {
        switch change {
        case .same: break
        case .removed(let block): write(block, "-", .removed)
        case .added(let block): write(block, "+", .added)
        case .edited(let edit): write(edit, "~")
        case .movedAway(let edit, let move): write(edit.oldBlock, "< (\(move + 1))", .removed)
        case .movedHere(let edit, let move): write(edit, "> (\(move + 1))")
        }
    }

    mutating func write(_ block: TextBlock, _ sign: String, _ role: BlockRole) {
        switch block.content {
        case .text(let runs):
            let showsAddresses = if case .same = role { false } else { true }
            let text =
                block.kind == .thematicBreak
                ? "---" : shown(runs, showsAddresses: showsAddresses)
            lines.append("\(sign) \(marker(of: block.head))\(enclosed(text, role))")
        case .table(let table):
            for row in [table.header] + table.rows {
                let cells = row.map { enclosed(shown($0), role) }
                lines.append("\(sign) | \(cells.joined(separator: " | ")) |")
            }
        }
    }

    private mutating func write(_ edit: BlockEdit, _ sign: String) {
        switch edit {
        case .text(let edit):
            var line = "\(sign) \(beginning(edit.to[0], from: edit.from[0]))"
            var next = 0
            for piece in edit.pieces {
                if piece == .split {
                    lines.append(line + enclosed("¶", .added))
                    next += 1
                    line = "\(sign) \(marker(of: edit.to[next]))"
                } else {
                    line += shown(piece)
                }
            }
            lines.append(line)
        case .table(_, _, let edit):
            let isHeaderKept = edit.header.allSatisfy(\.keepText)
            writeRow(isHeaderKept ? " " : "~", edit.header)
            for row in edit.rows {
                switch row.change {
                case .kept: writeRow(row.cells.allSatisfy(\.keepText) ? " " : "~", row.cells)
                case .removed: writeRow("-", row.cells)
                case .added: writeRow("+", row.cells)
                case .movedAway(let move):
                    writeRow("< (\(move + 1))", row.cells.map { [.removed($0.oldRuns)] })
                case .movedHere(let move): writeRow("> (\(move + 1))", row.cells)
                }
            }
        }
    }

    private func marker(of head: TextBlock.Head) -> String {
        if let marker = head.marker { return marker }
        if case .listItem = head.kind { return "・" }
        return ""
    }

    /// What stands before a block's text, and what the block was.
    private func beginning(_ head: TextBlock.Head, from old: TextBlock.Head) -> String {
        if head == old { return marker(of: head) }
        if head.isRenumbered(from: old) { return replaced(marker(of: old), marker(of: head)) }
        return replaced(words.head(old), words.head(head)) + " "
    }

    private mutating func writeRow(_ sign: String, _ cells: [TableEdit.Cell]) {
        let shown = cells.map { cell in cell.map { self.shown($0) }.joined() }
        lines.append("\(sign) | \(shown.joined(separator: " | ")) |")
    }

    func shown(_ piece: TextEdit.Piece) -> String {
        switch piece {
        case .same(let runs): return shown(runs)
        case .removed(let runs): return enclosed(shown(runs, showsAddresses: true), .removed)
        case .added(let runs): return enclosed(shown(runs, showsAddresses: true), .added)
        case .joined: return enclosed("¶", .removed)
        case .split: return enclosed("¶", .added)
        case .restyled(let from, let to):
            guard let old = from.first?.style, let new = to.first?.style else { return "" }
            var text = shown(to) + words.openBracket
            if old.marks != new.marks {
                text += words.style + replaced(words.marks(old.marks), words.marks(new.marks))
            }
            if old.link != new.link {
                text += words.link + replaced(old.link ?? words.none, new.link ?? words.none)
            }
            if old.image != new.image {
                text += words.image + replaced(old.image ?? words.none, new.image ?? words.none)
            }
            return text + words.closeBracket
        }
    }

    private func shown(_ runs: [TextRun], showsAddresses: Bool = false) -> String {
        runs.map { run in
            var text = run.style.image.map { "[\(words.image)\(run.text) \($0)]" } ?? run.text
            if showsAddresses, let link = run.style.link, link != run.text {
                text += words.openBracket + link + words.closeBracket
            }
            return text
        }.joined().printable
    }

    private func replaced(_ old: String, _ new: String) -> String {
        enclosed(old.printable, .removed) + enclosed(new.printable, .added)
    }

    private func enclosed(_ text: String, _ role: BlockRole) -> String {
        let (marked, colour): (String, Int)
        switch role {
        case .removed: (marked, colour) = ("[-\(text)-]", 31)
        case .added: (marked, colour) = ("{+\(text)+}", 32)
        default: return text
        }
        return isColoured ? "\u{1B}[\(colour)m\(marked)\u{1B}[m" : marked
    }
}

extension String {
    /// The text without what could steer a terminal.
    fileprivate var printable: String {
        String(
            String.UnicodeScalarView(
                unicodeScalars.map { scalar in
                    let isControl = scalar.properties.generalCategory == .control
                    return isControl && scalar != "\n" && scalar != "\t" ? "\u{FFFD}" : scalar
                }))
    }
}
