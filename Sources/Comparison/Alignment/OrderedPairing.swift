/// Which of some removed things became which of some added ones, both in order: the choice that
/// keeps most.
struct OrderedPairing {
    /// Removed things and the added ones that they became: one and one, one and several, or
    /// several and one.
    struct Group: Equatable {
        let old: Range<Int>
        let new: Range<Int>
    }

    /// Pairs beyond which none is looked for.
    static let mostPairs = 40_000

    /// In order.
    private(set) var groups: [Group] = []
    private let width: Int
    /// What is kept at best of the things from a removed and from an added one on.
    private var best: [Double] = []
    private var choices: [Group?] = []

    /// - Parameters:
    ///   - longest: How many things may become one, or one become.
    ///   - worth: What a group keeps; 0 where it is none.
    init(old: Int, new: Int, longest: Int = 1, worth: (Range<Int>, Range<Int>) -> Double) {
        width = new + 1
        guard old > 0, new > 0, old * new <= Self.mostPairs else { return }
        best = Array(repeating: 0, count: (old + 1) * width)
        choices = Array(repeating: nil, count: best.count)
        for i in (0..<old).reversed() {
            for j in (0..<new).reversed() {
                best[i * width + j] = max(best[(i + 1) * width + j], best[i * width + j + 1])
                consider(Group(old: i..<i + 1, new: j..<j + 1), worth)
                for more in 1..<longest {
                    if i + more < old {
                        consider(Group(old: i..<i + 1 + more, new: j..<j + 1), worth)
                    }
                    if j + more < new {
                        consider(Group(old: i..<i + 1, new: j..<j + 1 + more), worth)
                    }
                }
            }
        }
        trace(old: old, new: new)
        (best, choices) = ([], [])
    }

    private mutating func consider(
        _ group: Group, _ worth: (Range<Int>, Range<Int>) -> Double
    ) {
        let at = group.old.lowerBound * width + group.new.lowerBound
        let value = worth(group.old, group.new)
        let all = value + best[group.old.upperBound * width + group.new.upperBound]
        guard value > 0, all > best[at] else { return }
        best[at] = all
        choices[at] = group
    }

    private mutating func trace(old: Int, new: Int) {
        var (i, j) = (0, 0)
        while i < old, j < new {
            let at = i * width + j
            if let group = choices[at] {
                groups.append(group)
                (i, j) = (group.old.upperBound, group.new.upperBound)
            } else if best[at + width] >= best[at + 1] {
                i += 1
            } else {
                j += 1
            }
        }
    }
}
