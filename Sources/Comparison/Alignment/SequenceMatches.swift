/// Which elements of two sequences are the same: pairs of indices that rise in both.
///
/// First what both begin and end with; then, between, the anchors: short stretches that stand
/// once in each ("patience diff"); what lies between anchors is compared by `ShortestEdit`.
/// Mostly equal sequences take nearly linear time. Where `ShortestEdit` gives up, the stretch
/// has no pairs: it counts as replaced as a whole.
///
/// - Source: Bram Cohen's patience diff; Myers, "An O(ND) Difference Algorithm", 1986.
struct SequenceMatches {
    /// Indices in the old and the new sequence.
    private(set) var pairs: [(old: Int, new: Int)] = []
    private let old: [Int]
    private let new: [Int]

    /// Compares two sequences whose elements are the same where their numbers are.
    ///
    /// - Parameter gram: How many elements make an anchor. 1 for long elements as blocks; more
    ///   for characters, of which one alone says little.
    init(_ old: [Int], _ new: [Int], gram: Int) {
        self.old = old
        self.new = new
        var open = [Stretch(old: 0..<old.count, new: 0..<new.count, depth: 0)]
        while let stretch = open.popLast() {
            open += read(stretch, gram: gram)
        }
        pairs.sort { $0.old < $1.old }
    }

    /// Parts of both sequences that may hold more pairs.
    private struct Stretch {
        var old: Range<Int>
        var new: Range<Int>
        let depth: Int

        var isEmpty: Bool { old.isEmpty || new.isEmpty }
    }

    /// Pairs what it can; returns the stretches between anchors.
    private mutating func read(_ whole: Stretch, gram: Int) -> [Stretch] {
        var stretch = whole
        trim(&stretch)
        guard !stretch.isEmpty else { return [] }
        let isSmall = stretch.old.count + stretch.new.count <= 64
        if !isSmall, stretch.depth < 32 {
            let anchors = anchors(in: stretch, gram: gram)
            if !anchors.isEmpty { return split(stretch, at: anchors, gram: gram) }
        }
        let edit = ShortestEdit(old[stretch.old], new[stretch.new])
        for (i, j) in edit.pairs {
            pairs.append((stretch.old.lowerBound + i, stretch.new.lowerBound + j))
        }
        return []
    }

    /// Pairs what both begin and end with.
    private mutating func trim(_ stretch: inout Stretch) {
        var (i, j) = (stretch.old.lowerBound, stretch.new.lowerBound)
        var (k, l) = (stretch.old.upperBound, stretch.new.upperBound)
        while i < k, j < l, old[i] == new[j] {
            pairs.append((i, j))
            (i, j) = (i + 1, j + 1)
        }
        while k > i, l > j, old[k - 1] == new[l - 1] {
            (k, l) = (k - 1, l - 1)
            pairs.append((k, l))
        }
        stretch.old = i..<k
        stretch.new = j..<l
    }

    private mutating func split(
        _ stretch: Stretch, at anchors: [(old: Int, new: Int)], gram: Int
    ) -> [Stretch] {
        var result: [Stretch] = []
        var (i, j) = (stretch.old.lowerBound, stretch.new.lowerBound)
        for anchor in anchors where anchor.old >= i && anchor.new >= j {
            result.append(
                Stretch(old: i..<anchor.old, new: j..<anchor.new, depth: stretch.depth + 1))
            (i, j) = (anchor.old, anchor.new)
            for _ in 0..<gram {
                pairs.append((i, j))
                (i, j) = (i + 1, j + 1)
            }
        }
        result.append(
            Stretch(
                old: i..<stretch.old.upperBound, new: j..<stretch.new.upperBound,
                depth: stretch.depth + 1))
        return result.filter { !$0.isEmpty }
    }

    /// Where the same `gram` elements stand, once in each; those that rise in both.
    private func anchors(in stretch: Stretch, gram: Int) -> [(old: Int, new: Int)] {
        let inNew = onlyPlaces(in: new[stretch.new], gram: gram)
        let found = onlyPlaces(in: old[stretch.old], gram: gram).compactMap { key, i in
            inNew[key].map { (old: i, new: $0) }
        }.sorted { $0.old < $1.old }
        return longestRise(of: found.map(\.new)).map { found[$0] }
    }

    private func onlyPlaces(in slice: ArraySlice<Int>, gram: Int) -> [ArraySlice<Int>: Int] {
        guard slice.count >= gram else { return [:] }
        var places: [ArraySlice<Int>: Int] = [:]
        places.reserveCapacity(slice.count)
        for index in slice.startIndex...(slice.endIndex - gram) {
            // A place below zero says that there are several.
            if places.updateValue(index, forKey: slice[index..<index + gram]) != nil {
                places[slice[index..<index + gram]] = -1
            }
        }
        return places.filter { $0.value >= 0 }
    }
}

/// The indices of a longest rising part of `values`, which are all different.
func longestRise(of values: [Int]) -> [Int] {
    /// The index that ends the best rise of each length.
    var ends: [Int] = []
    var before = [Int](repeating: -1, count: values.count)
    for (index, value) in values.enumerated() {
        var (low, high) = (0, ends.count)
        while low < high {
            let middle = (low + high) / 2
            if values[ends[middle]] < value { low = middle + 1 } else { high = middle }
        }
        before[index] = low > 0 ? ends[low - 1] : -1
        if low == ends.count { ends.append(index) } else { ends[low] = index }
    }
    var rise: [Int] = []
    var at = ends.last ?? -1
    while at >= 0 {
        rise.append(at)
        at = before[at]
    }
    return rise.reversed()
}
