import Content
import Markdown

/// What a section or a control said in each edition that changed it, as the readers of one output
/// see it in one language.
package struct ItemHistory: Sendable {
    /// An edition that changed the item.
    package struct Entry: Sendable {
        /// The edition.
        package let edition: Edition
        /// As the edition has it; nil where it has it no more.
        package let record: ItemRecord?
        /// As the edition before had it; nil where it did not.
        package let previous: ItemRecord?
        /// What differs from the edition before; empty where the item was changed in another
        /// language alone.
        package let difference: ItemDifference
        /// What the revision history says of it, in the language.
        package let summary: String?
    }

    /// Newest first.
    package let entries: [Entry]

    /// - Parameters:
    ///   - language: Editions that lack it are passed over.
    ///   - record: The item as an edition has it.
    ///   - difference: What differs between two records.
    package init(
        of key: ItemKey, in site: WhitepaperSite, language: String,
        record: (EditionItem, Edition) -> ItemRecord,
        difference: (ItemRecord?, ItemRecord?) -> ItemDifference
    ) {
        var entries: [Entry] = []
        var last: (item: EditionItem, record: ItemRecord)?
        for edition in site.editions where site.languages(of: edition).contains(language) {
            let item = site.shown(key, in: edition)
            if item == nil, last == nil { continue }
            if let item, let last, item.hasTexts(of: last.item, in: language) { continue }
            let now = item.map { record($0, edition) }
            let change = edition.declaration.changes.first {
                site.item(named: $0.id.value, in: edition)?.key == key
            }
            let difference = difference(last?.record, now)
            let isInOne = (now == nil) != (last == nil)
            if isInOne || change != nil || !difference.isEmpty {
                entries.append(
                    Entry(
                        edition: edition, record: now, previous: last?.record,
                        difference: difference,
                        summary: change?.summary?.value.text(in: language)))
            }
            last = item.flatMap { item in now.map { (item, $0) } }
        }
        self.entries = entries.reversed()
    }
}
