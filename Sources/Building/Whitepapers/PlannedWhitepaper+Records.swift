import Content
import Core
import Links
import Whitepapers

extension PlannedWhitepaper {
    /// Two editions side by side in one language, for all outputs that have the page.
    struct Comparison: Sendable {
        let old: Edition
        let new: Edition
        let language: String
        let path: String
        fileprivate(set) var outputs: OutputSet = 0
        /// The outputs in which the editions follow each other: there the page stays for ever.
        /// In the others `new` is the current edition, and the page goes when a newer one comes.
        fileprivate(set) var promised: OutputSet = 0
    }

    /// What an item said in all editions, in one language, for all outputs that ever showed it.
    struct History: Sendable {
        let key: ItemKey
        let language: String
        let path: String
        fileprivate(set) var outputs: OutputSet = 0
    }

    /// Each edition beside the one before it and the current one. All pairs would be too many.
    static func comparisons(_ sites: [WhitepaperSite?]) -> [Comparison] {
        var places: [String: Int] = [:]
        var comparisons: [Comparison] = []
        for (output, site) in sites.enumerated() {
            guard let site else { continue }
            for (old, new, isAdjacent) in site.pairs {
                let known = site.languages(of: new)
                for language in site.languages(of: old) where known.contains(language) {
                    let path = site.comparisonPath(from: old, to: new, language: language)
                    let place = places[path] ?? comparisons.count
                    if place == comparisons.count {
                        places[path] = place
                        comparisons.append(
                            Comparison(old: old, new: new, language: language, path: path))
                    }
                    comparisons[place].outputs |= 1 << OutputSet(output)
                    if isAdjacent { comparisons[place].promised |= 1 << OutputSet(output) }
                }
            }
        }
        return comparisons
    }

    /// Each item that an output ever showed.
    static func histories(_ sites: [WhitepaperSite?]) -> [History] {
        var places: [String: Int] = [:]
        var histories: [History] = []
        for (output, site) in sites.enumerated() {
            guard let site else { continue }
            for edition in site.editions {
                for language in site.languages(of: edition) {
                    for item in site.shown(edition) {
                        let path = site.historyPath(of: item.key, language: language)
                        let place = places[path] ?? histories.count
                        if place == histories.count {
                            places[path] = place
                            histories.append(
                                History(key: item.key, language: language, path: path))
                        }
                        histories[place].outputs |= 1 << OutputSet(output)
                    }
                }
            }
        }
        return histories
    }

    /// Where two editions are compared for readers of an output; nil where they are not.
    func comparisonPath(
        from old: Edition, to new: Edition, language: String, output: Int
    ) -> String? {
        guard !comparisons.isEmpty, let site = sites[output],
            site.languages(of: old).contains(language), site.languages(of: new).contains(language)
        else { return nil }
        return site.comparisonPath(from: old, to: new, language: language)
    }

    /// Where readers of an output find the history of an item that they see; nil where the theme
    /// shows none.
    func historyPath(of key: ItemKey, language: String, output: Int) -> String? {
        histories.isEmpty ? nil : sites[output]?.historyPath(of: key, language: language)
    }
}

extension WhitepaperSite {
    /// The editions that are compared.
    fileprivate var pairs: [(old: Edition, new: Edition, isAdjacent: Bool)] {
        let adjacent = zip(editions, editions.dropFirst()).map { ($0, $1, true) }
        guard let current, let place = editions.firstIndex(where: { $0.version == current.version })
        else { return adjacent }
        return adjacent + editions.prefix(max(0, place - 1)).map { ($0, current, false) }
    }
}

extension SiteRoutes {
    /// Adds the comparisons and histories of a whitepaper.
    mutating func addRecords(of paper: PlannedWhitepaper) {
        for comparison in paper.comparisons {
            add(
                Route(
                    path: comparison.path.normalizedToNFC,
                    kind: .record(promised: comparison.promised), outputs: comparison.outputs,
                    source: comparison.new.declaration.version.span))
        }
        for history in paper.histories {
            add(
                Route(
                    path: history.path.normalizedToNFC,
                    kind: .record(promised: history.outputs), outputs: history.outputs,
                    source: paper.whitepaper.declaration.path.span))
        }
    }
}
