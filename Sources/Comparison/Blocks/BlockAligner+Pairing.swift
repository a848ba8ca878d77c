import Markdown

extension BlockAligner {
    /// Likeness from which on a block has become another in its place.
    private static let leastLikeness = 0.4
    /// The same where one block became several, or several one.
    private static let leastSplitLikeness = 0.6

    /// Pairs blocks between those that stay, by how alike they are.
    mutating func pairBetweenGroups() {
        groups.sort { $0.old.lowerBound < $1.old.lowerBound }
        for gap in gaps() where gap.old.count * gap.new.count <= OrderedPairing.mostPairs {
            let olds = gap.old.map { oldProfile($0) }
            let news = gap.new.map { newProfile($0) }
            var common = [Int](repeating: 0, count: olds.count * news.count)
            for (a, i) in gap.old.enumerated() {
                for (b, j) in gap.new.enumerated() where old[i].canBecome(new[j]) {
                    common[a * news.count + b] = olds[a].common(with: news[b])
                }
            }
            let (old, new) = (self.old, self.new)
            let pairing = OrderedPairing(old: olds.count, new: news.count, longest: 4) { a, b in
                guard common[a.lowerBound * news.count + b.lowerBound] > 0 else { return 0 }
                if a.count + b.count > 2 {
                    guard gap.old[a].isUnbroken, gap.new[b].isUnbroken,
                        gap.old[a].allSatisfy({ old[$0].isRunning }),
                        gap.new[b].allSatisfy({ new[$0].isRunning })
                    else { return 0 }
                }
                return Self.worth(a, b, common: common, olds, news)
            }
            for group in pairing.groups {
                join(
                    gap.old[group.old.lowerBound]..<gap.old[group.old.upperBound - 1] + 1,
                    gap.new[group.new.lowerBound]..<gap.new[group.new.upperBound - 1] + 1)
            }
        }
        groups.sort { $0.old.lowerBound < $1.old.lowerBound }
    }

    /// What of the blocks `a` is kept in the blocks `b`; 0 where they are too unlike.
    private static func worth(
        _ a: Range<Int>, _ b: Range<Int>, common: [Int], _ olds: [Profile], _ news: [Profile]
    ) -> Double {
        var kept = 0
        for i in a {
            for j in b {
                let shared = common[i * news.count + j]
                // Of a block that was split off or joined, most is in the whole.
                let part = a.count > b.count ? olds[i].size : news[j].size
                if a.count + b.count > 2, shared * 10 < part * 6 { return 0 }
                kept += shared
            }
        }
        let before = olds[a].reduce(0) { $0 + $1.size }
        let after = news[b].reduce(0) { $0 + $1.size }
        guard before + after > 0 else { return 0 }
        let likeness = Double(2 * min(kept, before, after)) / Double(before + after)
        if a.count + b.count > 2 {
            return likeness < leastSplitLikeness ? 0 : Double(min(kept, before, after)) - 1
        }
        return likeness < leastLikeness ? 0 : Double(kept)
    }

    /// Pairs two blocks of a kind that stand alone between the same neighbours, however unlike.
    mutating func pairWhatIsAlone() {
        for gap in gaps() where gap.old.count == 1 && gap.new.count == 1 {
            let (i, j) = (gap.old[0], gap.new[0])
            guard old[i].head.kind.isLike(new[j].head.kind), old[i].canBecome(new[j]) else {
                continue
            }
            join(i..<i + 1, j..<j + 1)
        }
        groups.sort { $0.old.lowerBound < $1.old.lowerBound }
    }

    /// The changes in reading order, of what was found.
    mutating func gatherChanges() -> [BlockChange] {
        var changes = ChangeGatherer(old: old, new: new, moves: moves)
        for group in groups { changes.append(group) }
        return changes.finish()
    }
}

extension TextBlock {
    /// Whether it may become `other` without being another thing.
    func canBecome(_ other: TextBlock) -> Bool {
        switch (kind, other.kind) {
        case (.table, .table), (.code, .code): true
        case (.table, _), (.code, _), (.thematicBreak, _), (_, .table), (_, .code),
            (_, .thematicBreak):
            false
        default: true
        }
    }

    /// Whether its text may go on in another block.
    fileprivate var isRunning: Bool {
        switch kind {
        case .paragraph, .listItem, .footnote: true
        default: false
        }
    }
}

extension TextBlock.Kind {
    /// Whether both are paragraphs, both headings and so on.
    fileprivate func isLike(_ other: Self) -> Bool {
        switch (self, other) {
        case (.heading, .heading), (.listItem, .listItem), (.code, .code),
            (.container, .container), (.footnote, .footnote):
            true
        default: self == other
        }
    }
}

extension ArraySlice<Int> {
    /// Whether each is one more than the last.
    fileprivate var isUnbroken: Bool { zip(self, dropFirst()).allSatisfy { $0 + 1 == $1 } }
}
