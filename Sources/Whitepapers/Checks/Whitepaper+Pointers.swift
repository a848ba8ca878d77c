import Core

extension Whitepaper {
    /// Reports statements that only point to others, which say nothing either.
    func checkPointers(_ statements: [Statement]) -> [Diagnostic] {
        guard let edition = newestEdition else { return [] }
        var pointers: [ItemKey: Pointer] = [:]
        for statement in statements {
            pointers[statement.item.key] = Pointer(statement) { name in
                key(named: name, in: edition)
            }
        }
        let texts = Dictionary(statements.map { ($0.item.key, $0.text) }) { first, _ in first }
        let graph = PointerGraph(pointers: pointers) { key in
            guard let item = edition.item(key), let text = texts[key] else { return false }
            return needsText(item, in: edition) && Self.isBlank(text.statement)
        }
        return statements.flatMap { statement -> [Diagnostic] in
            let key = statement.item.key
            guard let pointer = pointers[key], graph.leadsNowhere(key) else { return [] }
            let way = graph.reachable(from: key)
            if let empty = way.first(where: graph.isEmpty), let text = texts[empty] {
                let through = way.prefix { $0 != empty }.filter { pointers[$0] != nil }
                return [.pointsToEmpty(pointer, empty, at: text.span, through: Array(through))]
            }
            let isReported = statements.prefix { $0.item.key != key }.contains {
                way.contains($0.item.key) && graph.reachable(from: $0.item.key).contains(key)
            }
            let others = way.filter { $0 != key }.compactMap { key in
                pointers[key].map { (key, $0.span) }
            }
            return isReported ? [] : [.pointerLoop(pointer, others: others)]
        }
    }
}

/// Which statements point to which.
private struct PointerGraph {
    let pointers: [ItemKey: Pointer]
    let isEmpty: (ItemKey) -> Bool

    /// Whether neither the statement nor any that it leads to says something.
    func leadsNowhere(_ key: ItemKey) -> Bool {
        pointers[key] != nil
            && reachable(from: key).allSatisfy { pointers[$0] != nil || isEmpty($0) }
    }

    /// All that a statement leads to, nearest first; itself where it does so in a circle.
    func reachable(from key: ItemKey) -> [ItemKey] {
        var found: [ItemKey] = []
        var open = pointers[key]?.targets ?? []
        while !open.isEmpty {
            let next = open.removeFirst()
            if found.contains(next) { continue }
            found.append(next)
            open += pointers[next]?.targets ?? []
        }
        return found
    }
}

extension Diagnostic {
    fileprivate static func pointsToEmpty(
        _ pointer: Pointer, _ empty: ItemKey, at span: SourceSpan, through: [ItemKey]
    ) -> Diagnostic {
        let way = through.map { "'\($0.id)'" }.joined(separator: ", ")
        let wayInJapanese = through.map { "「\($0.id)」" }.joined()
        return Diagnostic(
            .error, "whitepaper.points-to-empty", at: pointer.span,
            en: "the text only points to '\(empty.id)', which has no text"
                + (through.isEmpty ? "" : " (by way of \(way))"),
            ja: "本文のない「\(empty.id)」を参照しているだけです"
                + (through.isEmpty ? "" : "（\(wayInJapanese)を経由）"),
            notes: [
                Note(
                    at: span, en: "'\(empty.id)' has no text", ja: "「\(empty.id)」の本文が空です")
            ],
            fix: .advice(
                en: "write the text of '\(empty.id)', or answer here",
                ja: "「\(empty.id)」の本文を書くか、ここに答えを書いてください"))
    }

    fileprivate static func pointerLoop(
        _ pointer: Pointer, others: [(ItemKey, SourceSpan)]
    ) -> Diagnostic {
        Diagnostic(
            .error, "whitepaper.pointer-loop", at: pointer.span,
            en: "the text only points to texts that point back",
            ja: "互いに参照し合っているだけで、どこにも答えがありません",
            notes: others.map { key, span in
                Note(
                    at: span, en: "'\(key.id)' only points elsewhere",
                    ja: "「\(key.id)」も参照だけです")
            },
            fix: .advice(
                en: "write the answer in one of them", ja: "いずれかに答えを書いてください"))
    }
}
