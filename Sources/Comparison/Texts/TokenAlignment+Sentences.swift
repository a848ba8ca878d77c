extension TokenAlignment {
    /// The most tokens to the end of a sentence that are looked at.
    private static let longestEnd = 64
    /// The most tokens of the shorter side of a change whose sentence may end earlier.
    private static let longestRest = 4

    /// Lets a sentence that goes on with others end where it ended before.
    ///
    /// Where sentences that end alike follow one another, the ends that were found to be the same
    /// may be those of two different sentences: `保管し[-て-]{+ています。復旧に使+}います。`. There the
    /// end that is left over is looked for in what came: `保管しています。{+復旧に使います。+}`.
    mutating func keepSentenceEnds(_ oldNumbers: [Int], _ newNumbers: [Int]) {
        var before = stretches[...]
        stretches = []
        while let change = before.popFirst() {
            guard !change.isSame, let same = before.first else {
                append(change.old, change.new, isSame: change.isSame)
                continue
            }
            let isAddition = change.old.count < change.new.count
            let end =
                isAddition
                ? earlierEnd(of: change.old, same.old, old, oldNumbers, in: change.new, newNumbers)
                : earlierEnd(of: change.new, same.new, new, newNumbers, in: change.old, oldNumbers)
            guard let end else {
                append(change.old, change.new, isSame: false)
                continue
            }
            before.removeFirst()
            append(change, same, end, isAddition: isAddition)
        }
    }

    /// Where the sentence that `rest` and then `same` end is found in `longer`.
    ///
    /// - Returns: Its first token there, and how many tokens of `same` it takes; nil where it
    ///   is not found.
    private func earlierEnd(
        of rest: Range<Int>, _ same: Range<Int>, _ tokens: [TextToken], _ numbers: [Int],
        in longer: Range<Int>, _ others: [Int]
    ) -> (start: Int, taken: Int)? {
        guard !rest.isEmpty, rest.count <= Self.longestRest else { return nil }
        guard
            let last = same.prefix(Self.longestEnd).first(where: {
                PhraseBoundary.worth(of: $0 + 1, in: tokens) >= PhraseBoundary.sentence
            })
        else { return nil }
        let phrase = numbers[rest.lowerBound...last]
        guard phrase.count <= longer.count else { return nil }
        let start = (longer.lowerBound...(longer.upperBound - phrase.count)).first {
            others[$0..<$0 + phrase.count].elementsEqual(phrase)
        }
        return start.map { ($0, last + 1 - same.lowerBound) }
    }

    /// Appends a change and what is the same after it, with the sentence's end where it was found.
    private mutating func append(
        _ change: TokenStretch, _ same: TokenStretch, _ end: (start: Int, taken: Int),
        isAddition: Bool
    ) {
        let (rest, longer) = isAddition ? (change.old, change.new) : (change.new, change.old)
        let (shortSame, longSame) = isAddition ? (same.old, same.new) : (same.new, same.old)
        let add = {
            (self: inout TokenAlignment, short: Range<Int>, long: Range<Int>, isSame: Bool) in
            guard !short.isEmpty || !long.isEmpty else { return }
            self.append(isAddition ? short : long, isAddition ? long : short, isSame: isSame)
        }
        let shortEnd = shortSame.lowerBound + end.taken
        let phraseEnd = end.start + rest.count + end.taken
        let longEnd = longSame.lowerBound + end.taken
        add(&self, rest.lowerBound..<rest.lowerBound, longer.lowerBound..<end.start, false)
        add(&self, rest.lowerBound..<shortEnd, end.start..<phraseEnd, true)
        add(&self, shortEnd..<shortEnd, phraseEnd..<longEnd, false)
        add(&self, shortEnd..<shortSame.upperBound, longEnd..<longSame.upperBound, true)
    }
}
