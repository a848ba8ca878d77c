/// A stretch of two texts: the same words in both, or old words for which there are new ones.
struct TokenStretch: Equatable {
    /// Its tokens in the old text.
    var old: Range<Int>
    /// Its tokens in the new text.
    var new: Range<Int>
    let isSame: Bool
}

/// How the tokens of two texts stand to each other, made readable.
///
/// A shortest edit keeps every particle that both texts happen to have; a reader wants to see
/// whole phrases change. So what two changes have in common between them goes with them where it
/// says little, and a change is moved, where it can be, to begin and end where a phrase does.
struct TokenAlignment {
    /// Same and changed stretches by turns.
    var stretches: [TokenStretch] = []
    let old: [TextToken]
    let new: [TextToken]

    init(_ old: [TextToken], _ new: [TextToken]) {
        self.old = old
        self.new = new
        var numbers: [TextToken.Content: Int] = [:]
        let number = { (token: TextToken) -> Int in
            let next = numbers.count
            if token.content == .blockEnd { return -1 }
            return numbers[token.content]
                ?? {
                    numbers[token.content] = next
                    return next
                }()
        }
        let oldNumbers = old.map(number)
        let newNumbers = new.map(number)
        let matches = SequenceMatches(oldNumbers, newNumbers, gram: 4)
        gather(matches.pairs)
        absorbChances()
        dropIfUnlike()
        keepSentenceEnds(oldNumbers, newNumbers)
        joinEdges(oldNumbers, newNumbers)
        slideChanges(oldNumbers, newNumbers)
    }

    private mutating func gather(_ pairs: [(old: Int, new: Int)]) {
        var (i, j) = (0, 0)
        for pair in pairs + [(old.count, new.count)] {
            if pair.old > i || pair.new > j { append(i..<pair.old, j..<pair.new, isSame: false) }
            guard pair.old < old.count else { break }
            append(pair.old..<pair.old + 1, pair.new..<pair.new + 1, isSame: true)
            (i, j) = (pair.old + 1, pair.new + 1)
        }
    }

    mutating func append(_ old: Range<Int>, _ new: Range<Int>, isSame: Bool) {
        if let last = stretches.last, last.isSame == isSame {
            stretches[stretches.count - 1].old = last.old.lowerBound..<old.upperBound
            stretches[stretches.count - 1].new = last.new.lowerBound..<new.upperBound
        } else {
            stretches.append(TokenStretch(old: old, new: new, isSame: isSame))
        }
    }

    private func weight(_ stretch: TokenStretch) -> Int {
        max(
            old[stretch.old].reduce(0) { $0 + $1.weight },
            new[stretch.new].reduce(0) { $0 + $1.weight })
    }

    /// Lets changes take what little is the same between them, until nothing more is little or
    /// it has gone on for long.
    private mutating func absorbChances() {
        var hasAbsorbed = true
        var rounds = 0
        while hasAbsorbed, rounds < 8 {
            hasAbsorbed = false
            rounds += 1
            let weights = stretches.map(weight)
            let before = stretches
            stretches = []
            // The weight of the change that is being gathered.
            var change = 0
            for (index, stretch) in before.enumerated() {
                let isInner = index > 0 && index + 1 < before.count
                if stretch.isSame, isInner,
                    isChance(weights[index], between: change, and: weights[index + 1])
                {
                    hasAbsorbed = true
                    change += weights[index]
                    append(stretch.old, stretch.new, isSame: false)
                } else {
                    change = stretch.isSame ? 0 : change + weights[index]
                    append(stretch.old, stretch.new, isSame: stretch.isSame)
                }
            }
        }
    }

    /// Whether words that are the same between two changes are so by chance.
    private func isChance(_ weight: Int, between left: Int, and right: Int) -> Bool {
        weight <= 4 || weight * 3 <= min(left, right)
    }

    /// Takes two texts that have less than an eighth in common for different ones.
    private mutating func dropIfUnlike() {
        let same = stretches.reduce(0) { $0 + ($1.isSame ? weight($1) : 0) }
        let all = stretches.reduce(0) { $0 + weight($1) }
        guard same * 8 < all else { return }
        stretches = []
        append(0..<old.count, 0..<new.count, isSame: false)
    }

    /// Gives what a change begins or ends with in both texts back to its neighbours.
    private mutating func joinEdges(_ oldNumbers: [Int], _ newNumbers: [Int]) {
        for index in stretches.indices where !stretches[index].isSame {
            var (olds, news) = (stretches[index].old, stretches[index].new)
            if index > 0 {
                while let i = olds.first, let j = news.first, oldNumbers[i] == newNumbers[j] {
                    (olds, news) = (i + 1..<olds.upperBound, j + 1..<news.upperBound)
                }
                let before = stretches[index - 1]
                stretches[index - 1].old = before.old.lowerBound..<olds.lowerBound
                stretches[index - 1].new = before.new.lowerBound..<news.lowerBound
            }
            if index + 1 < stretches.count {
                while let i = olds.last, let j = news.last, oldNumbers[i] == newNumbers[j] {
                    (olds, news) = (olds.lowerBound..<i, news.lowerBound..<j)
                }
                let after = stretches[index + 1]
                stretches[index + 1].old = olds.upperBound..<after.old.upperBound
                stretches[index + 1].new = news.upperBound..<after.new.upperBound
            }
            (stretches[index].old, stretches[index].new) = (olds, news)
        }
    }

    /// Moves words that are only added or only removed to where a phrase begins.
    private mutating func slideChanges(_ oldNumbers: [Int], _ newNumbers: [Int]) {
        for index in stretches.indices where !stretches[index].isSame {
            guard index > 0, index + 1 < stretches.count else { continue }
            if stretches[index].old.isEmpty {
                let way = slide(stretches[index].new, at: index, new, newNumbers)
                shift(index, by: way)
            } else if stretches[index].new.isEmpty {
                let way = slide(stretches[index].old, at: index, old, oldNumbers)
                shift(index, by: way)
            }
        }
        stretches.removeAll { $0.old.isEmpty && $0.new.isEmpty }
    }

    private mutating func shift(_ index: Int, by way: Int) {
        guard way != 0 else { return }
        let move = { (range: Range<Int>) in range.lowerBound + way..<range.upperBound + way }
        stretches[index].old = move(stretches[index].old)
        stretches[index].new = move(stretches[index].new)
        let (before, after) = (stretches[index - 1], stretches[index + 1])
        stretches[index - 1].old = before.old.lowerBound..<stretches[index].old.lowerBound
        stretches[index - 1].new = before.new.lowerBound..<stretches[index].new.lowerBound
        stretches[index + 1].old = stretches[index].old.upperBound..<after.old.upperBound
        stretches[index + 1].new = stretches[index].new.upperBound..<after.new.upperBound
    }

    /// How far to move a change: where its ends fall best between phrases.
    private func slide(
        _ range: Range<Int>, at index: Int, _ tokens: [TextToken], _ numbers: [Int]
    ) -> Int {
        let most = min(64, stretches[index - 1].old.count)
        let least = min(64, stretches[index + 1].old.count)
        var left = 0
        while left < most,
            numbers[range.lowerBound - left - 1] == numbers[range.upperBound - left - 1]
        {
            left += 1
        }
        var right = 0
        while right < least, numbers[range.lowerBound + right] == numbers[range.upperBound + right]
        {
            right += 1
        }
        let worth = { (way: Int) in
            PhraseBoundary.worth(of: range.lowerBound + way, in: tokens)
                + PhraseBoundary.worth(of: range.upperBound + way, in: tokens)
        }
        // Of equal ones the one that is nearest to where the change was found.
        return (-left...right).max {
            (worth($0), -abs($0), $0) < (worth($1), -abs($1), $1)
        } ?? 0
    }
}
