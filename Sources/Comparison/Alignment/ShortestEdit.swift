/// The pairs that a shortest edit between two sequences leaves, by Myers' greedy algorithm.
///
/// - Source: Myers, "An O(ND) Difference Algorithm and Its Variations", 1986, figure 2.
struct ShortestEdit {
    /// Offsets in both sequences, rising; none where the edit was too long to look for.
    private(set) var pairs: [(Int, Int)] = []

    /// The longest edit that is looked for; the memory grows with its square (4 MB here).
    private static let mostChanges = 1_000
    /// Comparisons of two elements before it gives up.
    private static let mostSteps = 4_000_000

    private let old: ArraySlice<Int>
    private let new: ArraySlice<Int>
    /// How far each diagonal had come before each round.
    private var rounds: [[Int32]] = []

    init(_ old: ArraySlice<Int>, _ new: ArraySlice<Int>) {
        self.old = old
        self.new = new
        guard !old.isEmpty, !new.isEmpty else { return }
        if search() { trace() }
        rounds = []
    }

    /// - Returns: Whether both ends were reached.
    private mutating func search() -> Bool {
        let (n, m) = (old.count, new.count)
        let most = min(n + m, Self.mostChanges)
        var steps = 0
        // Of diagonal k at index k + most + 1.
        var reach = [Int32](repeating: 0, count: 2 * most + 3)
        for round in 0...most {
            rounds.append(Array(reach[(most + 1 - round)...(most + 1 + round)]))
            var diagonal = -round
            while diagonal <= round {
                let at = diagonal + most + 1
                let goesDown =
                    diagonal == -round || diagonal != round && reach[at - 1] < reach[at + 1]
                var x = Int(goesDown ? reach[at + 1] : reach[at - 1] + 1)
                let start = x
                while x < n, x - diagonal < m,
                    old[old.startIndex + x] == new[new.startIndex + x - diagonal]
                {
                    x += 1
                }
                steps += x - start + 1
                reach[at] = Int32(x)
                if x >= n, x - diagonal >= m { return true }
                diagonal += 2
            }
            if steps > Self.mostSteps { return false }
        }
        return false
    }

    /// Walks back from the ends.
    private mutating func trace() {
        var x = old.count
        var diagonal = old.count - new.count
        for round in rounds.indices.reversed() {
            let reach = rounds[round]
            let value = { (k: Int) in Int(reach[k + round]) }
            let goesDown =
                diagonal == -round
                || diagonal != round && value(diagonal - 1) < value(diagonal + 1)
            let from = round == 0 ? diagonal : goesDown ? diagonal + 1 : diagonal - 1
            let last = round == 0 ? 0 : value(from)
            let start = round == 0 || goesDown ? last : last + 1
            while x > start {
                x -= 1
                pairs.append((x, x - diagonal))
            }
            (x, diagonal) = (last, from)
        }
        pairs.reverse()
    }
}
