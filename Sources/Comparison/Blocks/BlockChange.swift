package import Markdown

/// What becomes of one block, or of a few that belong together, between two texts.
package enum BlockChange: Hashable, Sendable {
    /// In both texts.
    case same([TextBlock])
    /// In the old text only.
    case removed(TextBlock)
    /// In the new text only.
    case added(TextBlock)
    /// Changed in its place; split, or joined from several.
    case edited(BlockEdit)
    /// Stands elsewhere in the new text: where `movedHere` has the same number.
    case movedAway(BlockEdit, move: Int)
    /// Stands elsewhere in the old text: where `movedAway` has the same number. The edit says
    /// what changed besides.
    case movedHere(BlockEdit, move: Int)

    /// The same the other way.
    package var inverse: BlockChange {
        switch self {
        case .same: self
        case .removed(let block): .added(block)
        case .added(let block): .removed(block)
        case .edited(let edit): .edited(edit.inverse)
        case .movedAway(let edit, let move): .movedHere(edit.inverse, move: move)
        case .movedHere(let edit, let move): .movedAway(edit.inverse, move: move)
        }
    }

    /// How many blocks of the old text it is about.
    var oldCount: Int {
        switch self {
        case .same(let blocks): blocks.count
        case .removed, .movedAway: 1
        case .added, .movedHere: 0
        case .edited(let edit): edit.oldCount
        }
    }
}

/// How blocks become others.
package enum BlockEdit: Hashable, Sendable {
    /// A text; also one that becomes several, and several that become one.
    case text(TextEdit)
    /// A table, and where it stands.
    case table(from: TextBlock.Head, to: TextBlock.Head, TableEdit)

    /// The same edit the other way.
    package var inverse: BlockEdit {
        switch self {
        case .text(let edit): .text(edit.inverse)
        case .table(let from, let to, let edit): .table(from: to, to: from, edit.inverse)
        }
    }

    /// How one block becomes another of the same content kind.
    init(from old: TextBlock, to new: TextBlock) {
        if case .table(let before) = old.content, case .table(let after) = new.content {
            self = .table(from: old.head, to: new.head, TableEdit(from: before, to: after))
        } else {
            self = .text(TextEdit(from: [old], to: [new]))
        }
    }

    /// How many blocks of the old text it is about.
    var oldCount: Int {
        if case .text(let edit) = self { edit.from.count } else { 1 }
    }

    /// Whether the words stay as they are.
    var keepsText: Bool {
        switch self {
        case .text(let edit): edit.keepsText && edit.from.count == edit.to.count
        case .table(_, _, let edit): edit.keepsText
        }
    }

    /// Applies the edit to the old blocks that it was made from.
    func applied(to blocks: [TextBlock]) -> [TextBlock] {
        switch self {
        case .text(let edit): return edit.applied(to: blocks)
        case .table(_, let head, let edit):
            guard case .table(let table)? = blocks.first?.content else {
                preconditionFailure("an edit of a table meets text")
            }
            return [TextBlock(path: head.path, edit.applied(to: table))]
        }
    }
}
