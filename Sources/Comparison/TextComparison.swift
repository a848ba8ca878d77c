package import Markdown

/// The difference of two texts, as a reader can follow it: what stayed, what went, what came,
/// what changed and what moved, in reading order.
///
/// Limits, beyond which a text counts as replaced: 400,000 words and characters in both forms of
/// a block; 1,000 changes between two places that both texts have once; 40,000 pairs of
/// removed and added blocks between two that stay.
package struct TextComparison: Hashable, Sendable {
    /// The changes in reading order; removed blocks stand before what came in their place.
    package let changes: [BlockChange]

    /// Compares two texts.
    package init(from old: [TextBlock], to new: [TextBlock]) {
        var aligner = BlockAligner(old, new)
        changes = aligner.changes()
    }

    private init(changes: [BlockChange]) { self.changes = changes }

    /// Whether both texts are the same.
    package var isEqual: Bool {
        changes.allSatisfy { if case .same = $0 { true } else { false } }
    }

    /// The same difference from the new text to the old one.
    package var inverse: TextComparison { TextComparison(changes: changes.map(\.inverse)) }

    /// The new text, made from the old one by the changes alone.
    ///
    /// - Parameter old: The text that the comparison was made from; another is our own mistake.
    package func applied(to old: [TextBlock]) -> [TextBlock] {
        var sources: [ArraySlice<TextBlock>] = []
        var moved: [Int: TextBlock] = [:]
        var at = 0
        for change in changes {
            precondition(at + change.oldCount <= old.count, "the text is not the one compared")
            sources.append(old[at..<at + change.oldCount])
            if case .movedAway(_, let move) = change { moved[move] = old[at] }
            at += change.oldCount
        }
        precondition(at == old.count, "the text is not the one compared")
        return zip(changes, sources).flatMap { change, source -> [TextBlock] in
            switch change {
            case .same: return Array(source)
            case .removed, .movedAway: return []
            case .added(let block): return [block]
            case .edited(let edit): return edit.applied(to: Array(source))
            case .movedHere(let edit, let move):
                guard let block = moved[move] else {
                    preconditionFailure("a move has no beginning")
                }
                return edit.applied(to: [block])
            }
        }
    }
}
