import Markdown

extension TableEdit {
    /// Finds how `old` becomes `new`.
    init(from old: TextTable, to new: TextTable) {
        self = TableAligner(old, new).edit()
    }
}

/// Finds which columns and which rows of two tables belong together.
struct TableAligner {
    /// An index in the old table, in the new one, or in both.
    typealias Place = (old: Int?, new: Int?)

    private let old: TextTable
    private let new: TextTable
    private let columns: [Place]
    private let kept: [(old: Int, new: Int)]

    init(_ old: TextTable, _ new: TextTable) {
        self.old = old
        self.new = new
        columns = Self.columns(old, new)
        kept = columns.compactMap { place in
            if let i = place.old, let j = place.new { (i, j) } else { nil }
        }
    }

    func edit() -> TableEdit {
        TableEdit(
            columns: columns.map { place in
                switch (place.old.map { old.alignments[$0] }, place.new.map { new.alignments[$0] })
                {
                case (let from?, let to?): .kept(from: from, to: to)
                case (let from?, nil): .removed(from)
                case (nil, let to): .added(to ?? .none)
                }
            },
            header: cells(old.header, new.header), rows: rows())
    }

    /// The edit of a row; nil stands for a row that is not there.
    private func cells(_ before: [TextTable.Cell]?, _ after: [TextTable.Cell]?)
        -> [TableEdit.Cell]
    {
        columns.map { place in
            let from = before.flatMap { row in place.old.map { row[$0] } }
            let to = after.flatMap { row in place.new.map { row[$0] } }
            return TextEdit.Piece.pieces(from: from ?? [], to: to ?? [])
        }
    }

    // MARK: Columns

    /// Pairs of columns beyond which none is looked for.
    private static let mostColumnPairs = 2_500

    private static func columns(_ old: TextTable, _ new: TextTable) -> [Place] {
        var numbers: [String: Int] = [:]
        let number = { (cell: TextTable.Cell) -> Int in
            let text = cell.map(\.text).joined()
            if let known = numbers[text] { return known }
            numbers[text] = numbers.count
            return numbers.count - 1
        }
        let matches = SequenceMatches(old.header.map(number), new.header.map(number), gram: 1)
        return places(matches.pairs, old.header.count, new.header.count) { olds, news in
            guard olds.count * news.count <= mostColumnPairs else { return [] }
            let before = olds.map { profile(of: $0, in: old) }
            let after = news.map { profile(of: $0, in: new) }
            return OrderedPairing(old: olds.count, new: news.count) { a, b in
                let (one, other) = (before[a.lowerBound], after[b.lowerBound])
                let isAlone = old.rows.isEmpty && olds.count == news.count
                guard isAlone || one.likeness(to: other) >= 0.5 else { return 0 }
                return Double(one.common(with: other)) + 0.5
            }.groups
        }
    }

    private static func profile(of column: Int, in table: TextTable) -> Profile {
        Profile(([table.header] + table.rows).flatMap { TextToken.tokens(of: $0[column]) })
    }

    // MARK: Rows

    private func rows() -> [TableEdit.RowEdit] {
        var numbers: [[TextTable.Cell]: Int] = [:]
        let number = { (row: [TextTable.Cell]) -> Int in
            if let known = numbers[row] { return known }
            numbers[row] = numbers.count
            return numbers.count - 1
        }
        let before = old.rows.map { row in number(kept.map { row[$0.old] }) }
        let after = new.rows.map { row in number(kept.map { row[$0.new] }) }
        let matches = SequenceMatches(before, after, gram: 1)
        let moves = moves(before, after, besides: matches.pairs)
        let origins = Dictionary(uniqueKeysWithValues: moves.map { ($1, $0) })
        let order = moves.keys.sorted()
        let moveNumbers = Dictionary(uniqueKeysWithValues: zip(order, order.indices))
        let places = Self.places(
            matches.pairs, before.count, after.count, isOld: { moves[$0] == nil },
            isNew: { origins[$0] == nil }, pair: pairRows)
        return places.map { place in
            let (i, j) = (
                place.old ?? origins[place.new ?? -1], place.new ?? moves[place.old ?? -1]
            )
            let change: TableEdit.Row =
                switch (place.old, place.new) {
                case (_?, nil):
                    i.flatMap { moveNumbers[$0] }.map { .movedAway(move: $0) } ?? .removed
                case (nil, _): i.flatMap { moveNumbers[$0] }.map { .movedHere(move: $0) } ?? .added
                default: .kept
                }
            return TableEdit.RowEdit(
                change: change, cells: cells(i.map { old.rows[$0] }, j.map { new.rows[$0] }))
        }
    }

    /// Rows that stand elsewhere as they were: where, by where they stood.
    private func moves(
        _ before: [Int], _ after: [Int], besides pairs: [(old: Int, new: Int)]
    ) -> [Int: Int] {
        let stays = (Set(pairs.map(\.old)), Set(pairs.map(\.new)))
        var places: [Int: [Int]] = [:]
        for j in after.indices.reversed() where !stays.1.contains(j) {
            places[after[j], default: []].append(j)
        }
        var moves: [Int: Int] = [:]
        for i in before.indices where !stays.0.contains(i) {
            let size = kept.reduce(0) { sum, column in
                old.rows[i][column.old].reduce(sum) { $0 + $1.text.utf8.count }
            }
            guard size >= 6, let j = places[before[i]]?.popLast() else { continue }
            moves[i] = j
        }
        return moves
    }

    /// Pairs rows between those that stay: by their first cells, or by how alike they are.
    private func pairRows(_ olds: [Int], _ news: [Int]) -> [OrderedPairing.Group] {
        guard olds.count * news.count <= OrderedPairing.mostPairs else { return [] }
        let before = olds.map { i in profile(kept.map { old.rows[i][$0.old] }) }
        let after = news.map { j in profile(kept.map { new.rows[j][$0.new] }) }
        return OrderedPairing(old: olds.count, new: news.count) { a, b in
            let (i, j) = (a.lowerBound, b.lowerBound)
            let likeness = before[i].likeness(to: after[j])
            let isNamed = kept.first.map {
                let name = old.rows[olds[i]][$0.old]
                return !name.isEmpty && name == new.rows[news[j]][$0.new]
            }
            guard likeness >= (isNamed == true ? 0.1 : 0.5) else { return 0 }
            return Double(before[i].common(with: after[j])) + (isNamed == true ? 8 : 0)
        }.groups
    }

    private func profile(_ cells: [TextTable.Cell]) -> Profile {
        Profile(cells.flatMap { TextToken.tokens(of: $0) })
    }

    /// Puts what stays, what went and what came in order.
    ///
    /// - Parameters:
    ///   - isOld: Whether an old index may be paired at all; the same for `isNew`.
    ///   - pair: Pairs what stands between two that stay.
    private static func places(
        _ pairs: [(old: Int, new: Int)], _ oldCount: Int, _ newCount: Int,
        isOld: (Int) -> Bool = { _ in true }, isNew: (Int) -> Bool = { _ in true },
        pair: ([Int], [Int]) -> [OrderedPairing.Group]
    ) -> [Place] {
        var places: [Place] = []
        var (i, j) = (0, 0)
        let advance = { (oldEnd: Int, newEnd: Int) in
            places += (i..<max(i, oldEnd)).map { ($0, nil) }
            places += (j..<max(j, newEnd)).map { (nil, $0) }
            (i, j) = (oldEnd, newEnd)
        }
        for stay in pairs + [(oldCount, newCount)] {
            let olds = (i..<stay.old).filter(isOld)
            let news = (j..<stay.new).filter(isNew)
            for group in olds.isEmpty || news.isEmpty ? [] : pair(olds, news) {
                let (k, l) = (olds[group.old.lowerBound], news[group.new.lowerBound])
                advance(k, l)
                places.append((k, l))
                (i, j) = (k + 1, l + 1)
            }
            advance(stay.old, stay.new)
            guard stay.old < oldCount || stay.new < newCount else { break }
            places.append((stay.old, stay.new))
            (i, j) = (stay.old + 1, stay.new + 1)
        }
        return places
    }
}
