import Markdown

/// What a block holds, as a bag of short stretches, so that two blocks are compared quickly.
struct Profile {
    /// Hashes of two neighbouring tokens each, sorted.
    private let grams: [Int]

    /// How many stretches there are.
    var size: Int { grams.count }

    init(_ tokens: [TextToken]) {
        var grams: [Int] = []
        grams.reserveCapacity(tokens.count + 1)
        var before = 0
        for token in tokens {
            let hash = token.content.hashValue
            if case .text(let text) = token.content, text.first == " " { continue }
            var hasher = Hasher()
            hasher.combine(before)
            hasher.combine(hash)
            grams.append(hasher.finalize())
            grams.append(hash)
            before = hash
        }
        self.grams = grams.sorted()
    }

    init(_ block: TextBlock) {
        switch block.content {
        case .text(let runs): self.init(TextToken.tokens(of: runs))
        case .table(let table):
            self.init(([table.header] + table.rows).joined().flatMap { TextToken.tokens(of: $0) })
        }
    }

    /// How many stretches both have.
    func common(with other: Profile) -> Int {
        var (i, j, count) = (0, 0, 0)
        while i < grams.count, j < other.grams.count {
            if grams[i] == other.grams[j] {
                (i, j, count) = (i + 1, j + 1, count + 1)
            } else if grams[i] < other.grams[j] {
                i += 1
            } else {
                j += 1
            }
        }
        return count
    }

    /// How alike two are: 0 for nothing in common, 1 for the same.
    func likeness(to other: Profile) -> Double {
        let all = size + other.size
        return all == 0 ? 1 : Double(2 * common(with: other)) / Double(all)
    }
}
