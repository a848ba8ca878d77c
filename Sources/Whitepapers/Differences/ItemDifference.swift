package import Comparison
import Core
import Markdown

/// What differs between two records of an item, part by part.
package struct ItemDifference: Sendable {
    /// A part of an item that readers see.
    package enum Part: String, Sendable, CaseIterable {
        case title
        case statement
        case responsibility
        case customerActions = "customer_actions"
        case evidence
    }

    /// The parts that differ, in the order of `Part`.
    package let parts: [(part: Part, comparison: TextComparison)]

    /// - Parameters:
    ///   - old: Nil where the item is new; then everything came.
    ///   - new: Nil where it is gone; then everything went.
    package init(from old: ItemRecord?, to new: ItemRecord?) {
        let isInBoth = old != nil && new != nil
        parts = Part.allCases.compactMap { part in
            // Of an item in one edition the heading says what it is called.
            if part == .title, !isInBoth { return nil }
            let comparison = TextComparison(
                from: old?.blocks(of: part) ?? [], to: new?.blocks(of: part) ?? [])
            return comparison.isEqual ? nil : (part, comparison)
        }
    }

    /// Whether readers see the same in both.
    package var isEmpty: Bool { parts.isEmpty }

    /// Whether the item has another title.
    package var isRenamed: Bool { parts.contains { $0.part == .title } }

    /// Whether anything but the title differs.
    package var isChanged: Bool { parts.contains { $0.part != .title } }

    /// Each part that differs, as HTML.
    ///
    /// - Parameter idPrefix: Put before every id.
    package func html(
        _ words: ComparisonWords, idPrefix: String
    ) -> [(part: Part, html: [UInt8])] {
        parts.map { part, comparison in
            var writer = ByteWriter()
            comparison.html(
                words, context: 1, idPrefix: idPrefix + part.rawValue + "-", into: &writer)
            return (part, writer.bytes)
        }
    }
}

extension ItemRecord {
    fileprivate func blocks(of part: ItemDifference.Part) -> [TextBlock] {
        switch part {
        case .title: [TextBlock(TextBlock.Head(.paragraph), [TextRun(title)])]
        case .statement: blocks
        case .responsibility:
            responsibility.map { [TextBlock(TextBlock.Head(.paragraph), [TextRun($0)])] } ?? []
        case .customerActions: Self.list(customerActions)
        case .evidence: Self.list(evidence)
        }
    }

    private static func list(_ texts: [String]) -> [TextBlock] {
        let head = TextBlock.Head(.listItem(ListMarker()), path: [.list])
        return texts.map { TextBlock(head, [TextRun($0)]) }
    }
}
