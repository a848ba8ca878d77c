import Markdown

/// Finds which blocks of two texts belong together.
///
/// First those that are the same in the same order; then those that moved as they are; then,
/// between what stays, those that became one another; last those that moved and changed.
struct BlockAligner {
    let old: [TextBlock]
    let new: [TextBlock]
    /// Blocks of both texts that belong together in their places; rising in both.
    var groups: [OrderedPairing.Group] = []
    /// Where the blocks that moved stand in the new text.
    var moves: [Int: Int] = [:]
    /// Blocks that have no counterpart yet.
    var isOpenInOld: [Bool]
    var isOpenInNew: [Bool]
    /// The same number for blocks whose content is the same.
    let oldNumbers: [Int]
    let newNumbers: [Int]
    private var oldProfiles: [Int: Profile] = [:]
    private var newProfiles: [Int: Profile] = [:]

    init(_ old: [TextBlock], _ new: [TextBlock]) {
        self.old = old
        self.new = new
        isOpenInOld = Array(repeating: true, count: old.count)
        isOpenInNew = Array(repeating: true, count: new.count)
        var numbers: [Core: Int] = [:]
        let number = { (block: TextBlock) -> Int in
            let core = Core(block)
            if let known = numbers[core] { return known }
            numbers[core] = numbers.count
            return numbers.count - 1
        }
        oldNumbers = old.map(number)
        newNumbers = new.map(number)
    }

    /// The changes in reading order.
    mutating func changes() -> [BlockChange] {
        for pair in SequenceMatches(oldNumbers, newNumbers, gram: 1).pairs {
            join(pair.old..<pair.old + 1, pair.new..<pair.new + 1)
        }
        findMoves()
        pairBetweenGroups()
        findChangedMoves()
        extendMoves()
        pairWhatIsAlone()
        return gatherChanges()
    }

    mutating func join(_ olds: Range<Int>, _ news: Range<Int>) {
        groups.append(.init(old: olds, new: news))
        for i in olds { isOpenInOld[i] = false }
        for j in news { isOpenInNew[j] = false }
    }

    mutating func move(_ i: Int, to j: Int) {
        moves[i] = j
        isOpenInOld[i] = false
        isOpenInNew[j] = false
    }

    mutating func oldProfile(_ i: Int) -> Profile {
        if let known = oldProfiles[i] { return known }
        let profile = Profile(old[i])
        oldProfiles[i] = profile
        return profile
    }

    mutating func newProfile(_ j: Int) -> Profile {
        if let known = newProfiles[j] { return known }
        let profile = Profile(new[j])
        newProfiles[j] = profile
        return profile
    }

    /// The open blocks before, between and after the groups.
    func gaps() -> [(old: [Int], new: [Int])] {
        var gaps: [(old: [Int], new: [Int])] = []
        var (i, j) = (0, 0)
        let end = OrderedPairing.Group(
            old: old.count..<old.count, new: new.count..<new.count)
        for group in groups + [end] {
            let olds = (i..<group.old.lowerBound).filter { isOpenInOld[$0] }
            let news = (j..<group.new.lowerBound).filter { isOpenInNew[$0] }
            if !olds.isEmpty, !news.isEmpty { gaps.append((olds, news)) }
            (i, j) = (group.old.upperBound, group.new.upperBound)
        }
        return gaps
    }

    /// What decides whether two blocks are the same: not the number of an item, nor what stands
    /// around a block, which differ for the blocks after one that came or went.
    private struct Core: Hashable {
        let kind: TextBlock.Kind
        let content: TextBlock.Content

        init(_ block: TextBlock) {
            content = block.content
            kind =
                switch block.kind {
                case .listItem: .listItem(ListMarker())
                case .footnote: .footnote(number: 0)
                case .heading: .heading(level: 0)
                case .code: .code(info: "")
                default: block.kind
                }
        }
    }
}
