package import Markdown

/// The difference of two editions of a document, item by item: sections, controls.
package struct DocumentComparison: Sendable {
    /// One item of one edition.
    package struct Source: Sendable {
        /// What both editions know the item by.
        package let key: String
        /// The title as text.
        package let title: String
        /// The text.
        package let blocks: [TextBlock]

        /// Takes an item as one edition has it.
        package init(key: String, title: String, blocks: [TextBlock]) {
            self.key = key
            self.title = title
            self.blocks = blocks
        }
    }

    /// What became of one item.
    package struct Item: Sendable {
        /// What became of its text.
        package enum State: Hashable, Sendable {
            /// The same in both editions.
            case unchanged
            /// Other in the new edition.
            case changed
            /// In the new edition only.
            case added
            /// In the old edition only.
            case removed
        }

        /// What both editions know the item by.
        package let key: String
        /// The titles in the old and the new edition; nil where it is not in one.
        package let titles: (old: String?, new: String?)
        /// What became of its text.
        package let state: State
        /// Whether its place among the items of both editions is another.
        package let isMoved: Bool
        /// The difference of the texts; of an item in one edition to nothing.
        package let text: TextComparison

        /// Whether its title is another.
        package var isRenamed: Bool {
            if let old = titles.old, let new = titles.new { old != new } else { false }
        }

        /// Whether text or title differ, or it is in one edition alone; a move alone is none.
        package var isChanged: Bool { state != .unchanged || isRenamed }
    }

    /// In the new edition's order; removed items after what stood before them in the old one.
    package let items: [Item]

    /// Compares two editions. Of items with the same key the first is paired with the first.
    package init(from old: [Source], to new: [Source]) {
        var places: [String: [Int]] = [:]
        for (index, source) in old.enumerated().reversed() {
            places[source.key, default: []].append(index)
        }
        let origins = new.map { places[$0.key]?.popLast() }
        let known = origins.compactMap { $0 }
        let stays = Set(longestRise(of: known).map { known[$0] })
        var items: [Item] = []
        let removed = Self.removed(from: old, besides: Set(known))
        items += removed[-1, default: []]
        for (source, origin) in zip(new, origins) {
            items.append(
                Item(
                    from: origin.map { old[$0] }, to: source,
                    isMoved: origin.map { !stays.contains($0) } ?? false))
            if let origin { items += removed[origin, default: []] }
        }
        self.items = items
    }

    /// The keys of the items whose text or title differ, or which are in one edition alone, in
    /// the order of `items`.
    package var changedKeys: [String] { items.filter(\.isChanged).map(\.key) }

    /// The items that are gone, by the place of what stood before them; -1 for the beginning.
    private static func removed(from old: [Source], besides known: Set<Int>) -> [Int: [Item]] {
        var removed: [Int: [Item]] = [:]
        var last = -1
        for (index, source) in old.enumerated() {
            if known.contains(index) {
                last = index
            } else {
                removed[last, default: []].append(Item(from: source, to: nil, isMoved: false))
            }
        }
        return removed
    }
}

extension DocumentComparison.Item {
    fileprivate init(
        from old: DocumentComparison.Source?, to new: DocumentComparison.Source?, isMoved: Bool
    ) {
        key = new?.key ?? old?.key ?? ""
        titles = (old?.title, new?.title)
        self.isMoved = isMoved
        text = TextComparison(from: old?.blocks ?? [], to: new?.blocks ?? [])
        state =
            switch (old, new) {
            case (nil, _): .added
            case (_, nil): .removed
            default: text.isEqual ? .unchanged : .changed
            }
    }
}
