import Core

/// Looks for recorded texts that are no longer where they were recorded.
struct RecordedTexts {
    /// A recorded item whose label is now to be compared with that of `item`.
    struct Match {
        let entry: LabelLock.Entry
        let item: LabelledItem
        /// Whether the recorded item is still there.
        var isCopy = false
    }

    /// Bytes of the shortest text that counts as a copy: a phrase may stand in two places.
    private static let shortestCopy = 64

    private let comparison: LockComparison
    private let texts: [(item: LabelledItem, print: TextFingerprint)]
    /// By hash value of a sentence: the texts that hold it.
    private var holders: [UInt32: [Int]] = [:]

    /// - Parameter new: The items that are not in the lock.
    init(_ comparison: LockComparison, new: [LabelledItem]) throws(FileError) {
        self.comparison = comparison
        var texts: [(item: LabelledItem, print: TextFingerprint)] = []
        if !comparison.lock.entries.isEmpty {
            for item in new where item.kind.isFoundByText {
                texts.append((item, try comparison.project.fingerprint(item)))
            }
        }
        self.texts = texts
        for (index, text) in texts.enumerated() {
            for sentence in text.print.sentences { holders[sentence, default: []].append(index) }
        }
    }

    /// All matches, in the order of the lock.
    func matches() throws(FileError) -> [Match] {
        var matches: [Match] = []
        var byDigest: [String: [Int]] = [:]
        for (index, text) in texts.enumerated() where text.print.size > 0 {
            byDigest[text.print.digest, default: []].append(index)
        }
        let gone = Set(comparison.vanished.map(\.key))
        let pages = pages(of: comparison.vanished)
        for entry in comparison.lock.entries {
            let same = byDigest[entry.digest] ?? []
            guard gone.contains(entry.key) else {
                matches += same.filter { isCopy(of: entry, $0) }
                    .map { Match(entry: entry, item: texts[$0].item, isCopy: true) }
                continue
            }
            let similar = entry.key.kind.isText ? similar(to: entry) : []
            for index in Set(same + similar).sorted()
            where isComparable(entry.key.kind, texts[index].item.kind) {
                matches.append(Match(entry: entry, item: texts[index].item))
            }
            if let page = pages[entry.key.path],
                try comparison.project.fingerprint(page).holds(entry.sketch)
            {
                matches.append(Match(entry: entry, item: page))
            }
        }
        return matches
    }

    /// By path of a vanished portion: the recorded item in whose text it stood.
    private func pages(of entries: [LabelLock.Entry]) -> [String: LabelledItem] {
        let portions = entries.filter { $0.key.kind == .portion }
        if portions.isEmpty { return [:] }
        let files = Set(portions.map(\.file))
        var items: [String: LabelledItem] = [:]
        for item in comparison.items
        where item.kind != .portion && item.label != nil && files.contains(item.path)
            && comparison.recorded[item.key] != nil
        {
            items[item.path] = item
        }
        let found = portions.compactMap { entry in
            items[entry.file].map { (entry.key.path, $0) }
        }
        return Dictionary(found, uniquingKeysWith: { first, _ in first })
    }

    private func similar(to entry: LabelLock.Entry) -> [Int] {
        var counts: [Int: Int] = [:]
        for value in entry.sketch {
            for index in holders[value] ?? [] { counts[index, default: 0] += 1 }
        }
        return counts.filter { $0.value * 2 >= entry.sketch.count }.map(\.key)
    }

    private func isCopy(of entry: LabelLock.Entry, _ index: Int) -> Bool {
        let text = texts[index]
        return text.print.size >= Self.shortestCopy
            && isComparable(entry.key.kind, text.item.kind)
    }

    private func isComparable(_ a: LabelledItem.Kind, _ b: LabelledItem.Kind) -> Bool {
        a == b || a.isText && b.isText
    }
}
