import Content
import Core

/// What the labels of labels.lock mean in today's labels.yml, which may list other levels, or
/// the same ones in another order.
struct RecordedOrder {
    private let scheme: LabelScheme
    /// By level of the lock: its rank today; nil where labels.yml does not know it any more.
    private let levels: [Int?]
    /// By mark of the lock: its bit today.
    private let marks: [Int?]
    /// Whether the levels stand in another order than they did.
    private let isReordered: Bool

    init(_ lock: LabelLock, in scheme: LabelScheme) {
        self.scheme = scheme
        levels = lock.levels.map { name in Self.index(of: name.value, in: scheme.levels) }
        marks = lock.handling.map { name in Self.index(of: name.value, in: scheme.handling) }
        let ranks = levels.compactMap(\.self)
        isReordered = zip(ranks, ranks.dropFirst()).contains { $0 >= $1 }
    }

    /// A recorded label today; nil where labels.yml lacks its level or one of its marks.
    func label(of entry: LabelLock.Entry) -> Label? {
        guard let level = levels[entry.level] else { return nil }
        var bits: UInt64 = 0
        for mark in entry.marks {
            guard let bit = marks[mark] else { return nil }
            bits |= 1 << UInt64(bit)
        }
        return Label(level: level, handling: bits)
    }

    /// Whether readers who might not see the entry may see something labelled `label`.
    ///
    /// Either the name itself ranks lower than the recorded one, or, where the levels were put
    /// into another order, some clearance reaches it that did not.
    func isLowered(_ entry: LabelLock.Entry, to label: Label) -> Bool {
        guard let old = self.label(of: entry) else { return false }
        if !old.flows(to: label) { return true }
        guard isReordered else { return false }
        return levels.enumerated().contains { then, now in
            guard let now else { return false }
            return label.level <= now && entry.level > then
        }
    }

    /// What is recorded with a level or a mark that labels.yml does not know: one finding each.
    func unknown(_ lock: LabelLock) -> [Diagnostic] {
        var found: [Diagnostic] = []
        for (index, name) in lock.levels.enumerated() where levels[index] == nil {
            if let entry = lock.entries.first(where: { $0.level == index }) {
                found.append(
                    .unknownRecordedLabel(name.value, at: entry.span, scheme.levels))
            }
        }
        for (index, name) in lock.handling.enumerated() where marks[index] == nil {
            if let entry = lock.entries.first(where: { $0.marks.contains(index) }) {
                found.append(
                    .unknownRecordedLabel(name.value, at: entry.span, scheme.handling))
            }
        }
        return found
    }

    private static func index(of name: String, in terms: [LabelScheme.Term]) -> Int? {
        terms.firstIndex { $0.id == name } ?? terms.firstIndex { $0.formerly.contains(name) }
    }
}

extension Diagnostic {
    fileprivate static func unknownRecordedLabel(
        _ name: String, at span: SourceSpan, _ known: [LabelScheme.Term]
    ) -> Diagnostic {
        let list = known.map(\.id).joined(separator: ", ")
        return Diagnostic(
            .error, "label.lock-unknown-label", at: span,
            en: "labels.lock has '\(name)' here, which labels.yml does not list",
            ja: "labels.lock のここにある「\(name)」は labels.yml にありません",
            notes: [.init(en: "labels.yml lists \(list)", ja: "labels.yml にあるもの: \(list)")]
                + (known.first.map {
                    [.init(at: $0.span, en: "the list begins here", ja: "一覧はここから始まります")]
                } ?? []),
            fix: .advice(
                en: "say 'formerly: [\(name)]' where labels.yml has what it is called now",
                ja: "labels.yml で、いまの名前の行に「formerly: [\(name)]」と書いてください"))
    }
}
