/// Names, arranged so that the one which a misspelt name most likely meant is found without
/// comparing them all.
///
/// A misspelt name mostly shares its beginning or its end with the right one, so its neighbours
/// in the alphabet, read from the front and from the back, are compared and no others. Finding
/// one costs the same whatever the number of names.
struct NameIndex: Sendable {
    private let names: [Name]
    /// Places in `names`, sorted by the names read backwards.
    private let backwards: [Int]

    /// Neighbours that are compared on each side.
    private static let reach = 12

    private struct Name: Sendable {
        let text: String
        /// In one case.
        let letters: [Unicode.Scalar]
        let reversed: [Unicode.Scalar]
    }

    /// Takes names in any order.
    init(_ names: some Sequence<String>) {
        let sorted = names.map { name in
            let letters = Self.letters(of: name)
            return Name(text: name, letters: letters, reversed: letters.reversed())
        }
        .sorted { $0.letters.precedes($1.letters) }
        self.names = sorted
        backwards = sorted.indices.sorted { sorted[$0].reversed.precedes(sorted[$1].reversed) }
    }

    /// The name nearest to `text`, if no more than a third of the letters differ.
    func nearest(to text: String) -> String? {
        let wanted = Self.letters(of: text)
        var best: (place: Int, distance: Int)?
        for place in candidates(for: wanted) {
            let letters = names[place].letters
            let longer = max(wanted.count, letters.count)
            let allowed = min(max(1, longer / 3), longer - 1, (best?.distance ?? .max) - 1)
            if abs(wanted.count - letters.count) > allowed { continue }
            guard let distance = distance(wanted, letters, limit: allowed) else { continue }
            best = (place, distance)
        }
        return best.map { names[$0.place].text }
    }

    /// Places in `names` that are worth a comparison, in the order of the alphabet.
    private func candidates(for wanted: [Unicode.Scalar]) -> [Int] {
        if names.count <= 4 * Self.reach { return Array(names.indices) }
        let front = place(in: names.count) { names[$0].letters.precedes(wanted) }
        let reversed = Array(wanted.reversed())
        let back = place(in: names.count) { names[backwards[$0]].reversed.precedes(reversed) }
        let near = { (middle: Int) in
            max(0, middle - Self.reach)..<min(names.count, middle + Self.reach)
        }
        return Set(Array(near(front)) + near(back).map { backwards[$0] }).sorted()
    }

    /// The first of `count` places for which `precedes` is false.
    private func place(in count: Int, _ precedes: (Int) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if precedes(middle) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private static func letters(of name: String) -> [Unicode.Scalar] {
        Array(name.lowercased().unicodeScalars)
    }
}

extension [Unicode.Scalar] {
    fileprivate func precedes(_ other: Self) -> Bool {
        lexicographicallyPrecedes(other) { $0.value < $1.value }
    }
}

/// Damerau–Levenshtein distance (adjacent transpositions); nil above `limit`.
private func distance(
    _ a: [Unicode.Scalar], _ b: [Unicode.Scalar], limit: Int
) -> Int? {
    guard limit >= 0 else { return nil }
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    var current = last
    for i in 0..<a.count {
        current[0] = i + 1
        var least = i + 1
        for j in 0..<b.count {
            var cost = min(last[j + 1] + 1, current[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
            if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
                cost = min(cost, beforeLast[j - 1] + 1)
            }
            current[j + 1] = cost
            least = min(least, cost)
        }
        // Each further letter can only add; a transposition reaches back by one row.
        if least > limit + 1 { return nil }
        (beforeLast, last, current) = (last, current, beforeLast)
    }
    return last[b.count] <= limit ? last[b.count] : nil
}
