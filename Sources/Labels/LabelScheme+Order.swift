import Content
import Core

extension LabelScheme {
    /// Compares what the levels say of their order with the list.
    ///
    /// - Parameter above: By level: the level that it says it ranks above.
    static func checkOrder(_ levels: [Term], above: [Located<String>?]) -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        var lower: [Int?] = []
        for name in above {
            let rank = name.flatMap { name in levels.firstIndex { $0.id == name.value } }
            if let name, rank == nil { diagnostics.append(.unknownLevel(name, known: levels)) }
            lower.append(rank)
        }
        var inCycle = Set<Int>()
        for start in levels.indices where !inCycle.contains(start) {
            guard let cycle = cycle(from: start, lower) else { continue }
            inCycle.formUnion(cycle)
            diagnostics.append(.cyclic(cycle.compactMap { above[$0] }))
        }
        for (rank, name) in above.enumerated() {
            guard let name, let other = lower[rank], other > rank, !inCycle.contains(rank) else {
                continue
            }
            diagnostics.append(.contradicts(name, levels[rank], listedAt: levels[other].span))
        }
        return diagnostics
    }

    /// The levels of the cycle that `start` lies on; nil where it lies on none.
    private static func cycle(from start: Int, _ lower: [Int?]) -> [Int]? {
        var path = [start]
        while let next = lower[path[path.count - 1]], path.count <= lower.count {
            if next == start { return path }
            path.append(next)
        }
        return nil
    }
}

extension Diagnostic {
    fileprivate static func cyclic(_ above: [Located<String>]) -> Diagnostic {
        let names = above.map { "'\($0.value)'" }.joined(separator: ", ")
        let japanese = above.map { "「\($0.value)」" }.joined()
        return Diagnostic(
            .error, "label.cyclic-levels", at: above.first?.span,
            en: "the order of the levels runs in a circle: \(names)",
            ja: "ラベルの順序が循環しています: \(japanese)",
            notes: above.dropFirst().map {
                .init(
                    at: $0.span, en: "and this one ranks above '\($0.value)'",
                    ja: "ここでは「\($0.value)」より上とされています")
            },
            fix: .advice(
                en: "remove 'above'; the list is the order, lowest first",
                ja: "above を削除してください。順序は一覧（低い順）で決まります"))
    }

    fileprivate static func contradicts(
        _ name: Located<String>, _ level: LabelScheme.Term, listedAt span: SourceSpan
    ) -> Diagnostic {
        Diagnostic(
            .error, "label.contradictory-levels", at: name.span,
            en: "'\(level.id)' says that it ranks above '\(name.value)', but the list has it below",
            ja: "「\(level.id)」は「\(name.value)」より上とされていますが、一覧では下にあります",
            notes: [
                .init(
                    at: span, en: "'\(name.value)' is listed here, lowest first",
                    ja: "「\(name.value)」は一覧（低い順）のここにあります")
            ],
            fix: .advice(
                en: "move the lower level up in the list, or remove 'above'",
                ja: "低いラベルを一覧の上に移すか、above を削除してください"))
    }
}
