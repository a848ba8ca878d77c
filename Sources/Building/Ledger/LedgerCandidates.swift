import Core
import Links

/// Where the readers of something that is lost most likely want to go.
struct LedgerCandidates {
    private let byURL: [String: PublishedPlace]
    /// Pages that were never published before: what is lost has most likely become one of them.
    private let new: [PublishedPlace]
    private let newByName: [String: [Int]]
    private let languages: [String]

    /// Whether spellings and anchors are compared too; where hundreds are lost, that takes long.
    private let isThorough: Bool

    init(
        _ places: [PublishedPlace], _ ledger: Ledger, languages: [String], isThorough: Bool = true
    ) {
        self.languages = languages
        self.isThorough = isThorough
        byURL = Dictionary(
            places.map { ($0.url, $0) },
            uniquingKeysWith: { a, b in a.anchors.isEmpty ? b : a })
        new = places.filter { !ledger.has(url: $0.url) }
        var names: [String: [Int]] = [:]
        for (index, place) in new.enumerated() {
            names[Self.name(of: place.url), default: []].append(index)
        }
        newByName = names
    }

    /// The anchors of the page at a URL.
    func anchors(of url: String) -> [Anchor] { byURL[url]?.anchors ?? [] }

    /// The place for an anchor: a new heading of the page with the nearest text, or the only new
    /// one; else the same anchor on a page below (an older edition); else on a new page.
    ///
    /// - Returns: A URL with an anchor; nil where nothing is likely.
    func anchor(
        for name: String, on url: String, new: [Anchor], outputs: OutputSet, isOnlyOne: Bool
    ) -> String? {
        let fit = new.filter { outputs & ~$0.outputs == 0 }
        if let near = nearestName(to: name, in: fit.lazy.map(\.name)) { return url + "#" + near }
        if isOnlyOne, fit.count == 1 { return url + "#" + fit[0].name }
        guard isThorough else { return nil }
        let below = byURL.values.filter { place in
            place.url.hasPrefix(url) && place.url != url && url != "/"
                && place.anchors.contains { $0.name == name && outputs & ~$0.outputs == 0 }
        }
        if let latest = below.map(\.url).max() { return latest + "#" + name }
        let moved = self.new.filter { place in
            place.anchors.contains { $0.name == name && outputs & ~$0.outputs == 0 }
        }
        return moved.count == 1 ? moved[0].url + "#" + name : nil
    }

    /// The new page, or file, that a lost URL has most likely become: of the same name, with most
    /// of its anchors, or with the nearest spelling.
    func url(for url: String, anchors: [String], outputs: OutputSet) -> String? {
        let same = (newByName[Self.name(of: url)] ?? []).map { new[$0] }
            .filter { isLike($0, url, outputs) }
        if same.count == 1 { return same[0].url }
        guard isThorough else { return nil }
        let fit = new.filter { isLike($0, url, outputs) }
        let wanted = Set(anchors)
        if wanted.count > 1 {
            let counted = fit.map { place in
                (place, place.anchors.count { wanted.contains($0.name) })
            }
            if let best = counted.max(by: { $0.1 < $1.1 }), best.1 * 2 > wanted.count {
                return best.0.url
            }
        }
        return fit.count > 2000 ? nil : nearestName(to: url, in: fit.lazy.map(\.url))
    }

    private func isLike(_ place: PublishedPlace, _ url: String, _ outputs: OutputSet) -> Bool {
        outputs & ~place.outputs == 0 && place.url.hasSuffix("/") == url.hasSuffix("/")
            && place.url.hasPrefix("/uploads/") == url.hasPrefix("/uploads/")
            && language(of: place.url) == language(of: url)
    }

    private func language(of url: String) -> String? {
        languages.first { url.hasPrefix("/\($0)/") }
    }

    /// The last part of a path.
    private static func name(of url: String) -> String {
        url.split(separator: "/").last.map(String.init) ?? ""
    }
}
