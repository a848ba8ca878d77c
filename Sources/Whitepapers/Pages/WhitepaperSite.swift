import Content
import Core

/// A whitepaper as the readers of one output see it: its editions, and where they are.
package struct WhitepaperSite: Sendable {
    /// With all its editions and items, also those that the output must not show.
    package let whitepaper: Whitepaper
    /// The editions that the output shows, oldest first.
    package let editions: [Edition]
    /// What stands before a path in each language: `""` for the site's default, else `/en`.
    private let prefixes: [String: String]
    private let shows: @Sendable (EditionItem) -> Bool
    /// The facts that the output shows, in the order of `whitepaper.yml`.
    let facts: [Fact]
    /// By version: the place among all editions.
    private let order: [String: Int]
    /// By version: what every page of the edition asks for.
    private let known: [String: Known]

    /// What the output shows of an edition.
    fileprivate struct Known: Sendable {
        /// In the order that these alone have.
        let items: [EditionItem]
        /// In the whitepaper's order; never empty.
        let languages: [String]
    }

    /// - Parameters:
    ///   - editions: Those of `whitepaper.editions(publishedBy:withDrafts:)` that the output may
    ///     see, by their labels.
    ///   - facts: Those that the output may see.
    ///   - shows: Whether the output may see an item, by its label.
    package init(
        _ whitepaper: Whitepaper, editions: [Edition], prefixes: [String: String],
        facts: [Fact], shows: @escaping @Sendable (EditionItem) -> Bool
    ) {
        self.whitepaper = whitepaper
        self.editions = editions
        self.prefixes = prefixes
        self.facts = facts
        self.shows = shows
        order = Dictionary(
            whitepaper.editions.enumerated().map { ($1.version, $0) },
            uniquingKeysWith: { first, _ in first })
        known = Dictionary(
            editions.map { ($0.version, Known($0, of: whitepaper, shows: shows)) },
            uniquingKeysWith: { first, _ in first })
    }

    /// The newest edition that is published; where there are only drafts, the newest of them.
    package var current: Edition? { editions.last { !$0.isDraft } ?? editions.last }

    /// The languages in which `edition` has a page, in the whitepaper's order.
    package func languages(of edition: Edition) -> [String] { known(edition).languages }

    private func known(_ edition: Edition) -> Known {
        known[edition.version] ?? Known(edition, of: whitepaper, shows: shows)
    }

    /// The page of the current edition.
    package func currentURL(language: String) -> String {
        let known = current.map { languages(of: $0) } ?? []
        return base(language: language, known: known)
    }

    /// The path of the current edition, whichever that is, in a language that it has.
    package func path(language: String) -> String { base(language: language, known: [language]) }

    /// The page of `edition` that stays for ever.
    package func url(of edition: Edition, language: String) -> String {
        base(language: language, known: languages(of: edition)) + edition.version + "/"
    }

    /// Where the history of an item is, in a language that the site has.
    package func historyPath(of key: ItemKey, language: String) -> String {
        path(language: language) + "history/" + key.anchor.lowercased() + "/"
    }

    /// Where two editions are compared, in a language that both have.
    package func comparisonPath(from old: Edition, to new: Edition, language: String) -> String {
        path(language: language) + "compare/" + old.version + ".." + new.version + "/"
    }

    /// The edition before another among those that the output shows.
    package func predecessor(of edition: Edition) -> Edition? {
        editions.firstIndex { $0.version == edition.version }.flatMap {
            $0 > 0 ? editions[$0 - 1] : nil
        }
    }

    private func base(language: String, known: [String]) -> String {
        let language = known.contains(language) ? language : known.first ?? language
        return (prefixes[language] ?? "") + whitepaper.path
    }

    /// The items that the output shows, in the order that these alone have.
    package func shown(_ edition: Edition) -> [EditionItem] { known(edition).items }

    /// The item of that key, where the output shows it.
    package func shown(_ key: ItemKey, in edition: Edition) -> EditionItem? {
        edition.item(key).flatMap { shows($0) ? $0 : nil }
    }
}

extension WhitepaperSite.Known {
    fileprivate init(
        _ edition: Edition, of whitepaper: Whitepaper, shows: (EditionItem) -> Bool
    ) {
        items = Composition.inDocumentOrder(edition.items.filter(shows))
        let translated = edition.languages(shows: shows)
        let languages = whitepaper.languages.filter(translated.contains)
        self.languages = languages.isEmpty ? [whitepaper.languages[0]] : languages
    }
}

extension WhitepaperSite {
    /// All editions, newest first, as a page of `edition` lists them.
    func links(language: String, on edition: Edition) -> [EditionLink] {
        editions.reversed().map { other in
            EditionLink(
                version: other.version, date: other.date,
                summary: other.declaration.summary?.value.text(in: language),
                url: url(of: other, language: language),
                isCurrent: other.version == current?.version,
                isThis: other.version == edition.version, isDraft: other.isDraft)
        }
    }

    /// The revision history up to `edition`, oldest first, as the document of that day had it.
    func history(to edition: Edition, language: String) -> [HistoryEntry] {
        let end = editions.firstIndex { $0.version == edition.version } ?? editions.count - 1
        return editions.indices.prefix(end + 1).map { index in
            let entry = editions[index]
            return HistoryEntry(
                version: entry.version, date: entry.date,
                approver: entry.declaration.approver?.value.text(in: language),
                summary: entry.declaration.summary?.value.text(in: language),
                changes: entry.declaration.changes.compactMap {
                    change($0, in: index, language: language)
                })
        }
    }

    /// The item that an entry of an edition's changes names: as the edition has it, or, where it
    /// was withdrawn, as the one before had it; nil where the output does not show it.
    package func item(named name: String, in edition: Edition) -> EditionItem? {
        let index = editions.firstIndex { $0.version == edition.version } ?? 0
        let previous = index > 0 ? editions[index - 1] : nil
        let now = whitepaper.key(named: name, in: edition).flatMap(edition.item)
        let before = { whitepaper.key(named: name, in: previous).flatMap { previous?.item($0) } }
        return (now ?? before()).flatMap { shows($0) ? $0 : nil }
    }

    private func change(
        _ change: EditionDeclaration.Change, in index: Int, language: String
    ) -> HistoryEntry.Change? {
        let edition = editions[index]
        guard let item = item(named: change.id.value, in: edition) else { return nil }
        let now = edition.item(item.key)
        return HistoryEntry.Change(
            id: item.id, title: item.title(in: language),
            url: now.map { url(of: edition, language: language) + "#" + $0.anchor },
            summary: change.summary?.value.text(in: language))
    }

    /// Controls of the catalogue that `edition` does not answer, with the reasons.
    func notCovered(
        by edition: Edition, language: String
    ) -> [(id: String, title: String, reason: String)] {
        let stated = Set(shown(edition).map(\.key))
        return whitepaper.catalogue.compactMap { control in
            guard !stated.contains(ItemKey(.control, control.id)),
                let entry = whitepaper.declaration.notCovered.first(where: {
                    $0.control.value == control.id
                })
            else { return nil }
            return (control.id, control.title.text(in: language), entry.reason.text(in: language))
        }
    }
}

extension WhitepaperSite {
    /// The sections and controls of `edition` that the output shows.
    func sections(of edition: Edition, language: String) -> [EditionSection] {
        let items = shown(edition)
        let numbers = items.filter { !$0.isControl }.compactMap(\.key.number)
        let list = items.first(where: \.listsControls)
        let isFirst = edition.version == whitepaper.editions.first?.version
        return items.compactMap { item in
            guard let text = item.text(in: language) else { return nil }
            let place = item.isControl ? list?.key.number : item.key.number
            let above = numbers.filter { place?.isWithin($0) ?? false }.count
            let below = item.isControl && list != nil ? 1 : 0
            return EditionSection(
                item: item, title: item.title(in: language), text: text,
                level: min(2 + above + below, 6),
                isChanged: !isFirst && item.changedIn == edition.version,
                control: control(item, text, on: edition, language: language),
                outdated: outdated(item, text, on: edition))
        }
    }

    private func outdated(
        _ item: EditionItem, _ text: ItemText, on edition: Edition
    ) -> OutdatedTranslation? {
        guard let original = item.original, original.language != text.language,
            let own = order[text.edition], let newest = order[original.edition], own < newest
        else { return nil }
        let page = url(of: edition, language: original.language)
        return OutdatedTranslation(
            edition: text.edition, original: original.edition, url: page + "#" + item.anchor)
    }

    private func control(
        _ item: EditionItem, _ text: ItemText, on edition: Edition, language: String
    ) -> ControlFacts? {
        guard let control = item.control, let responsibility = item.responsibility else {
            return nil
        }
        let title = item.title(in: language)
        let others = whitepaper.languages.filter { $0 != language }
        let other = others.first.map { control.title.text(in: $0) }
        let first = whitepaper.editions.first?.version
        return ControlFacts(
            otherTitle: other == title ? nil : other, responsibility: responsibility,
            customerActions: text.customerActions, evidence: text.evidence,
            iso27002In2022: control.iso27002In2022,
            changedIn: item.changedIn == first ? nil : item.changedIn,
            currentURL: currentURL(of: item, on: edition, language: language))
    }

    /// The same item in the current edition; nil on its own page, and where it is there no more.
    private func currentURL(
        of item: EditionItem, on edition: Edition, language: String
    ) -> String? {
        guard let current, current.version != edition.version, !edition.isDraft,
            let same = current.item(item.key), shows(same)
        else { return nil }
        return currentURL(language: language) + "#" + same.anchor
    }
}
