import Core
import Markdown

/// Writes a comparison as HTML.
///
/// What it adds itself stands in elements of the class `comparison-note`; without those and
/// without `<ins>` the text is the old one, without those and `<del>` the new one.
struct ComparisonHTML {
    let words: ComparisonWords
    /// Put before every id, so that several comparisons share one page.
    let idPrefix: String
    var out: ByteWriter
    /// Tables that were written, which tells the ids of their rows apart.
    var tables = 0
    /// Elements around the block that is being written.
    private var wrappers: [StaticString] = []

    init(_ words: ComparisonWords, idPrefix: String, into out: ByteWriter) {
        self.words = words
        self.idPrefix = idPrefix
        self.out = out
    }

    mutating func write(_ changes: [BlockChange], context: Int?) {
        for (index, change) in changes.enumerated() {
            let before = index > 0 ? changes[index - 1] : nil
            switch change {
            case .same(let blocks):
                let shown = CollapsedRun(
                    count: blocks.count, context: context, isFirst: index == 0,
                    isLast: index + 1 == changes.count)
                for block in blocks[..<shown.head] { write(block, as: .same) }
                if shown.hidden > 0 {
                    closeWrappers()
                    out.append("<p class=\"comparison-note comparison-gap\">" as StaticString)
                    out.appendEscaped(words.unchanged(shown.hidden))
                    out.append("</p>\n" as StaticString)
                }
                for block in blocks[(shown.head + shown.hidden)...] { write(block, as: .same) }
            case .removed(let block): write(block, as: .removed)
            case .added(let block): write(block, as: .added)
            case .edited(let edit): write(edit, as: .edited)
            case .movedAway(let edit, let move):
                if !change.goesOn(from: before) { writeMoveNote(move, isAway: true) }
                write(edit.oldBlock, as: .movedAway(move))
            case .movedHere(let edit, let move):
                if !change.goesOn(from: before) { writeMoveNote(move, isAway: false) }
                write(edit, as: .movedHere(move))
            }
        }
        closeWrappers()
    }

    private mutating func writeMoveNote(_ move: Int, isAway: Bool) {
        closeWrappers()
        out.append("<p class=\"comparison-note comparison-move\"><a href=\"#" as StaticString)
        out.appendEscaped("\(idPrefix)move-\(move + 1)-\(isAway ? "to" : "from")")
        out.append("\">" as StaticString)
        out.appendEscaped(isAway ? words.movedToThere : words.movedFromThere)
        out.append("</a></p>\n" as StaticString)
    }

    // MARK: Blocks

    /// Writes a block that is in one text, or the same in both.
    mutating func write(_ block: TextBlock, as role: BlockRole) {
        switch block.content {
        case .table(let table): write(TableEdit(whole: table, role), head: block.head, as: role)
        case .text(let runs):
            begin(block.head, as: role)
            let isInOne = if case .same = role { false } else { true }
            enclose(role) {
                $0.write(runs, of: block.head.kind, showsAddresses: isInOne)
            }
            end(block.head)
        }
    }

    private mutating func write(_ edit: BlockEdit, as role: BlockRole) {
        switch edit {
        case .table(let from, let to, let edit):
            write(edit, head: to, as: role, from: from)
        case .text(let edit):
            var next = 0
            begin(edit.to[0], as: role, from: edit.from[0])
            for part in edit.pieces.split(
                omittingEmptySubsequences: false,
                whereSeparator: {
                    $0 == .split
                })
            {
                if next > 0 {
                    end(edit.to[next - 1])
                    begin(edit.to[next], as: role)
                    writeBreak(isAdded: true)
                }
                let kind = edit.to[next].kind
                if kind == .thematicBreak { out.append("<hr />" as StaticString) }
                enclose(role) { for piece in part { $0.write(piece, of: kind) } }
                next += 1
            }
            end(edit.to[edit.to.count - 1])
        }
    }

    /// Begins a block's element, after what has to stand around it.
    ///
    /// - Parameter old: What the block was, where it was another.
    mutating func begin(_ head: TextBlock.Head, as role: BlockRole, from old: TextBlock.Head? = nil)
    {
        openWrappers(of: head)
        var classes = [role.name]
        let element: StaticString
        switch head.kind {
        case .paragraph, .footnote: element = "p"
        case .heading(let level):
            element = "p"
            classes.append("comparison-heading comparison-level-\(level)")
        case .listItem:
            element = "li"
            classes.append("comparison-depth-\(head.listDepth)")
            if head.marker != nil { classes.append("comparison-marked") }
        case .code: element = "pre"
        case .container:
            element = "p"
            classes.append("comparison-container")
        case .table, .thematicBreak: element = "div"
        }
        out.append(0x3C as UInt8)
        out.append(element)
        if let id = role.id { attribute("id", idPrefix + id) }
        let names = classes.filter { !$0.isEmpty }.joined(separator: " ")
        if !names.isEmpty { attribute("class", names) }
        out.append(0x3E as UInt8)
        writeMarker(of: head, from: old)
        if case .code = head.kind { out.append("<code>" as StaticString) }
    }

    mutating func end(_ head: TextBlock.Head) {
        switch head.kind {
        case .paragraph, .heading, .container, .footnote: out.append("</p>\n" as StaticString)
        case .listItem: out.append("</li>\n" as StaticString)
        case .code: out.append("</code></pre>\n" as StaticString)
        case .table, .thematicBreak: out.append("</div>\n" as StaticString)
        }
    }

    /// Writes an item's number, and what the block was where it was another.
    private mutating func writeMarker(of head: TextBlock.Head, from old: TextBlock.Head?) {
        if let old, let before = old.marker, let after = head.marker, before != after,
            head.isRenumbered(from: old)
        {
            openNote("comparison-marker")
            enclose(.removed) { $0.out.append(before) }
            enclose(.added) { $0.out.append(after) }
            return closeNote()
        }
        if let old, old != head { writeHeadChange(from: old, to: head) }
        if let marker = head.marker { writeNote("comparison-marker", marker) }
    }

    private mutating func writeHeadChange(from old: TextBlock.Head, to new: TextBlock.Head) {
        openNote("comparison-form")
        out.appendEscaped(words.openBracket + words.kind)
        enclose(.removed) { $0.out.appendEscaped($0.words.head(old)) }
        enclose(.added) { $0.out.appendEscaped($0.words.head(new)) }
        out.appendEscaped(words.closeBracket)
        closeNote()
    }

    // MARK: What stands around blocks

    private mutating func openWrappers(of head: TextBlock.Head) {
        var wanted = Array(repeating: "blockquote" as StaticString, count: head.quoteDepth)
        if case .listItem = head.kind { wanted.append("ul") }
        var common = 0
        while common < min(wanted.count, wrappers.count),
            wanted[common].utf8Start == wrappers[common].utf8Start
        {
            common += 1
        }
        closeWrappers(downTo: common)
        for wrapper in wanted[common...] {
            out.append(0x3C as UInt8)
            out.append(wrapper)
            out.append(" class=\"comparison-around\">\n" as StaticString)
            wrappers.append(wrapper)
        }
    }

    mutating func closeWrappers(downTo count: Int = 0) {
        while wrappers.count > count, let last = wrappers.popLast() {
            out.append("</" as StaticString)
            out.append(last)
            out.append(">\n" as StaticString)
        }
    }
}
