import Markdown

extension BlockAligner {
    /// Bytes of text, in one block or in several that follow one another, from which on the same
    /// text in another place has moved and is not there by chance: six ideographs.
    private static let leastMoved = 18
    /// Likeness from which on a block that stands elsewhere has moved and changed.
    private static let leastLikeness = 0.7

    /// Finds blocks that stand elsewhere as they were.
    mutating func findMoves() {
        var places: [Int: ArraySlice<Int>] = [:]
        for j in new.indices where isOpenInNew[j] { places[newNumbers[j], default: []].append(j) }
        var i = 0
        while i < old.count {
            guard isOpenInOld[i], let j = firstOpen(&places, oldNumbers[i]) else {
                i += 1
                continue
            }
            var length = 0
            var size = 0
            while i + length < old.count, j + length < new.count, isOpen(i + length, j + length),
                oldNumbers[i + length] == newNumbers[j + length]
            {
                size += old[i + length].size
                length += 1
            }
            if size >= Self.leastMoved {
                for offset in 0..<length { move(i + offset, to: j + offset) }
            }
            i += length
        }
    }

    private func firstOpen(_ places: inout [Int: ArraySlice<Int>], _ number: Int) -> Int? {
        while let j = places[number]?.first {
            if isOpenInNew[j] { return j }
            places[number]?.removeFirst()
        }
        return nil
    }

    private func isOpen(_ i: Int, _ j: Int) -> Bool { isOpenInOld[i] && isOpenInNew[j] }

    /// Finds blocks that stand elsewhere and changed a little.
    mutating func findChangedMoves() {
        let olds = old.indices.filter { isOpenInOld[$0] && old[$0].size >= Self.leastMoved }
        let news = new.indices.filter { isOpenInNew[$0] && new[$0].size >= Self.leastMoved }
        guard olds.count * news.count <= OrderedPairing.mostPairs else { return }
        var found: [(likeness: Double, old: Int, new: Int)] = []
        for i in olds {
            for j in news where old[i].canBecome(new[j]) {
                let (one, other) = (oldProfile(i), newProfile(j))
                guard min(one.size, other.size) * 2 >= max(one.size, other.size) else { continue }
                let likeness = one.likeness(to: other)
                if likeness >= Self.leastLikeness { found.append((likeness, i, j)) }
            }
        }
        found.sort { ($1.likeness, $0.old, $0.new) < ($0.likeness, $1.old, $1.new) }
        for pair in found where isOpen(pair.old, pair.new) { move(pair.old, to: pair.new) }
    }

    /// Lets short blocks go with a neighbour that moved.
    mutating func extendMoves() {
        for (i, j) in moves.sorted(by: { $0.key < $1.key }) {
            for way in [-1, 1] {
                var (k, l) = (i + way, j + way)
                while old.indices.contains(k), new.indices.contains(l), isOpen(k, l),
                    oldNumbers[k] == newNumbers[l]
                {
                    move(k, to: l)
                    (k, l) = (k + way, l + way)
                }
            }
        }
    }
}

extension TextBlock {
    /// Bytes of its text.
    fileprivate var size: Int {
        switch content {
        case .text(let runs): runs.reduce(0) { $0 + $1.text.utf8.count }
        case .table(let table):
            ([table.header] + table.rows).joined().joined().reduce(0) { $0 + $1.text.utf8.count }
        }
    }
}
