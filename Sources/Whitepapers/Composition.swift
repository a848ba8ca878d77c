import Core

/// The items of an edition: its predecessor's, changed by the files of its own folder.
struct Composition: Sendable {
    private(set) var items: [ItemKey: EditionItem] = [:]

    /// The next edition: each file replaces the text of its item in its language, or adds it;
    /// a withdrawn original removes the item, a withdrawn translation only the translation.
    func applying(
        _ files: [ItemFile], originalLanguage: String, catalogue: [String: CatalogueControl]
    ) -> Composition {
        var next = self
        // Originals last, so that a withdrawn one takes its translations along.
        let inOrder =
            files.filter { $0.language != originalLanguage }
            + files.filter { $0.language == originalLanguage }
        for file in inOrder {
            var texts = next.items[file.key]?.texts ?? [:]
            if file.withdrawal == nil {
                texts[file.language] = file.text
            } else if file.language == originalLanguage {
                texts = [:]
            } else {
                texts[file.language] = nil
            }
            next.items[file.key] =
                texts.isEmpty
                ? nil
                : EditionItem(
                    key: file.key, texts: texts, originalLanguage: originalLanguage,
                    control: file.key.kind == .control ? catalogue[file.key.id] : nil,
                    changedIn: file.text.edition)
        }
        return next
    }

    /// Sections by number, with all controls by number after the section that lists them; last
    /// of all where no section does.
    func inDocumentOrder() -> [EditionItem] { Self.inDocumentOrder(items.values) }

    /// The same for some items, of which the section that lists the controls may be missing.
    static func inDocumentOrder(_ items: some Sequence<EditionItem>) -> [EditionItem] {
        let numbered = items.map { (number: $0.key.number, item: $0) }
        let sorted = numbered.sorted { a, b in
            guard let left = a.number, let right = b.number, left != right else {
                return a.item.id.precedesByBytes(b.item.id)
            }
            return left < right
        }
        let controls = sorted.map(\.item).filter(\.isControl)
        let sections = sorted.map(\.item).filter { !$0.isControl }
        guard let place = sections.firstIndex(where: \.listsControls) else {
            return sections + controls
        }
        return sections[...place] + controls + sections[(place + 1)...]
    }
}
