import Labels

/// How confidential what a list shows is. A list is marked with the highest label among its
/// entries; menus, trails and neighbours do not count, since every page has them.
extension LanguageSite {
    /// The label of everything in a list.
    ///
    /// - Parameter base: The label of the page that the list stands on.
    func label(of entries: [ListEntry], above base: Label, _ clearances: Clearances) -> Label {
        entries.reduce(base) { $0.joined(with: label(of: $1, clearances)) }
    }

    /// The label of some pages together.
    func label(of pages: [Int], _ clearances: Clearances) -> Label {
        label(of: pages.map(ListEntry.page), above: .lowest, clearances)
    }

    private func label(of entry: ListEntry, _ clearances: Clearances) -> Label {
        switch entry {
        case .page(let page): return clearances.labels[page] ?? .lowest
        case .folder(let folder):
            guard let list = folders[folder] else { return .lowest }
            return list.index.flatMap { clearances.labels[$0] }
                ?? least(list, clearances) ?? .lowest
        }
    }

    /// Of a folder without a page of its own only the name is shown: to whoever may see one of
    /// its pages.
    private func least(_ list: FolderList, _ clearances: Clearances) -> Label? {
        let labels = list.entries.map { label(of: $0, clearances) }
        guard let first = labels.first else { return nil }
        return labels.dropFirst().reduce(first) { $0.met(with: $1) }
    }
}

extension TrafficLight {
    /// What style sheets call its colour.
    var styleName: String {
        switch self {
        case .clear: "clear"
        case .green: "green"
        case .amber, .amberStrict: "amber"
        case .red: "red"
        }
    }
}
