/// Pairs runs of delimiters that open emphasis with those that close it.
///
/// - Source: CommonMark 0.29, "process emphasis", as libcmark-gfm runs it.
struct DelimiterPairs {
    private(set) var runs: [DelimiterRun]
    private var previous: [Int]
    private var next: [Int]
    /// The last run in which a search for an opener ended in vain, by kind of closer.
    private var bottoms: [Int: Int] = [:]

    private static let none = -1

    init(_ runs: [DelimiterRun]) {
        self.runs = runs
        previous = runs.indices.map { $0 - 1 }
        next = runs.indices.map { $0 + 1 < runs.count ? $0 + 1 : Self.none }
        for index in runs.indices where !runs[index].canOpen && !runs[index].canClose {
            remove(index)
        }
        pair()
    }

    private mutating func pair() {
        var closer = runs.indices.first { runs[$0].canOpen || runs[$0].canClose } ?? Self.none
        while closer != Self.none {
            guard runs[closer].canClose else {
                closer = next[closer]
                continue
            }
            let tried = closer
            if let opener = opener(for: closer) {
                closer = match(opener, closer)
            } else {
                closer = next[closer]
                bottoms[key(tried)] = previous[tried]
                if !runs[tried].canOpen { remove(tried) }
            }
        }
    }

    private func key(_ index: Int) -> Int {
        Int(runs[index].character) * 3 + runs[index].length % 3
    }

    private func opener(for closer: Int) -> Int? {
        let bottom = bottoms[key(closer)] ?? Self.none
        var candidate = previous[closer]
        while candidate != Self.none, candidate != bottom {
            let (opening, closing) = (runs[candidate], runs[closer])
            let isInterior = closing.canOpen || opening.canClose
            if opening.canOpen, opening.character == closing.character,
                !isInterior || closing.length % 3 == 0
                    || (opening.length + closing.length) % 3 != 0
            {
                return candidate
            }
            candidate = previous[candidate]
        }
        return nil
    }

    /// Makes emphasis between two runs.
    ///
    /// - Returns: The run at which the search for closers goes on.
    private mutating func match(_ opener: Int, _ closer: Int) -> Int {
        let follower = next[closer]
        if runs[opener].character == 0x7E {
            guard runs[opener].remaining == runs[closer].remaining else { return follower }
            removeBetween(opener, closer)
            runs[opener].remaining = 0
            runs[closer].remaining = 0
            runs[opener].opens.append(.strikethrough)
            runs[closer].closes += 1
            remove(opener)
            remove(closer)
            return follower
        }
        let width = runs[opener].remaining >= 2 && runs[closer].remaining >= 2 ? 2 : 1
        removeBetween(opener, closer)
        runs[opener].remaining -= width
        runs[closer].remaining -= width
        runs[opener].opens.append(width == 2 ? .strong : .emphasis)
        runs[closer].closes += 1
        if runs[opener].remaining == 0 { remove(opener) }
        guard runs[closer].remaining == 0 else { return closer }
        remove(closer)
        return follower
    }

    private mutating func removeBetween(_ opener: Int, _ closer: Int) {
        next[opener] = closer
        previous[closer] = opener
    }

    private mutating func remove(_ index: Int) {
        if previous[index] != Self.none { next[previous[index]] = next[index] }
        if next[index] != Self.none { previous[next[index]] = previous[index] }
    }
}
