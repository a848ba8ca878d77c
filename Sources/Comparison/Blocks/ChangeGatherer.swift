import Markdown

/// Writes down what became of each block, in reading order.
struct ChangeGatherer {
    private let old: [TextBlock]
    private let new: [TextBlock]
    /// Where the blocks that moved stand in the new text, and stood in the old one.
    private let moves: [Int: Int]
    private let origins: [Int: Int]
    /// Moves are numbered from 0 in the order of the old text.
    private let numbers: [Int: Int]
    private var changes: [BlockChange] = []
    private var same: [TextBlock] = []
    private var i = 0
    private var j = 0

    init(old: [TextBlock], new: [TextBlock], moves: [Int: Int]) {
        self.old = old
        self.new = new
        self.moves = moves
        var origins: [Int: Int] = [:]
        var numbers: [Int: Int] = [:]
        for (number, i) in moves.keys.sorted().enumerated() {
            numbers[i] = number
            if let j = moves[i] { origins[j] = i }
        }
        self.origins = origins
        self.numbers = numbers
    }

    /// Blocks that belong together in their places.
    mutating func append(_ group: OrderedPairing.Group) {
        appendOthers(upTo: group.old.lowerBound, group.new.lowerBound)
        let olds = Array(old[group.old])
        let news = Array(new[group.new])
        (i, j) = (group.old.upperBound, group.new.upperBound)
        if olds == news {
            same += olds
        } else {
            endSame()
            changes.append(
                .edited(
                    olds.count == 1 && news.count == 1
                        ? BlockEdit(from: olds[0], to: news[0])
                        : .text(TextEdit(from: olds, to: news))))
        }
    }

    /// All changes.
    mutating func finish() -> [BlockChange] {
        appendOthers(upTo: old.count, new.count)
        endSame()
        return changes
    }

    private mutating func endSame() {
        if !same.isEmpty { changes.append(.same(same)) }
        same = []
    }

    /// Blocks that went, came or moved.
    private mutating func appendOthers(upTo oldEnd: Int, _ newEnd: Int) {
        if i < oldEnd || j < newEnd { endSame() }
        while i < oldEnd {
            if let target = moves[i], let number = numbers[i] {
                changes.append(
                    .movedAway(BlockEdit(from: old[i], to: new[target]), move: number))
            } else {
                changes.append(.removed(old[i]))
            }
            i += 1
        }
        while j < newEnd {
            if let origin = origins[j], let number = numbers[origin] {
                changes.append(
                    .movedHere(BlockEdit(from: old[origin], to: new[j]), move: number))
            } else {
                changes.append(.added(new[j]))
            }
            j += 1
        }
    }
}
