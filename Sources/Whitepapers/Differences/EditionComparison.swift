import Comparison
import Markdown

/// The difference of two editions as the readers of one output see them in one language.
///
/// Only items with another file behind them are compared, so that the work grows with what
/// changed.
package struct EditionComparison: Sendable {
    /// One section or control that is not the same in both.
    package struct Item: Sendable {
        /// As the older edition has it; nil where it does not.
        package let old: ItemRecord?
        /// As the newer edition has it; nil where it does not.
        package let new: ItemRecord?
        /// Whether its place among the items of both is another.
        package let isMoved: Bool
        /// What differs; empty for an item that has only moved.
        package let difference: ItemDifference

        /// As the newer edition has it, else as the older one had.
        package var latest: ItemRecord {
            guard let record = new ?? old else { preconditionFailure("an item of no edition") }
            return record
        }
    }

    /// In the newer edition's order; removed items after what stood before them in the older one.
    package let items: [Item]

    /// - Parameters:
    ///   - old: The items that the output shows of the older edition.
    ///   - new: Those of the newer one.
    ///   - record: An item as the older (true) or newer edition has it.
    ///   - difference: What differs between two records.
    package init(
        from old: [EditionItem], to new: [EditionItem], language: String,
        record: (EditionItem, _ isOld: Bool) -> ItemRecord,
        difference: (ItemRecord?, ItemRecord?) -> ItemDifference
    ) {
        let before = Dictionary(old.map { ($0.key, $0) }) { first, _ in first }
        let after = Dictionary(new.map { ($0.key, $0) }) { first, _ in first }
        var olds: [String: ItemRecord] = [:]
        var news: [String: ItemRecord] = [:]
        let isSame = { (item: EditionItem, other: EditionItem?) in
            other?.hasTexts(of: item, in: language) ?? false
        }
        for item in old where !isSame(item, after[item.key]) {
            olds[item.anchor] = record(item, true)
        }
        for item in new where !isSame(item, before[item.key]) {
            news[item.anchor] = record(item, false)
        }
        // Titles and texts are compared below; here only what came, went and moved counts.
        let outline = { (items: [EditionItem]) in
            items.map { DocumentComparison.Source(key: $0.anchor, title: "", blocks: []) }
        }
        let order = DocumentComparison(from: outline(old), to: outline(new))
        let moved = Dictionary(new.map { ($0.anchor, $0) }) { first, _ in first }
        items = order.items.compactMap { entry in
            var (was, now) = (olds[entry.key], news[entry.key])
            let difference = difference(was, now)
            if entry.isMoved, was == nil, now == nil {
                now = moved[entry.key].map { record($0, false) }
                was = now
            }
            let isInOne = entry.state == .added || entry.state == .removed
            guard isInOne || entry.isMoved || !difference.isEmpty else { return nil }
            return Item(old: was, new: now, isMoved: entry.isMoved, difference: difference)
        }
    }
}
